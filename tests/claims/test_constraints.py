"""What must never be false is held by the database: each named constraint refuses the row that breaks it."""

from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint, F, ProtectedError, UniqueConstraint

from claims.enums import DismissalReason, FlagState, PlacedBy, RunState
from claims.models import ContradictionFlag, FlagMove, StoryMove
from tests import factories
from tests.claims import test_desk_constraints as desk
from tests.claims import test_gate_constraints as gate
from tests.claims.refused import again, broken

pytestmark = pytest.mark.django_db
TEXT = "12 people died. 9 people died. “We lost contact,” he said. He denied that he left."
LEASE = "00000000-0000-0000-0000-000000000001"
# From the first migration's trigger, which no model declares.
TRIGGERED = {"mention_stands_there", "evidence_stands_there"}


@pytest.fixture
def rows() -> dict[str, Any]:
    """One valid row of each kind."""
    version = factories.first_version(TEXT)
    figure = factories.figure(version, "12 people died", "12", 12, 12)
    other = factories.figure(version, "9 people died", "9", 9, 9)
    flag = factories.flag(figure, other)
    return {
        "claim": figure.claim,
        "run": figure.run,
        "figure": figure,
        "other": other,
        "quote": factories.quote(version, "We lost contact"),
        "attribution": factories.attribution(version, "He denied that he left", None, "denied", "he left"),
        "flag": flag,
        "move": FlagMove.objects.create(
            flag=flag, was=FlagState.OPEN, became=FlagState.DISMISSED, code=DismissalReason.OTHER
        ),
        "placing": StoryMove.objects.create(
            article=version.article, became=factories.story(), placed_by=PlacedBy.ENGINE, reason="The same ferry."
        ),
    }


CHANGES = [
    ("claim_kind", "claim", {"kind": "rumour"}),
    ("claim_state", "claim", {"state": "true"}),
    ("run_state", "run", {"state": "lost"}),
    ("run_running_has_lease", "run", {"state": RunState.RUNNING}),
    ("run_running_has_lease", "run", {"state": RunState.RUNNING, "lease": LEASE}),
    ("run_running_has_lease", "run", {"state": RunState.RUNNING, "leased_until": factories.MORNING}),
    ("run_done_has_time", "run", {"finished_at": None}),
    ("run_failed_says_why", "run", {"state": RunState.FAILED, "error": ""}),
    ("mention_span", "quote", {"end": 0, "start": 0, "text": ""}),
    ("mention_kind", "quote", {"kind": "rumour"}),
    ("mention_part", "quote", {"part": "footer"}),
    ("mention_outcome", "quote", {"outcome": "lost"}),
    # A figure without a bound, a wording, or the place of its number.
    ("mention_figure_typed", "figure", {"low": None, "high": None}),
    ("mention_figure_typed", "figure", {"approximation": ""}),
    ("mention_figure_typed", "figure", {"approximation": "roughly"}),
    ("mention_figure_typed", "figure", {"value_start": None, "value_end": None}),
    ("mention_figure_typed", "figure", {"value_end": 0}),
    ("mention_interval_ordered", "figure", {"low": 13}),
    ("mention_attribution_typed", "attribution", {"polarity": ""}),
    ("mention_attribution_typed", "attribution", {"cue": ""}),
    ("mention_attribution_typed", "attribution", {"proposition": ""}),
    # Other words than those of the version, a letter off, past the end, in the headline.
    ("mention_stands_there", "quote", {"text": "We lost contacts"}),
    ("mention_stands_there", "quote", {"start": 1}),
    ("mention_stands_there", "quote", {"end": 5_000}),
    ("mention_stands_there", "quote", {"part": "headline"}),
    ("flag_says_why", "flag", {"reason": ""}),
    ("flag_type", "flag", {"type": "rumour"}),
    ("flag_scope", "flag", {"scope": "everywhere"}),
    ("flag_relation", "flag", {"relation": "echo"}),
    ("flag_state", "flag", {"state": "lost"}),
    ("story_move_somewhere", "placing", {"became": None}),
    ("story_move_moves", "placing", {"was": F("became")}),
    ("story_move_engine_says_why", "placing", {"reason": ""}),
    ("story_move_placed_by", "placing", {"placed_by": "chance"}),
]


