"""Evidence by hand: found, chosen by words or by place, linked, taken back; and a source added on the spot."""

from datetime import timedelta

import pytest
from django.test import Client

from claims.enums import FlagState, Stance
from claims.models import ContradictionFlag, Evidence, Mention
from claims.services import evidence, rows, verdicts
from claims.services.evidence import Bearing
from sources.models import ArticleVersion
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import page


@pytest.fixture
def told(ferry: Ferry) -> ArticleVersion:
    """A statement of the same story that gives the count of the second version."""
    version = factories.first_version(
        "So far 37 people died.\nWe mourn them. 🚢 A ship burned.",
        title="Statement 7",
        source="Coast Guard",
        story=ferry.story,
        published_at=factories.MORNING + timedelta(hours=2),
    )
    compared(factories.figure(version, "37 people died", "37", 37, 37), ferry.more_dead, ferry.fewer_dead)
    return version


def compared(*mentions: Mention) -> None:
    """Gives mentions the keys that the engine would have stored."""
    for mention in mentions:
        (placed,) = rows.placed([mention])
        mention.keys = rows.key_hashes(placed, "en")
        mention.save(update_fields=["keys"])


def where(ferry: Ferry, version: ArticleVersion) -> str:
    return f"/claims/{ferry.dead.claim_id}/evidence/in/{version.pk}/"


def link(client: Client, ferry: Ferry, version: ArticleVersion, **given: object) -> Evidence:
    answer = client.post(where(ferry, version), {"stance": "supports", **given})
    assert answer.status_code == 302, page(answer).one("form", id="passage").text
    return Evidence.objects.latest("pk")


def test_the_story_is_offered_first_with_what_holds_the_figure(
    ferry: Ferry, told: ArticleVersion, as_checker: Client
) -> None:
    elsewhere = factories.first_version("A parade.", title="Parade of ships", source="Evening Post")
    shown = page(as_checker.get(f"/claims/{ferry.dead.claim_id}/evidence/")).one("main")
    suggested, texts = shown.all("ul", cls="rows")
    assert [one.one("p", cls="passage").text for one in suggested.all("li")] == [
        "“So far 37 people died.”",
        "“We mourn 26 passengers.”",
    ]
    assert [one.one("p", cls="proof").text for one in suggested.all("li")] == [
        "In the same story. Contains the figure: 37 people killed.",
        "In the same story. Another figure: 26 people killed, not at least 37 people killed.",
    ]
    assert [link.text for link in texts.all("a", cls="claim")] == [
        "Statement 7",
        "Statement",
        "Ferry fire in Kalderhaven",
    ]
    assert elsewhere.title not in shown.text


def test_words_are_looked_for_in_all_texts_the_story_first(
    ferry: Ferry, told: ArticleVersion, as_checker: Client
) -> None:
    factories.first_version("A ship burned in May.", title="Years ago", source="Evening Post")
    factories.first_version("A parade.", title="Parade", source="Evening Post")
    shown = page(as_checker.get(f"/claims/{ferry.dead.claim_id}/evidence/?q=ship+burned")).one("main")
    assert [link.text for link in shown.all("a", cls="claim")] == ["Statement 7", "Years ago"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("burned ship", ["Statement 7", "Years ago"]),  # in any order
        ("BURN", ["Statement 7", "Years ago", "Ferry fire in Kalderhaven"]),  # their beginnings
        ("urned", []),
        ("ship parade", []),  # all of them, in one text
        ("3.5 per cent", ["Budget"]),  # a figure is a word
        ("evening", ["Years ago", "Parade", "Budget"]),  # who published it
        ("' & !ship | (", ["Statement 7", "Years ago"]),  # no language of signs
    ],
)
def test_how_texts_are_found_by_words(
    words: str, found: list[str], ferry: Ferry, told: ArticleVersion, as_checker: Client
) -> None:
    for title, text in {
        "Budget": "It rose by 3.5 per cent.",
        "Parade": "A parade.",
        "Years ago": "A ship burned.",
    }.items():
        factories.first_version(text, title=title, source="Evening Post")
    shown = page(as_checker.get(f"/claims/{ferry.dead.claim_id}/evidence/", {"q": words})).one("main")
    assert [link.text for link in shown.all("a", cls="claim")] == found


def test_a_suggestion_is_linked_by_one_press(ferry: Ferry, told: ArticleVersion, as_checker: Client) -> None:
    shown = page(as_checker.get(f"/claims/{ferry.dead.claim_id}/evidence/")).one("main")
    form = shown.all("ul", cls="rows")[0].all("form")[0]
    given = {
        one.attrs["name"]: one.attrs["value"] for one in form.all("input") if one.attrs["name"] != "csrfmiddlewaretoken"
    }
    button = form.all("button")[0]
    answer = as_checker.post(form.attrs["action"], {**given, button.attrs["name"]: button.attrs["value"]}, follow=True)
    row = Evidence.objects.get()
    assert (row.text, row.stance, row.contains) == ("So far 37 people died.", "supports", "contains")
    panel = page(answer).one("div", id="panel-body")
    assert panel.one("p", cls="proof--yes").text == "Contains the figure: 37 people killed."
    again = page(as_checker.get(f"/claims/{ferry.dead.claim_id}/evidence/")).one("main")
    assert "So far 37" not in again.all("ul", cls="rows")[0].text


