"""Articles and versions in and out."""

import hashlib
from typing import Any

import pytest
from rest_framework.test import APIClient

from claims.enums import RunState
from claims.models import ExtractionRun
from sources.models import Article, Source, Story
from tests import factories
from tests.api import bodies

ARTICLES = "/api/v1/articles"
EMPTY: dict[str, Any] = {"next": None, "results": []}


def test_an_article_goes_in_with_its_first_version(reporting: APIClient) -> None:
    body = bodies.article(
        kind="wire",
        story="Kalderhaven ferry fire",
        url="https://ledger.example.org/ferry",
        external_id="ledger-7",
        note="Corrects the date.",
        published_at="2026-04-15T11:00:00+02:00",
        source={"name": "Tidewater Ledger", "kind": "wire_agency"},
    )
    answer = reporting.post(ARTICLES, body)
    article = Article.objects.get()
    assert answer.status_code == 201
    assert answer["Location"] == f"http://testserver/api/v1/articles/{article.pk}"
    version = answer.json()["latest_version"]
    captured_at = article.versions.get().captured_at.isoformat().replace("+00:00", "Z")
    assert version == {
        "number": 1,
        "title": "Ferry fire in Kalderhaven",
        "note": "Corrects the date.",
        "language": "en",
        "published_at": "2026-04-15T09:00:00Z",
        "captured_at": captured_at,
        "sha256": hashlib.sha256(bodies.TEXT.encode()).hexdigest(),
        "characters": len(bodies.TEXT),
        "has_bidi": False,
        "has_invisible": False,
        "processing": {"state": "due", "attempts": 0, "error": "", "finished_at": None},
    }
    source, story = Source.objects.get(), Story.objects.get()
    assert answer.json() == {
        "id": article.pk,
        "kind": "wire",
        "source": {
            "id": source.pk,
            "name": "Tidewater Ledger",
            "kind": "wire_agency",
            "tier": "secondary",
            "independence": "original",
        },
        "story": {
            "id": story.pk,
            "slug": "kalderhaven-ferry-fire",
            "title": "Kalderhaven ferry fire",
            "created_at": story.created_at.isoformat().replace("+00:00", "Z"),
        },
        "url": "https://ledger.example.org/ferry",
        "external_id": "ledger-7",
        "created_at": article.created_at.isoformat().replace("+00:00", "Z"),
        "embargoed_until": None,
        "latest_version": version,
        "versions": [version],
    }
    assert article.created_by is not None
    assert article.created_by.username == "reporter"


def test_what_a_list_gives_is_what_reading_one_gives(checking: APIClient) -> None:
    article = factories.first_version("Nine people died in the fire.").article
    factories.next_version(article, "Ten people died in the fire.")
    (listed,) = checking.get(ARTICLES).json()["results"]
    read = checking.get(f"{ARTICLES}/{article.pk}").json()
    assert [version["number"] for version in read.pop("versions")] == [1, 2]
    assert listed == read
    assert listed["latest_version"]["number"] == 2


def test_an_address_that_is_taken_leaves_nothing_behind(reporting: APIClient) -> None:
    factories.first_version("Nine people died.", url="https://ledger.example.org/ferry")
    body = bodies.article(
        url="https://ledger.example.org/ferry", source={"name": "Harbour Gazette"}, story="Another story"
    )
    answer = reporting.post(ARTICLES, body)
    assert (answer.status_code, answer.json()["code"], answer.json()["detail"]) == (
        409,
        "address_taken",
        "Another article has this address or id. Add a new version to that one.",
    )
    assert list(Source.objects.values_list("name", flat=True)) == ["Tidewater Ledger"]
    assert (Article.objects.count(), Story.objects.count()) == (1, 0)


def test_the_same_text_again_is_no_new_version(checking: APIClient) -> None:
    version = factories.first_version(bodies.TEXT)
    address = f"{ARTICLES}/{version.article_id}/versions"
    # With Windows line ends and a control character it is still the same text once it is cleaned.
    same = checking.post(address, {"text": f"\x00{bodies.TEXT}\r\n"})
    assert (same.status_code, same.json()["number"], same.json()["created"]) == (200, 1, False)
    other = checking.post(address, {"text": bodies.TEXT.replace("12", "14")})
    assert (other.status_code, other.json()["number"], other.json()["created"]) == (201, 2, True)
    assert other["Location"] == f"http://testserver{address}/2"
    back = checking.post(address, {"text": bodies.TEXT})
    assert (back.status_code, back.json()["number"], back.json()["created"]) == (201, 3, True)
    listed = checking.get(address).json()["results"]
    assert [one["number"] for one in listed] == [1, 2, 3]
    assert "text" not in listed[0]


