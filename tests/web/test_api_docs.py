"""The description of the API as a page: every operation, field and code of it, and commands that are well-formed."""

import shlex

from django.test import Client
from rest_framework.test import APIClient

from factcheck.api import STATUS_OF
from factcheck.api_docs import groups
from factcheck.problems import catalogue
from tests.api.test_schema import ROUTES


def test_every_operation_is_there_with_a_command_that_does_it(as_checker: Client) -> None:
    page = as_checker.get("/api/v1/docs/").content.decode()
    operations = [one for group in groups() for one in group.operations]
    told = {(one.path, one.method.lower()) for one in operations}
    assert told == {(path, method) for path, methods in ROUTES.items() for method in methods}
    for one in operations:
        words = shlex.split(one.command)
        method = words[words.index("-X") + 1] if "-X" in words else "POST" if "--json" in words else "GET"
        assert (method, page.count(f'id="{one.anchor}"')) == (one.method, 1), one.path
        assert one.summary, one.path
        assert one.answers, one.path


def test_fields_are_told_with_those_within_them() -> None:
    gate = next(
        one for group in groups() for one in group.operations if (one.path, one.method) == ("/api/v1/gate", "POST")
    )
    told = {field.name: (field.kind, field.required) for field in gate.answers[0].fields}
    assert told["claims[].claim"] == ("integer or null", True)
    assert told["rules[].effect"] == ("stop, note, ignore", True)
    assert next(field for field in gate.parameters if field.name == "Idempotency-Key").required is False
    assert [error.status for error in gate.errors] == ["400", "401", "403", "404", "409", "413", "422", "429"]


def test_every_code_is_there(as_checker: Client) -> None:
    page = as_checker.get("/api/v1/docs/").content.decode()
    assert {code for code in catalogue(STATUS_OF) if f'id="code-{code}"' not in page} == set()


def test_it_is_found(as_checker: Client, as_stranger: Client) -> None:
    assert 'href="/api/v1/docs/"' in as_checker.get("/me/keys/").content.decode()
    assert APIClient().get("/api/v1/").json()["documentation"] == "/api/v1/docs/"
    assert as_stranger.get("/api/v1/docs/").status_code == 403
    assert APIClient().get("/api/v1/docs/").url.startswith("/login/")
