"""The product as it is run, gunicorn included, and a browser in front of it."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.models import User
from playwright.sync_api import BrowserContext, Page

from sources.roles import Role
from tests import factories, processes

# Playwright's loop runs in this thread, beside the tests' own reads of the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")

PLACES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """The system's own Chromium; nothing is downloaded."""
    found = next((path for name in PLACES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("Chromium is not installed here; on Debian and Ubuntu: apt install chromium")
    # Chromium's sandbox needs an ordinary user.
    return {"executable_path": found, "args": [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]}


@pytest.fixture(scope="session")
def address(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where gunicorn serves the product, on the test database, with the static files as they are deployed."""
    folder = tmp_path_factory.mktemp("web")
    log = folder / "gunicorn.log"
    with processes.started("manage.py", "collectstatic", "--noinput", log=log, VAR_DIR=str(folder)) as collecting:
        assert collecting.wait(60) == 0, log.read_text()
    server = ("-m", "gunicorn", "factcheck.wsgi", "--bind", "127.0.0.1:0", "--threads", "4", "--no-control-socket")
    with processes.started(*server, log=log, VAR_DIR=str(folder)):
        listening = re.compile(r"Listening at: (http://127\.0\.0\.1:\d+)")
        processes.wait_until(lambda: bool(listening.search(log.read_text())), 30, "gunicorn listens")
        yield listening.search(log.read_text())[1]


@pytest.fixture
def member(transactional_db: None) -> User:
    """A checker whose password the product's own settings can read."""
    user = factories.person("mira", Role.CHECKER)
    user.password = PBKDF2PasswordHasher().encode(factories.PASSWORD, "salt", iterations=1_000)
    user.save(update_fields=["password"])
    return user


@pytest.fixture(scope="session")
def base_url(address: str) -> str:
    """What addresses that begin with a slash are relative to."""
    return address


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    return {**browser_context_args, "viewport": {"width": 1440, "height": 900}}


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page of which nothing may go wrong unseen: no error, no refusal by the policy, no request to another host."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request",
        lambda asked: wrong.append(asked.url) if urlsplit(asked.url).netloc != urlsplit(address).netloc else None,
    )
    yield page
    assert wrong == []


@pytest.fixture
def desk(page: Page, member: User) -> Page:
    """A page that is logged in and shows the list of articles."""
    page.goto("/")
    log_in(page, member)
    return page


def log_in(page: Page, person: User, *, heading: str = "Articles") -> None:
    """From the login page to the one behind it."""
    page.get_by_label("Name").fill(person.username)
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name=heading).wait_for()