def test_a_passage_is_linked_by_its_words(ferry: Ferry, told: ArticleVersion, as_checker: Client) -> None:
    row = link(as_checker, ferry, told, words="37 people\ndied", locator="page 2", note="Read out at noon.")
    assert (row.text, row.start, row.locator, row.note) == ("37 people died", 7, "page 2", "Read out at noon.")


def test_a_place_counts_in_code_points(ferry: Ferry, told: ArticleVersion, as_checker: Client) -> None:
    start = told.text.index("A ship")
    row = link(as_checker, ferry, told, words="A ship burned.", part="body", start=start, end=start + 14)
    assert (row.text, row.start) == ("A ship burned.", start)


def test_the_second_of_two_like_passages_can_be_meant(ferry: Ferry, as_checker: Client) -> None:
    twice = factories.first_version("Died: 37. Then, died: 37.", source="Radio", story=ferry.story)
    row = link(as_checker, ferry, twice, words="37", part="body", start=22, end=24)
    assert row.start == 22


def test_words_that_the_place_does_not_hold_are_looked_for(
    ferry: Ferry, told: ArticleVersion, as_checker: Client
) -> None:
    row = link(as_checker, ferry, told, words="We mourn them", part="body", start=0, end=4)
    assert row.text == "We mourn them"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"words": "Nobody died"}, "These words do not stand in the text. Copy them from it as they are."),
        ({"words": ""}, "These words do not stand in the text. Copy them from it as they are."),
        (
            {"words": "", "part": "body", "start": 4_000, "end": 5_000},
            "There is no text at that place. Choose the words once more.",
        ),
    ],
)
def test_what_is_no_passage_is_refused_and_kept_in_the_form(
    given: dict[str, object], says: str, ferry: Ferry, told: ArticleVersion, as_checker: Client
) -> None:
    answer = as_checker.post(where(ferry, told), {"stance": "refutes", "note": "As told.", **given})
    assert answer.status_code == 422
    shown = page(answer)
    assert shown.one("div", cls="notice--warn").text == says
    assert shown.one("textarea", id="p-note").text == "As told."
    assert [one.attrs["value"] for one in shown.all("input", name="stance") if "checked" in one.attrs] == ["refutes"]
    assert not Evidence.objects.exists()


def test_an_article_is_no_support_for_itself(ferry: Ferry, as_checker: Client) -> None:
    answer = as_checker.post(where(ferry, ferry.first), {"stance": "supports", "words": "a ferry burned"})
    assert (answer.status_code, Evidence.objects.count()) == (422, 0)


def test_a_contradicting_support_shows_its_flag_and_loses_it_with_the_passage(
    ferry: Ferry, told: ArticleVersion, as_checker: Client
) -> None:
    row = link(as_checker, ferry, ferry.other, words="26 passengers")
    flag = ContradictionFlag.objects.get(scope="against_evidence")
    panel = page(as_checker.get(f"/articles/{ferry.article.pk}/?claim={ferry.dead.claim_id}")).one(id="panel-body")
    assert f"/flags/{flag.pk}/" in [one.attrs["href"] for one in panel.all("a", cls="btn--small")]
    assert as_checker.get(f"/flags/{flag.pk}/").status_code == 200
    as_checker.post(f"/evidence/{row.pk}/remove/")
    flag.refresh_from_db()
    assert flag.state == FlagState.RESOLVED


def test_what_was_removed_is_put_back(ferry: Ferry, told: ArticleVersion, as_checker: Client) -> None:
    row = link(as_checker, ferry, told, words="37 people died")
    panel = page(as_checker.post(f"/evidence/{row.pk}/remove/", {"v": "2"}, follow=True)).one("div", id="panel-body")
    assert [one.text for one in panel.all("h3") if one.text.startswith("Evidence")] == ["Evidence 0Add evidence e"]
    back = next(form for form in panel.all("form") if form.attrs["action"] == f"/evidence/{row.pk}/restore/")
    as_checker.post(back.attrs["action"], {"v": "2"})
    row.refresh_from_db()
    assert row.removed_at is None


def test_old_evidence_is_grey_and_says_why(ferry: Ferry, as_checker: Client) -> None:
    old = factories.first_version(
        "31 died.", source="Radio", story=ferry.story, published_at=factories.MORNING - timedelta(hours=1)
    )
    link(as_checker, ferry, old, words="31 died")
    panel = page(as_checker.get(f"/articles/{ferry.article.pk}/?claim={ferry.dead.claim_id}")).one(id="panel-body")
    assert (
        panel.one("li", cls="stale").all("p", cls="meta")[0].text == "Older than version 1, which still said otherwise."
    )


