"""Flags open once, close by themselves when what they say is no longer so, and keep what people decided."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from claims.engine import ENGINE_VERSION
from claims.enums import DismissalReason, FlagState
from claims.errors import ReasonMissing, StaleFlag
from claims.models import Claim, ContradictionFlag, FlagMove, Mention
from claims.services import decisions, flags, pipeline, runs
from sources.models import Article, ArticleVersion
from tests import factories

pytestmark = pytest.mark.django_db


def _hour(hour: int) -> datetime:
    return datetime(2026, 4, 15, hour, tzinfo=UTC)


def _read(version: ArticleVersion) -> ArticleVersion:
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    return version


def _first(text: str, source: str, hour: int) -> Article:
    story = factories.story()
    version = factories.first_version(
        text, source=source, story=story, published_at=_hour(hour), title=f"{source} says"
    )
    return _read(version).article


def _next(article: Article, text: str, hour: int) -> ArticleVersion:
    return _read(factories.next_version(article, text, published_at=_hour(hour), title=f"{article.source} says"))


def _open() -> list[tuple[str, str, str]]:
    found = ContradictionFlag.objects.filter(state=FlagState.OPEN).order_by("pk")
    return [(flag.scope, flag.a.text, flag.b.text) for flag in found]


LEDGER = "At least 31 people were killed in the ferry fire in Kalderhaven on Tuesday."
OSK = "Twenty-six people were killed in the ferry fire in Kalderhaven on Tuesday."


def _two_that_disagree() -> tuple[Article, Article]:
    return _first(LEDGER, "Tidewater Ledger", 9), _first(OSK, "Kalder Post", 10)


def test_a_conflict_that_persists_is_one_flag() -> None:
    ledger, _ = _two_that_disagree()
    assert len(_open()) == 1
    _next(ledger, LEDGER + " The harbour stays closed.", 11)
    assert len(_open()) == 1


def test_a_later_version_that_says_otherwise_closes_it() -> None:
    _, post = _two_that_disagree()
    _next(post, OSK.replace("Twenty-six", "Thirty-one"), 11)
    assert [scope for scope, _, _ in _open()] == ["across_versions"]
    move = FlagMove.objects.get()
    assert (move.was, move.became, move.by, move.flag.scope) == ("open", "resolved", None, "between_sources")
    assert move.reason.startswith("Version 2 now says: Thirty-one people were killed")


POST_LATER = OSK.replace("Twenty-six", "Thirty-one")


# The last row is an archive that is read source by source, as an import and an engine upgrade do.
@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0)])
def test_the_order_in_which_versions_are_read_decides_nothing(order: tuple[int, ...]) -> None:
    story = factories.story()
    recorded = [
        factories.first_version(LEDGER, source="Tidewater Ledger", story=story, published_at=_hour(9), title="Fire"),
        factories.first_version(OSK, source="Kalder Post", story=story, published_at=_hour(10), title="Ferry fire"),
    ]
    recorded.append(factories.next_version(recorded[1].article, POST_LATER, published_at=_hour(11), title="Ferry fire"))
    for at in order:
        _read(recorded[at])
    found = ContradictionFlag.objects.order_by("scope").values_list("scope", "state")
    assert list(found) == [("across_versions", "open"), ("between_sources", "resolved")]
    move = FlagMove.objects.get()
    assert move.reason == f"Version 2 now says: {POST_LATER}"


# The Post came between two versions of the Ledger that say the same.
@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2)])
def test_two_versions_that_say_the_same_disagree_with_a_third_once(order: tuple[int, ...]) -> None:
    story = factories.story()
    ledger = factories.first_version(
        LEDGER, source="Tidewater Ledger", story=story, published_at=_hour(9), title="Fire"
    )
    post = factories.first_version(OSK, source="Kalder Post", story=story, published_at=_hour(10), title="Ferry fire")
    again = factories.next_version(ledger.article, f"{LEDGER} It rains.", published_at=_hour(11), title="Fire")
    for at in order:
        _read((ledger, post, again)[at])
    assert _open() == [("between_sources", LEDGER[:-1], OSK[:-1])]


def test_reading_an_archive_again_opens_nothing_that_a_later_version_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    ledger, post = _two_that_disagree()
    _next(post, POST_LATER, 11)
    before = list(ContradictionFlag.objects.order_by("pk").values_list("pk", "state"))
    _with_engine("next", monkeypatch)
    for version in (*post.versions.order_by("number"), *ledger.versions.all()):
        _read(version)
    assert list(ContradictionFlag.objects.order_by("pk").values_list("pk", "state")) == before


def test_a_flag_that_closed_by_itself_opens_again_when_the_value_comes_back() -> None:
    _, post = _two_that_disagree()
    _next(post, OSK.replace("Twenty-six", "Thirty-one"), 11)
    _next(post, OSK, 12)
    between = ContradictionFlag.objects.filter(scope="between_sources").order_by("pk")
    assert [flag.state for flag in between] == ["resolved", "open"]


def test_a_dismissed_flag_stays_dismissed_while_both_say_the_same(checker: User) -> None:
    ledger, _ = _two_that_disagree()
    decisions.dismiss(ContradictionFlag.objects.get(), by=checker, code=DismissalReason.ANOTHER_COUNT)
    _next(ledger, LEDGER + " The harbour stays closed.", 11)
    assert ContradictionFlag.objects.get().state == "dismissed"


def test_a_value_that_moves_is_flagged_anew_beside_the_dismissal(checker: User) -> None:
    ledger, _ = _two_that_disagree()
    decisions.dismiss(ContradictionFlag.objects.get(), by=checker, code=DismissalReason.ANOTHER_COUNT)
    _next(ledger, LEDGER.replace("31", "40"), 11)
    between = ContradictionFlag.objects.filter(scope="between_sources").order_by("pk")
    assert [flag.state for flag in between] == ["dismissed", "open"]


def test_a_later_engine_keeps_claims_mentions_and_decisions(checker: User, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger, post = _two_that_disagree()
    decisions.uphold(ContradictionFlag.objects.get(), by=checker)
    before = sorted(Mention.objects.values_list("pk", "claim_id", "start", "end"))
    _with_engine("next", monkeypatch)
    assert sorted(runs.schedule_outdated(10)) == sorted(
        ArticleVersion.objects.filter(article__in=[ledger, post]).values_list("pk", flat=True)
    )
    for version in ArticleVersion.objects.order_by("published_at"):
        pipeline.bring_up_to(version.pk)
    assert sorted(Mention.objects.values_list("pk", "claim_id", "start", "end")) == before
    assert [flag.state for flag in ContradictionFlag.objects.all()] == ["upheld"]


def test_a_later_engine_closes_what_it_no_longer_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    _two_that_disagree()
    _with_engine("next", monkeypatch)
    monkeypatch.setattr(flags, "findings_between", lambda *_, **__: [])
    runs.schedule_outdated(10)
    for version in ArticleVersion.objects.order_by("published_at"):
        pipeline.bring_up_to(version.pk)
    flag = ContradictionFlag.objects.get()
    assert (flag.state, flag.moves.get().reason) == ("resolved", "Version next of the engine no longer finds it.")


def test_a_mention_that_is_no_longer_found_goes_unless_a_person_decided_on_it(
    checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, _ = _two_that_disagree()
    flag = ContradictionFlag.objects.get()
    decisions.uphold(flag, by=checker)
    _with_engine("next", monkeypatch)
    monkeypatch.setattr(pipeline, "read", lambda *_: pipeline.Extraction(()))
    runs.schedule_outdated(10)
    for version in ArticleVersion.objects.order_by("published_at"):
        pipeline.bring_up_to(version.pk)
    assert sorted(Mention.objects.values_list("pk", "withdrawn")) == sorted([(flag.a_id, True), (flag.b_id, True)])
    assert Claim.objects.count() == 2
    assert ledger.claims.count() == 1


def _with_engine(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert name != ENGINE_VERSION
    for module in (
        "claims.services.runs",
        "claims.services.flags",
        "claims.services.closing",
        "claims.services.pipeline",
    ):
        monkeypatch.setattr(f"{module}.ENGINE_VERSION", name)


@pytest.mark.parametrize("words", ["", "  \n"])
def test_other_needs_words(checker: User, words: str) -> None:
    _two_that_disagree()
    with pytest.raises(ReasonMissing):
        decisions.dismiss(ContradictionFlag.objects.get(), by=checker, code=DismissalReason.OTHER, reason=words)
    assert ContradictionFlag.objects.get().state == "open"


def test_the_second_of_two_decisions_is_told_so(checker: User, desk_head: User) -> None:
    _two_that_disagree()
    hers, his = ContradictionFlag.objects.get(), ContradictionFlag.objects.get()
    decisions.uphold(hers, by=checker)
    with pytest.raises(StaleFlag):
        decisions.dismiss(his, by=desk_head, code=DismissalReason.MISREAD)
    assert [(move.became, move.by) for move in FlagMove.objects.all()] == [("upheld", checker)]


def test_a_decision_can_be_taken_back(checker: User) -> None:
    _two_that_disagree()
    flag = ContradictionFlag.objects.get()
    decisions.dismiss(flag, by=checker, code=DismissalReason.MISREAD)
    decisions.reopen(flag, by=checker)
    assert [(move.was, move.became) for move in flag.moves.all()] == [("open", "dismissed"), ("dismissed", "open")]
