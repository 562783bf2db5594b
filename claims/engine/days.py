"""The days that a text speaks of."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from claims.engine.lexicon import lexicon
from claims.engine.records import Span

# Days further back are what the event is compared with ("the flood of 12 March 2019"), not when it was.
REACH = timedelta(days=31)


def days_of(text: str, published: date, language: str = "en") -> frozenset[date]:
    """The days named in a text, up to REACH before publication and a week behind it.

    A weekday is the last such day, the day of publication included, unless the text says that it is to come. A date
    without a year lies in the year that brings it nearest to publication.
    """
    found = set(weekdays_in(text, published, language)) | set(dates_in(text, published, language))
    return frozenset(day for day in found if published - REACH <= day <= published + timedelta(days=7))


def day_spans(text: str, language: str = "en") -> tuple[Span, ...]:
    """Where a text names days, months and years, in its order: "Tuesday", "12 March 2019", "March" behind "in"."""
    if not lexicon(language, "storylines").MONTHS:
        return ()
    weekdays, dates = _patterns(language)
    found = {one.span("day") for one in weekdays.finditer(text)}
    found |= {one.span() for pattern in (dates, _months_and_years(language)) for one in pattern.finditer(text)}
    spans = [Span(*edges) for edges in sorted(found, key=lambda edges: (edges[0], -edges[1]))]
    return tuple(span for at, span in enumerate(spans) if not any(other.covers(span) for other in spans[:at]))


def weekdays_in(text: str, published: date, language: str) -> Iterator[date]:
    """The weekdays and days such as "yesterday" in a text; a weekday is the last one, none that is to come."""
    words = lexicon(language, "storylines")
    for found in _patterns(language)[0].finditer(text):
        said = found.group("day").lower()
        if said in words.RELATIVE_DAYS:
            yield published + timedelta(days=words.RELATIVE_DAYS[said])
        elif not found.group("before"):
            yield published - timedelta(days=(published.weekday() - words.WEEKDAYS.index(said)) % 7)


def dates_in(text: str, published: date, language: str) -> Iterator[date]:
    """The dates in a text ("22 March", "March 22, 2019"), in the year given or the one nearest to publication."""
    for found in _patterns(language)[1].finditer(text):
        day = int(found.group("day") or found.group("day_behind"))
        month = _months(language)[(found.group("month") or found.group("month_before")).lower()]
        year = found.group("year")
        years = (int(year),) if year else (published.year - 1, published.year, published.year + 1)
        possible = [made for made in (_date(one, month, day) for one in years) if made is not None]
        if possible:
            yield min(possible, key=lambda made: abs(made - published))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _patterns(language: str) -> tuple["re.Pattern[str]", "re.Pattern[str]"]:
    words = lexicon(language, "storylines")
    before = "|".join(words.NOT_PAST)
    days = "|".join((*words.WEEKDAYS, *words.RELATIVE_DAYS))
    months = "|".join(sorted(_months(language), key=len, reverse=True))
    return (
        re.compile(rf"(?i)(?P<before>\b(?:{before})\s+)?\b(?P<day>{days})\b"),
        re.compile(
            rf"(?i)(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{months})\b"
            rf"|\b(?P<month_before>{months})\b\.?\s+(?P<day_behind>\d{{1,2}})(?:st|nd|rd|th)?\b)"
            r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
        ),
    )


@cache
def _months_and_years(language: str) -> "re.Pattern[str]":
    """A month with its year, or one of them behind a word that leads to a time: "may" alone is a verb."""
    words = lexicon(language, "storylines")
    months, year = "|".join(month.capitalize() for month in words.MONTHS), r"(?:19|20)\d\d"
    leads = "|".join(rf"(?<=\b{lead} )" for lead in words.TIME_LEADS)
    return re.compile(rf"\b(?:{months}),? {year}\b|(?:{leads})(?:(?:{months})|{year})\b")


@cache
def _months(language: str) -> dict[str, int]:
    words = lexicon(language, "storylines")
    names = {name: at for at, name in enumerate(words.MONTHS, start=1)}
    return {**{name[:3]: at for name, at in names.items()}, **words.SHORT_MONTHS, **names}
