"""Takes the pictures of the docs: starts the workbench on a port of its own, logs in, and photographs every page.

    python docs/screenshots.py            the few that README.md and the docs show, into docs/images
    python docs/screenshots.py --all DIR  every page, at 1440 and 390 pixels, light and dark, for looking at

Needs requirements/dev.txt and a Chromium on the path. The workbench's data go to a folder that is removed afterwards.
"""

import argparse
import os
import re
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
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
WIDE, NARROW = (1440, 900), (390, 844)
DEMO_ARTICLES = 4


@dataclass(frozen=True, slots=True)
class Shot:
    """A page by its name, or every page for None, in one theme and one size of the window."""

    name: str | None
    theme: str
    size: tuple[int, int]


# What the docs show.
SHOWN = (Shot("article", "light", (1440, 720)), Shot("flag", "dark", (1440, 720)), Shot("claim", "light", NARROW))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, metavar="DIR", help="every page in every way, into this folder")
    folder = parser.parse_args().all
    everything = [Shot(None, theme, size) for size in (WIDE, NARROW) for theme in ("light", "dark")]
    with workbench() as (address, password), sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium(), args=flags())
        for shot in everything if folder else SHOWN:
            photograph(browser.new_context(base_url=address, **looks(shot)), password, folder or IMAGES, shot)
        browser.close()


def looks(shot: Shot) -> dict[str, object]:
    width, height = shot.size
    return {"color_scheme": shot.theme, "viewport": {"width": width, "height": height}, "reduced_motion": "reduce"}


def photograph(context: BrowserContext, password: str, folder: Path, shot: Shot) -> None:
    """Walks through the pages and keeps those that are asked for, as NAME-THEME-WIDTH.png."""
    folder.mkdir(parents=True, exist_ok=True)
    page = context.new_page()
    for name, show in pages(page, password).items():
        show()
        if shot.name in {None, name}:
            page.screenshot(path=folder / f"{name}-{shot.theme}-{shot.size[0]}.png", animations="disabled")
    context.close()


def pages(page: Page, password: str) -> dict[str, Callable[[], object]]:
    """How to come to each page, in this order."""

    def log_in() -> None:
        page.get_by_label("Name").fill("checker")
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("heading", name="Articles").wait_for()
        wait_until(is_read, 180)

    def is_read() -> bool:
        """Whether the demo story is there and nothing of it is left to read."""
        page.goto("/")
        return (
            page.locator("tr.row").count() == DEMO_ARTICLES and page.locator("td", has_text="being read").count() == 0
        )

    def article() -> None:
        page.goto("/?q=Evening Mail")
        page.locator("tr.row a.claim").first.click()
        page.wait_for_url("**/articles/*/")
        page.keyboard.press("f")
        page.locator("#panel-body blockquote").wait_for()

    def flag() -> None:
        page.goto("/flags/?type=figure&silent=on")
        page.locator("tr.row a.claim").first.click()
        page.locator("table.compare").wait_for()

    return {
        "login": partial(page.goto, "/login/"),
        "articles": log_in,
        "flags": partial(page.goto, "/flags/"),
        "flag": flag,
        "stories": partial(page.goto, "/stories/"),
        "story": lambda: (page.goto("/stories/"), page.locator("tr.row a.claim").first.click()),
        "arranging": page.get_by_text("Move, split or merge").click,
        "rules": partial(page.goto, "/rules/"),
        "add": partial(page.goto, "/articles/add/"),
        "glance": lambda: (page.goto("/"), page.locator("tr.row a.claim").last.click()),
        "version": page.get_by_role("link", name="Add a version").click,
        "article": article,
        "claim": page.locator("#words a[aria-current]").first.scroll_into_view_if_needed,
        "nothing": partial(page.goto, "/flags/?type=arithmetic&state=resolved"),
        "missing": partial(page.goto, "/nothing-here/"),
    }


@contextmanager
def workbench() -> Iterator[tuple[str, str]]:
    """The address of a running workbench with the demo logins, and the checker's password."""
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
        yield address, re.search(r"^checker (\S+)$", logins.read_text("utf-8"), re.MULTILINE)[1]
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
