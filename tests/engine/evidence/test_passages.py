"""Does a passage hold what a claim says: figures, quotes, attributions, and words side by side."""

import pytest

from claims.engine.evidence import Side, check_passage, word_diff
from claims.enums import Containment, FlagType, Kind
from tests.engine.compare.cases import mentions


def checked(claim: str, kind: Kind, passage: str) -> tuple[Containment, bool, FlagType]:
    """The answer, and whether it names a mention of the passage."""
    ours = next(mention for mention in mentions(claim) if mention.record.kind is kind)
    found = check_passage(ours, passage, mentions(passage, document="b", day=2))
    return found.contains, bool(found.against), found.type


@pytest.mark.parametrize(
    ("claim", "passage", "contains", "named"),
    [
        # the same count in an official's words
        ("At least 31 people were killed.", "The dead number 31; 31 people were killed.", "contains", False),
        # more than a lower bound is within it
        ("At least 31 people were killed.", "Police said 37 people had been killed.", "contains", False),
        # another count of the same
        ("At least 31 people were killed.", "We mourn: 26 people were killed.", "differs", True),
        # the right passage of two is enough
        ("At least 31 people were killed.", "31 people were killed. In May 26 people were killed.", "contains", False),
        # the number, but of others: a person has to look
        ("Exactly 31 people were killed.", "There 31 people were injured.", "unclear", False),
        # another number of other people does not hold it
        ("Exactly 31 people were killed.", "There 58 people were injured.", "differs", True),
        # a sum of money says nothing of the dead
        ("Exactly 31 people were killed.", "The fire cost 26 million euros.", "unclear", False),
        ("Exactly 31 people were killed.", "Nobody knows how many.", "unclear", False),
    ],
)
def test_figures(claim: str, passage: str, contains: str, *, named: bool) -> None:
    assert checked(claim, Kind.FIGURE, passage)[:2] == (contains, named)


QUOTE = "“Nobody has been charged in this case so far,” said Edda Korsin."


@pytest.mark.parametrize(
    ("passage", "contains", "named"),
    [
        # a transcript has no quotation marks
        ("KORSIN: Look. Nobody has been charged in this case so far. Next question.", "contains", False),
        # other case and commas are no other words
        ("Nobody has been charged, in this case, so far", "contains", False),
        # one word more, one word other
        ("Nobody has been formally charged in this case so far.", "differs", False),
        ("Nobody has been arrested in this case so far.", "differs", False),
        # a part of it is not it
        ("Nobody has been charged", "differs", False),
        # the same words in another mouth
        ("“Nobody has been charged in this case so far,” said Tomas Rell.", "differs", True),
    ],
)
def test_quotes(passage: str, contains: str, *, named: bool) -> None:
    assert checked(QUOTE, Kind.QUOTE, passage)[:2] == (contains, named)


def test_a_cut_quote_stands_in_the_whole_one() -> None:
    cut = "“Nobody has been charged … so far,” said Edda Korsin."
    whole = "Nobody has been charged in this case so far."
    assert checked(cut, Kind.QUOTE, whole)[0] is Containment.CONTAINS


@pytest.mark.parametrize(
    ("passage", "contains", "named"),
    [
        ("The port authority said that pressure on the quay was low.", "contains", False),
        ("The port authority denied that pressure on the quay was low.", "differs", True),
        ("The quay is old.", "unclear", False),
    ],
)
def test_attributions(passage: str, contains: str, *, named: bool) -> None:
    claim = "The port authority said that pressure on the quay was low."
    assert checked(claim, Kind.ATTRIBUTION, passage)[:2] == (contains, named)


def test_a_mention_of_another_kind_says_nothing() -> None:
    assert checked("31 people were killed.", Kind.FIGURE, "“We are so sad,” said Ann Vale.")[0] is Containment.UNCLEAR


@pytest.mark.parametrize(
    ("quote", "passage", "stretches"),
    [
        ("a b c", "a b c", [("both", "a b c")]),
        # what the passage says before and after is left out
        (
            "Nobody has been charged.",
            "Well, as I said: nobody has been formally charged. Next question, there at the back.",
            [("both", "nobody has been"), ("passage", "formally"), ("both", "charged")],
        ),
        (
            "The fire began on the car deck",
            "The smoke began on the deck",
            [
                ("both", "The"),
                ("quote", "fire"),
                ("passage", "smoke"),
                ("both", "began on the"),
                ("quote", "car"),
                ("both", "deck"),
            ],
        ),
        ("one two", "...", [("quote", "one two")]),
        # another word at an end stands beside the one that it replaces, and nothing more
        (
            "Nobody has been charged.",
            "Korsin: Nobody has been arrested. Next question.",
            [("both", "Nobody has been"), ("quote", "charged"), ("passage", "arrested")],
        ),
        (
            "Everybody is safe and sound",
            "Listen, nobody is safe and sound",
            [("quote", "Everybody"), ("passage", "nobody"), ("both", "is safe and sound")],
        ),
    ],
)
def test_words_side_by_side(quote: str, passage: str, stretches: list[tuple[str, str]]) -> None:
    assert [(stretch.side, stretch.text) for stretch in word_diff(quote, passage)] == [
        (Side(side), text) for side, text in stretches
    ]
