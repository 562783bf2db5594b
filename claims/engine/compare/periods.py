"""The times that a figure names, when they are not the report's own."""

import re
from dataclasses import dataclass
from functools import cache

from claims.engine.lexicon import lexicon

_YEAR = re.compile(r"(?<![\d,.$£€])(?:1[5-9]|20)\d\d(?![\d,%]|\.\d)")


@dataclass(frozen=True, slots=True)
class Periods:
    """strict: times that both figures must name ("1974", "year-1"); loose: times that may be left out ("q3")."""

    strict: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()

    def agree(self, other: "Periods") -> bool:
        return self.strict == other.strict and not (self.loose and other.loose and not self.loose & other.loose)


@cache
def _patterns(language: str) -> tuple[tuple[str, bool, "re.Pattern[str]"], ...]:
    table = lexicon(language, "periods").PERIODS
    return tuple((name, loose, re.compile(pattern)) for name, loose, pattern in table)


@cache
def _baseline(language: str) -> "re.Pattern[str]":
    """A time that a change is measured against, with the words that say so."""
    named = lexicon(language, "periods")
    times = "|".join(f"(?:{pattern})" for _, _, pattern in named.PERIODS)
    return re.compile(rf"{named.BASELINE}(?:{times}|(?:1[5-9]|20)\d\d)")


def periods_of(before: str, behind: str, year: int, measures_change: bool, language: str = "en") -> Periods:
    """The times named around a figure, but for the year of publication.

    before, behind: its clause up to its value and from there on. measures_change: it tells a change or a multiple, so
    that a time behind it is what the change is measured against.
    """
    text = f"{before.lower()} # {behind.lower()}"
    text = _baseline(language).sub(" ", text)
    firm = text.partition("#")[0] if measures_change else text
    found = [(name, loose) for name, loose, pattern in _patterns(language) if pattern.search(text if loose else firm)]
    years = {said for said in _YEAR.findall(firm) if int(said) != year}
    return Periods(
        frozenset(years | {name for name, loose in found if not loose}),
        frozenset(name for name, loose in found if loose),
    )
