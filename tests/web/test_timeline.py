"""The course of a figure on the page of its story: a drawing, and a table that says the same."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.enums import Approximation
from claims.models import Claim, Mention
from sources.models import Story
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page

HOUR = timedelta(hours=1)
QUERIES = 19


def course(client: Client, story: Story, query: str = "") -> Element:
    return page(client.get(f"/stories/{story.slug}/{query}")).one("section", id="figures")


def values(section: Element) -> list[list[str]]:
    """Source, value and who says so, without the time."""
    return [[cell.text for cell in row.all("th") + row.all("td")[1:]] for row in section.one("table").all("tr")[1:]]


def given(story: Story, source: str, words: str, low: int | None, high: int | None, hours: int, **more: object) -> None:
    """Another source gives a value some hours after the morning."""
    version = factories.first_version(
        f"{words} died.", source=source, story=story, published_at=factories.MORNING + hours * HOUR
    )
    factories.figure(version, f"{words} died", words, low, high, **more)


def test_each_value_stands_in_the_table_and_in_the_drawing(ferry: Ferry, as_checker: Client) -> None:
    given(ferry.story, "Coast guard", "35 to 40", 35, 40, 2, approximation=Approximation.BETWEEN)
    section = course(as_checker, ferry.story)
    assert values(section) == [
        ["Coast guard", "35 to 40", "the outlet itself"],
        ["Osk Lines", "Conflict: 26", "the outlet itself"],
        ["Tidewater Ledger", "Conflict: at least 37", "the outlet itself"],
        ["Tidewater Ledger", "at least 31", "the outlet itself"],
    ]
    points = section.one("svg", cls="timeline").all("a")
    assert sorted(point.attrs["aria-label"].rpartition(",")[0].split(", ")[0] for point in points) == [
        "26",
        "35 to 40",
        "at least 31",
        "at least 37",
    ]
    assert [point.attrs["href"] for point in points] == sorted(
        (link.attrs["href"] for link in section.one("table").all("a")), key=[p.attrs["href"] for p in points].index
    )


def lasted(story: Story, source: str, text: str, value: int, unit: str, thing: str, hours: int) -> Claim:
    """A source tells how long something took."""
    version = factories.first_version(
        f"{text}.", source=source, story=story, published_at=factories.MORNING + hours * HOUR
    )
    told = factories.figure(version, text, str(value), value, value, unit=unit, measure_key="duration")
    Mention.objects.filter(pk=told.pk).update(thing=thing)
    return told.claim


def test_a_course_is_of_one_thing_and_units_are_not_mixed(ferry: Ferry, as_checker: Client) -> None:
    evacuation = "The evacuation"
    lasted(ferry.story, "S0", "The evacuation took 2 hours", 2, "hour", evacuation, 0)
    lasted(ferry.story, "S1", "The evacuation took 3 hours", 3, "hour", evacuation, 1)
    lasted(ferry.story, "S2", "The evacuation took 1 day", 1, "day", evacuation, 2)
    lasted(ferry.story, "S0", "A strike of 9 days ended in March", 9, "day", "strike", 3)
    strike = lasted(ferry.story, "S1", "A strike of 8 days ended in March", 8, "day", "strike", 4)
    lasted(ferry.story, "S2", "The captain has been at sea for 31 years", 31, "year", "The captain", 5)
    chips = course(as_checker, ferry.story).one("nav").all("a")
    # What changed stands first, however often another one was given; what was given once is no course.
    assert [chip.text for chip in chips] == [
        "Killed 3",
        "Duration: The evacuation 3",
        "Duration: “A strike of 9 days ended in March” 2",
    ]
    section = course(as_checker, ferry.story, "?measure=duration")
    assert values(section) == [
        ["S2", "1 day", "the outlet itself"],
        ["S1", "3", "the outlet itself"],
        ["S0", "2", "the outlet itself"],
    ]
    assert len(section.one("svg", cls="timeline").all("a")) == 2
    assert "1 in other units stands in the table alone." in section.text
    assert values(course(as_checker, ferry.story, f"?measure=duration&of={strike.pk}")) == [
        ["S1", "8", "the outlet itself"],
        ["S0", "9", "the outlet itself"],
    ]
    # What nobody gave is no measure.
    assert values(course(as_checker, ferry.story, "?measure=%00nothing&of=x"))[0][1] == "Conflict: 26"


def test_what_was_given_once_is_no_course(as_checker: Client) -> None:
    story = factories.story()
    given(story, "Coast guard", "12 people", 12, 12, 0)
    section = course(as_checker, story)
    assert section.all("table") == []
    assert "No figure was given twice yet." in section.text


def test_a_reporter_sees_the_values_of_her_own_articles_alone(ferry: Ferry, as_reporter: Client) -> None:
    given(ferry.story, "Harbour Post", "90 people", 90, 90, 1)
    assert {row[0] for row in values(course(as_reporter, ferry.story))} == {"Osk Lines", "Tidewater Ledger"}


@pytest.mark.parametrize("more", [1, 3])
def test_questions_do_not_grow_with_values(ferry: Ferry, as_checker: Client, more: int) -> None:
    for hours in range(more):
        given(ferry.story, "Coast guard", f"{40 + hours} people", 40 + hours, 40 + hours, hours)
    with CaptureQueriesContext(connection) as asked:
        as_checker.get(f"/stories/{ferry.story.slug}/")
    assert len(asked) == QUERIES
