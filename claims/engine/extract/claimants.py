"""Who says a figure: the speaker of the quote around it, whoever its sentence credits, or whose turn it is."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from claims.engine.extract.spoken import Heard
from claims.engine.extract.turns import turns
from claims.engine.parse import Parsed
from claims.engine.records import Attribution, Figure, Quote, Why
from claims.enums import Part, Polarity

_Credited = Quote | Attribution


def credit_figures(
    figures: Sequence[Figure],
    quotes: Sequence[Quote],
    attributions: Sequence[Attribution],
    parsed: Parsed,
    heard: Heard | None = None,
) -> list[Figure]:
    """The figures with their claimant; None stands for the outlet's own voice, or for a speaker who is not named.

    heard: what `hear` gave for the version, where a caller has it already.
    """
    speaking = _Speaking(quotes, attributions, parsed, heard)
    return [_credited(figure, speaking.claimant(figure)) for figure in figures]


class _Speaking:
    def __init__(
        self, quotes: Sequence[Quote], attributions: Sequence[Attribution], parsed: Parsed, heard: Heard | None
    ) -> None:
        self.quotes, self.attributions = quotes, attributions
        whose = heard.turns if heard is not None else turns(parsed)
        self.turns = [(parsed.sentences[number].span.start, turn) for number, turn in sorted(whose.items())]

    def claimant(self, figure: Figure) -> str | None:
        """A quote is nearer than an attribution, and a shorter one nearer than a longer one."""
        for records in (self.quotes, self.attributions):
            around = [one for one in records if one.part is figure.part and _holds(one, figure)]
            if around:
                return min(around, key=lambda one: one.span.end - one.span.start).claimant
        if figure.part is Part.BODY:
            at = bisect_right(self.turns, figure.value_span.start, key=lambda one: one[0]) - 1
            return self.turns[at][1].name if at >= 0 else None
        return None


def _holds(one: _Credited, figure: Figure) -> bool:
    if isinstance(one, Quote):
        return one.span.covers(figure.value_span)
    noun_denied = one.polarity is Polarity.DENIED and one.why.rule.endswith(".noun")
    return one.proposition_span.covers(figure.value_span) and not noun_denied


def _credited(figure: Figure, claimant: str | None) -> Figure:
    if claimant is None:
        return figure
    why = Why(figure.why.rule, figure.why.trigger, f"{figure.why.reading}, said by {claimant}")
    return replace(figure, claimant=claimant, why=why)