# A version without a headline keeps the one before, unless that was only made of the first words of its text.
@pytest.mark.parametrize(
    ("headline", "pushed", "expected"),
    [
        ("Ferry fire in Kalderhaven", "", "Ferry fire in Kalderhaven"),
        ("Ferry fire in Kalderhaven", "Ferry fire: 14 dead", "Ferry fire: 14 dead"),
        ("", "", "Fourteen people died in the fire."),
    ],
)
def test_the_headline_of_a_pushed_version(checking: APIClient, headline: str, pushed: str, expected: str) -> None:
    article = factories.first_version("Nine people died in the fire.", title=headline).article
    body = {"text": "Fourteen people died in the fire."} | ({"title": pushed} if pushed else {})
    assert checking.post(f"{ARTICLES}/{article.pk}/versions", body).json()["title"] == expected


def test_one_version_has_its_text(checking: APIClient) -> None:
    version = factories.first_version(bodies.TEXT)
    answer = checking.get(f"{ARTICLES}/{version.article_id}/versions/1").json()
    (listed,) = checking.get(f"{ARTICLES}/{version.article_id}/versions").json()["results"]
    assert answer.pop("text") == bodies.TEXT
    assert answer == listed


@pytest.mark.parametrize("state", list(RunState))
def test_how_far_the_engine_is_with_a_version(checking: APIClient, state: RunState) -> None:
    version = factories.first_version(bodies.TEXT)
    words = "MemoryError: too long" if state is RunState.FAILED else ""
    held = {"lease": "00000000-0000-0000-0000-000000000001", "leased_until": factories.MORNING}
    finished = factories.MORNING if state in {RunState.DONE, RunState.FAILED} else None
    ExtractionRun.objects.create(
        version=version,
        engine_version="0",
        state=state,
        attempts=2,
        due_at=factories.MORNING,
        error=words,
        finished_at=finished,
        **(held if state is RunState.RUNNING else {}),
    )
    answer = checking.get(f"{ARTICLES}/{version.article_id}").json()
    assert answer["versions"][0]["processing"] == {
        "state": state.value,
        "attempts": 2,
        "error": words,
        "finished_at": "2026-04-15T09:00:00Z" if finished else None,
    }


def test_filters_of_articles(checking: APIClient) -> None:
    story = factories.story()
    one = factories.first_version("Nine died.", story=story, url="https://ledger.example.org/a").article
    two = factories.first_version("Ten died.", source="Harbour Gazette").article

    def found(query: str) -> list[int]:
        return [row["id"] for row in checking.get(f"{ARTICLES}?{query}").json()["results"]]

    assert found("") == [two.pk, one.pk]
    assert found("order=id") == [one.pk, two.pk]
    assert found(f"story={story.pk}") == [one.pk]
    assert found(f"source={two.source_id}") == [two.pk]
    assert found("url=https://ledger.example.org/a") == [one.pk]
    assert found("url=https://ledger.example.org/b") == []
    assert found("kind=wire") == []
    assert found("external_id=ledger-7") == []


@pytest.mark.parametrize("address", ["/999", "/999/versions", "/999/versions/1", f"/{10**30}", f"/{'9' * 5000}"])
def test_there_is_no_such_article(reporting: APIClient, address: str) -> None:
    answer = reporting.get(ARTICLES + address)
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_pushing_to_no_article_is_404(reporting: APIClient) -> None:
    assert reporting.post(f"{ARTICLES}/999/versions", {"text": "Nine died."}).status_code == 404


def test_lists_begin_empty(reporting: APIClient) -> None:
    for address in ("articles", "claims", "flags", "sources", "stories"):
        assert reporting.get(f"/api/v1/{address}").json() == EMPTY


def test_sources_and_stories(checking: APIClient) -> None:
    factories.first_version("Nine died.", story=factories.story())
    (source,) = checking.get("/api/v1/sources?kind=news_outlet").json()["results"]
    assert source["name"] == "Tidewater Ledger"
    assert checking.get("/api/v1/sources?kind=police").json() == EMPTY
    (story,) = checking.get("/api/v1/stories?slug=kalderhaven-ferry-fire").json()["results"]
    assert story["title"] == "Kalderhaven ferry fire"
    assert checking.get("/api/v1/stories?slug=other").json() == EMPTY
