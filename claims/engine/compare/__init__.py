"""Two mentions in, one answer out: agrees, contradicts, updates or unclear, with rule, readings and reason."""

from claims.engine.compare.attributions import compare_attributions
from claims.engine.compare.figures import compare_figures
from claims.engine.compare.quotes import compare_quotes
from claims.engine.records import Comparison, Mention
from claims.enums import Answer, Kind

_COMPARERS = {
    Kind.FIGURE: compare_figures,
    Kind.QUOTE: compare_quotes,
    Kind.ATTRIBUTION: compare_attributions,
}


def compare(a: Mention, b: Mention, *, anchored: bool = False, language: str = "en") -> Comparison:
    """Holds two mentions against each other.

    anchored: the two stand in the same place of two versions of one document, so that they are the same claim whatever
    their words. Mentions of different kinds are `unclear`. Raises UnknownLanguage.
    """
    if a.record.kind is not b.record.kind:
        return Comparison(
            Answer.UNCLEAR,
            "kind",
            (a.record.why.reading, b.record.why.reading),
            "They are of different kinds.",
        )
    return _COMPARERS[a.record.kind](a, b, anchored, language)


__all__ = ["compare"]
