"""Denials, admissions and answers in all wordings: who denies what, where the words only point at it."""

import pytest

from claims.engine.extract import extract
from claims.engine.records import Attribution

SAID = "The doors were locked, the union said. "
LOCKED = "The doors were locked"
BOARD = "Harrow Water Board"


def told(text: str, publisher: str = "") -> list[tuple[str | None, str, str]]:
    found = [one for one in extract(text, publisher=publisher).records if isinstance(one, Attribution)]
    return [(one.claimant, one.polarity.value, one.proposition) for one in found]


@pytest.mark.parametrize(
    ("answer", "polarity"),
    [
        # a pronoun stands for what was said
        ("The firm denied it.", "denied"),
        ("The firm again denied this on Monday.", "denied"),
        ("The firm admitted it.", "affirmed"),
        ("The firm conceded as much.", "affirmed"),
        # so does the claim, by any name
        ("The firm denies the allegation.", "denied"),
        ("The firm dismissed the claim as nonsense.", "denied"),
        ("The firm called the claim a lie.", "denied"),
        # it is called untrue
        ("The firm said this was untrue.", "denied"),
        ("The firm said the allegation was baseless.", "denied"),
        ("That is not so, the firm said.", "denied"),
        # the answer leaves out what was said
        ("The firm said they were not.", "denied"),
        ("The firm insists they weren’t.", "denied"),
        ("The firm said it had done no such thing.", "denied"),
        ("The firm said they were.", "affirmed"),
    ],
)
def test_what_points_back_is_written_out(answer: str, polarity: str) -> None:
    assert told(SAID + answer)[1:] == [("the firm", polarity, LOCKED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # within one sentence
        (
            "Shots were fired, two medics told this paper; the mayor, Jo Marsh, denied it.",
            [("two medics", "affirmed", "Shots were fired"), ("Jo Marsh", "denied", "Shots were fired")],
        ),
        # a question is answered
        (
            "Was the kitchen short of staff? The board denied it on Tuesday.",
            [("the board", "denied", "the kitchen was short of staff")],
        ),
        (
            "Will the mayor resign?\n\nA spokesman said she would not.",
            [("a spokesman", "denied", "the mayor will resign")],
        ),
        # which one that asks "why" is not
        ("Why was he late? The board denied it.", [("the board", "denied", "it")]),
        # within the sentence of the answer
        (
            "Asked whether the mill had dumped waste, the firm said it had not.",
            [("the firm", "denied", "the mill had dumped waste")],
        ),
        # an accusation, which "the company" is not the groups that make it
        (
            "Environmental groups accuse Norchem of fraud. The company rejects the accusation.",
            [("Environmental groups", "affirmed", "Norchem of fraud"), ("the company", "denied", "Norchem of fraud")],
        ),
        # a plain sentence is denied, though it is no claim or charge
        ("The doors were locked. The firm denies this.", [("the firm", "denied", "The doors were locked")]),
        ("He was charged with fraud. Jo Marsh denies the charges.", [("Jo Marsh", "denied", "the charges")]),
        # "it" inside another's words does not stand for these
        (
            "Ann Vale said Tom Roy denied it.",
            [("Ann Vale", "affirmed", "Tom Roy denied it"), ("Tom Roy", "denied", "it")],
        ),
        # a new sentence is no answer, and rain is nobody's
        ("The firm said it had rained.", [("the firm", "affirmed", "it had rained")]),
        # what was said of safety is not what was said before
        (
            "The union said it would strike. The firm denied the report on safety.",
            [("the union", "affirmed", "the union would strike"), ("the firm", "denied", "the report on safety")],
        ),
    ],
)
def test_what_it_points_at(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # admissions
        ("The firm owned up to locking the doors.", [("the firm", "affirmed", "locking the doors")]),
        ("The firm admitted to having locked the doors.", [("the firm", "affirmed", "having locked the doors")]),
        ("The firm owned the mill.", []),
        (
            "The ministry can confirm that the doors were locked.",
            [("the ministry", "affirmed", "the doors were locked")],
        ),
        ("The ministry could confirm that the doors were locked.", []),
        ("The firm was forced to concede that it had lied.", [("the firm", "affirmed", "the firm had lied")]),
        ("The firm was paid to concede that it had lied.", []),
        # the subject behind its verb
        (
            "Nobody knew of it before May, insisted the minister, Ana Lopes.",
            [("Ana Lopes", "affirmed", "Nobody knew of it before May")],
        ),
        # what is called, and what it is called
        ("The union called a strike for Tuesday.", []),
        ("The union called the strike a success.", [("the union", "affirmed", "the strike a success")]),
        # what is no longer denied is not denied
        ("The firm no longer denies that the doors were locked.", []),
        # an aside between the verb and its clause
        (
            "The union denies, for the third time, that members blocked the gate.",
            [("the union", "denied", "members blocked the gate")],
        ),
        (
            "The caterer, Arden, admitted last night that one batch had been served late.",
            [("Arden", "affirmed", "one batch had been served late")],
        ),
        # claims are taken back, money is withdrawn
        (
            "The firm retracted its claim that the doors were open.",
            [("the firm", "denied", "its claim that the doors were open")],
        ),
        (
            "The firm walked back its statement that the doors were open.",
            [("the firm", "denied", "its statement that the doors were open")],
        ),
        ("The firm withdrew £40 from the bank.", []),
        ("Jo Marsh walked back to the mill.", []),
        # ruled out, but not where a court rules
        ("Jo Marsh ruled out a rent cap.", [("Jo Marsh", "denied", "a rent cap")]),
        ("The court ruled that the cap was lawful.", [("the court", "affirmed", "the cap was lawful")]),
        ("Jo Marsh could not rule out a rent cap.", []),
        # put down to something, not into an account
        (
            "Jo Marsh credited the drop in crime to new lamps.",
            [("Jo Marsh", "affirmed", "the drop in crime to new lamps")],
        ),
        ("Jo Marsh credited her staff.", []),
        # "that" of a relative clause points at its noun
        (
            "Ann Vale said the mill was fined. Jo Marsh paid the fine that they had asked for.",
            [("Ann Vale", "affirmed", "the mill was fined")],
        ),
        # the parse takes the second word for the verb
        (
            "The Minister rejects reports that a cap is planned.",
            [("the Minister", "denied", "reports that a cap is planned")],
        ),
        # and hangs the claims on what they are called
        (
            "The bank dismissed as nonsense claims that it lied.",
            [("the bank", "denied", "nonsense claims that it lied")],
        ),
        ("The bank dismissed as nonsense the plan.", [("the bank", "affirmed", "the plan")]),
        # certain of it
        ("The firm was adamant that the doors were open.", [("the firm", "affirmed", "the doors were open")]),
        ("The firm made it clear that the doors were open.", [("the firm", "affirmed", "the doors were open")]),
        ("The firm was not adamant that the doors were open.", []),
        # what the writer adds behind a comma
        (
            "Jo Marsh confirmed that a cap was planned, two days after she had denied it.",
            [("Jo Marsh", "affirmed", "a cap was planned"), ("Jo Marsh", "denied", "a cap was planned")],
        ),
        (
            "The firm said staff had not complained, contradicting four letters.",
            [("the firm", "affirmed", "staff had not complained")],
        ),
        # "it" that is nobody's
        (
            "The firm said it was not true that the doors were locked.",
            [("the firm", "affirmed", "it was not true that the doors were locked")],
        ),
    ],
)
def test_wordings_of_denial_and_admission(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "proposition"),
    [
        ("Claims that a master asked to stay in port are untrue.", "a master asked to stay in port"),
        (
            "Reports that the well was short of water last week are not correct.",
            "the well was short of water last week",
        ),
        ("There is no truth in the claim that any well was open.", "any well was open"),
        ("It is not true that any well was open.", "any well was open"),
    ],
)
def test_a_statement_denies_in_its_own_voice(text: str, proposition: str) -> None:
    assert told(text, BOARD) == [(BOARD, "denied", proposition)]
    # a newspaper that says so denies nothing of its own
    assert told(text) == []
    # somebody who is named says it
    said = told(f"{text.rstrip('.')}, the firm said.", BOARD)
    assert [(claimant, polarity) for claimant, polarity, _ in said] == [("the firm", "affirmed")]


def test_a_report_that_is_welcome_is_not_denied() -> None:
    assert told("Reports that the well was busy are welcome.", BOARD) == []


def test_a_turn_answers_the_question_before_it() -> None:
    turns = "Q: Were officers told to lie?\n\nMAYOR TRAN: The chief has told me that they were not.\n\nQ: And now?"
    assert told(turns) == [("the chief", "denied", "officers were told to lie")]
