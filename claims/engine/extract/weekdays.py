"""Dates that name the wrong day of the week: "Tuesday 3 March 2025", which was a Monday."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache

from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Span, Why
from claims.engine.sentences import paragraphs, sentences
from claims.enums import Approximation, Part

UNIT = "weekday"
RULE = "figure.weekday"
# A date without a year is read as the nearest to publication, and only so near to it.
NEAR = timedelta(days=60)
# In Britain and its colonies the calendar jumped in 1752; other countries followed later.
EARLIEST = 1900


def wrong_weekdays(
    texts: Mapping[Part, str], published: datetime | None = None, language: str = "en"
) -> Iterator[Figure]:
    """Two figures for each date whose day of the week is another one: that as written, that of the calendar.

    Their values count from Monday, 1. A date without a year is read against published, near it, and not in a sentence
    that names a year. What stands right is no figure.
    """
    if not lexicon(language, "storylines").WEEKDAYS:
        return
    for part, text in texts.items():
        for line in paragraphs(text):
            for sentence in sentences(text, line, language):
                for found in _pattern(language).finditer(sentence.of(text)):
                    day = _day(found, sentence.of(text), published, language)
                    if day is not None:
                        yield from _two(found, sentence.start, day, part, language)


def _day(found: "re.Match[str]", sentence: str, published: datetime | None, language: str) -> date | None:
    """The date that is written, where its weekday is not the one beside it."""
    names = lexicon(language, "storylines")
    month = _months(language)[found.group("month") or found.group("month_before")]
    number = int(found.group("day") or found.group("day_behind"))
    said = names.WEEKDAYS.index(found.group("weekday").lower())
    if found.group("year"):
        day = _date(int(found.group("year")), month, number)
    elif published is None or re.search(r"\b(?:1[5-9]|20)\d\d\b", sentence):
        return None
    else:
        today = published.date()
        near = [made for year in (-1, 0, 1) if (made := _date(today.year + year, month, number)) is not None]
        day = min(
            (made for made in near if abs(made - today) <= NEAR), key=lambda made: abs(made - today), default=None
        )
    return day if day is not None and day.year >= EARLIEST and day.weekday() != said else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _two(found: "re.Match[str]", start: int, day: date, part: Part, language: str) -> Iterator[Figure]:
    names, days = lexicon(language, "readings"), lexicon(language, "storylines").WEEKDAYS
    whole = Span(start + found.start(), start + found.end())
    weekday = Span(start + found.start("weekday"), start + found.end("weekday"))
    written = Span(start + found.start("date"), start + found.end("date"))
    true = days[day.weekday()].capitalize()
    for value, span, reading in (
        (days.index(found.group("weekday").lower()) + 1, weekday, names.AS_WRITTEN.format(day=found.group("weekday"))),
        (day.weekday() + 1, written, names.BY_CALENDAR.format(date=found.group("date"), year=day.year, day=true)),
    ):
        yield Figure(
            span=whole, value_span=span, low=Decimal(value), high=Decimal(value), approximation=Approximation.EXACT,
            unit=UNIT, measure=names.WEEKDAY, why=Why(RULE, found.group(), reading), part=part,
        )  # fmt: skip


@cache
def _pattern(language: str) -> "re.Pattern[str]":
    days = "|".join(day.capitalize() for day in lexicon(language, "storylines").WEEKDAYS)
    months = "|".join(sorted(_months(language), key=len, reverse=True))
    date_of = (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{months})\b"
        rf"|(?P<month_before>{months})\b\.? (?P<day_behind>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d)"
    )
    return re.compile(rf"\b(?P<weekday>{days}),? (?:the )?(?P<date>(?:{date_of})(?:,? (?P<year>(?:19|20)\d\d)\b)?)")


@cache
def _months(language: str) -> dict[str, int]:
    names = lexicon(language, "storylines")
    full = {name.capitalize(): at for at, name in enumerate(names.MONTHS, start=1)}
    short = {name.capitalize(): at for name, at in names.SHORT_MONTHS.items()}
    return {**{name[:3]: at for name, at in full.items()}, **short, **full}
