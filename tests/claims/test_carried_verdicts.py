"""What a new version, or a later engine, does to claims and their verdicts. With the real engine."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from claims.engine import ENGINE_VERSION
from claims.enums import Change, ClaimState, EventType, Rating
from claims.models import Claim, ClaimMove, Comment, ContradictionFlag, Correction, Event, FlagMove, Mention, Verdict
from claims.queries.evidence import standing
from claims.services import assignments, decisions, pipeline, runs, verdicts
from sources.models import Article, ArticleVersion
from tests import factories

pytestmark = pytest.mark.django_db
ONE = "Nine people were killed in the fire, the coastguard said. Forty people were injured."
FOURTEEN = ONE.replace("Nine", "Fourteen")


def _read(version: ArticleVersion) -> ArticleVersion:
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    return version


def _next(article: Article, text: str, hours: int) -> ArticleVersion:
    later = factories.MORNING + timedelta(hours=hours)
    return _read(factories.next_version(article, text, published_at=later))


@pytest.fixture
def article() -> Article:
    return _read(factories.first_version(ONE)).article


def _claim(article: Article, measure: str) -> Claim:
    return article.claims.filter(mentions__measure_key=measure).distinct().get()


def _approved(claim: Claim, checker: User, reviewer: User) -> Verdict:
    factories.evidence(claim, checker, source=f"Source {claim.pk} {claim.verdicts.count()}")
    draft = verdicts.open_draft(claim, by=checker)
    draft = verdicts.write(draft, by=checker, edits=draft.edits, rating=Rating.CONFIRMED, rationale="So they say.")
    row = verdicts.submit(draft, by=checker, edits=draft.edits).verdict
    return verdicts.approve(row, by=reviewer, edits=row.edits).verdict


def _states(article: Article) -> dict[str, tuple[str, bool]]:
    return {measure: _stands(_claim(article, measure)) for measure in ("killed", "injured")}


def _stands(claim: Claim) -> tuple[str, bool]:
    return claim.state, claim.glance


def test_one_figure_changes_and_that_claim_alone_opens_again(article: Article, checker: User, reviewer: User) -> None:
    killed = _claim(article, "killed")
    for measure in ("killed", "injured"):
        _approved(_claim(article, measure), checker, reviewer)
    ContradictionFlag.objects.all().delete()
    before = set(ClaimMove.objects.values_list("pk", flat=True))
    _next(article, FOURTEEN, 1)
    assert _states(article) == {"killed": (ClaimState.RECHECK, False), "injured": (ClaimState.APPROVED, False)}
    (move,) = ClaimMove.objects.exclude(pk__in=before).filter(claim__kind="figure")
    assert (move.claim, move.what, move.by) == (killed, Change.STATE, None)
    assert (move.was, move.became) == ("approved", "recheck")
    assert move.reason != ""
    assert Event.objects.get(type=EventType.VERDICT_STALE).payload["verdict"] == killed.verdicts.get().pk
    # Its passage was found for nine.
    assert [row.alone for row in standing(killed)] == [False]
    assert [row.alone for row in standing(_claim(article, "injured"))] == [True]


def test_other_words_ask_for_a_glance_where_something_was_judged(
    article: Article, checker: User, reviewer: User
) -> None:
    _approved(_claim(article, "killed"), checker, reviewer)
    _next(article, ONE.replace("people were", "people have been"), 1)
    outcomes = dict(Mention.objects.filter(version__number=2, kind="figure").values_list("measure_key", "outcome"))
    assert outcomes == {"killed": "reworded", "injured": "reworded"}
    assert _states(article) == {"killed": (ClaimState.APPROVED, True), "injured": (ClaimState.UNCHECKED, False)}


def test_a_version_that_is_read_again_sends_nothing_back_twice(
    article: Article, checker: User, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    _next(article, FOURTEEN, 1)
    ContradictionFlag.objects.all().delete()
    killed = _claim(article, "killed")
    _approved(killed, checker, reviewer)
    moves = ClaimMove.objects.count()
    _read_by_a_later_engine(monkeypatch)
    assert _states(article)["killed"] == (ClaimState.APPROVED, False)
    assert ClaimMove.objects.count() == moves


def test_what_a_later_engine_finds_in_an_old_version_spares_what_was_judged_later(
    article: Article, checker: User, reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    _next(article, FOURTEEN, 1)
    ContradictionFlag.objects.all().delete()
    killed = _claim(article, "killed")
    _approved(killed, checker, reviewer)
    # As if today's engine had missed the change.
    Mention.objects.filter(claim=killed).update(outcome="unchanged")
    _read_by_a_later_engine(monkeypatch)
    assert Mention.objects.get(claim=killed, version__number=2).outcome == "value_changed"
    assert _states(article)["killed"] == (ClaimState.APPROVED, False)


def _drafted(claim: Claim, by: User) -> None:
    verdicts.open_draft(claim, by=by)


def _linked(claim: Claim, by: User) -> None:
    factories.evidence(claim, by)


def _commented(claim: Claim, by: User) -> None:
    Comment.objects.create(claim=claim, by=by, text="Ask the harbour.")


def _taken(claim: Claim, by: User) -> None:
    assignments.take(claim, by=by)


def _corrected(claim: Claim, by: User) -> None:
    mention = claim.mentions.get()
    Correction.objects.create(claim=claim, mention=mention, before={"unit": ""}, after={"unit": "x"}, by=by)


def _reopened(claim: Claim, by: User) -> None:
    """An open flag with a past is no flag that the engine may forget."""
    other = factories.figure(factories.first_version("9 people died", source="Other"), "9 people died", "9", 9, 9)
    flag = factories.flag(claim.mentions.get(), other)
    decisions.uphold(flag, by=by)
    decisions.reopen(flag, by=by)


@pytest.mark.parametrize("worked_on", [_drafted, _linked, _commented, _taken, _corrected, _reopened])
def test_what_people_worked_on_outlives_an_engine_that_no_longer_finds_it(
    article: Article, checker: User, monkeypatch: pytest.MonkeyPatch, worked_on: Callable[[Claim, User], None]
) -> None:
    killed, injured = _claim(article, "killed"), _claim(article, "injured")
    worked_on(killed, checker)
    rows = FlagMove.objects.count()
    monkeypatch.setattr(pipeline, "read", lambda *_: pipeline.Extraction(()))
    _read_by_a_later_engine(monkeypatch)
    assert list(Mention.objects.filter(claim=killed).values_list("withdrawn", flat=True)) == [True]
    assert not Claim.objects.filter(pk=injured.pk).exists()
    assert FlagMove.objects.count() >= rows


def _read_by_a_later_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ENGINE_VERSION != "next"
    for module in ("runs", "flags", "closing", "pipeline"):
        monkeypatch.setattr(f"claims.services.{module}.ENGINE_VERSION", "next")
    runs.schedule_outdated(10)
    for version in ArticleVersion.objects.order_by("published_at"):
        pipeline.bring_up_to(version.pk)
