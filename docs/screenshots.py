"""Takes the pictures of the docs: starts the workbench on a port of its own, logs in, and photographs every page.

    python docs/screenshots.py            the few that README.md and the docs show, into docs/images
    python docs/screenshots.py --all DIR  every page, at 1440 and 390 pixels, light and dark, for looking at

Needs requirements/dev.txt and a Chromium on the path. The workbench's data go to a folder that is removed afterwards.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright
from walk import House, prepare, scenes

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDE, NARROW = (1440, 900), (390, 844)
GUIDE = (1280, 720)


@dataclass(frozen=True, slots=True)
class Shot:
    """A page by its name, or every page for None, in one theme and one size of the window."""

    name: str | None
    theme: str
    size: tuple[int, int]


# What the docs show.
SHOWN = (
    Shot("article", "light", (1440, 720)),
    Shot("flag", "dark", (1440, 720)),
    Shot("claim", "light", NARROW),
    *(Shot(name, "light", GUIDE) for name in ("add", "queue", "evidence", "verdict", "review-one", "versions")),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, metavar="DIR", help="every page in every way, into this folder")
    folder = parser.parse_args().all
    everything = [Shot(None, theme, size) for size in (WIDE, NARROW) for theme in ("light", "dark")]
    with workbench() as (address, passwords), sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), args=flags())
        house = House(browser, address, passwords)
        prepare(house, wait_until)
        for shot in everything if folder else SHOWN:
            photograph(house, folder or IMAGES, shot)
        browser.close()


def photograph(house: House, folder: Path, shot: Shot) -> None:
    """Walks through the pages and keeps those that are asked for, as NAME-THEME-WIDTH.png."""
    folder.mkdir(parents=True, exist_ok=True)
    width, height = shot.size
    looks = {"color_scheme": shot.theme, "viewport": {"width": width, "height": height}, "reduced_motion": "reduce"}
    wanted = [scene for scene in scenes(house.passwords) if shot.name in {None, scene.name}]
    for role, of_role in groupby(sorted(wanted, key=lambda scene: scene.role), key=lambda scene: scene.role):
        context = house.context(role, **looks)
        page = context.new_page()
        for scene in of_role:
            scene.show(page)
            page.screenshot(path=folder / f"{scene.name}-{shot.theme}-{width}.png", animations="disabled")
        context.close()


@contextmanager
def workbench() -> Iterator[tuple[str, dict[str, str]]]:
    """The address of a running workbench with the demo logins, and their passwords by role."""
    folder = Path(tempfile.mkdtemp(prefix="factcheck-pictures-", dir="/tmp"))  # sockets need a short path
    folder.chmod(0o711)
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "manage.py", "workbench", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "VAR_DIR": str(folder), "DATABASE_URL": "", "REDIS_URL": ""},
        start_new_session=True,
    )
    try:
        logins = folder / "demo-logins.txt"
        wait_until(lambda: logins.exists() and answers(address), 180)
        yield address, dict(line.split() for line in logins.read_text("utf-8").splitlines())
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
        shutil.rmtree(folder, ignore_errors=True)


def answers(address: str) -> bool:
    """Whether the web server is up."""
    try:
        with urlopen(f"{address}/healthz", timeout=5) as answer:  # noqa: S310  # our own server, by http
            return answer.status == 200
    except (URLError, ConnectionError, TimeoutError):
        return False


def wait_until(holds: Callable[[], bool], seconds: float) -> None:
    ends = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > ends:
            raise SystemExit(f"The workbench did not get ready within {seconds:.0f} seconds.")
        time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return found or sys.exit("Chromium is not installed here; on Debian and Ubuntu: apt install chromium")


def flags() -> list[str]:
    """No traffic of the browser's own; its sandbox needs an ordinary user."""
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    return [*quiet, "--no-sandbox"] if os.geteuid() == 0 else quiet


if __name__ == "__main__":
    main()
