"""One who denies and admits, in other words than each other; and what only looks like it."""

import pytest

from claims.engine.carry import carry
from claims.engine.findings import findings_across, findings_between, findings_within
from claims.enums import Part
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
        # one stands word for word in the other; earlier knowledge is knowing, a warning is not
        (
            "Corvane denied that she was sacked.",
            "The airline admitted that she was sacked by the board.",
            "attribution",
        ),
        ("Corvane denied that she was sacked.", "The airline admitted that she had left in May.", "none"),
        (
            "Corvane denied that it had any earlier knowledge.",
            "The company admitted that it had known of the cracks.",
            "attribution",
        ),
        (
            "Corvane denied that it had any earlier knowledge.",
            "The company admitted that it had warned of the cracks.",
            "none",
        ),
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
        # less denied than admitted, and something else
        (
            "Arden Foods denied that it had been warned.",
            "Arden Foods admitted that it had been warned of rot in the roof.",
            "attribution",
        ),
        (
            "Arden Foods denied that it had been warned of a flood.",
            "Arden Foods admitted that it had been warned of rot in the roof.",
            "none",
        ),
        ("Jo Marsh denied that he had bought the house.", "Jo Marsh confirmed that he had bought the car.", "none"),
        # one thing in other words: a post, knowing, a stake, a lawsuit, what did not work, too few people
        ("Jo Marsh denied that he would step down.", "Jo Marsh confirmed that he would resign.", "attribution"),
        ("Jo Marsh denied that he would step down.", "Jo Marsh confirmed that he would stand again.", "none"),
        (
            "Jo Marsh denies having known that his wife's brother owned part of the mill.",
            "Jo Marsh acknowledged that he had been aware of his brother-in-law's stake.",
            "attribution",
        ),
        (
            "Arden Foods rejected reports that it was going to court over the mill.",
            "Arden Foods confirmed that it would sue over the mill.",
            "attribution",
        ),
        (
            "Arden Foods insisted that the sirens went off.",
            "Arden Foods conceded that the alarms failed.",
            "attribution",
        ),
        ("Arden Foods insisted that the sirens went off.", "Arden Foods said that the alarms had sounded.", "none"),
        (
            "Arden Foods denied that its mills were understaffed.",
            "Arden Foods admitted that its mills were short of staff.",
            "attribution",
        ),
        # whoever speaks for the group speaks for the firm; not for a council, a union or a firm with another name
        (
            "A spokesman for the firm denied that it was negotiating with its banks.",
            "A spokesman for the group confirmed that it was in talks with its banks.",
            "attribution",
        ),
        (
            "A spokesman for the firm denied that it was negotiating with its banks.",
            "A spokesman for the union confirmed that it was in talks with its banks.",
            "none",
        ),
        (
            "Lawyers for Arden Foods admitted that it knew of the leak.",
            "Skelby Council denied that it had known of the leak.",
            "none",
        ),
        # credited to the mayor, then to his deputy
        (
            "The repair was shelved to save money, the mayor, Ann Vale, told us.",
            "The deputy mayor said that the repair was set aside to save money.",
            "attribution",
        ),
        (
            "The repair was shelved to save money, the mayor, Ann Vale, told us.",
            "The mayor said that the repair was set aside to save money.",
            "none",
        ),
    ],
)
def test_one_who_denies_and_admits(one: str, another: str, flag: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    assert ("; ".join(str(f.comparison.type) for f in found if str(f.comparison.type) != "figure") or "none") == flag


CLAIMS = "The Ostrel Liberation Front claimed responsibility for the attack."
DENIES = "The Ostrel Liberation Front (OLF) denied any part in the attack."


@pytest.mark.parametrize(
    ("one", "another", "rule"),
    [
        # one body, by its name and its initials, and one attack by whatever noun
        ("Last night the brutal Ostrel Liberation Front claimed responsibility for the massacre.", DENIES, "polarity"),
        ("The OLF said its fighters had carried out the ambush.", DENIES, "polarity"),
        ("The OLF acknowledged that one of its units had taken part in the raid.", DENIES, "polarity"),
        ("The bombing was claimed by the OLF.", CLAIMS, "none"),
        ("The bombing was claimed by the OLF.", DENIES, "polarity"),
        (CLAIMS, "The OLF told us in writing that it had not carried out the ambush.", "polarity"),
        (CLAIMS, "The OLF said it had nothing to do with the killings.", "polarity"),
        (CLAIMS, "The OLF denied that it had anything to do with the bombs.", "polarity"),
        (CLAIMS, "The OLF rejected accusations that it was behind the shooting.", "polarity"),
        (CLAIMS, "The OLF denied being behind Friday's attack on the convoy.", "polarity"),
        (CLAIMS, "The OLF said none of its men had taken part in the assault.", "polarity"),
        # one stand twice; only some of it is denied
        (DENIES, "The OLF said it had not carried out the massacre.", "none"),
        (CLAIMS, "The OLF denied full responsibility for the attack.", "none"),
        # another place, target, day or year, another attack, any attack at all
        (
            "The OLF claimed responsibility for the attack in Marne.",
            "The OLF denied any part in the Skelby attack.",
            "none",
        ),
        (
            "The OLF claimed responsibility for the attack on the market.",
            "The OLF denied any part in the attack on the school.",
            "none",
        ),
        (
            "The OLF claimed responsibility for the attack on Monday.",
            "The OLF denied any part in Thursday's attack.",
            "none",
        ),
        ("The OLF claimed responsibility for the 2019 attack.", DENIES, "none"),
        ("The OLF claimed responsibility for another attack.", DENIES, "none"),
        ("The OLF claimed responsibility for an attack in Marne.", DENIES, "none"),
        # somebody else's deed, another's word for it, no claim
        ("The army accused the Ostrel Liberation Front of the attack.", DENIES, "none"),
        ("The army said that the Ostrel Liberation Front had carried out the attack.", DENIES, "none"),
        ("The OLF said its rivals had carried out the attack.", DENIES, "none"),
        ("The OLF said its rivals had carried out the attack.", CLAIMS, "none"),
        ("No group has claimed responsibility for the attack.", DENIES, "none"),
        ("The Ostrel Liberation Front condemned the attack.", CLAIMS, "none"),
        ("The Red Dune Front claimed responsibility for the attack.", DENIES, "none"),
        # two who claim the whole of it
        (CLAIMS, "The Red Dune Brigade claimed responsibility for the ambush.", "claimant"),
        (CLAIMS, "The Red Dune Front said it was behind the bombing.", "claimant"),
        # a part leaves room for others, and two may deny it; a name that may be short for the other; who speaks for it
        (
            "The OLF acknowledged that one of its units had taken part in the raid.",
            "The Red Dune Brigade said it was behind the attack.",
            "none",
        ),
        (DENIES, "The Red Dune Brigade denied any part in the attack.", "none"),
        ("Islamic Dawn claimed responsibility for the attack.", "IDB said it was behind the attack.", "none"),
        ("Colonel Yaro Dem claimed responsibility for the attack.", CLAIMS, "none"),
        ("The group claimed responsibility for the attack.", CLAIMS, "none"),
        (
            "The OLF claimed responsibility for the attack in Marne.",
            "The Red Dune Brigade claimed responsibility for the attack in Skelby.",
            "none",
        ),
    ],
)
def test_whose_work_an_attack_was(one: str, another: str, rule: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    assert [f.comparison.rule for f in found] == ([] if rule == "none" else [f"attribution.{rule}"])


def test_who_claims_an_attack_in_one_text() -> None:
    # A body against itself is at odds; two who claim it may stand side by side.
    other = "The Red Dune Brigade claimed responsibility for the ambush."
    found = findings_within(mentions(f"{CLAIMS}\n\n{other}\n\n{DENIES}"))
    assert [f.comparison.rule for f in found] == ["attribution.polarity"]


def test_who_claims_an_attack_in_two_versions() -> None:
    texts = [{Part.HEADLINE: "", Part.BODY: text} for text in (DENIES, "The OLF said it was behind the blast.")]
    old, new = (mentions(text[Part.BODY], day=at, version=at) for at, text in enumerate(texts, start=1))
    steps = carry(*texts, [m.record for m in old], [m.record for m in new])
    found = findings_across(old, new, steps, "")
    assert [f.comparison.rule for f in found] == ["attribution.polarity"]


def test_another_text_names_the_office() -> None:
    # The transcript does not say what Jo Marsh is to the mill; the paper does.
    turns = "CHAIR: Were the doors locked?\n\nJO MARSH: I confirm that we locked the doors of the mill.\n\nCHAIR: Why?"
    paper = (
        "Arden Foods insisted that it had not locked the doors of the mill. "
        "Arden Foods’ chief executive, Jo Marsh, said that the mill would reopen."
    )
    found = findings_between(mentions(turns, "b", 2), mentions(paper, "a", 1))
    assert [str(f.comparison.rule) for f in found] == ["attribution.polarity"]
