"""Settings as a site gives them: by name or by file, each with its default, and a wrong one named with the way out."""

import os
import re
from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from factcheck import env

TOLD = (Path(env.__file__).parents[1] / "docs/settings.md").read_text(encoding="utf-8")
# Fields of Env that are not called as their setting is.
FIELDS = {"RUN_LEASE": "lease", "RUN_ATTEMPTS": "attempts", "VAR_DIR": "var"}


@pytest.fixture(autouse=True)
def given() -> Iterator[dict[str, str]]:
    """The environment, with nothing set."""
    with mock.patch.dict(os.environ, clear=True):
        yield os.environ  # type: ignore[misc]  # it is used as a dictionary


def test_defaults_are_as_they_are_told(given: dict[str, str]) -> None:
    given["OIDC_ISSUER"] = "https://login.example"  # without it there is no button to name
    told = dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]*?) \|", TOLD, re.M))
    exact = {name: word.strip("`") for name, word in told.items() if word.startswith("`") or word in {"yes", "no"}}
    assert len(exact) > 15
    read = {name: getattr(env.read(), FIELDS.get(name, name.lower())) for name in exact}
    assert {name: _written(value) for name, value in read.items()} == {**exact, "VAR_DIR": str(env.BASE_DIR / "var")}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return ",".join(str(one) for one in sorted(value))
    return ",".join(value) if isinstance(value, tuple) else f"{value:g}" if isinstance(value, float) else str(value)


# What a person would write, and what it comes to.
@pytest.mark.parametrize(
    ("name", "raw", "field", "value"),
    [
        ("REQUIRE_TWO_FACTOR", " Approvers", "require_two_factor", "approvers"),
        ("REQUIRE_TWO_FACTOR", "true", "require_two_factor", "yes"),
        ("BEHIND_TLS", "on", "require_two_factor", "yes"),
        ("BREACHED_PASSWORDS", "/srv/lists/often.txt", "breached_passwords", Path("/srv/lists/often.txt")),
        ("SECRET_KEY_FALLBACKS", "one, two,", "secret_key_fallbacks", ("one", "two")),
        (
            "CALL_NETWORKS",
            "10.1.0.0/16, fd00::/8",
            "call_networks",
            (ip_network("10.1.0.0/16"), ip_network("fd00::/8")),
        ),
        ("OIDC_ISSUER", "https://login.example/", "oidc_issuer", "https://login.example"),
        ("ALLOWED_HOSTS", ",localhost", "allowed_hosts", ("localhost",)),
    ],
)
def test_what_is_read(name: str, raw: str, field: str, value: object, given: dict[str, str]) -> None:
    given[name] = raw
    assert getattr(env.read(), field) == value


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("REQUIRE_TWO_FACTOR", "maybe", "REQUIRE_TWO_FACTOR is 'maybe'; say yes or no, or approvers"),
        ("BEHIND_TLS", "tls", "BEHIND_TLS is 'tls'; say yes or no"),
        ("CODE_TOLERANCE", "2", "CODE_TOLERANCE is 2; it has to lie between 0 and 1"),
        ("RUN_LEASE", "", "RUN_LEASE is ''; it has to be a number"),
        ("RUN_LEASE", "nan", "RUN_LEASE is nan; it has to lie between 1 and 3600"),
        ("CALL_PORTS", "443,65536", "CALL_PORTS has to list ports such as 80,443"),
        (
            "SECRET_KEY_FILE",
            "/nowhere",
            "SECRET_KEY_FILE names /nowhere, which cannot be read: No such file or directory",
        ),
    ],
)
def test_what_cannot_be_used_is_named(name: str, raw: str, said: str, given: dict[str, str]) -> None:
    given[name] = raw
    with pytest.raises(env.Misconfigured) as refused:
        env.read()
    assert str(refused.value) == said


def test_a_secret_comes_from_its_file_unless_it_is_set(tmp_path: Path, given: dict[str, str]) -> None:
    (tmp_path / "key").write_text("from the file\n")
    given["SECRET_KEY_FILE"] = str(tmp_path / "key")
    assert env.read().secret_key == "from the file"
    given["SECRET_KEY"] = "set"
    assert env.read().secret_key == "set"
