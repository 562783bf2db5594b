"""Many articles in one piece: line by line, whole or not at all, through the death of a worker, and never twice."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from rest_framework.test import APIClient

from claims.api import import_bodies
from claims.enums import RunState
from claims.models import BulkImport, Claim, ImportLine, Mention
from claims.services import import_lines, imports, leases
from sources.models import Article, ArticleVersion, Source
from tests import factories

IMPORTS = "/api/v1/imports"


@pytest.fixture
def heading(api_of: Callable[..., APIClient], desk_head: User) -> APIClient:
    return api_of(desk_head)


def article(number: int, **more: Any) -> dict[str, Any]:
    return {
        "title": f"Ferry fire {number}",
        "text": f"{number} passengers were killed.",
        "source": {"name": f"Paper {number}"},
        "url": f"https://ledger.example.org/{number}",
        **more,
    }


FIGURE = {
    "kind": "figure",
    "start": 0,
    "end": 12,
    "figure": {"low": 1, "high": 1, "approximation": "exact", "unit": "person", "measure": "people killed"},
}


def sent(client: APIClient, *lines: Any) -> Any:
    body = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return client.generic("POST", IMPORTS, body, content_type="application/x-ndjson")


def carried_out(client: APIClient, *lines: Any) -> Any:
    made = sent(client, *lines)
    assert made.status_code == 202, made.json()
    while imports.carry_out(made.json()["id"]):
        pass
    return client.get(f"{IMPORTS}/{made.json()['id']}").json()


def told(client: APIClient, found: Any, **filters: str) -> list[tuple[Any, ...]]:
    rows = client.get(f"{IMPORTS}/{found['id']}/lines", filters).json()["results"]
    return [(row["number"], row["state"], row["code"], row["pointer"]) for row in rows]


def test_each_line_is_recorded_or_says_why_not(heading: APIClient) -> None:
    versions = [{"text": "2 passengers were killed.", "note": "More."}, {"text": "3 passengers were killed."}]
    found = carried_out(
        heading,
        article(1, versions=versions, claims=[FIGURE, FIGURE | {"version": 2}]),
        b"",
        b"{not json",
        article(2, text=" "),
        article(3, titel="x"),
        article(4, claims=[FIGURE | {"end": 900}]),
        article(5, versions=[{"text": "\n"}]),
        article(6, claims=[FIGURE | {"version": 3}]),
        article(7),
    )
    assert (found["state"], found["lines"], found["done"], found["failed"]) == ("done", 8, 2, 6)
    assert told(heading, found) == [
        (1, "done", "", ""),
        (3, "failed", "parse_error", ""),
        (4, "failed", "empty_text", "/text"),
        (5, "failed", "unknown_field", "/titel"),
        (6, "failed", "span_outside_text", "/claims/0"),
        (7, "failed", "empty_text", "/versions/0/text"),
        (8, "failed", "invalid", "/claims/0/version"),
        (9, "done", "", ""),
    ]
    assert told(heading, found, state="done") == [(1, "done", "", ""), (9, "done", "", "")]
    # Of a line that was refused nothing is left, not even its source.
    assert set(Source.objects.values_list("name", flat=True)) == {"Paper 1", "Paper 7"}
    texts = ArticleVersion.objects.filter(article__source__name="Paper 1").order_by("number")
    assert [(one.number, one.text, one.note) for one in texts] == [
        (1, "1 passengers were killed.", ""),
        (2, "2 passengers were killed.", "More."),
        (3, "3 passengers were killed.", ""),
    ]
    assert list(Mention.objects.values_list("version__number", "text")) == [(1, "1 passengers"), (2, "2 passengers")]


# What a line has too much or wrong, and the JSON pointer to it, as RFC 6901 writes it: "~" is "~0" and "/" is "~1".
POINTERS: dict[str, tuple[dict[str, Any], str]] = {
    "a slash is no step": ({"a/b": 1}, "/a~1b"),
    "a tilde": ({"a~b": 1}, "/a~0b"),
    "what looks escaped is escaped once": ({"a~1b": 1}, "/a~01b"),
    "both, in this order": ({"~/": 1}, "/~0~1"),
    "a full stop is no step": ({"a.b": 1}, "/a.b"),
    "no name": ({"": 1}, "/"),
    "within another": ({"source": {"name": "Paper", "e/mail": 1}}, "/source/e~1mail"),
    "the second of a list": (
        {"versions": [{"text": "2 died."}, {"text": "3 died.", "no/te": ""}]},
        "/versions/1/no~1te",
    ),
    "a value, not a name": ({"claims": [FIGURE, FIGURE | {"kind": "a/b"}]}, "/claims/1/kind"),
    "a text that is not there": ({"claims": [FIGURE, FIGURE | {"version": 9}]}, "/claims/1/version"),
}


def test_a_pointer_leads_to_what_was_refused(heading: APIClient) -> None:
    found = carried_out(heading, *(article(at, **more) for at, (more, _) in enumerate(POINTERS.values())))
    assert [row[3] for row in told(heading, found)] == [pointer for _, pointer in POINTERS.values()]


def test_a_nul_in_the_name_of_a_field_costs_its_line_only(heading: APIClient) -> None:
    found = carried_out(heading, article(1, **{"ti\0tel": "x"}), article(2))
    assert told(heading, found) == [(1, "failed", "unknown_field", "/ti\\x00tel"), (2, "done", "", "")]


def test_the_same_again_adds_nothing_and_a_new_version_is_added(heading: APIClient) -> None:
    nameless = {name: value for name, value in article(2).items() if name != "url"}
    first = article(1, versions=[{"text": "2 were killed."}], claims=[FIGURE])
    carried_out(heading, first, nameless)
    for run in ArticleVersion.objects.all():
        factories.run(run)
    before = (Article.objects.count(), ArticleVersion.objects.count(), Claim.objects.count())
    again = carried_out(heading, first, nameless, first)
    assert again["done"] == 3
    assert (Article.objects.count(), ArticleVersion.objects.count(), Claim.objects.count()) == before
    assert set(ImportLine.objects.filter(bulk=again["id"]).values_list("created", flat=True)) == {False}
    carried_out(heading, first | {"versions": [*first["versions"], {"text": "3 were killed."}]})
    assert list(Article.objects.get(canonical_url=first["url"]).versions.values_list("text", flat=True)) == [
        "1 passengers were killed.",
        "2 were killed.",
        "3 were killed.",
    ]


def test_a_list_is_taken_too_and_limits_are_said(heading: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made = heading.post(IMPORTS, [article(1), 7])
    assert (made.status_code, made.json()["lines"], made.json()["failed"]) == (202, 2, 1)
    for body in ({"articles": []}, []):
        assert heading.post(IMPORTS, body).json()["code"] == "parse_error"
    monkeypatch.setattr(import_bodies, "MOST_LINES", 2)
    answer = sent(heading, article(1), article(2), article(3))
    assert (answer.status_code, answer.json()["detail"]) == (
        413,
        "An import has at most 2 lines and 16,000,000 bytes. Send it in parts.",
    )
    monkeypatch.setattr(import_bodies, "IMPORT_BYTES", 50)
    assert sent(heading, article(1)).json()["code"] == "too_large"
    plain = heading.generic("POST", IMPORTS, b"x", content_type="text/csv")
    assert plain.status_code == 415


def test_who_may(
    checking: APIClient, api_of: Callable[..., APIClient], admin: User, desk_head: User, reviewer: User
) -> None:
    for client in (checking, api_of(reviewer)):
        assert sent(client, article(1)).status_code == 403
        assert client.get(IMPORTS).status_code == 403
    until = (timezone.now() + timedelta(days=1)).isoformat()
    pushing = api_of(desk_head, "read", "push")
    found = carried_out(pushing, article(1, claims=[FIGURE]), article(2, embargoed_until=until), article(3))
    assert told(pushing, found) == [
        (1, "failed", "scope_missing", "/claims"),
        (2, "failed", "scope_missing", "/embargoed_until"),
        (3, "done", "", ""),
    ]
    seeing = carried_out(api_of(desk_head), article(4, embargoed_until=until))
    assert seeing["done"] == 1
    assert pushing.get(f"{IMPORTS}/{seeing['id']}").status_code == 404
    assert pushing.get(f"{IMPORTS}/{seeing['id']}/lines").status_code == 404
    administering = api_of(admin)
    assert told(administering, carried_out(administering, article(5, claims=[FIGURE]))) == [
        (1, "failed", "permission_denied", "/claims")
    ]
    assert api_of(desk_head, "read").post(IMPORTS, [article(6)]).json()["code"] == "scope_missing"


def test_it_goes_on_after_a_death_and_what_kills_its_worker_is_given_up(
    heading: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    bulk = BulkImport.objects.get(pk=sent(heading, article(1), article(2), article(3)).json()["id"])
    record = imports.record

    def dies(stored: Any, **more: Any) -> Any:
        if stored["texts"][0]["text"].startswith("2 "):
            import_lines.record(stored, **more)  # recorded, and then the machine goes away before it is committed
            raise SystemExit
        return record(stored, **more)

    monkeypatch.setattr(imports, "record", dies)
    for _ in range(imports.MOST_TRIES):
        with pytest.raises(SystemExit):
            imports.carry_out(bulk.pk)
        assert not imports.carry_out(bulk.pk), "the dead one's lease still holds"
        late = timezone.now() - timedelta(seconds=1)
        BulkImport.objects.update(leased_until=late, due_at=late)
        assert leases.overdue(BulkImport, 10) == [bulk.pk]
    imports.carry_out(bulk.pk)
    bulk.refresh_from_db()
    found = heading.get(f"{IMPORTS}/{bulk.pk}").json()
    assert (bulk.state, found["done"], found["failed"]) == (RunState.DONE, 2, 1)
    assert told(heading, found, state="failed") == [(2, "failed", "internal_error", "")]
    assert set(Source.objects.values_list("name", flat=True)) == {"Paper 1", "Paper 3"}


def test_an_answer_has_a_tag_until_a_line_is_settled(heading: APIClient) -> None:
    one = f"{IMPORTS}/{sent(heading, article(1)).json()['id']}"
    tag = heading.get(one)["ETag"]
    assert heading.get(one, headers={"If-None-Match": tag}).status_code == 304
    imports.carry_out(BulkImport.objects.get().pk)
    assert heading.get(one, headers={"If-None-Match": tag}).status_code == 200
