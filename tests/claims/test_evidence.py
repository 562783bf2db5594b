"""Evidence: linked to a passage, looked at, flagged where it says otherwise, taken back and put back."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.engine.embedding import DIMENSIONS
from claims.enums import Containment, FlagState, FlagType, Kind, Part, RunState, Scope, Stance, VerdictState
from claims.errors import AlreadyLinked, OwnWords, SpanOutsideText, StaleEvidence, WordsNotFound, WrongState
from claims.models import Claim, ContradictionFlag, Evidence, Mention, StoryProfile, Verdict
from claims.queries.evidence import standing
from claims.services import containment, evidence, verdicts
from claims.services.evidence import Bearing, Passage
from sources.enums import SourceKind
from sources.models import ArticleVersion
from tests import factories

SUPPORTS = Bearing(Stance.SUPPORTS)


@pytest.fixture
def dead(db: None) -> Mention:
    version = factories.first_version("At least 31 people died when a ferry burned.", story=factories.story())
    return factories.figure(version, "At least 31 people died", "At least 31", 31, None, approximation="at_least")


@pytest.fixture
def said(db: None) -> Mention:
    version = factories.first_version("“Nobody has been charged in this case,” said Edda Korsin.")
    return factories.quote(version, "Nobody has been charged in this case", "Edda Korsin")


def statement(text: str, title: str = "Statement 7") -> ArticleVersion:
    version = factories.first_version(
        text,
        title=title,
        source="Coast Guard",
        source_kind=SourceKind.GOVERNMENT,
        story=factories.story(),
        published_at=factories.MORNING + timedelta(hours=2),
    )
    factories.run(version)
    return version


def count(version: ArticleVersion, words: str, value: int) -> Mention:
    return factories.figure(version, words, str(value), value, value)


def linked(claim: Claim, version: ArticleVersion, words: str, by: User, bearing: Bearing = SUPPORTS) -> Evidence:
    return evidence.link(claim, evidence.find(version, words), bearing, by=by)


def open_flags() -> list[ContradictionFlag]:
    return list(ContradictionFlag.objects.filter(state=FlagState.OPEN))


def test_a_passage_that_holds_the_figure_says_so(dead: Mention, checker: User) -> None:
    told = statement("So far 31 people died in the fire.")
    count(told, "31 people died", 31)
    bearing = Bearing(Stance.SUPPORTS, note="From the press line.", locator="page 2")
    row = linked(dead.claim, told, "31 people  died", checker, bearing)
    row.refresh_from_db()
    assert (row.text, row.part, row.start, row.end) == ("31 people died", "body", 7, 21)
    assert (row.stance, row.note, row.locator, row.added_by) == ("supports", "From the press line.", "page 2", checker)
    assert (row.contains, row.contains_reason) == ("contains", "Contains the figure: 31 people killed.")
    assert open_flags() == []


def test_support_that_says_otherwise_is_flagged_until_it_is_removed(dead: Mention, checker: User) -> None:
    told = statement("We mourn 26 people died in the fire.")
    other = count(told, "26 people died", 26)
    row = linked(dead.claim, told, "26 people died", checker)
    (flag,) = open_flags()
    assert (flag.scope, flag.relation, flag.type, flag.evidence) == ("against_evidence", "conflict", "figure", row)
    assert (flag.a, flag.b) == (dead, other)
    assert flag.reason == (
        "Linked as support for the claim. Another figure: 26 people killed, not at least 31 people killed."
    )
    evidence.remove(row, by=checker)
    assert open_flags() == []
    evidence.restore(row, by=checker)
    assert [one.scope for one in open_flags()] == [Scope.AGAINST_EVIDENCE]


@pytest.mark.parametrize("stance", [Stance.REFUTES, Stance.CONTEXT])
def test_what_is_not_linked_as_support_may_say_otherwise(stance: Stance, dead: Mention, checker: User) -> None:
    told = statement("We mourn 26 people died in the fire.")
    count(told, "26 people died", 26)
    row = linked(dead.claim, told, "26 people died", checker, Bearing(stance))
    assert (row.contains, open_flags()) == (Containment.DIFFERS, [])


def test_a_flag_that_somebody_dismissed_does_not_come_back(dead: Mention, checker: User) -> None:
    from claims.enums import DismissalReason
    from claims.services import decisions

    told = statement("We mourn 26 people died in the fire.")
    count(told, "26 people died", 26)
    row = linked(dead.claim, told, "26 people died", checker)
    decisions.dismiss(open_flags()[0], by=checker, code=DismissalReason.ANOTHER_COUNT)
    containment.renew([row])
    assert open_flags() == []


def test_a_transcript_without_marks_is_flagged_by_its_own_words(said: Mention, checker: User) -> None:
    told = statement("KORSIN: Nobody has been arrested in this case. Next question.")
    linked(said.claim, told, "Nobody has been arrested in this case", checker)
    (flag,) = open_flags()
    assert (flag.type, flag.a, flag.b.text) == (FlagType.QUOTE, said, "Nobody has been arrested in this case")
    # It is there for the flag alone.
    assert (flag.b.withdrawn, flag.b.claim.article) == (True, told.article)


def test_a_text_that_is_still_read_is_looked_at_when_that_is_done(dead: Mention, checker: User) -> None:
    told = statement("So far 31 people died in the fire.")
    factories.run(told, RunState.DUE)
    row = linked(dead.claim, told, "31 people died", checker)
    assert row.contains == Containment.UNCLEAR
    count(told, "31 people died", 31)
    factories.run(told)
    containment.renew_beside(told)
    row.refresh_from_db()
    assert row.contains == Containment.CONTAINS


def test_a_new_value_is_held_against_old_evidence(dead: Mention, checker: User) -> None:
    told = statement("So far 31 people died in the fire.")
    count(told, "31 people died", 31)
    row = linked(dead.claim, told, "31 people died", checker)
    second = factories.next_version(dead.version.article, "At least 37 people died when a ferry burned.")
    more = factories.figure(
        second, "At least 37 people died", "At least 37", 37, None, approximation="at_least", claim=dead.claim
    )
    containment.renew_beside(second)
    row.refresh_from_db()
    assert row.contains == Containment.DIFFERS
    assert [(flag.evidence, {flag.a_id, flag.b_id} >= {more.pk}) for flag in open_flags()] == [(row, True)]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 3), (0, 1_000), (-3, 4), (9, 10)])
def test_a_passage_has_words(start: int, end: int, dead: Mention, checker: User) -> None:
    told = statement("Thirty-one people died.".replace(" ", "  "))
    if (start, end) == (9, 10):
        start, end = 10, 11  # white space alone
    with pytest.raises(SpanOutsideText):
        evidence.link(dead.claim, Passage(told, Part.BODY, start, end), SUPPORTS, by=checker)
    assert not Evidence.objects.exists()


def test_words_that_do_not_stand_there_are_not_found(dead: Mention) -> None:
    with pytest.raises(WordsNotFound):
        evidence.find(statement("Nobody knows."), "31 people died")
    with pytest.raises(WordsNotFound):
        evidence.find(dead.version, " \u200b ")


def test_words_of_a_headline_are_found(dead: Mention) -> None:
    told = statement("Nobody knows more.", title="31 people died")
    found = evidence.find(told, "31 people died")
    assert (found.part, found.start, found.end) == (Part.HEADLINE, 0, 14)


def test_an_article_does_not_bear_itself_out(dead: Mention, checker: User) -> None:
    for stance in (Stance.SUPPORTS, Stance.REFUTES):
        with pytest.raises(OwnWords):
            linked(dead.claim, dead.version, "a ferry burned", checker, Bearing(stance))
    assert linked(dead.claim, dead.version, "a ferry burned", checker, Bearing(Stance.CONTEXT)).pk


def test_a_passage_is_linked_once(dead: Mention, checker: User, second_checker: User) -> None:
    told = statement("So far 31 people died.")
    row = linked(dead.claim, told, "31 people died", checker)
    with pytest.raises(AlreadyLinked):
        linked(dead.claim, told, "31 people died", second_checker)
    evidence.remove(row, by=checker)
    again = linked(dead.claim, told, "31 people died", second_checker)
    with pytest.raises(AlreadyLinked):
        evidence.restore(row, by=checker)
    assert list(Evidence.objects.filter(removed_at=None)) == [again]


def test_removing_twice_is_refused(dead: Mention, checker: User) -> None:
    row = linked(dead.claim, statement("So far 31 people died."), "31 people died", checker)
    evidence.remove(row, by=checker)
    with pytest.raises(StaleEvidence):
        evidence.remove(row, by=checker)
    evidence.restore(row, by=checker)
    with pytest.raises(StaleEvidence):
        evidence.restore(row, by=checker)


def test_the_database_knows_what_stands_there(dead: Mention, checker: User) -> None:
    row = linked(dead.claim, statement("So far 31 people died."), "31 people died", checker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.filter(pk=row.pk).update(text="37 people died")


def contributors(claim: Claim) -> set[str]:
    verdict = claim.verdicts.order_by("-revision").first()
    return set(verdict.contributors.values_list("person__username", flat=True))


def test_whoever_links_or_removes_takes_part_in_the_draft(
    dead: Mention, checker: User, second_checker: User, reviewer: User
) -> None:
    row = linked(dead.claim, statement("So far 31 people died."), "31 people died", checker)
    assert (dead.claim.verdicts.get().state, contributors(dead.claim)) == (VerdictState.DRAFT, {"checker"})
    evidence.remove(row, by=second_checker)
    assert contributors(dead.claim) == {"checker", "second_checker"}
    evidence.restore(row, by=reviewer)
    assert contributors(dead.claim) == {"checker", "second_checker", "reviewer"}


def in_review(claim: Claim, by: User) -> Verdict:
    draft = verdicts.open_draft(claim, by=by)
    draft = verdicts.write(draft, by=by, edits=draft.edits, rating="confirmed", rationale="The coast guard says so.")
    verdicts.submit(draft, by=by, edits=draft.edits)
    draft.refresh_from_db()
    return draft


def test_nothing_changes_under_a_verdict_in_review(dead: Mention, checker: User, second_checker: User) -> None:
    told = statement("So far 31 people died. We mourn.")
    row = linked(dead.claim, told, "31 people died", checker)
    in_review(dead.claim, checker)
    for act in (
        lambda: linked(dead.claim, told, "We mourn", second_checker),
        lambda: evidence.remove(row, by=checker),
    ):
        with pytest.raises(WrongState):
            act()
    assert list(Evidence.objects.filter(removed_at=None)) == [row]


def test_evidence_for_an_approved_claim_opens_a_new_revision(
    dead: Mention, checker: User, reviewer: User, second_checker: User
) -> None:
    told = statement("So far 31 people died. We mourn.")
    linked(dead.claim, told, "31 people died", checker)
    verdict = in_review(dead.claim, checker)
    factories.run(told)
    Evidence.objects.update(contains=Containment.CONTAINS)
    ContradictionFlag.objects.all().delete()
    verdicts.approve(verdict, by=reviewer, edits=verdict.edits)
    linked(dead.claim, told, "We mourn", second_checker, Bearing(Stance.CONTEXT))
    states = list(dead.claim.verdicts.order_by("revision").values_list("revision", "state"))
    assert states == [(1, VerdictState.APPROVED), (2, VerdictState.DRAFT)]
    assert contributors(dead.claim) == {"second_checker"}


def test_hidden_passages_are_no_claims_of_their_article(said: Mention, checker: User) -> None:
    told = statement("KORSIN: Nobody has been arrested in this case. Next question.")
    linked(said.claim, told, "Nobody has been arrested in this case", checker)
    standing = Mention.objects.filter(version=told, withdrawn=False, kind=Kind.QUOTE)
    assert not standing.exists()


@pytest.mark.parametrize(
    ("hours", "greyed"),
    [
        (2, ""),
        # the evening before the first report: it may be the event itself
        (-23, ""),
        (-25, "Older than the event: published well before the first report of the story."),
    ],
)
def test_what_is_older_than_the_event_cannot_stand_alone(hours: int, greyed: str, dead: Mention, checker: User) -> None:
    told = factories.first_version(
        "So far 31 people died.", source="Almanac", published_at=factories.MORNING + timedelta(hours=hours)
    )
    linked(dead.claim, told, "31 people died", checker)
    assert [(row.greyed, row.alone) for row in standing(dead.claim)] == [(greyed, not greyed)]


@pytest.mark.parametrize(
    ("named", "hours", "greyed"),
    [
        # two articles of two name the day: five days back, and what was published on it stands
        ([[5], [5]], -5 * 24, ""),
        ([[5], [5]], -6 * 24, "Older than the event: published before {}, the day that the story's articles name."),
        # one names it, and one another: nothing is known but when the first report came
        ([[5], [4]], -2 * 24, "Older than the event: published well before the first report of the story."),
        # the day of the report is named as often: the earlier counts
        ([[5, 0], [5, 0]], -24, ""),
        # two of five are not half
        ([[5], [5], [], [], []], -2 * 24, "Older than the event: published well before the first report of the story."),
        # a day in another year is history
        ([[400], [400]], -2 * 24, "Older than the event: published well before the first report of the story."),
    ],
)
def test_the_day_that_the_story_names_says_what_is_older(
    named: list[list[int]], hours: int, greyed: str, dead: Mention, checker: User
) -> None:
    reported = timezone.localdate(factories.MORNING)
    for days in named:
        version = dead.version
        if StoryProfile.objects.exists():
            version = factories.first_version("So it was.", source="Evening Post", story=dead.version.article.story)
        StoryProfile.objects.create(
            article=version.article,
            version=version,
            published_at=version.published_at,
            model="none",
            vector=[0.0] * DIMENSIONS,
            days=[reported - timedelta(days=back) for back in days],
        )
    told = factories.first_version(
        "So far 31 people died.", source="Almanac", published_at=factories.MORNING + timedelta(hours=hours)
    )
    linked(dead.claim, told, "31 people died", checker)
    day = reported - timedelta(days=named[0][0])
    assert [row.greyed for row in standing(dead.claim)] == [greyed.format(f"{day.day} {day:%B %Y}")]
