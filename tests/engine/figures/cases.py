"""What a table of figures is written in: a text, and the short form of every figure that must be found in it."""

from datetime import UTC, datetime

from claims.engine.extract.figures import extract_figures
from claims.engine.parse import parse
from claims.engine.records import Figure
from claims.enums import Part

PUBLISHED = datetime(2024, 3, 23, 12, tzinfo=UTC)


def figures(text: str, language: str = "en") -> list[Figure]:
    """The figures of a body text."""
    parsed = parse({Part.BODY: text}, language)
    return extract_figures(parsed, PUBLISHED)


def short(figure: Figure) -> str:
    """A figure in one line: "54..66 about person", "1.5.. at_least metre", "7 exact percent"."""
    low = "" if figure.low is None else f"{figure.low:f}"
    high = "" if figure.high is None else f"{figure.high:f}"
    value = low if low == high else f"{low}..{high}"
    return f"{value} {figure.approximation.value} {figure.unit}".rstrip()


def shorts(text: str, language: str = "en") -> list[str]:
    return [short(figure) for figure in figures(text, language)]
