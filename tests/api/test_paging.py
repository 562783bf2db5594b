"""Pages that hold still while rows are added, cursors that were tampered with, and the cost of a page."""

import base64
import json
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from sources.models import Article
from tests import factories

ARTICLES = "/api/v1/articles"


def _articles(count: int, first: int = 0) -> list[int]:
    return [factories.first_version(f"{n} people died.").article_id for n in range(first, first + count)]


def _walk(client: APIClient, address: str) -> list[int]:
    """The ids of all pages; after each page two rows are added, one of them as old as the first."""
    ids: list[int] = []
    following: str | None = address
    while following:
        page = client.get(following).json()
        ids += [row["id"] for row in page["results"]]
        following = page["next"]
        old = factories.first_version("Nobody died.").article
        Article.objects.filter(pk=old.pk).update(created_at=factories.MORNING)
        if len(ids) > 50:
            raise AssertionError("no end")
    return ids


@pytest.mark.parametrize("order", ["-id", "-created_at"])
def test_rows_that_are_added_meanwhile_move_nothing(checking: APIClient, order: str) -> None:
    ids = _articles(7)
    walked = _walk(checking, f"{ARTICLES}?order={order}&limit=3")
    # With -id, what was added is newer and never shown; by date, the one that claims to be older may come at the end.
    assert walked[:7] == ids[::-1]
    assert len(walked) == len(set(walked))


def test_equal_values_are_told_apart_by_id(checking: APIClient) -> None:
    ids = _articles(5)
    Article.objects.update(created_at=factories.MORNING)
    pages, following = [], f"{ARTICLES}?order=created_at&limit=2"
    while following:
        page = checking.get(following).json()
        pages.append([row["id"] for row in page["results"]])
        following = page["next"]
    assert pages == [ids[:2], ids[2:4], ids[4:]]


def test_the_next_address_keeps_the_filters(checking: APIClient) -> None:
    _articles(3)
    address = checking.get(f"{ARTICLES}?limit=1&kind=article&order=id").json()["next"]
    asked = parse_qs(urlsplit(address).query)
    cursor = asked.pop("cursor")
    assert asked == {"limit": ["1"], "kind": ["article"], "order": ["id"]}
    assert len(cursor) == 1


def _cursor(*parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


TAMPERED = [
    "x",
    "%00",
    "é",
    "=" * 40,
    "A" * 1_000_000,
    _cursor(),
    _cursor("-created_at", "2026-04-15T09:00:00+00:00"),
    _cursor("-created_at", "not a date", 3),
    _cursor("-created_at", "2026-02-30T09:00:00+00:00", 3),
    _cursor("-created_at", "9" * 300, 3),
    _cursor("-created_at", "2026-04-15\x00", 3),
    _cursor("-created_at", None, 3),
    _cursor("-created_at", "2026-04-15T09:00:00+00:00", "3"),
    _cursor("-created_at", "2026-04-15T09:00:00+00:00", True),
    _cursor("-created_at", "2026-04-15T09:00:00+00:00", 10**20),
    # Of another order, and of a column that no list is ordered by.
    _cursor("id", "3", 3),
    _cursor("-source__name", "a", 3),
    base64.urlsafe_b64encode(b"[" * 300).decode(),
]


@pytest.mark.parametrize("cursor", TAMPERED, ids=range(len(TAMPERED)))
def test_a_tampered_cursor_is_refused(reporting: APIClient, cursor: str) -> None:
    _articles(2)
    answer = reporting.get(ARTICLES, {"cursor": cursor})
    assert (answer.status_code, answer.json()["errors"]) == (
        400,
        [{"field": "cursor", "code": "invalid", "detail": "This cursor is not one of this list."}],
    )


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=1e9", "limit"),
        ("limit=-1", "limit"),
        ("limit=", "limit"),
        ("limit=٣", "limit"),
        ("page=1e9", "page"),
        ("order=title", "order"),
        ("order=-source__name", "order"),
        ("order=created_by__password", "order"),
        ("created_by=1", "created_by"),
        ("kind=rumour", "kind"),
        ("kind=", "kind"),
        ("url=", "url"),
        ("kind=%00", "kind"),
        ("story=one", "story"),
        ("story=1e400", "story"),
        ("story=0", "story"),
        (f"story={'9' * 5000}", "story"),
        (f"story={2**63}", "story"),
        ("url=%00", "url"),
        ("external_id=" + "x" * 301, "external_id"),
        ("kind=wire&kind=article", "kind"),
        ("format=xml", "format"),
    ],
)
def test_parameters_that_are_none(reporting: APIClient, query: str, field: str) -> None:
    answer = reporting.get(f"{ARTICLES}?{query}")
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]


def test_one_row_takes_no_parameters(reporting: APIClient) -> None:
    (article,) = _articles(1)
    assert reporting.get(f"{ARTICLES}/{article}?limit=3").status_code == 400


# One row and three rows take as many queries; one of them is for the key with its owner and her roles.
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("articles", 4),
        ("articles/{article}", 7),
        ("articles/{article}/versions", 4),
        ("articles/{article}/versions/2", 4),
        ("claims", 1),
        ("claims/{claim}", 7),
        ("flags", 2),
        ("sources", 2),
        ("stories", 2),
    ],
)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_costs_the_same_however_many_rows(checking: APIClient, address: str, queries: int, rows: int) -> None:
    article = claim = 0
    for n in range(rows):
        story = factories.story(f"Story {n}")
        version = factories.first_version("12 people died. 9 were hurt.", source=f"Source {n}", story=story)
        a = factories.figure(version, "12 people died", "12", 12, 12)
        article, claim = version.article_id, a.claim_id
        for count in range(rows):
            later = factories.next_version(version.article, f"{13 + count} people died. 9 were hurt.")
            b = factories.figure(later, f"{13 + count} people died", str(13 + count), 1, 1, claim=a.claim)
            factories.flag(a, b)
    path = f"/api/v1/{address.format(article=article, claim=claim)}"
    for _ in range(2):
        checking.get(path)  # notes the use of the key; makes statements known to the connection
    with CaptureQueriesContext(connection) as captured:
        answer = checking.get(path)
    assert answer.status_code == 200
    assert len(captured) == queries, [query["sql"][:150] for query in captured]