def test_a_quote_is_shown_against_the_passage_word_by_word(ferry: Ferry, as_checker: Client) -> None:
    script = factories.first_version("KORSIN: Nobody has been arrested. Next.", source="Radio", story=ferry.story)
    factories.run(script)
    where_it_is = f"/claims/{ferry.quote.claim_id}/evidence/in/{script.pk}/"
    as_checker.post(where_it_is, {"stance": "supports", "words": "Nobody has been arrested"})
    panel = page(as_checker.get(f"/articles/{ferry.article.pk}/?claim={ferry.quote.claim_id}")).one(id="panel-body")
    diff = panel.one("p", cls="difftext")
    assert (diff.one("del").text, diff.one("ins").text) == ("charged", "arrested")


def test_a_new_source_is_recorded_and_leads_to_its_text(ferry: Ferry, as_checker: Client) -> None:
    given = {
        "source": "Harbour master",
        "source_kind": "government",
        "kind": "official_statement",
        "published_at": "2026-04-15T12:00",
        "title": "Log of the day",
        "text": "37 people died at sea.",
    }
    answer = as_checker.post(f"/claims/{ferry.dead.claim_id}/evidence/source/", given)
    version = ArticleVersion.objects.get(article__source__name="Harbour master")
    assert answer.headers["Location"] == where(ferry, version)
    assert (version.article.story, version.title, version.recorded_by.username) == (
        ferry.story,
        "Log of the day",
        "checker",
    )


def test_a_new_source_without_text_is_refused_and_kept(ferry: Ferry, as_checker: Client) -> None:
    given = {"source": "Harbour master", "source_kind": "government", "kind": "report", "title": "Log", "text": " "}
    answer = as_checker.post(f"/claims/{ferry.dead.claim_id}/evidence/source/", given)
    assert answer.status_code == 422
    assert page(answer).one("input", name="title").attrs["value"] == "Log"
    assert not ArticleVersion.objects.filter(article__source__name="Harbour master").exists()


def test_nothing_is_linked_under_a_verdict_in_review(
    ferry: Ferry, told: ArticleVersion, as_checker: Client, second_checker: object
) -> None:
    claim = ferry.dead.claim
    row = evidence.link(claim, evidence.find(told, "37 people died"), Bearing(Stance.SUPPORTS), by=second_checker)
    draft = verdicts.open_draft(claim, by=second_checker)
    draft = verdicts.write(draft, by=second_checker, edits=draft.edits, rating="confirmed", rationale="So.")
    verdicts.submit(draft, by=second_checker, edits=draft.edits)
    answer = as_checker.post(where(ferry, told), {"stance": "context", "words": "We mourn them"})
    assert answer.status_code == 422
    assert page(answer).one("div", cls="notice--warn").text == "This verdict is in review. Withdraw it to change it."
    as_checker.post(f"/evidence/{row.pk}/remove/")
    assert list(Evidence.objects.filter(removed_at=None)) == [row]
    panel = page(as_checker.get(f"/articles/{ferry.article.pk}/?claim={claim.pk}")).one("div", id="panel-body")
    assert [one.text for one in panel.all("a") if one.attrs["href"].startswith(f"/claims/{claim.pk}/evidence")] == []


def test_reporters_read_along(ferry: Ferry, told: ArticleVersion, as_reporter: Client, checker: object) -> None:
    row = evidence.link(ferry.dead.claim, evidence.find(told, "37 people died"), Bearing(Stance.SUPPORTS), by=checker)
    answers = [
        as_reporter.get(f"/claims/{ferry.dead.claim_id}/evidence/"),
        as_reporter.get(where(ferry, told)),
        as_reporter.post(where(ferry, told), {"stance": "context", "words": "We mourn them"}),
        as_reporter.post(f"/claims/{ferry.dead.claim_id}/evidence/source/", {"source": "X", "text": "Y"}),
        as_reporter.post(f"/evidence/{row.pk}/remove/"),
        as_reporter.post(f"/evidence/{row.pk}/restore/"),
    ]
    assert [answer.status_code for answer in answers] == [403] * 6
    assert list(Evidence.objects.filter(removed_at=None)) == [row]
    assert as_reporter.get(f"/articles/{ferry.article.pk}/?claim={ferry.dead.claim_id}").status_code == 200


@pytest.mark.parametrize(
    "address", ["/claims/0/evidence/", "/claims/9999999/evidence/", "/claims/{claim}/evidence/in/9999999/"]
)
def test_what_is_not_there_is_not_found(address: str, ferry: Ferry, as_checker: Client) -> None:
    assert as_checker.get(address.format(claim=ferry.dead.claim_id)).status_code == 404
