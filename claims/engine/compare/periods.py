"""The times that a figure names, when they are not the report's own."""

import re
from dataclasses import dataclass
from functools import cache

from claims.engine.lexicon import lexicon

# The period of the table that is the year before the one of publication.
LAST_YEAR = "year-1"
# The time of a level that a change began from, and the mark of such a level. Reports of a year come out in the next, so
# that the year before it is two years back.
BEFORE = "before"
LEFT_BEHIND = "left:behind"
YEARS_BACK = 2
_YEAR = re.compile(r"(?<![\d,.$£€])(?:1[5-9]|20)\d\d(?![\d,%]|\.\d)")


@dataclass(frozen=True, slots=True)
class Periods:
    """strict: times that both figures must name ("1974", "year-1"); loose: times that may be left out ("quarter:3")."""

    strict: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()

    def agree(self, other: "Periods") -> bool:
        if LEFT_BEHIND in self.loose & other.loose and BEFORE in self.strict | other.strict:
            return True  # "from 45 in 2022", "from 54 the year before"
        return self.strict == other.strict and not any(
            kind in _kinds(other.loose) and not self.loose & _of_kind(other.loose, kind) for kind in _kinds(self.loose)
        )


def _kinds(loose: frozenset[str]) -> set[str]:
    return {time.partition(":")[0] for time in loose}


def _of_kind(loose: frozenset[str], kind: str) -> frozenset[str]:
    return frozenset(time for time in loose if time.startswith(f"{kind}:"))


@cache
def _patterns(language: str) -> tuple[tuple[str, bool, "re.Pattern[str]"], ...]:
    table = lexicon(language, "periods").PERIODS
    return tuple((name, loose, re.compile(pattern)) for name, loose, pattern in table)


@cache
def _end(language: str) -> "re.Pattern[str]":
    """A year by which something will be, or since when it was."""
    return re.compile(lexicon(language, "periods").END)


def window_of(text: str, language: str = "en") -> str:
    """Over what time a price moved ("week", "month", "year"), as the words say; "" for a day's move."""
    said = text.lower()
    table = lexicon(language, "periods").WINDOWS
    return next((name for name, pattern in table if re.search(pattern, said)), "")


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
    own = year_beside(behind, language)
    own = own if own and (not measures_change or int(own) > year) else ""
    if own:
        return Periods(frozenset({own} - {str(year)}))
    told = f"{before.lower()} # {behind.lower()}"
    bases = {f"base:{said}" for said in _YEAR.findall(told.partition("#")[2])} if measures_change else set()
    text = _baseline(language).sub(" ", told)
    bases |= {f"by:{said}" for said in _end(language).findall(text)}
    text = _end(language).sub(" ", text)
    firm = text.partition("#")[0] if measures_change else text
    found = [(name, loose) for name, loose, pattern in _patterns(language) if pattern.search(text if loose else firm)]
    years = {said for said in _YEAR.findall(firm) if int(said) != year}
    named = {str(year - 1) if name == LAST_YEAR else name for name, loose in found if not loose}
    return Periods(
        frozenset(years | named),
        frozenset(bases | {name for name, loose in found if loose}),
    )


def year_beside(behind: str, language: str = "en") -> str:
    """The year that stands right behind a number ("55 in 2022"), which is its own whatever others a clause names."""
    found = _beside(language).match(behind.lower())
    return found.group(1) if found else ""


def year_opening(before: str, language: str = "en") -> str:
    """The year whose events a clause tells ("in 2011, when 19"), from what stands before the value; "" for none."""
    found = (pattern.search(before.lower()) for pattern in _opening(language))
    return next((match.group(1) for match in found if match), "")


def year_closing(behind: str, language: str = "en") -> str:
    """The year of what happened when a count was taken ("were hurt when she ran aground in 2019"), "" for none."""
    found = _closing(language).match(behind.lower())
    return found.group(1) if found else ""


@cache
def _closing(language: str) -> "re.Pattern[str]":
    return re.compile(lexicon(language, "periods").CLOSING)


@cache
def _opening(language: str) -> "tuple[re.Pattern[str], ...]":
    return tuple(re.compile(pattern) for pattern in lexicon(language, "periods").OPENING)


@cache
def _beside(language: str) -> "re.Pattern[str]":
    return re.compile(lexicon(language, "periods").BESIDE)


def moments_of(text: str, language: str = "en") -> frozenset[str]:
    """The months and days of the week that a stretch of text puts something at."""
    return frozenset(_moment(language).findall(text.lower()))


@cache
def _moment(language: str) -> "re.Pattern[str]":
    return re.compile(lexicon(language, "periods").MOMENT)
