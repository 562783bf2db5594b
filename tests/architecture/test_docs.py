"""What the docs promise is there."""

import ast
import re
import ssl
from functools import cache
from pathlib import Path

import environ
import pytest
import redis
from kombu import Connection

from claims import enums as claim_words
from factcheck import env

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("**/*.md"))]


def test_every_setting_is_documented_and_no_other() -> None:
    code = Path(env.__file__).read_text(encoding="utf-8")
    read = set(re.findall(r'(?:text|number|flag|flag_or|words|networks|ports)\(\s*"([A-Z_]+)"', code))
    told = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/settings.md").read_text(encoding="utf-8"), re.M))
    assert told == read


def test_addresses_with_certificates_are_read_as_they_are_told() -> None:
    told = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    ((database, redis_url),) = re.findall(r"^DATABASE_URL=(.*sslcert.*)\nREDIS_URL=(.*)$", told, re.M)
    assert environ.Env.db_url_config(database)["OPTIONS"] == {
        "sslmode": "verify-full",
        "sslrootcert": "/run/ca.pem",
        "sslcert": "/run/desk.pem",
        "sslkey": "/run/desk.key",
    }
    files = {"ssl_ca_certs": "/run/ca.pem", "ssl_certfile": "/run/desk.pem", "ssl_keyfile": "/run/desk.key"}
    pool = redis.ConnectionPool.from_url(redis_url)
    given = {name: value for name, value in pool.connection_kwargs.items() if name.startswith("ssl_")}
    assert given == {**files, "ssl_cert_reqs": "required"}
    assert Connection(env.broker_url(redis_url)).ssl == {**files, "ssl_cert_reqs": ssl.CERT_REQUIRED}


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_every_proof_is_there() -> None:
    told = (ROOT / "docs/security.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(tests/[\w/]+\.py)((?:::\w+)+)", told))
    assert len(named) > 100
    assert sorted(f"{path}{name}" for path, name in named if name not in _named_in(path)) == []


@cache
def _named_in(path: str) -> set[str]:
    """The tests of a file, as "::test_it" or "::TestThem::test_it"; none where there is no file."""
    if not (ROOT / path).exists():
        return set()
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    groups = [("", tree.body), *((f"::{one.name}", one.body) for one in tree.body if isinstance(one, ast.ClassDef))]
    return {f"{group}::{one.name}" for group, body in groups for one in body if isinstance(one, ast.FunctionDef)}


def test_the_glossary_names_every_outcome_and_state() -> None:
    glossary = (ROOT / "docs/glossary.md").read_text(encoding="utf-8").lower()
    names = [
        member.value.replace("_", " ")
        for words in (claim_words.Outcome, claim_words.FlagType, claim_words.Approximation, claim_words.FlagState)
        for member in words
    ]
    assert [name for name in names if name not in glossary] == []
