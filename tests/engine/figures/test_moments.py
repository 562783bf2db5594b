"""The days that the time words of a figure stand for."""

from datetime import UTC, date, datetime

import pytest

from claims.engine.extract import extract
from claims.engine.moments import in_words, moment
from claims.engine.records import Figure

# A Sunday.
PUBLISHED = date(2024, 3, 24)

CASES: list[tuple[str, str | None]] = [
    # A weekday is the last one, the day of publication included.
    ("on Friday", "2024-03-22"),
    ("Sunday", "2024-03-24"),
    ("on Monday morning", "2024-03-18"),
    # "Last Friday" may be either, "next Friday" is to come.
    ("last Friday", None),
    ("next Friday", None),
    # Counted from the day of publication.
    ("yesterday", "2024-03-23"),
    ("this morning", "2024-03-24"),
    # A date without a year lies nearest to publication.
    ("on 22 March", "2024-03-22"),
    ("on December 30", "2023-12-30"),
    ("on 22 March 2019", "2019-03-22"),
    # Weeks begin on Monday.
    ("last week", "2024-03-11/2024-03-17"),
    ("last month", "2024-02-01/2024-02-29"),
    ("last year", "2023-01-01/2023-12-31"),
    # A month without a year is the last one.
    ("in March", "2024-03-01/2024-03-31"),
    ("last August", "2023-08-01/2023-08-31"),
    ("in August 2021", "2021-08-01/2021-08-31"),
    ("in 2022", "2022-01-01/2022-12-31"),
    # Where it began, ended or is compared with is no day that it holds for.
    ("since 2018", None),
    ("until Friday", None),
    ("by Thursday night", None),
    ("from a year earlier", None),
    ("last financial year", None),
    # Two times are none.
    ("between Friday and Sunday", None),
    ("in 2020 2021", None),
    ("", None),
    ("at the end", None),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_words_stand_for_days_or_for_none(words: str, expected: str | None) -> None:
    found = moment(words, PUBLISHED)
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("on Friday", "22 March 2024"),
        ("last week", "11 March 2024 to 17 March 2024"),
        ("in 2022", "2022"),
    ],
)
def test_a_reader_sees_it_in_words(words: str, written: str) -> None:
    found = moment(words, PUBLISHED)
    assert found is not None
    assert in_words(found) == written


def test_no_other_language_and_no_year_at_the_edge_is_guessed() -> None:
    assert moment("am Freitag", PUBLISHED, "de") is None
    assert moment("last year", date.min) is None
    assert moment("last month", date.max) is None


def _readings(text: str, published: datetime | None) -> list[str]:
    return [one.why.reading for one in extract(text, published=published).records if isinstance(one, Figure)]


def test_a_reading_names_the_day_where_it_is_known() -> None:
    text = "Police said at least 40 people were killed on Friday."
    at = datetime(2024, 3, 24, 9, tzinfo=UTC)
    (dated,) = _readings(text, at)
    (plain,) = _readings(text, None)
    assert dated == f"{plain}, as of 22 March 2024"
    assert plain.endswith(", said by Police")


def test_a_version_read_with_the_one_before_is_dated_by_its_own_day() -> None:
    text = "Police said at least 40 people were killed on Friday."
    first = extract(text, published=datetime(2024, 3, 24, 9, tzinfo=UTC))
    later = datetime(2024, 3, 31, 9, tzinfo=UTC)
    assert extract(text, published=later, previous=first.parse).records == extract(text, published=later).records
