"""One who denies and admits, in other words than each other; and what only looks like it."""

import pytest

from claims.engine.findings import findings_between
from tests.engine.compare.cases import mentions

ADMITS = "Arden Foods admitted that the doors of the mill had been locked."


@pytest.mark.parametrize(
    ("one", "another", "flag"),
    [
        # a pronoun, an answer, a word for untrue
        ("The doors of the mill were locked, a union said. Arden Foods denied it.", ADMITS, "attribution"),
        ("Were the doors of the mill locked? Arden Foods said they were not.", ADMITS, "attribution"),
        ("Arden Foods said reports that the doors of the mill were locked were untrue.", ADMITS, "attribution"),
        ("Arden Foods said it was not the case that the doors of the mill were locked.", ADMITS, "attribution"),
        (
            "There was no truth in reports that the doors of the mill were locked, Arden Foods said.",
            ADMITS,
            "attribution",
        ),
        ("Arden Foods insisted that the doors of the mill had never been locked.", ADMITS, "attribution"),
        # the same stand twice
        ("The doors of the mill were locked, a union said. Arden Foods conceded as much.", ADMITS, "none"),
        ("Arden Foods denied that reports that the doors of the mill were locked were untrue.", ADMITS, "none"),
        # somebody else's
        ("The doors of the mill were locked, a union said. Corven Steel denied it.", ADMITS, "none"),
        # anything at all is denied, and something of it admitted
        ("Arden Foods denied that anything was cut.", "Arden Foods admitted that it had cut the grant.", "attribution"),
        ("Arden Foods denied that anything was sold.", "Arden Foods admitted that it had cut the grant.", "none"),
        (
            "Arden Foods denied that it had a letter.",
            "Arden Foods admitted that the firm had had the letter.",
            "attribution",
        ),
        (
            "Arden Foods denied that it had a plan.",
            "Arden Foods admitted that the plan would cost 40 mill hands at Skelby their jobs.",
            "none",
        ),
        # other months, other places, and an attempt
        (
            "Arden Foods said the mill was inspected in May.",
            "Arden Foods said the mill was not inspected in June.",
            "none",
        ),
        (
            "Arden Foods denied that clients in Spain were overcharged.",
            "Arden Foods admitted that clients in Italy were overcharged.",
            "none",
        ),
        (
            "Arden Foods denied that it had sold the mill.",
            "Arden Foods admitted that it had tried to sell the mill.",
            "none",
        ),
        (
            "Arden Foods denied that it had sold the mill.",
            "Arden Foods admitted that it had sold the mill in May.",
            "attribution",
        ),
        # knowledge is knowing
        (
            "Jo Marsh, the mayor, denied any knowledge of the contract.",
            "Jo Marsh, the mayor, admitted that he knew of the contract.",
            "attribution",
        ),
        # the chief is the officer with a name, the fire chief is not
        (
            "The chief denied that officers had been told to lie to the judge.",
            "Police Chief Renata Alvarez admitted that officers had been told to lie to the judge.",
            "attribution",
        ),
        (
            "The fire chief denied that officers had been told to lie to the judge.",
            "Police Chief Renata Alvarez admitted that officers had been told to lie to the judge.",
            "none",
        ),
        # nor is the deputy mayor the mayor
        (
            "The deputy mayor denied that officers had been told to lie to the judge.",
            "The mayor, Renata Alvarez, admitted that officers had been told to lie to the judge.",
            "none",
        ),
    ],
)
def test_one_who_denies_and_admits(one: str, another: str, flag: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    assert ("; ".join(str(f.comparison.type) for f in found if str(f.comparison.type) != "figure") or "none") == flag


def test_another_text_names_the_office() -> None:
    # The transcript does not say what Jo Marsh is to the mill; the paper does.
    turns = "CHAIR: Were the doors locked?\n\nJO MARSH: I confirm that we locked the doors of the mill.\n\nCHAIR: Why?"
    paper = (
        "Arden Foods insisted that it had not locked the doors of the mill. "
        "Arden Foods’ chief executive, Jo Marsh, said that the mill would reopen."
    )
    found = findings_between(mentions(turns, "b", 2), mentions(paper, "a", 1))
    assert [str(f.comparison.rule) for f in found] == ["attribution.polarity"]
