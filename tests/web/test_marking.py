"""Claims by hand: marked in selected words, merged with what they were, split off from it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.enums import Outcome
from claims.models import Claim, Mention
from claims.services import comments, verdicts
from tests import factories
from tests.web.conftest import FIRST, Ferry
from tests.web.pages import page


def where(ferry: Ferry, version: int = 1) -> str:
    return f"/articles/{ferry.article.pk}/mark/?v={version}"


def filled(client: Client, ferry: Ferry, kind: str, words: str) -> dict[str, str]:
    """What stands in the form once these words were selected."""
    start = FIRST.index(words)
    answer = client.get(f"{where(ferry)}&kind={kind}&part=body&start={start}&end={start + len(words)}")
    form = page(answer).one("form", id="passage")
    given = {one.attrs["name"]: one.attrs.get("value", "") for one in form.all("input")}
    given |= {one.attrs["name"]: one.letters.lstrip("\n") for one in form.all("textarea")}
    for one in form.all("select"):
        chosen = [option.attrs["value"] for option in one.all("option") if "selected" in option.attrs]
        given[one.attrs["name"]] = chosen[0] if chosen else one.all("option")[0].attrs["value"]
    return given


@pytest.fixture
def bare(ferry: Ferry) -> Ferry:
    """Nothing is marked in version 1 but the quote."""
    ferry.silent.delete()
    Mention.objects.filter(pk__in=[ferry.dead.pk, ferry.denial.pk]).update(withdrawn=True)
    Mention.objects.filter(carried_from=ferry.dead).update(carried_from=None)
    Mention.objects.filter(pk__in=[ferry.dead.pk, ferry.denial.pk]).delete()
    return ferry


def test_a_figure_is_marked_in_selected_words_with_its_number_read(
    bare: Ferry, as_checker: Client, checker: User
) -> None:
    given = filled(as_checker, bare, "figure", "31 people died")
    assert {name: given[name] for name in ("words", "number", "low", "high")} == {
        "words": "31 people died",
        "number": "31",
        "low": "31",
        "high": "31",
    }
    answer = as_checker.post(where(bare), {**given, "unit": "person", "measure": "killed"})
    row = Mention.objects.get(rule="by_hand")
    assert answer.headers["Location"] == f"/articles/{bare.article.pk}/?v=1&claim={row.claim_id}#m{row.claim_id}"
    assert (row.text, row.low, row.high, row.measure_key) == ("31 people died", 31, 31, "killed")
    assert (row.value_start, row.value_end) == (FIRST.index("31"), FIRST.index("31") + 2)
    assert row.claim.created_by == checker


def test_an_attribution_is_marked_with_its_verb_read(bare: Ferry, as_checker: Client) -> None:
    given = filled(as_checker, bare, "attribution", "The port authority denies that pressure was low")
    assert given["cue"] == "denies"
    as_checker.post(
        where(bare),
        {**given, "proposition": "pressure was low", "polarity": "denied", "claimant": "The port authority"},
    )
    row = Mention.objects.get(rule="by_hand")
    assert (row.proposition, row.polarity, row.claimant) == ("pressure was low", "denied", "The port authority")
    assert FIRST[row.proposition_start : row.proposition_end] == "pressure was low"


def test_words_are_enough_where_nothing_was_selected(bare: Ferry, as_checker: Client) -> None:
    answer = as_checker.post(where(bare), {"kind": "quote", "words": "the coast guard\nsaid", "claimant": "A sailor"})
    row = Mention.objects.get(rule="by_hand")
    assert (answer.status_code, row.kind, row.text, row.claimant) == (302, "quote", "the coast guard said", "A sailor")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"words": "Nobody knows"}, "These words do not stand in the text. Copy them from it as they are."),
        ({"number": "32"}, "The number does not stand in the words of the claim."),
        ({"unit": ""}, "A figure needs a unit, or the singular of what is counted."),
        ({"low": "", "high": ""}, "The bounds that “exact” needs are not all given."),
    ],
)
def test_what_does_not_fit_is_refused_and_kept(
    changes: dict[str, str], says: str, bare: Ferry, as_checker: Client
) -> None:
    given = {**filled(as_checker, bare, "figure", "31 people died"), "unit": "person", "as_of": "Tuesday"}
    answer = as_checker.post(where(bare), {**given, **changes})
    assert answer.status_code == 422
    assert page(answer).one("div", cls="notice--warn").text == says
    assert page(answer).one("input", name="as_of").attrs["value"] == "Tuesday"
    assert not Mention.objects.filter(rule="by_hand").exists()


def test_a_mark_on_a_mark_is_refused(ferry: Ferry, as_checker: Client) -> None:
    given = {"kind": "quote", "words": "Nobody has been charged"}
    answer = as_checker.post(where(ferry), given)
    assert answer.status_code == 422
    assert page(answer).one("div", cls="notice--warn").text == "A claim of this kind stands at these words already."


@pytest.mark.parametrize("query", ["?v=9", "?v=x", "?v=1&kind=poem&start=999999&end=9", "?v=1&start=-1&end=x"])
def test_an_odd_address_does_no_harm(query: str, ferry: Ferry, as_checker: Client) -> None:
    answer = as_checker.get(f"/articles/{ferry.article.pk}/mark/{query}")
    assert answer.status_code == (404 if query in {"?v=9", "?v=x"} else 200)


@pytest.fixture
def apart(ferry: Ferry) -> tuple[Mention, Mention]:
    """The denial of version 1, and what the engine took for a new claim in a third version."""
    third = factories.next_version(ferry.article, "The port authority denies that the pressure was too low.")
    now = factories.attribution(
        third,
        "The port authority denies that the pressure was too low",
        "The port authority",
        "denies",
        "the pressure was too low",
    )
    return ferry.denial, now


def test_two_that_are_one_are_merged_and_split_again(
    apart: tuple[Mention, Mention], as_checker: Client, checker: User
) -> None:
    old, now = apart
    comments.say(now.claim, "The same as before.", by=checker)
    shown = page(as_checker.get(f"/articles/{now.claim.article_id}/?claim={now.claim_id}"))
    offered = [option.attrs["value"] for option in shown.one("select", id="merge-other").all("option")]
    assert offered == [str(old.claim_id)]
    as_checker.post(f"/claims/{now.claim_id}/merge/", {"other": old.claim_id})
    gone = now.claim_id
    now.refresh_from_db()
    assert (now.claim_id, now.carried_from, now.outcome) == (old.claim_id, old, Outcome.REWORDED)
    assert Claim.objects.get(pk=old.claim_id).comments.count() == 1
    assert (Claim.objects.get(pk=gone).stands, Claim.objects.get(pk=old.claim_id).stands) == (False, True)
    as_checker.post(f"/claims/{old.claim_id}/split/", {"mention": now.pk})
    now.refresh_from_db()
    assert now.claim_id not in {old.claim_id, gone}
    assert (now.carried_from, now.outcome) == (None, Outcome.NEW)
    assert now.claim.stands is True


def test_work_on_one_side_stays_with_the_claim(
    apart: tuple[Mention, Mention], as_checker: Client, second_checker: User
) -> None:
    old, now = apart
    draft = verdicts.open_draft(now.claim, by=second_checker)
    as_checker.post(f"/claims/{now.claim_id}/merge/", {"other": old.claim_id})
    old.refresh_from_db()
    assert old.claim_id == now.claim_id
    assert set(draft.contributors.values_list("person__username", flat=True)) == {"second_checker", "checker"}


def test_claims_that_are_two_are_not_merged(
    ferry: Ferry, apart: tuple[Mention, Mention], as_checker: Client, checker: User
) -> None:
    old, now = apart
    verdicts.open_draft(old.claim, by=checker)
    verdicts.open_draft(now.claim, by=checker)
    for one, other in (
        (ferry.dead, ferry.quote),  # of two kinds
        (ferry.dead, ferry.fewer_dead),  # of two articles
        (ferry.dead, ferry.dead),  # one and the same
        (old, now),  # both judged
    ):
        as_checker.post(f"/claims/{one.claim_id}/merge/", {"other": other.claim_id})
    before = {one.pk: one.claim_id for one in (old, now, ferry.dead, ferry.quote, ferry.fewer_dead)}
    assert dict(Mention.objects.filter(pk__in=before).values_list("pk", "claim_id")) == before


def test_two_in_one_version_are_two(ferry: Ferry, as_checker: Client) -> None:
    other = factories.quote(ferry.first, "pressure was low", "A sailor")
    answer = as_checker.post(f"/claims/{other.claim_id}/merge/", {"other": ferry.quote.claim_id}, follow=True)
    assert "Both stand in version 1, so they are two." in page(answer).one("main").text


def test_nothing_is_split_from_nothing(ferry: Ferry, as_checker: Client) -> None:
    as_checker.post(f"/claims/{ferry.denial.claim_id}/split/", {"mention": ferry.denial.pk})
    assert ferry.denial.claim_id == Mention.objects.get(pk=ferry.denial.pk).claim_id
    assert as_checker.post(f"/claims/{ferry.dead.claim_id}/split/", {"mention": ferry.quote.pk}).status_code == 404


def test_reporters_do_none_of_it(ferry: Ferry, as_reporter: Client) -> None:
    assert as_reporter.get(where(ferry)).status_code == 403
    assert as_reporter.post(where(ferry), {"kind": "quote", "words": "a ferry"}).status_code == 403
    assert as_reporter.post(f"/claims/{ferry.dead.claim_id}/merge/", {"other": 1}).status_code == 403
    assert as_reporter.post(f"/claims/{ferry.dead.claim_id}/split/", {"mention": 1}).status_code == 403
    assert page(as_reporter.get(f"/articles/{ferry.article.pk}/")).all("div", id="selbar") == []
