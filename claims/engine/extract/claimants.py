"""Who says a figure: the speaker of the quote around it, or whoever its sentence credits."""

from collections.abc import Sequence
from dataclasses import replace

from claims.engine.parse import Parsed
from claims.engine.records import Attribution, Figure, Quote, Why


def credit_figures(
    figures: Sequence[Figure], quotes: Sequence[Quote], attributions: Sequence[Attribution], parsed: Parsed
) -> list[Figure]:
    """The figures with their claimant; None stands for the outlet's own voice."""
    return [_credited(figure, _claimant(figure, quotes, attributions)) for figure in figures]


def _claimant(figure: Figure, quotes: Sequence[Quote], attributions: Sequence[Attribution]) -> str | None:
    around: list[Quote | Attribution] = [one for one in quotes if one.part is figure.part and one.span.covers(figure.value_span)]
    if not around:
        around = [one for one in attributions if one.part is figure.part and one.proposition_span.touches(figure.value_span)]
    nearest = min(around, key=lambda one: one.span.end - one.span.start, default=None)
    return nearest.claimant if nearest else None


def _credited(figure: Figure, claimant: str | None) -> Figure:
    if claimant is None:
        return figure
    why = Why(figure.why.rule, figure.why.trigger, f"{figure.why.reading}, said by {claimant}")
    return replace(figure, claimant=claimant, why=why)
