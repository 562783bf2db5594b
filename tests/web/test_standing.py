"""A flag says in plain words how many independent origins stand behind each side, and who passes on whom."""

from django.test import Client

from claims.enums import Scope
from claims.models import Mention
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import Element, page


def test_two_that_relay_one_agency_are_one_origin(ferry: Ferry, as_reporter: Client) -> None:
    for source in ("Kalderhaven Courier", "Harbour Today"):
        version = factories.first_version(
            "We mourn 26 passengers.\n\nSource: Reuters", title=source, source=source, story=ferry.story
        )
        factories.figure(version, "26 passengers", "26", 26, 26)
    Mention.objects.update(keys=[1])
    section = page(as_reporter.get(f"/flags/{ferry.between.pk}/")).one("section", **{"aria-labelledby": "h-orig"})
    assert section.one("small").text == "1 independent origin against 2"
    first, second = section.all("article", cls="origins")
    assert [link.text for link in first.all("a")] == ["Tidewater Ledger"]
    assert second.one("p").text == "2 origins for 26"
    assert [line.text for line in second.all("ul")[0].children if isinstance(line, Element)] == [
        "Osk Lines version 1",
        "Reuters, passed on by Kalderhaven Courier version 1 Harbour Today version 1",
    ]


def test_a_text_that_disagrees_with_itself_has_no_sides(ferry: Ferry, as_reporter: Client) -> None:
    flag = factories.flag(ferry.dead, ferry.quote, scope=Scope.WITHIN_DOCUMENT)
    assert page(as_reporter.get(f"/flags/{flag.pk}/")).all("section", **{"aria-labelledby": "h-orig"}) == []
