"""Which texts a verdict covers: the same in other words, and everything that only looks like it."""

from datetime import UTC, datetime, timedelta

import pytest

from claims.engine.embedding import embed, likeness
from claims.engine.extract import extract
from claims.engine.matching import Match, match, names_told, trigrams
from claims.engine.mentions import mentions_of
from claims.engine.records import Mention
from claims.enums import Kind, Part

THEN = datetime(2026, 4, 15, 9, tzinfo=UTC)
KILLED = "133 people were killed in the attack on the concert hall in Kalder, investigators said."
STOPPED = "The suspects were stopped 340 km from the capital."
FELL = "Unemployment fell to 5.1 per cent in May, the statistics office said."
DENIED = "The operator denied that the doors were locked."
QUOTE = "“We had no warning at all from anybody,” said Ann Vale."


def read(text: str, kind: Kind, *, document: str, at: datetime) -> Mention:
    """The one mention of a kind in a text."""
    records = extract(text, published=at).records
    found = mentions_of(
        {Part.HEADLINE: "", Part.BODY: text},
        records,
        keys=[str(number) for number in range(len(records))],
        document=document,
        version=1,
        source=document,
        published=at,
    )
    (one,) = [mention for mention in found if mention.record.kind is kind]
    return one


def held(checked: str, asked: str, kind: Kind, *, upheld: bool = True) -> Match:
    ours, theirs = embed([asked, checked])
    return match(
        read(asked, kind, document="asked", at=THEN + timedelta(days=3)),
        read(checked, kind, document="checked", at=THEN),
        cosine=likeness(ours, theirs),
        upheld=upheld,
    )


@pytest.mark.parametrize(
    ("checked", "asked", "relation", "told"),
    [
        (KILLED, "133 dead in concert hall attack", "same", True),
        # Another number of the same thing, with and without a word of what event.
        (KILLED, "60 people were killed in the concert hall attack.", "differs", True),
        (KILLED, "60 killed", "differs", True),
        # A later and larger count of what only grows.
        (KILLED, "145 people were killed in the concert hall attack.", "updates", True),
        # The same number of another thing.
        (KILLED, "133 people were injured in the concert hall attack.", "unclear", True),
        # What says less is borne out; what says more was not checked.
        (KILLED, "More than 130 people were killed in the concert hall attack.", "same", True),
        ("More than 130 people were killed in the attack.", "133 people were killed in the attack.", "unclear", True),
        (KILLED, "More than 133 people were killed in the concert hall attack.", "differs", True),
        # One distance in two units, and another one.
        (STOPPED, "They were stopped 211 miles from the capital.", "same",
         True),
        (STOPPED, "They were stopped 150 miles from the capital.", "differs",
         True),
        # The same number, the other way; and of another month.
        (FELL, "Unemployment rose to 5.1 per cent in May.", "differs", True),
        (FELL, "Unemployment fell to 5.1 per cent in April.", "unclear", True),
        # Something that has nothing to do with it is not told.
        (KILLED, "The library lent 60 books.", "unclear", False),
    ],
)  # fmt: skip
def test_figures(checked: str, asked: str, relation: str, told: bool) -> None:
    found = held(checked, asked, Kind.FIGURE)
    assert (found.relation, found.told) == (relation, told)
    assert found.same_measure is not None


@pytest.mark.parametrize(
    ("checked", "asked", "relation"),
    [
        (DENIED, "The operator denies the doors had been locked.", "same"),
        # Denied and affirmed, in either wording; a denied negation affirms.
        (DENIED, "The operator admitted that the doors were locked.", "differs"),
        (DENIED, "The operator said the doors were not locked.", "same"),
        # Said by somebody else: that is another finding.
        (DENIED, "The union said that the doors were locked.", "unclear"),
        # The same sentence with another number, and without the number.
        (
            "Police said 133 people were held in the attack.",
            "Police said 60 people were held in the attack.",
            "differs",
        ),
        # Another day.
        ("Police said the road would open on Monday.", "Police said the road would open on Tuesday.", "unclear"),
    ],
)
def test_attributions(checked: str, asked: str, relation: str) -> None:
    assert held(checked, asked, Kind.ATTRIBUTION).relation == relation


@pytest.mark.parametrize(
    ("asked", "relation"),
    [
        ("“We had no warning at all from anybody,” Ann Vale told reporters.", "same"),
        # Cut at its end it is covered; with words that were never looked at it is not.
        ("“We had no warning at all,” said Ann Vale.", "same"),
        ("“We had no warning at all from anybody, and nobody came,” said Ann Vale.", "unclear"),
        # In another's mouth, and with the sense turned round.
        ("“We had no warning at all from anybody,” said Peter Marsh.", "differs"),
        ("“We had a warning from somebody,” said Ann Vale.", "differs"),
        # Another utterance of hers.
        ("“The doors were locked from the outside,” said Ann Vale.", "unclear"),
    ],
)
def test_quotes(asked: str, relation: str) -> None:
    assert held(QUOTE, asked, Kind.QUOTE).relation == relation


def test_what_says_less_than_a_wrong_claim_is_not_thereby_wrong() -> None:
    asked = "More than 130 people were killed in the concert hall attack."
    found = held(KILLED, asked, Kind.FIGURE, upheld=False)
    assert found.relation == "unclear"
    assert found.sentence == (
        "The verdict is on 133 people killed and did not find that right; the text says more than 130 people killed,"
        " which says less: it is not covered."
    )


def test_the_difference_is_told_in_a_sentence() -> None:
    assert held(KILLED, "60 killed", Kind.FIGURE).sentence == (
        "The verdict is on 133 people killed; the text says 60 people killed: it is not covered."
    )
    assert held(DENIED, "The operator admitted that the doors were locked.", Kind.ATTRIBUTION).sentence == (
        "The verdict is on “the doors were locked”, which the operator denies; the text says “the doors were locked”,"
        " which the operator says: it is not covered."
    )


def test_without_a_vector_the_score_is_made_of_the_rest() -> None:
    asked = read("133 dead in concert hall attack", Kind.FIGURE, document="asked", at=THEN)
    checked = read(KILLED, Kind.FIGURE, document="checked", at=THEN)
    without = match(asked, checked, cosine=None, upheld=True)
    assert without.embedding is None
    assert without.same_measure is not None
    assert without.score == pytest.approx((0.5 * without.same_measure + 0.2 * without.trigrams) / 0.7)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("133 people were killed in the fire in Leeds.", ["Leeds"]),
        # Who says so does not say where; a month is no name; a capital that opens the sentence is none.
        ("Police in Leeds said 133 people were killed in Kalder in May.", ["Kalder"]),
        ("Ann Vale said 133 people were killed.", []),
        # In another clause too; neither a title nor the agency that had it first.
        ("133 people were killed when Mr Roy's hall burned in Harrow, it told Reuters.", ["Roy", "Harrow"]),
        # A headline with capitals throughout names nobody.
        ("133 People Killed In Concert Hall Attack", []),
    ],
)
def test_names_by_which_a_text_says_where(text: str, names: list[str]) -> None:
    assert names_told(read(text, Kind.FIGURE, document="asked", at=THEN)) == names


def test_trigrams_are_those_of_the_database() -> None:
    # `similarity('word', 'two words')` and `similarity('cat', 'dog')` in PostgreSQL.
    assert trigrams("word", "two words") == pytest.approx(0.36363637)
    assert trigrams("cat", "dog") == trigrams("", "cat") == 0
