"""What a person overrules of what was read holds: in flags, in later readings, in versions that say the same."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from claims.enums import Containment, FlagState, Outcome, Stance
from claims.errors import ContentInvalid, StaleCorrection, WrongState
from claims.models import Claim, ContradictionFlag, Correction, ExtractionRun, Mention
from claims.services import corrections, evidence, pipeline, runs, verdicts
from claims.services.evidence import Bearing
from sources.models import ArticleVersion
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = "At least 31 people were killed in the ferry fire, the coast guard said."
OTHER = "At least 37 people were killed in the ferry fire."


def read(version: ArticleVersion) -> ArticleVersion:
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    return version


def again(version: ArticleVersion) -> None:
    ExtractionRun.objects.filter(version=version).update(state="due")
    pipeline.bring_up_to(version.pk)


def dead(version: ArticleVersion) -> Mention:
    return Mention.objects.select_related("claim").get(version=version, kind="figure", withdrawn=False)


def correct(row: Mention, by: User, **changes: object) -> Correction:
    row.claim.refresh_from_db()
    return corrections.correct(row, changes, by=by, edits=row.claim.edits, reason="The source says so.")


def values(row: Mention) -> tuple[Decimal | None, Decimal | None, str]:
    row.refresh_from_db()
    return row.low, row.high, row.rule


@pytest.fixture
def row(db: None) -> Mention:
    return dead(read(factories.first_version(TEXT)))


def test_a_correction_changes_what_is_read_and_says_so(row: Mention, checker: User) -> None:
    made = correct(row, checker, low=Decimal(37), place="the harbour")
    assert values(row) == (Decimal(37), None, "by_hand")
    assert (row.place, row.reading) == ("the harbour", "at least 37 people killed")
    assert (made.by, made.reason, made.after) == (
        checker,
        "The source says so.",
        {"low": "37", "place": "the harbour"},
    )
    assert made.before["low"] == "31"


def test_undoing_has_the_engine_s_reading_stand_again(row: Mention, checker: User, second_checker: User) -> None:
    before = Mention.objects.filter(pk=row.pk).values().get()
    made = correct(row, checker, low=Decimal(37))
    row.claim.refresh_from_db()
    corrections.undo(made, by=second_checker, edits=row.claim.edits)
    assert Mention.objects.filter(pk=row.pk).values().get() == before
    made.refresh_from_db()
    assert made.undone_by == second_checker
    row.claim.refresh_from_db()
    with pytest.raises(StaleCorrection):
        corrections.undo(made, by=checker, edits=row.claim.edits)


def test_only_the_last_correction_can_be_undone(row: Mention, checker: User) -> None:
    first, second = correct(row, checker, low=Decimal(37)), correct(row, checker, low=Decimal(38))
    row.claim.refresh_from_db()
    with pytest.raises(StaleCorrection):
        corrections.undo(first, by=checker, edits=row.claim.edits)
    corrections.undo(second, by=checker, edits=row.claim.edits)
    assert values(row)[0] == 37


def test_it_survives_another_reading_of_the_version(row: Mention, checker: User) -> None:
    correct(row, checker, low=Decimal(37))
    again(row.version)
    assert list(Mention.objects.filter(version=row.version, kind="figure")) == [row]
    assert values(row) == (Decimal(37), None, "by_hand")


@pytest.mark.parametrize(
    ("text", "outcome", "low", "rule"),
    [
        # the same words, other words before them
        (f"On Tuesday it burned.\n{TEXT}", Outcome.UNCHANGED, 37, "by_hand"),
        # another value: what was corrected stands there no more
        (TEXT.replace("31", "40"), Outcome.VALUE_CHANGED, 40, None),
    ],
)
def test_it_goes_on_to_a_version_that_says_the_same(
    text: str, outcome: Outcome, low: int, rule: str | None, row: Mention, checker: User
) -> None:
    correct(row, checker, low=Decimal(36))
    correct(row, checker, low=Decimal(37))
    second = read(factories.next_version(row.version.article, text))
    now = dead(second)
    assert (now.claim_id, now.outcome, now.carried_from_id) == (row.claim_id, outcome, row.pk)
    assert now.low == low
    assert (now.rule == "by_hand") is (rule == "by_hand")
    assert Correction.objects.filter(mention=now).count() == (1 if rule else 0)
    again(second)
    assert dead(second) == now
    assert dead(second).low == low


def test_one_that_went_on_is_undone_there_alone(row: Mention, checker: User) -> None:
    correct(row, checker, low=Decimal(37))
    now = dead(read(factories.next_version(row.version.article, f"It burned.\n{TEXT}")))
    now.claim.refresh_from_db()
    corrections.undo(Correction.objects.get(mention=now), by=checker, edits=now.claim.edits)
    now.refresh_from_db()
    assert (now.low, now.rule == "by_hand", now.run.version_id) == (31, False, now.version_id)
    assert values(row)[0] == 37


def test_flags_follow_it(row: Mention, checker: User) -> None:
    story = factories.story()
    ours = dead(read(factories.first_version(TEXT.replace("At least ", ""), source="Ledger", story=story)))
    read(factories.first_version(OTHER.replace("At least ", ""), source="Courier", story=story))
    opened = ContradictionFlag.objects.filter(state=FlagState.OPEN)
    assert opened.count() == 1
    made = correct(ours, checker, low=Decimal(37), high=Decimal(37))
    assert opened.count() == 0
    ours.claim.refresh_from_db()
    corrections.undo(made, by=checker, edits=ours.claim.edits)
    assert opened.count() == 1


def test_evidence_is_looked_at_again(row: Mention, checker: User) -> None:
    told = read(factories.first_version("Twenty-six people were killed in the ferry fire.", source="Radio"))
    linked = evidence.link(row.claim, evidence.find(told, told.text), Bearing(Stance.SUPPORTS), by=checker)
    assert linked.contains == Containment.DIFFERS
    correct(row, checker, low=Decimal(26))
    linked.refresh_from_db()
    assert linked.contains == Containment.CONTAINS
    assert not ContradictionFlag.objects.filter(state=FlagState.OPEN).exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"low": None}, "The bounds that “at_least” needs are not all given."),
        ({"unit": " "}, "A figure needs a unit, or the singular of what is counted."),
        ({"low": Decimal(31)}, "Nothing is different from what was read."),
        ({"measure_key": "sunk"}, "There is no measure 'sunk'."),
        ({"start": 3, "text": "else"}, "Nothing is different from what was read."),
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, object], words: str, row: Mention, checker: User) -> None:
    with pytest.raises(ContentInvalid, match="^" + words.replace(".", r"\.") + "$"):
        corrections.correct(row, changes, by=checker, edits=row.claim.edits)
    assert values(row)[0] == 31
    assert Claim.objects.get(pk=row.claim_id).edits == row.claim.edits


def test_a_stale_correction_is_refused(row: Mention, checker: User, second_checker: User) -> None:
    seen = row.claim.edits
    corrections.correct(row, {"low": Decimal(37)}, by=checker, edits=seen)
    with pytest.raises(StaleCorrection):
        corrections.correct(row, {"low": Decimal(38)}, by=second_checker, edits=seen)
    assert values(row)[0] == 37


def test_a_verdict_in_review_is_not_pulled_from_under_the_reviewer(row: Mention, checker: User) -> None:
    draft = verdicts.open_draft(row.claim, by=checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating="confirmed", rationale="So they say.")
    verdicts.submit(draft, by=checker, edits=draft.edits)
    with pytest.raises(WrongState):
        correct(row, checker, low=Decimal(37))
    assert values(row)[0] == 31


def test_who_corrects_takes_part_in_a_draft(row: Mention, checker: User, second_checker: User) -> None:
    draft = verdicts.open_draft(row.claim, by=checker)
    correct(row, second_checker, low=Decimal(37))
    assert set(draft.contributors.values_list("person__username", flat=True)) == {"checker", "second_checker"}


def test_the_speaker_of_a_quote_and_the_claimant_of_an_attribution(checker: User) -> None:
    text = "“Nobody has been charged in this case,” said Edda Korsin. The port authority denies that pressure was low."
    version = read(factories.first_version(text))
    found = sorted(Mention.objects.filter(version=version).values_list("pk", flat=True))
    quote = Mention.objects.select_related("claim").get(version=version, kind="quote")
    correct(quote, checker, claimant="Tomas Rell")
    denial = Mention.objects.select_related("claim").get(version=version, kind="attribution")
    correct(denial, checker, claimant="The harbour board", polarity="affirmed")
    again(version)
    quote.refresh_from_db()
    denial.refresh_from_db()
    assert (quote.claimant, quote.reading) == (
        "Tomas Rell",
        "“Nobody has been charged in this case”, said by Tomas Rell",
    )
    assert (denial.claimant, denial.polarity) == ("The harbour board", "affirmed")
    assert sorted(Mention.objects.filter(version=version).values_list("pk", flat=True)) == found
