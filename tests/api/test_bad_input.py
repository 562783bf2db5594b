"""Bodies that are wrong, hostile or broken: a clear refusal, nothing stored, never a 5xx."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from sources.models import Article, ArticleVersion
from tests import factories
from tests.api import bodies

ARTICLES = "/api/v1/articles"


def _post(client: APIClient, raw: bytes, content_type: str = "application/json") -> tuple[int, str]:
    answer = client.post(ARTICLES, raw, content_type=content_type)
    return answer.status_code, answer.json()["code"]


GOOD = json.dumps(bodies.article()).encode()
BROKEN = [
    b"",
    b" ",
    b"{",
    b"null",
    b"[]",
    b'"text"',
    b"133",
    GOOD + b"x",
    GOOD + b"\x00",
    GOOD[:-20],
    GOOD.replace(b'"text"', b'"title"', 1),  # the title twice, the text never
    GOOD.replace(b'"title"', b'"text"', 1),  # the text twice
    GOOD.replace(b'"Ferry fire in Kalderhaven"', b"NaN"),
    GOOD.replace(b'"Ferry fire in Kalderhaven"', b"-Infinity"),
    GOOD.replace(b'"Ferry fire in Kalderhaven"', b"9" * 5000),
    GOOD.replace(b'"Ferry fire in Kalderhaven"', b"1e400"),
    GOOD.replace(b"Ferry", b"F\xe9rry"),  # Latin-1
    b"\xff\xfe" + GOOD.decode().encode("utf-16-le"),
    b"\xef\xbb\xbf" + GOOD,
    b"[" * 100_000,
    b"[" * 100_000 + b"]" * 100_000,
    b'{"text":' * 100_000,
    b'{"source":' * 50 + b"1" + b"}" * 50,
    b'{"text": ' + b"[" * 900 + b"]" * 900 + b"}",
    b'{"kind": ' + b"[" * 900 + b"]" * 900 + b"}",
]


@pytest.mark.parametrize("raw", BROKEN, ids=range(len(BROKEN)))
def test_broken_bodies(reporting: APIClient, raw: bytes) -> None:
    status, code = _post(reporting, raw)
    assert (status, code in {"invalid", "parse_error"}) == (400, True)
    assert Article.objects.count() == 0


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_other_media_types(reporting: APIClient, content_type: str) -> None:
    assert _post(reporting, GOOD, content_type) == (415, "unsupported_media_type")


def test_a_body_over_the_limit(reporting: APIClient, settings: Any) -> None:
    settings.TEXT_LIMIT = 1_000
    assert _post(reporting, b" " * 112_001) == (413, "too_large")
    # The text itself: one character at the limit, one above it.
    assert reporting.post(ARTICLES, bodies.article(text="x" * 1_000)).status_code == 201
    answer = reporting.post(ARTICLES, bodies.article(text="x" * 1_001))
    assert (answer.status_code, answer.json()["code"]) == (413, "text_too_long")
    assert Article.objects.count() == 1


# What is wrong with a body that reads as JSON, and where.
@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"text": None}, [("text", "null")]),
        ({"text": 133}, [("text", "invalid")]),
        ({"title": ["a"]}, [("title", "invalid")]),
        ({"title": "x" * 1_001}, [("title", "max_length")]),
        ({"note": "x" * 5_001}, [("note", "max_length")]),
        ({"source": "Tidewater Ledger"}, [("source", "invalid")]),
        ({"source": {}}, [("source.name", "required")]),
        ({"source": {"name": " \u200b\u2060"}}, [("source.name", "blank")]),
        ({"source": {"name": "x" * 201}}, [("source.name", "max_length")]),
        # As it came, over the limit; in length and form alike, whatever cleaning would leave.
        ({"source": {"name": "x" * 200 + "\x00"}}, [("source.name", "max_length")]),
        ({"story": " " * 301}, [("story", "max_length")]),
        ({"external_id": "x" + " " * 299 + "x\n"}, [("external_id", "max_length")]),
        ({"url": "https://ledger.example.org/a "}, [("url", "invalid")]),
        ({"source": {"name": "Ledger", "tier": "primary"}}, [("source.tier", "unknown_field")]),
        ({"source": {"name": "Ledger", "kind": "\ud800"}}, [("source.kind", "invalid_choice")]),
        ({"kind": ["article"]}, [("kind", "invalid_choice")]),
        ({"kind": {"article": 1}}, [("kind", "invalid_choice")]),
        ({"language": "tlh"}, [("language", "invalid_choice")]),
        ({"url": "javascript:alert(1)"}, [("url", "invalid")]),
        ({"url": "https://ledger.example.org/a\r\nX: y"}, [("url", "invalid")]),
        ({"url": "https://ledger.example.org/\ud800"}, [("url", "surrogate_characters_not_allowed")]),
        ({"url": "https://" + "x" * 2_000}, [("url", "max_length")]),
        ({"published_at": "2026-04-15T09:00:00"}, [("published_at", "zone")]),
        ({"published_at": "2026-02-30T09:00:00Z"}, [("published_at", "invalid")]),
        ({"published_at": "10000-01-01T00:00:00Z"}, [("published_at", "invalid")]),
        ({"published_at": "0000-01-01T00:00:00Z"}, [("published_at", "invalid")]),
        ({"published_at": "0001-01-01T00:00:00+14:00"}, [("published_at", "overflow")]),
        ({"published_at": "9999-12-31T23:59:59-14:00"}, [("published_at", "overflow")]),
        ({"published_at": "1066-10-14T09:00:00Z"}, [("published_at", "year")]),
        ({"published_at": 1776243600}, [("published_at", "invalid")]),
        ({"number": 7, "id": 3}, [("number", "unknown_field"), ("id", "unknown_field")]),
        ({"\ud800": 1}, [("\\ud800", "unknown_field")]),
        ({"x" * 9_000: 1}, [("x" * 300, "unknown_field")]),
    ],
)
def test_what_is_wrong_is_named(reporting: APIClient, changes: dict[str, Any], errors: list[tuple[str, str]]) -> None:
    raw = json.dumps(bodies.article(**changes)).encode()
    answer = reporting.post(ARTICLES, raw, content_type="application/json")
    assert answer.status_code == 400
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == errors
    assert Article.objects.count() == 0


# The schema gives lengths of what is sent, so what cleaning would shorten is refused where it comes too long.
@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("sources", {"name": "x" * 200 + "\x00"}, "name"),
        ("webhooks", {"url": "https://ledger.example.org/" + " " * 2_000}, "url"),
        ("match/watch", {"text": "x" * 2_000 + "\u0085"}, "text"),
        ("gate", {"url": "x" * 2_000 + " "}, "url"),
        ("token", {"username": "x" * 150 + " ", "password": "x"}, "username"),
    ],
)
def test_lengths_are_of_what_is_sent(api_of: Any, desk_head: User, path: str, body: dict[str, str], field: str) -> None:
    answer = api_of(desk_head).post(f"/api/v1/{path}", body)
    found = [(error["field"], error["code"]) for error in answer.json()["errors"]]
    assert (answer.status_code, found) == (400, [(field, "max_length")])


def test_a_name_at_the_limit_is_cleaned(reporting: APIClient) -> None:
    answer = reporting.post("/api/v1/sources", {"name": "x" * 199 + "\x00"})
    assert (answer.status_code, answer.json()["name"]) == (201, "x" * 199)


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b\u2060\ufeff", "\x00\x01", "\ud800", "\u202e\u202c"])
def test_text_that_nobody_can_read(reporting: APIClient, text: str) -> None:
    raw = json.dumps(bodies.article(text=text)).encode()
    answer = reporting.post(ARTICLES, raw, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, "empty_text")


# What is pasted from elsewhere is cleaned; offsets count in what is answered.
@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("Nine\x00 people died.", "Nine people died."),
        ("Nine \ud83d people died.", "Nine  people died."),
        ("Nine\r\npeople died.\r", "Nine\npeople died."),
        ("Nine people died in Malme\u0301.", "Nine people died in Malmé."),
        ("Nine \U0001f525 people died.", "Nine \U0001f525 people died."),
        ("\x1b[31mNine people died.", "[31mNine people died."),
    ],
)
def test_text_is_cleaned(reporting: APIClient, sent: str, stored: str) -> None:
    raw = json.dumps(bodies.article(text=sent)).encode()
    answer = reporting.post(ARTICLES, raw, content_type="application/json").json()
    version = ArticleVersion.objects.get()
    assert version.text == stored
    assert answer["latest_version"]["characters"] == len(stored)


@pytest.mark.parametrize(
    "changes",
    [
        # No content of its kind, or a bound that the approximation needs is missing, or the two are at odds.
        {"figure": {"approximation": "exact", "unit": "person", "measure": "killed"}},
        {"figure": {"approximation": "at_least", "high": 3, "unit": "person", "measure": "killed"}},
        {"figure": {"approximation": "exact", "low": 3, "high": 4, "unit": "person", "measure": "killed"}},
        {"figure": {"approximation": "between", "low": 5, "high": 4, "unit": "person", "measure": "killed"}},
        # More digits than any column, but for those after the point as many as fit.
        {"figure": {"approximation": "at_least", "low": "9" * 21, "unit": "person", "measure": "killed"}},
        {"figure": {"approximation": "at_least", "low": 1, "unit": "person", "measure": "m", "measure_key": "x"}},
    ],
)
def test_figures_that_do_not_fit_together(checking: APIClient, changes: dict[str, Any]) -> None:
    version = factories.first_version("12 people died.")
    factories.run(version)
    answer = checking.post("/api/v1/claims", bodies.figure(version, "12 people died", "12") | changes)
    assert (answer.status_code, answer.json()["code"]) == (422, "content_invalid")


@pytest.mark.parametrize(
    "low", ["NaN", "Infinity", "-Infinity", "1e400", "1,5", "1_000", "", True, [], "9" * 31, 0.1**12]
)
def test_numbers_that_are_none(checking: APIClient, low: Any) -> None:
    version = factories.first_version("12 people died.")
    factories.run(version)
    figure = {"approximation": "at_least", "low": low, "unit": "person", "measure": "killed"}
    answer = checking.post("/api/v1/claims", bodies.figure(version, "12 people died", "12", figure=figure))
    assert answer.status_code in {400, 422}
