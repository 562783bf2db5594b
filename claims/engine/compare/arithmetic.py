"""Sums, shares and conversions inside one version that do not come out."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.engine.compare.features import figure_features
from claims.engine.compare.values import both_can_hold, dimension, spoken, written
from claims.engine.lexicon import lexicon
from claims.engine.records import Comparison, Figure, Mention
from claims.enums import Answer, Approximation, FlagType, Relation


def compare_sums(mentions: Sequence[Mention], language: str = "en") -> Iterator[tuple[Mention, Mention, Comparison]]:
    """Every total with its first addend, and every value with its conversion, where the arithmetic is off."""
    ordered = sorted(
        (m for m in mentions if isinstance(m.record, Figure)), key=lambda m: (m.record.part, m.record.span)
    )
    yield from _sums(ordered, language)


def _figure(mention: Mention) -> Figure:
    assert isinstance(mention.record, Figure)
    return mention.record


def _sums(ordered: Sequence[Mention], language: str) -> Iterator[tuple[Mention, Mention, Comparison]]:
    for at, total in enumerate(ordered):
        whole = _figure(total)
        if not _exact(whole):
            continue
        parts = _parts_after(ordered, at)
        if len(parts) < 2:
            continue
        added = sum((_figure(part).low or Decimal(0) for part in parts), Decimal(0))
        if added != whole.low and _near(added, whole.low):
            yield total, parts[0], _off(total, parts, added, language)


def _exact(figure: Figure) -> bool:
    return figure.approximation is Approximation.EXACT and figure.low is not None and figure.low == figure.high


def _near(added: Decimal, total: Decimal | None) -> bool:
    return total is not None and total > 0 and abs(added - total) <= total * Decimal("0.15")


def _parts_after(ordered: Sequence[Mention], at: int) -> list[Mention]:
    """The figures of the same unit that follow a total in its sentence or the next, and are each below it."""
    total = _figure(ordered[at])
    found: list[Mention] = []
    for other in ordered[at + 1 :]:
        figure = _figure(other)
        if figure.part is not total.part or figure.span.start - total.span.end > 260:
            break
        same = dimension(figure.unit).name == dimension(total.unit).name
        if same and _exact(figure) and figure.low is not None and total.low is not None and figure.low < total.low:
            found.append(other)
    return found


def _off(total: Mention, parts: Sequence[Mention], added: Decimal, language: str) -> Comparison:
    names = lexicon(language, "readings")
    addends = names.AND.join(written(_figure(part).low or Decimal(0)) for part in parts)
    reason = names.SUM_OFF.format(parts=addends, sum=written(added), total=spoken(_figure(total), language))
    return Comparison(
        Answer.CONTRADICTS,
        "arithmetic.sum",
        (spoken(_figure(total), language), spoken(_figure(parts[0]), language)),
        reason,
        FlagType.FIGURE,
        Relation.CONFLICT,
    )


__all__ = ["both_can_hold", "compare_sums", "figure_features"]
