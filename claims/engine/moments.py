"""The days that a figure's time words stand for, seen from the day of publication."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import ModuleType

from claims.engine.days import dates_in, weekdays_in
from claims.engine.lexicon import lexicon

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A year may be counted back or forth from publication, and dates have no year 0 or 10000.
_FIRST_YEAR, _LAST_YEAR = 1900, 9000


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days, both included; one day where they are the same."""

    first: date
    last: date

    def __str__(self) -> str:
        """As ISO 8601 writes it: "2024-03-22", "2024-03-18/2024-03-24"."""
        return self.first.isoformat() if self.first == self.last else f"{self.first}/{self.last}"


def moment(words: str, published: date, language: str = "en") -> Moment | None:
    """The days that `as_of` stands for: "on Tuesday", "yesterday", "22 March", "last week", "in 2022".

    A weekday is the last such day, the day of publication included; a date without a year lies nearest to publication.
    None where the words name no day, or more than one ("from a year earlier", "between Friday and Sunday").
    """
    if not lexicon(language, "storylines").MONTHS or not _FIRST_YEAR < published.year < _LAST_YEAR:
        return None
    days = {*weekdays_in(words, published, language), *dates_in(words, published, language)}
    if days:
        return Moment(*2 * tuple(days)) if len(days) == 1 and not _is_open(words, language) else None
    found = set(_periods(words.lower(), published, lexicon(language, "storylines")))
    return found.pop() if len(found) == 1 and not _is_open(words, language) else None


def in_words(found: Moment, language: str = "en") -> str:
    """A moment as a reader writes it: "22 March 2024", "18 March 2024 to 24 March 2024", "2022"."""
    first, last = found.first, found.last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first == last:
        return _day(first, language)
    return str(lexicon(language, "storylines").FROM_TO).format(first=_day(first, language), last=_day(last, language))


def said(found: Moment, language: str = "en") -> str:
    """What a reading adds for a moment: ", as of 22 March 2024", ", for 2022"."""
    names = lexicon(language, "storylines")
    return str(names.AS_OF if found.first == found.last else names.FOR).format(moment=in_words(found, language))


def _day(day: date, language: str) -> str:
    return f"{day.day} {lexicon(language, 'storylines').MONTHS[day.month - 1].capitalize()} {day.year}"


def _is_open(words: str, language: str) -> bool:
    """Whether the words lead away from the time that they name: "since 2018", "until Friday", "a year before 2020"."""
    return bool(_open(language).search(words))


@cache
def _open(language: str) -> "re.Pattern[str]":
    return re.compile(rf"(?i)\b(?:{'|'.join(lexicon(language, 'storylines').OPEN_TIMES)})\b")


def _periods(words: str, published: date, names: ModuleType) -> Iterator[Moment]:
    """Weeks, months and years, said or counted from the day of publication."""
    year = published.year
    for said, (unit, back) in names.RELATIVE_PERIODS.items():
        if re.search(rf"\b{said}\b", words):
            yield _counted(unit, back, published)
    given = [int(one) for one in _YEAR.findall(words)]
    months = [at for at, name in enumerate(names.MONTHS, start=1) if re.search(rf"\b{name}\b", words)]
    for month in months:
        # "In August" without a year is the last one.
        years = given or [year if month <= published.month else year - 1]
        yield from (_month(one, month) for one in years)
    if not months:
        yield from (Moment(date(one, 1, 1), date(one, 12, 31)) for one in given)


def _counted(unit: str, back: int, published: date) -> Moment:
    if unit == "week":
        monday = published - timedelta(days=published.weekday() + 7 * back)
        return Moment(monday, monday + timedelta(days=6))
    if unit == "month":
        months = published.year * 12 + published.month - 1 - back
        return _month(months // 12, months % 12 + 1)
    return Moment(date(published.year - back, 1, 1), date(published.year - back, 12, 31))


def _month(year: int, month: int) -> Moment:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Moment(date(year, month, 1), following - timedelta(days=1))