@pytest.mark.parametrize(("constraint", "row", "change"), CHANGES)
def test_a_change_is_refused(rows: dict[str, Any], constraint: str, row: str, change: dict[str, Any]) -> None:
    model = type(rows[row])
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        model.objects.filter(pk=rows[row].pk).update(**change)
    assert broken(refused.value) == constraint


COPIES = [
    # The run of one engine on one version, whatever its state.
    ("run_once_an_engine", "run", {"state": RunState.DUE}),
    # The same place, though another claim and other values.
    ("mention_once_a_place", "figure", {"low": 9, "high": 9, "rule": "by_hand"}),
    ("mention_once_a_place", "quote", {"claimant": "Ann Vale"}),
    ("flag_open_once", "flag", {"reason": "Said otherwise."}),
    # A move is never changed, so a wrong one can only be added.
    ("flag_move_moves", "move", {"was": FlagState.DISMISSED}),
    ("flag_move_dismissed_for_a_reason", "move", {"code": ""}),
    ("flag_move_was", "move", {"was": "lost"}),
    ("flag_move_became", "move", {"became": "lost"}),
]


@pytest.mark.parametrize(("constraint", "row", "changes"), COPIES)
def test_a_second_row_is_refused(rows: dict[str, Any], constraint: str, row: str, changes: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        again(rows[row], **changes).save()
    assert broken(refused.value) == constraint


def test_a_pair_has_one_open_flag_whichever_comes_first(rows: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        again(rows["flag"], a=rows["other"], b=rows["figure"]).save()
    assert broken(refused.value) == "flag_open_once"
    # By another rule, or once it was decided, there may be another.
    again(rows["flag"], a=rows["figure"], b=rows["other"], rule="by_hand").save()
    ContradictionFlag.objects.update(state=FlagState.DISMISSED)
    again(rows["flag"], rule="by_hand", state=FlagState.OPEN).save()


def test_a_flag_joins_two(rows: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        ContradictionFlag.objects.filter(pk=rows["flag"].pk).update(b=rows["figure"].pk)
    assert broken(refused.value) == "flag_joins_two"


def test_a_mention_with_a_flag_is_not_deleted(rows: dict[str, Any]) -> None:
    with pytest.raises(ProtectedError):
        rows["figure"].delete()


# Near misses: rows that are right.
@pytest.mark.parametrize(
    ("row", "change"),
    [
        ("figure", {"high": None, "approximation": "at_least"}),
        ("figure", {"low": None, "approximation": "at_most"}),
        ("figure", {"low": -5, "high": -4}),
        ("figure", {"unit": ""}),
        ("figure", {"claimant": None}),
        ("quote", {"claimant": None, "cue": ""}),
        ("run", {"state": RunState.RUNNING, "lease": LEASE, "leased_until": factories.MORNING}),
        ("run", {"state": RunState.FAILED, "error": "no"}),
        ("flag", {"story": None, "silent": True}),
        ("placing", {"reason": "", "placed_by": PlacedBy.HAND}),
        ("placing", {"was": F("became"), "placed_by": PlacedBy.HAND}),
    ],
)
def test_what_is_allowed(rows: dict[str, Any], row: str, change: dict[str, Any]) -> None:
    assert type(rows[row]).objects.filter(pk=rows[row].pk).update(**change) == 1


def test_two_figures_may_share_a_phrase(rows: dict[str, Any]) -> None:
    figure = rows["figure"]
    again(figure, value_start=3, value_end=9, claim=rows["quote"].claim).save()


def test_every_constraint_is_tried() -> None:
    declared = {
        constraint.name
        for model in apps.get_app_config("claims").get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint | UniqueConstraint)
    }
    # An empty text has an empty span, which is refused first.
    tried = {name for name, *_ in [*CHANGES, *COPIES, *desk.CHANGES, *desk.COPIES, *gate.CHANGES, *gate.COPIES]}
    tried |= {"flag_joins_two", "mention_text_not_empty", "verdict_revision_once", "verdict_four_eyes"}
    assert tried == declared | TRIGGERED
