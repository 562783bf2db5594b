"""What is read from a text to find its story by."""

from datetime import UTC, datetime

import pytest

from claims.engine.extract import extract
from claims.engine.parse import parse
from claims.engine.profiles import Profile, name_words, weight
from claims.engine.profiling import profile_of
from claims.engine.records import Figure
from claims.engine.wording import wording
from claims.enums import Kind, Part

PUBLISHED = datetime(2024, 2, 8, 9, tzinfo=UTC)


def _profile(text: str, title: str = "", speaker: str = "") -> Profile:
    return profile_of({Part.HEADLINE: title, Part.BODY: text}, PUBLISHED, speaker=speaker)


def test_names_are_in_their_fullest_form_each_once() -> None:
    found = _profile("Chief Inspector Salma Rashid spoke at Corn Exchange. Rashid left. “We wait,” Ms Rashid said.")
    assert found.names == ("Salma Rashid", "Corn Exchange")


def test_a_dateline_gives_its_place_and_not_its_agency() -> None:
    found = _profile("TARLOW, Australia, Feb 8 (Southern Cross) – Two people drowned when the Wirrabee River rose.")
    assert found.names == ("Wirrabee River", "Tarlow")


HEADLINES = [
    # an ordinary headline names
    ("Bodies found in ruins of Slumberline plant", ("Slumberline",)),
    # its first word has a capital whatever it is
    ("Slumberline plant burns", ()),
    # where every word has one, capitals tell nothing
    ("Bodies Found In Ruins Of Slumberline Plant", ()),
]


@pytest.mark.parametrize(("title", "names"), HEADLINES)
def test_names_of_headlines(title: str, names: tuple[str, ...]) -> None:
    assert _profile("They were found early.", title).names == names


NUMBERS = [
    # as many digits as tell something, however they are written
    ("It affects 8,412 patients and Rs 4,850 crore.", {"8412", "4850"}),
    ("Revenue was $3.42 billion, up 11.8%.", {"3.42", "11.8"}),
    ("Rs 1,14,000 was paid.", {"114000"}),
    # round and small ones, years, and parts of words are met everywhere
    ("Some 2,000 people, 45 buses and 10 per cent in 2019 and 1974.", set()),
    ("VELA-3 and A1234b met at 10.5 for 100.", {"10.5"}),
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_numbers(text: str, numbers: set[str]) -> None:
    assert _profile(text).numbers == frozenset(numbers)


def test_rare_words_are_kept_and_what_is_said_twice_is_marked() -> None:
    found = _profile("Patients on velarostat did well. The price of velarostat is open. A zorblat was seen once.")
    assert (found.names, found.named) == ((), frozenset())
    assert found.words >= {"velarostat", "zorblat"}
    assert found.repeated == {"velarostat"}


CAPITALS = [
    # inside a sentence a capital is a name, whatever the parser says
    ("They asked about the Korsund letter.", {"korsund"}),
    # at its head, and behind a quotation mark, any word has one
    ("Stallholders had asked. “Stallholders know,” he said.", set()),
    # what the text also writes small is no name
    ("They sold Hummus and hummus.", set()),
    # days are none
    ("It was on Friday in Korsund.", {"korsund"}),
]


@pytest.mark.parametrize(("text", "named"), CAPITALS)
def test_words_with_a_capital(text: str, named: set[str]) -> None:
    assert wording("", text, ()).named == named


def test_the_name_of_an_agency_says_nothing() -> None:
    assert wording("", "He spoke to Norline in Korsund.", (), own="Norline News Agency").named == {"korsund"}


def test_figures_have_their_units_and_ones_and_twos_are_left_out() -> None:
    text = "Two dogs, 31 people and 3.5 million euros were missing."
    found = profile_of(
        {Part.HEADLINE: "", Part.BODY: text},
        PUBLISHED,
        figures=[record for record in extract(text).of(Kind.FIGURE) if isinstance(record, Figure)],
    )
    assert found.figures == {"31 person", "3500000 EUR"}


def test_a_publisher_that_speaks_of_itself_is_named() -> None:
    assert _profile("We regret it.", speaker="Aldermere Trams Ltd").names == ("Aldermere Trams Ltd",)


def test_the_parse_of_the_extraction_is_taken_and_changes_nothing() -> None:
    texts = {Part.HEADLINE: "", Part.BODY: "Salma Rashid spoke at Corn Exchange in Aldermere."}
    parsed = parse(texts, "en").kept
    assert profile_of(texts, PUBLISHED, parsed=parsed) == profile_of(texts, PUBLISHED)


WORDS = [
    ("Aldermere Trams Ltd", ("aldermere", "trams")),
    ("Professor Amara Osei", ("amara", "osei")),
    ("Caravelí’s", ("caraveli",)),
    ("Doyle-Chen", ("doyle", "chen")),
    # a day is no name, nor is a letter
    ("Friday", ()),
    ("Q", ()),
]


@pytest.mark.parametrize(("name", "words"), WORDS)
def test_words_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


def test_rare_words_weigh_and_frequent_ones_do_not() -> None:
    assert (weight("city"), weight("velarostat")) == (0.0, 1.0)
    assert 0.0 < weight("london") < weight("exchange") < weight("aldermere")


def test_keys_are_words_that_weigh_and_numbers() -> None:
    found = _profile("The City of Aldermere paid 8,412 pounds.")
    assert found.keys == frozenset({"aldermere", "paid", "pound", "#8412"})
    assert found.named == {"aldermere"}
