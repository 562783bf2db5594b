"""A version's way through the house, with the real engine: in order, once, whatever order and whoever comes."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connections

from claims.enums import ClaimState, Outcome, RunState, Scope
from claims.models import Claim, ContradictionFlag, ExtractionRun, Mention
from claims.services import pipeline, runs
from sources.enums import ArticleKind
from sources.models import Article, ArticleVersion
from sources.services.articles import Content, record_version
from tests import factories

pytestmark = pytest.mark.django_db
ONE = "Nine people were killed in the fire, the coastguard said.\n\nThe ferry had been inspected on Monday."
TWO = ONE.replace("Nine", "Fourteen")
THREE = TWO + "\n\nDivers searched the wreck."


def _hour(hour: int) -> datetime:
    return factories.MORNING + timedelta(hours=hour)


def _versions(*texts: str) -> list[ArticleVersion]:
    """The versions of one article, made due and not read yet."""
    first = factories.first_version(texts[0])
    others = [
        factories.next_version(first.article, text, published_at=_hour(hour))
        for hour, text in enumerate(texts[1:], start=1)
    ]
    for version in [first, *others]:
        runs.schedule(version.pk)
    return [first, *others]


def _counts() -> list[tuple[int, str, str]]:
    """The figures that count people killed: version, words of the number, outcome."""
    rows = Mention.objects.filter(measure_key="killed").order_by("version__number")
    return [
        (row.version.number, row.version.text[row.value_start : row.value_end], row.outcome)
        for row in rows.select_related("version")
    ]


EXPECTED = [
    (1, "Nine", Outcome.NEW),
    (2, "Fourteen", Outcome.VALUE_CHANGED),
    (3, "Fourteen", Outcome.UNCHANGED),
]


# Whatever order the messages arrive in, a version is read after those before it.
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (2,), (0, 0, 2, 2)])
def test_versions_are_read_in_their_order(order: tuple[int, ...]) -> None:
    versions = _versions(ONE, TWO, THREE)
    for at in order:
        pipeline.bring_up_to(versions[at].pk)
    assert _counts() == EXPECTED
    assert list(ExtractionRun.objects.values_list("state", "attempts")) == [("done", 1)] * 3


def test_a_later_version_that_waits_is_named() -> None:
    first, second, third = _versions(ONE, TWO, THREE)
    assert pipeline.bring_up_to(first.pk) == second.pk
    assert pipeline.bring_up_to(second.pk) == third.pk
    assert pipeline.bring_up_to(third.pk) is None
    assert pipeline.bring_up_to(first.pk) is None


def test_one_claim_goes_through_the_versions() -> None:
    for version in _versions(ONE, TWO, THREE):
        pipeline.bring_up_to(version.pk)
    (claim,) = Claim.objects.filter(mentions__measure_key="killed").distinct()
    assert claim.state == ClaimState.RECHECK
    first, second, third = claim.mentions.order_by("version__number")
    assert (second.carried_from, third.carried_from) == (first, second)
    flag = ContradictionFlag.objects.get()
    assert (flag.a, flag.b, flag.scope, flag.silent) == (first, second, Scope.ACROSS_VERSIONS, True)


def test_reading_a_version_again_changes_nothing() -> None:
    versions = _versions(ONE, TWO)
    for version in versions:
        pipeline.bring_up_to(version.pk)
    before = list(Mention.objects.order_by("pk").values())
    flags = list(ContradictionFlag.objects.values())
    for version in versions:
        pipeline.bring_up_to(version.pk)
    assert list(Mention.objects.order_by("pk").values()) == before
    assert list(ContradictionFlag.objects.values()) == flags


def _of_two_sources(first_read: int) -> list[tuple[str, str, str]]:
    story = factories.story()
    one = factories.first_version(ONE, source="Tidewater Ledger", story=story)
    two = factories.first_version(TWO, source="Harbour Gazette", story=story, title="Ferry", published_at=_hour(1))
    for version in (one, two)[:: 1 if first_read == 0 else -1]:
        runs.schedule(version.pk)
        pipeline.bring_up_to(version.pk)
    flags = ContradictionFlag.objects.select_related("a__version__article__source", "b__version__article__source")
    return [(flag.a.version.article.source.name, flag.b.version.article.source.name, flag.scope) for flag in flags]


@pytest.mark.parametrize("first_read", [0, 1])
def test_between_sources_it_does_not_matter_who_is_read_first(first_read: int) -> None:
    assert _of_two_sources(first_read) == [("Tidewater Ledger", "Harbour Gazette", Scope.BETWEEN_SOURCES)]


def test_a_version_that_cannot_be_read_is_given_up_and_the_next_one_goes_on(settings: Any) -> None:
    settings.RUN_ATTEMPTS = 2
    first, _ = _versions(ONE, TWO)
    unreadable = _in_unknown_language(first.article)
    runs.schedule(unreadable.pk)
    for _ in range(2):
        assert pipeline.bring_up_to(unreadable.pk) is None
    run = ExtractionRun.objects.get(version=unreadable)
    assert (run.state, run.attempts) == ("failed", 2)
    assert run.error == "UnknownLanguage: no lexicon for 'tlh'; there are: en, de"
    last = factories.next_version(first.article, THREE, published_at=_hour(5))
    runs.schedule(last.pk)
    pipeline.bring_up_to(last.pk)
    # It was carried over from the last one that was read.
    assert _counts() == [*EXPECTED[:2], (4, "Fourteen", Outcome.UNCHANGED)]


def _in_unknown_language(article: Article) -> ArticleVersion:
    content = Content(text="tlhIngan maH!", title="Qapla'", language="tlh", published_at=_hour(3))
    return record_version(article, content).version


POISON = {
    "5,000 digits": "The count is " + "9" * 5_000 + " people killed.",
    "30 digits": "Police counted 123456789012345678901234567890 people killed.",
    "20 digits and 9 places": "It cost $12345678901234567890.123456789 to build.",
    "2**63": f"Police counted {2**63} people killed.",
    "exponent": "Some 1e400 people were killed, NaN were hurt, -0 are missing.",
    "a third": "A third of the 9 passengers died, or 33.3333333333333333333 per cent.",
    "full width": "１３３ people were killed and ½ of the crew was hurt.",
    "trillions of trillions": "They lost 999 trillion trillion trillion dollars.",
    "bidi": "\u202eNine people\u202c were killed.",
    "zero width": "Ni\u200bne people were ki\u200blled. 1\u200b2 were hurt.",
    "marks": "Nine pe" + "\u0335" * 10_000 + "ople were killed.",
    "emoji": "“Nine \U0001f525\U0001f468\u200d\U0001f469 people” were killed, said Ann \U0001f525 Vale.",
    "one word": "x" * 20_000,
    "one line": "Nine people were killed and " * 500,
    "quotation marks": "“" * 2_000 + "”" * 1_000,
    "no letters": "!!! ??? ... --- 7",
    "line ends": "\n\n\nNine\n\npeople\n\nwere\n\nkilled\n\n\n",
    "template": "{{7*7}} <script>alert(1)</script> killed 9 people, said {claimant} %s %(a)s.",
    "a long name": "Nine people were killed, said " + "Ann-" * 200 + "Vale.",
    "a long unit": "They used 9 " + "very-" * 100 + "long-sticks.",
}


@pytest.mark.parametrize("text", POISON.values(), ids=POISON.keys())
def test_nothing_that_is_printed_stops_the_engine(text: str) -> None:
    (version,) = _versions(text)
    pipeline.bring_up_to(version.pk)
    run = ExtractionRun.objects.get()
    assert (run.state, run.error) == (RunState.DONE, "")


def _at_once(*acts: Callable[[], object]) -> None:
    """Runs acts at the same moment, each on a connection of its own; fails where one of them does."""
    start, errors = threading.Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        try:
            start.wait(timeout=30)
            act()
        except Exception as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert errors == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_on_one_article_store_each_mention_once() -> None:
    versions = _versions(ONE, TWO, THREE)
    _at_once(*(lambda version=version: pipeline.bring_up_to(version.pk) for version in (*versions, *versions)))
    pipeline.bring_up_to(versions[-1].pk)
    assert _counts() == EXPECTED
    assert set(ExtractionRun.objects.values_list("state", "attempts")) == {("done", 1)}


@pytest.mark.django_db(transaction=True)
def test_a_lease_that_ends_too_early_costs_work_and_nothing_else(settings: Any) -> None:
    settings.RUN_LEASE, settings.RUN_ATTEMPTS = 0, 10
    versions = _versions(ONE, TWO, THREE)
    _at_once(*(lambda: pipeline.bring_up_to(versions[-1].pk) for _ in range(3)))
    pipeline.bring_up_to(versions[-1].pk)
    assert _counts() == EXPECTED
    assert ContradictionFlag.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_sources_that_are_read_at_once_find_each_other_once() -> None:
    story = factories.story()
    versions = [
        factories.first_version(text, source=source, story=story, title=source, published_at=_hour(hour))
        for hour, (source, text) in enumerate([("Tidewater Ledger", ONE), ("Harbour Gazette", TWO)])
    ]
    for version in versions:
        runs.schedule(version.pk)
    _at_once(*(lambda version=version: pipeline.bring_up_to(version.pk) for version in versions))
    flag = ContradictionFlag.objects.get()
    assert (flag.a.version, flag.b.version) == tuple(versions)


# In a statement "we" is whoever publishes it; in a report of a newspaper's it is nobody by name.
@pytest.mark.parametrize(
    ("kind", "claimant"),
    [
        (ArticleKind.OFFICIAL_STATEMENT, "Tidewater Ledger"),
        (ArticleKind.REPORT, "Tidewater Ledger"),
        (ArticleKind.ARTICLE, ""),
    ],
)
def test_we_is_the_publisher_of_a_statement(kind: ArticleKind, claimant: str) -> None:
    version = factories.first_version("We expect that 40 ferries will be inspected.", kind=kind)
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)
    assert {one.claimant or "" for one in Mention.objects.filter(version=version)} == {claimant}
