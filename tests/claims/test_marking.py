"""Claims that a person marks: at a span that there is, with content that fits, beside what the engine finds."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User

from claims.engine.records import Span
from claims.enums import Approximation, Direction, Kind, Outcome, Part, Polarity, RunState, Scope
from claims.errors import AlreadyMarked, ContentInvalid, SpanOutsideText, StillRead
from claims.models import Claim, ContradictionFlag, ExtractionRun, Mention
from claims.services import pipeline, runs
from claims.services.by_hand import AttributionContent, FigureContent, Marking, QuoteContent
from claims.services.marking import mark
from sources.models import ArticleVersion
from tests import factories

pytestmark = pytest.mark.django_db
TEXT = "A dozen souls were lost at sea. We lost contact at once, the captain told them. He denies it."
DOZEN = FigureContent(Decimal(12), Decimal(12), Approximation.EXACT, "person", "people killed", "killed")


def _span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _version(state: RunState = RunState.DONE, **changes: Any) -> ArticleVersion:
    version = factories.first_version(TEXT, **changes)
    factories.run(version, state, error="no" if state is RunState.FAILED else "")
    return version


FIGURE = Marking(Part.BODY, _span("A dozen souls were lost"), replace(DOZEN, value=_span("A dozen")))
QUOTE = Marking(Part.BODY, _span("We lost contact at once"), QuoteContent(), "the captain", "told")
ATTRIBUTION = Marking(
    Part.BODY, _span("He denies it"), AttributionContent("it was him", Polarity.DENIED), "the captain", "denies"
)


def test_a_figure(checker: User) -> None:
    version = _version()
    row = mark(version, replace(FIGURE, claimant="the coastguard"), by=checker)
    row.refresh_from_db()
    assert (row.claim.kind, row.claim.article, row.claim.created_by) == (Kind.FIGURE, version.article, checker)
    assert (row.text, row.sentence) == ("A dozen souls were lost", "A dozen souls were lost at sea.")
    assert (row.rule, row.trigger, row.reading) == ("by_hand", "A dozen", "12 people killed")
    assert (row.run, row.outcome, row.outcome_reason) == (None, Outcome.NEW, "Marked by checker.")
    assert (row.low, row.high, row.approximation, row.unit) == (12, 12, "exact", "person")
    assert (row.measure_key, row.claimant) == ("killed", "the coastguard")
    assert (row.value_start, row.value_end) == (0, 7)


def test_a_quote_and_an_attribution(checker: User) -> None:
    version = _version()
    quote, attribution = mark(version, QUOTE, by=checker), mark(version, ATTRIBUTION, by=checker)
    assert (quote.reading, quote.cue) == ("“We lost contact at once”, said by the captain", "told")
    assert attribution.reading == "the captain denies: it was him"
    assert (attribution.proposition_start, attribution.proposition_end) == (attribution.start, attribution.end)


def test_a_claim_in_the_headline(checker: User) -> None:
    version = _version(title="Dozen lost at sea")
    row = mark(version, Marking(Part.HEADLINE, Span(0, 10), replace(DOZEN, value=Span(0, 5))), by=checker)
    assert (row.text, row.sentence) == ("Dozen lost", "Dozen lost at sea")


@pytest.mark.parametrize(
    ("part", "span"),
    [
        # One character past the end; far past it; white space only; a headline that was made of the text has none.
        (Part.BODY, Span(0, len(TEXT) + 1)),
        (Part.BODY, Span(10_000, 10_001)),
        (Part.BODY, Span(1, 2)),
        (Part.HEADLINE, Span(0, 7)),
    ],
)
def test_spans_where_there_is_no_text(checker: User, part: Part, span: Span) -> None:
    version = _version(title="")
    with pytest.raises(SpanOutsideText):
        mark(version, Marking(part, span, QuoteContent()), by=checker)
    assert Claim.objects.count() == 0


def test_the_last_character_is_text(checker: User) -> None:
    assert mark(_version(), Marking(Part.BODY, Span(0, len(TEXT)), QuoteContent()), by=checker).text == TEXT


def _figure(**changes: Any) -> Marking:
    return replace(FIGURE, content=replace(DOZEN, **changes))


BAD = [
    # Bounds that the wording needs.
    _figure(low=None),
    _figure(high=None),
    _figure(approximation=Approximation.AT_LEAST, low=None),
    _figure(approximation=Approximation.AT_MOST, high=None),
    _figure(approximation=Approximation.ABOUT, high=None),
    _figure(approximation=Approximation.BETWEEN, low=None),
    # Bounds that are at odds with it, or the wrong way round.
    _figure(high=Decimal(13)),
    _figure(approximation=Approximation.BETWEEN, low=Decimal(13)),
    # More than any column holds.
    _figure(low=Decimal(10) ** 18, high=Decimal(10) ** 18),
    _figure(low=-(Decimal(10) ** 18), high=-(Decimal(10) ** 18)),
    _figure(unit=" "),
    _figure(measure_key="slain"),
    # A number that stands elsewhere.
    _figure(value=Span(0, 60)),
    _figure(value=_span("at once")),
    replace(ATTRIBUTION, cue=" "),
    replace(ATTRIBUTION, content=AttributionContent(" ", Polarity.DENIED)),
    replace(ATTRIBUTION, content=AttributionContent("it was him", Polarity.DENIED, _span("A dozen"))),
]


@pytest.mark.parametrize("marking", BAD, ids=range(len(BAD)))
def test_content_that_does_not_fit(checker: User, marking: Marking) -> None:
    version = _version()
    with pytest.raises(ContentInvalid):
        mark(version, marking, by=checker)
    assert Claim.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "reading"),
    [
        ({"approximation": Approximation.AT_LEAST, "high": None}, "at least 12 people killed"),
        ({"approximation": Approximation.LESS_THAN, "low": None}, "less than 12 people killed"),
        ({"approximation": Approximation.MORE_THAN, "high": Decimal("13.2")}, "12 to 13.2 people killed"),
        ({"unit": "percent", "measure": "of voters", "direction": Direction.DOWN}, "12 percent of voters"),
        ({"low": Decimal(0), "high": Decimal(0)}, "0 people killed"),
        ({"low": Decimal(-5), "high": Decimal(-5)}, "-5 people killed"),
    ],
)
def test_content_that_fits(checker: User, content: dict[str, Any], reading: str) -> None:
    assert mark(_version(), _figure(**content), by=checker).reading == reading


def test_words_that_are_marked_already(checker: User, second_checker: User) -> None:
    version = _version()
    for marking in (FIGURE, QUOTE, ATTRIBUTION):
        mark(version, marking, by=checker)
        with pytest.raises(AlreadyMarked):
            mark(version, marking, by=second_checker)
    # The same number in a longer phrase is the same figure; another number, or another kind, at these words is not.
    with pytest.raises(AlreadyMarked):
        mark(version, replace(FIGURE, span=_span("A dozen souls were lost at sea")), by=second_checker)
    mark(version, replace(QUOTE, span=FIGURE.span), by=second_checker)
    souls = replace(FIGURE, content=replace(DOZEN, value=_span("souls")))
    mark(version, souls, by=second_checker)
    assert Claim.objects.count() == 5


@pytest.mark.parametrize("state", [RunState.DONE, RunState.FAILED])
def test_once_the_engine_is_through(checker: User, state: RunState) -> None:
    assert mark(_version(state), QUOTE, by=checker).pk is not None


def test_not_while_the_engine_reads(checker: User) -> None:
    with pytest.raises(StillRead):
        mark(_version(RunState.DUE), QUOTE, by=checker)
    with pytest.raises(StillRead):
        mark(factories.first_version(TEXT), QUOTE, by=checker)  # nobody made it due yet


def test_what_is_marked_is_compared_at_once(checker: User) -> None:
    story = factories.story()
    other = factories.first_version(
        "Nine people were killed at sea.",
        source="Harbour Gazette",
        story=story,
        published_at=factories.MORNING - timedelta(hours=1),
    )
    _read(other)
    version = _version(story=story)
    row = mark(version, _figure(measure="people killed at sea"), by=checker)
    flag = ContradictionFlag.objects.get()
    assert (flag.a.version, flag.b, flag.scope, flag.raised_by) == (other, row, Scope.BETWEEN_SOURCES, None)


def _read(version: ArticleVersion) -> None:
    runs.schedule(version.pk)
    pipeline.bring_up_to(version.pk)


COUNTED = "Fourteen people were killed in the fire."


@pytest.mark.parametrize("state", [RunState.FAILED, RunState.DONE])
def test_an_engine_that_comes_later_leaves_a_mark_where_it_is(checker: User, state: RunState) -> None:
    """A text that failed is marked by hand and tried again, or is read by a later engine: the person's word stands."""
    version = factories.first_version(COUNTED)
    run = factories.run(version, state, error="no")
    span = _span("Fourteen people were killed", COUNTED)
    marking = Marking(Part.BODY, span, replace(DOZEN, value=_span("Fourteen", COUNTED)))
    row = mark(version, marking, by=checker)
    if state is RunState.FAILED:
        runs.retry(run)
    else:
        ExtractionRun.objects.update(state=RunState.DUE)
    pipeline.bring_up_to(version.pk)
    run.refresh_from_db()
    assert (run.state, run.error) == (RunState.DONE, "")
    figures = Mention.objects.filter(kind=Kind.FIGURE)
    assert [(figure.pk, figure.rule, figure.low) for figure in figures] == [(row.pk, "by_hand", 12)]
    assert Claim.objects.filter(kind=Kind.FIGURE).count() == 1


def test_what_was_withdrawn_is_found_again(checker: User) -> None:
    """An engine no longer found a passage that a person had decided on; the next one does."""
    version = factories.first_version(COUNTED)
    _read(version)
    Mention.objects.update(withdrawn=True)
    before = Mention.objects.get(kind=Kind.FIGURE)
    ExtractionRun.objects.update(state=RunState.DUE)
    pipeline.bring_up_to(version.pk)
    assert (ExtractionRun.objects.get().state, ExtractionRun.objects.get().error) == (RunState.DONE, "")
    again = Mention.objects.get(kind=Kind.FIGURE)
    assert (again.pk, again.claim_id, again.withdrawn) == (before.pk, before.claim_id, False)
