"""What a person says a claim asserts, checked, and turned into the record that the engine would have made."""

from dataclasses import dataclass, replace
from decimal import Decimal

from claims.engine import records as engine
from claims.engine.compare.values import spoken
from claims.engine.lexicon import lexicon
from claims.enums import Approximation, Direction, Part, Polarity
from claims.errors import ContentInvalid, SpanOutsideText

RULE = engine.BY_HAND
# Nothing that a newsroom counts is greater; nearly as much as the columns hold.
GREATEST = Decimal(10) ** 18
_NEEDS_LOW = frozenset(Approximation) - {Approximation.AT_MOST, Approximation.LESS_THAN}
_NEEDS_HIGH = frozenset(Approximation) - {Approximation.AT_LEAST, Approximation.MORE_THAN}


@dataclass(frozen=True, slots=True)
class FigureContent:
    """As in `claims.engine.records.Figure`. value: where the number stands; None for the whole span of the claim."""

    low: Decimal | None
    high: Decimal | None
    approximation: Approximation
    unit: str
    measure: str
    measure_key: str = ""
    value: engine.Span | None = None
    thing: str = ""
    place: str = ""
    as_of: str = ""
    direction: Direction = Direction.NONE


@dataclass(frozen=True, slots=True)
class QuoteContent:
    """Nothing more than the words themselves."""


@dataclass(frozen=True, slots=True)
class AttributionContent:
    """As in `claims.engine.records.Attribution`. proposition_span: where its words stand; None for the whole span."""

    proposition: str
    polarity: Polarity
    proposition_span: engine.Span | None = None
    anonymous: str = ""


@dataclass(frozen=True, slots=True)
class Marking:
    """What a person marks. span: offsets into the part's text as stored. claimant: None for the outlet's own voice."""

    part: Part
    span: engine.Span
    content: FigureContent | QuoteContent | AttributionContent
    claimant: str | None = None
    cue: str = ""


def record_of(marking: Marking, text: str, language: str) -> engine.Record:
    """The record of a marking in the text of its part. Raises SpanOutsideText, ContentInvalid."""
    span, content = marking.span, marking.content
    if span.end > len(text) or not span.of(text).strip():
        raise SpanOutsideText(f"There is no text from {span.start} to {span.end} of the {marking.part.value}.")
    if isinstance(content, FigureContent):
        return _figure(marking, content, text, language)
    if isinstance(content, AttributionContent):
        return _attribution(marking, content, language)
    words = span.of(text)
    said = lexicon(language, "readings").SAID_BY.format(who=marking.claimant) if marking.claimant else ""
    return engine.Quote(
        span, words, engine.Why(RULE, marking.cue, f"“{words}”{said}"), marking.claimant, marking.cue, marking.part
    )


def _figure(marking: Marking, content: FigureContent, text: str, language: str) -> engine.Figure:
    _refuse_interval(content)
    if not content.unit.strip():
        raise ContentInvalid("A figure needs a unit, or the singular of what is counted.")
    if content.measure_key and content.measure_key not in lexicon(language, "measures").LABELS:
        raise ContentInvalid(f"There is no measure {content.measure_key!r}.")
    value = content.value or marking.span
    if not marking.span.covers(value):
        raise ContentInvalid("The number has to stand within the words of the claim.")
    figure = engine.Figure(
        span=marking.span,
        value_span=value,
        low=content.low,
        high=content.high,
        approximation=content.approximation,
        unit=content.unit,
        measure=content.measure,
        why=engine.Why(RULE, value.of(text), ""),
        measure_key=content.measure_key,
        thing=content.thing,
        place=content.place,
        as_of=content.as_of,
        direction=content.direction,
        claimant=marking.claimant,
        part=marking.part,
    )
    reading = f"{spoken(figure, language)} {content.measure}".strip()
    return replace(figure, why=replace(figure.why, reading=reading))


def _attribution(marking: Marking, content: AttributionContent, language: str) -> engine.Attribution:
    if not content.proposition.strip() or not marking.cue.strip():
        raise ContentInvalid("An attribution needs what was said, and the word that says so, such as “denied”.")
    proposition = content.proposition_span or marking.span
    if not marking.span.covers(proposition):
        raise ContentInvalid("The proposition has to stand within the words of the claim.")
    words = lexicon(language, "readings")
    pattern = words.AFFIRMED if content.polarity is Polarity.AFFIRMED else words.DENIED
    who = marking.claimant or content.anonymous or words.NOBODY
    return engine.Attribution(
        span=marking.span,
        proposition_span=proposition,
        proposition=content.proposition,
        cue=marking.cue,
        polarity=content.polarity,
        why=engine.Why(RULE, marking.cue, pattern.format(who=who, what=content.proposition)),
        claimant=marking.claimant,
        anonymous=content.anonymous,
        part=marking.part,
    )


def _refuse_interval(content: FigureContent) -> None:
    low, high, kind = content.low, content.high, content.approximation
    if (low is None and kind in _NEEDS_LOW) or (high is None and kind in _NEEDS_HIGH):
        raise ContentInvalid(f"The bounds that “{kind.value}” needs are not all given.")
    if low is not None and high is not None and (low > high or (kind is Approximation.EXACT and low != high)):
        raise ContentInvalid(f"From {low:f} to {high:f} is not what “{kind.value}” means.")
    if any(bound is not None and abs(bound) >= GREATEST for bound in (low, high)):
        raise ContentInvalid(f"A bound has to be smaller than {GREATEST:,f}.")
