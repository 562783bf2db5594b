"""A judge of the site's own adds a reason to what is flagged, and decides nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from claims.engine.judge import CrossEncoder, Judgement, JudgeUnusable, judgement, labels_in
from claims.enums import Answer
from claims.models import ContradictionFlag
from claims.services import pipeline, runs
from tests import factories

DENIED = "The operator denied that the doors of the Kalderhaven ferry were locked."
ADMITTED = "The operator admitted that the doors of the Kalderhaven ferry were locked."
TOLL = "Thirty-one people were killed in the Kalderhaven ferry fire."
HERE = "tests.claims.test_judge"
ENGINE = "the operator is reported to say both that it is so and that it is not: "


class Counting:
    """Holds that two statements clash where they have the same number of letters; shows what it was asked."""

    def __init__(self, model: str) -> None:
        self.model = model

    def __call__(self, a: str, b: str) -> Judgement:
        label = Answer.CONTRADICTS if len(a) == len(b) else Answer.AGREES
        return Judgement(label, 1.0, f"{self.model}: {a} / {b} {label}.")


class Failing(Counting):
    """A judge whose model is broken."""

    def __call__(self, a: str, b: str) -> Judgement:
        raise RuntimeError("no such tensor")


def _reasons(*texts: str) -> list[str]:
    story = factories.story()
    for hour, text in enumerate(texts, start=9):
        version = factories.first_version(
            text,
            source=f"Paper {hour}",
            title="Ferry",
            story=story,
            published_at=datetime(2026, 4, 15, hour, tzinfo=UTC),
        )
        runs.schedule(version.pk)
        pipeline.bring_up_to(version.pk)
    return [flag.reason for flag in ContradictionFlag.objects.order_by("pk")]


@pytest.mark.django_db
def test_its_reason_stands_behind_that_of_the_engine(settings: Settings) -> None:
    settings.JUDGE, settings.JUDGE_MODEL = f"{HERE}.Counting", "tiny"
    (reason,) = _reasons(DENIED, ADMITTED)
    assert reason.startswith(ENGINE)
    said = "that the doors of the Kalderhaven ferry were locked"
    assert reason.endswith(f" tiny: the operator denied {said} / the operator said {said} agrees.")


@pytest.mark.django_db
@pytest.mark.parametrize("judge", ["", f"{HERE}.Failing", f"{HERE}.Missing", "nowhere.at_all"])
def test_without_one_and_with_a_broken_one_the_flag_is_the_same(judge: str, settings: Settings) -> None:
    settings.JUDGE, settings.JUDGE_MODEL = judge, "tiny"
    (reason,) = _reasons(DENIED, ADMITTED)
    assert reason.startswith(ENGINE)
    assert "tiny" not in reason


@pytest.mark.django_db
def test_it_opens_no_flag_and_is_not_asked_about_figures(settings: Settings) -> None:
    settings.JUDGE, settings.JUDGE_MODEL = f"{HERE}.Counting", "tiny"
    assert _reasons(DENIED, DENIED) == []
    (reason,) = _reasons(TOLL, TOLL.replace("Thirty-one", "Twenty-nine"))
    assert "tiny" not in reason


LABELS = ("entailment", "neutral", "contradiction")


def test_the_mean_of_both_orders_decides() -> None:
    found = judgement(LABELS, [(0.0, 0.0, 4.0), (0.0, 1.0, 0.0)])
    assert (found.label, round(found.score, 2)) == (Answer.CONTRADICTS, 0.59)
    assert found.reason == "A language model holds that this cannot both be so (0.59 of 1)."
    assert judgement(LABELS, [(1.0, 0.0, 0.0)]).label is Answer.AGREES
    assert judgement(tuple(reversed(LABELS)), [(1.0, 0.0, 0.0)]).label is Answer.CONTRADICTS


@pytest.mark.parametrize("text", ["", "[]", '{"labels": 3}', '{"labels": ["entailment", "neutral"]}', '{"names": []}'])
def test_labels_that_cannot_be_read_are_refused(text: str) -> None:
    with pytest.raises(JudgeUnusable):
        labels_in(text)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JudgeUnusable, match="must hold one"):
        CrossEncoder(str(tmp_path))
