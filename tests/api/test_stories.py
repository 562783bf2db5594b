"""Sources and stories by API, and a story's figures over time."""

from typing import Any

from django.contrib.auth.models import User
from rest_framework.test import APIClient

from claims.enums import Approximation, Outcome
from sources.models import Source
from tests import factories

NOON = factories.MORNING.replace(hour=12)


def _counted(client: APIClient) -> int:
    """A story: one outlet's 12 becomes 14 and is then repeated; another gives at least 9 in between."""
    story = factories.story()
    one = factories.first_version("12 people died. 3 boats sank.", story=story)
    a = factories.figure(one, "12 people died", "12", 12, 12)
    factories.figure(one, "3 boats sank", "3", 3, 3, unit="boat", measure="boats sunk", measure_key="sunk")
    two = factories.next_version(one.article, "14 people died.", published_at=NOON)
    b = factories.figure(
        two, "14 people died", "14", 14, 14, claim=a.claim, outcome=Outcome.VALUE_CHANGED, carried_from=a
    )
    three = factories.next_version(one.article, "In all 14 people died.", published_at=NOON)
    factories.figure(three, "14 people died", "14", 14, 14, claim=a.claim, outcome=Outcome.MOVED, carried_from=b)
    other = factories.first_version(
        "At least 9 people died.",
        source="Quay Radio",
        story=story,
        published_at=factories.MORNING.replace(hour=10),
    )
    factories.figure(other, "At least 9 people died", "9", 9, None, approximation=Approximation.AT_LEAST)
    elsewhere = factories.first_version("80 people died.", story=factories.story("Another fire"))
    factories.figure(elsewhere, "80 people died", "80", 80, 80)
    return story.pk


def test_values_over_time_by_source(checking: APIClient, django_assert_max_num_queries: Any) -> None:
    story = _counted(checking)
    with django_assert_max_num_queries(6):
        answer = checking.get(f"/api/v1/stories/{story}/series?measure_key=killed").json()
    assert (answer["measure_key"], answer["cut"]) == ("killed", False)
    lines = {
        line["source"]["name"]: [(p["published_at"], p["low"], p["high"], p["version"]) for p in line["points"]]
        for line in answer["lines"]
    }
    assert lines == {
        "Tidewater Ledger": [("2026-04-15T09:00:00Z", "12", "12", 1), ("2026-04-15T12:00:00Z", "14", "14", 2)],
        "Quay Radio": [("2026-04-15T10:00:00Z", "9", None, 1)],
    }


def test_what_a_story_counts(checking: APIClient) -> None:
    answer = checking.get(f"/api/v1/stories/{_counted(checking)}").json()
    assert answer["articles"] == 2
    assert answer["measures"] == [
        {"measure_key": "killed", "values": 3},
        {"measure_key": "sunk", "values": 1},
    ]


def test_a_series_of_nothing_and_of_no_measure(checking: APIClient) -> None:
    story = _counted(checking)
    assert checking.get(f"/api/v1/stories/{story}/series?measure_key=missing").json()["lines"] == []
    for query, code in (("", "required"), ("?measure_key=", "required"), ("?measure=killed", "unknown_parameter")):
        refused = checking.get(f"/api/v1/stories/{story}/series{query}")
        assert (refused.status_code, refused.json()["errors"][0]["code"]) == (400, code)
    assert checking.get("/api/v1/stories/404/series?measure_key=killed").status_code == 404


def test_a_reporter_sees_the_points_of_her_own_articles(reporting: APIClient, reporter: User) -> None:
    story = factories.story()
    own = factories.first_version("12 people died.", story=story, by=reporter)
    factories.figure(own, "12 people died", "12", 12, 12)
    other = factories.first_version("9 people died.", source="Quay Radio", story=story)
    factories.figure(other, "9 people died", "9", 9, 9)
    answer = reporting.get(f"/api/v1/stories/{story.pk}/series?measure_key=killed").json()
    assert [line["source"]["name"] for line in answer["lines"]] == ["Tidewater Ledger"]
    assert reporting.get(f"/api/v1/stories/{story.pk}").json()["measures"] == [{"measure_key": "killed", "values": 1}]


def test_a_source_is_added_once(checking: APIClient) -> None:
    agency = checking.post("/api/v1/sources", {"name": "North Wire", "kind": "wire_agency"}).json()
    added = checking.post("/api/v1/sources", {"name": "Quay Radio", "relays": agency["id"]})
    assert (added.status_code, added.json()["independence"], added.json()["tier"]) == (201, "relays", "secondary")
    assert checking.get(added["Location"]).json() == added.json()
    police = checking.post("/api/v1/sources", {"name": "Harbour police", "kind": "police"}).json()
    assert (police["tier"], police["independence"]) == ("primary", "original")
    again = checking.post("/api/v1/sources", {"name": "QUAY radio"})
    assert (again.status_code, again.json()["code"]) == (409, "source_taken")
    nobody = checking.post("/api/v1/sources", {"name": "Pier News", "relays": 10**9})
    assert (nobody.status_code, nobody.json()["errors"][0]["field"]) == (400, "relays")
    assert Source.objects.count() == 3
