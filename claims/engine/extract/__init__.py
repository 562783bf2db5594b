"""From text to records: figures, quotes, attributions, each with its span and its reason."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from claims.engine.extract.attributions import extract_attributions
from claims.engine.extract.claimants import credit_figures
from claims.engine.extract.figures import extract_figures
from claims.engine.extract.quotes import extract_quotes
from claims.engine.extract.voices import hear
from claims.engine.extract.weekdays import wrong_weekdays
from claims.engine.lexicon import FIGURES_ONLY
from claims.engine.moments import moment, said
from claims.engine.parse import parse
from claims.engine.records import Extraction, Figure, Record, Why
from claims.enums import Part


def extract(
    text: str,
    *,
    title: str = "",
    published: datetime | None = None,
    language: str = "en",
    previous: bytes = b"",
    publisher: str = "",
) -> Extraction:
    """Finds every figure, quote and attribution of one version.

    text, title: as stored; offsets of the records count in the one that their `part` names. published: when the
    version appeared, to read "on Friday" against. previous: `Extraction.parse` of the version before, so that sentences
    which it had already are not parsed again; the result is the same without it. publisher: who says "we", where
    the text is an official statement or a report of his own; "" where "we" is nobody's name. Of a language
    that is read for its figures alone there are no other records. Raises UnknownLanguage.
    """
    parts = {Part.HEADLINE: title, Part.BODY: text}
    parsed = parse(parts, language, previous)
    if language in FIGURES_ONLY:
        return Extraction(_in_order(extract_figures(parsed, published)), parsed.kept)
    heard = hear(parsed, publisher)
    quotes = extract_quotes(parsed, heard)
    attributions = extract_attributions(parsed, quotes, heard)
    figures = credit_figures(extract_figures(parsed, published), quotes, attributions, parsed, heard)
    dated = [_dated(one, published.date(), language) for one in figures] if published is not None else figures
    slips = wrong_weekdays(parts, published, language)
    return Extraction(_in_order([*dated, *quotes, *attributions, *slips]), parsed.kept)


def _dated(figure: Figure, published: date, language: str) -> Figure:
    """The figure with the day in its reading that "on Friday" stands for, where that is certain."""
    found = moment(figure.as_of, published, language) if figure.as_of else None
    if found is None:
        return figure
    why = figure.why
    return replace(figure, why=Why(why.rule, why.trigger, f"{why.reading}{said(found, language)}"))


def _in_order(records: Sequence[Record]) -> tuple[Record, ...]:
    """Headline first, then as the text runs; of two that begin together the longer one first."""
    return tuple(sorted(records, key=lambda r: (r.part is not Part.HEADLINE, r.span.start, -r.span.end, r.kind.value)))
