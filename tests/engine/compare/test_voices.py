"""Who speaks for whom, and what a new version brought up to date."""

import pytest

from claims.engine.carry import carry
from claims.engine.findings import findings_across, findings_between
from claims.engine.offices import offices_of
from claims.enums import Part
from tests.engine.compare.cases import mentions


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        # before the name, behind it, and with a form of address between
        ("Orla Mining’s chief executive, Jo Marsh, said no.", ("Orla Mining’s chief executive",)),
        ("Jo Marsh, head of Orla Mining, said no.", ("head of Orla Mining",)),
        ("The Governor, Dr Jo Marsh, said no.", ("The Governor",)),
        # a neighbour is no officer
        ("Jo Marsh, a neighbour of the mine, said no.", ()),
        # in the body named before; by the label of a turn; in what the chair says of him
        ("The Farm League said no. Its president, Jo Marsh, agreed.", ("The Farm League’s president",)),
        ("It said no. Its president, Jo Marsh, agreed.", ("Its president",)),
        ("Q: And you?\n\nMAYOR MARSH: Jo Marsh never leaves.", ("MAYOR",)),
        ("CHAIR: Mr Marsh, you were head of Orla Mining for a year.", ("you were head of Orla Mining for a year",)),
        # another's office
        ("Ann Vale, head of Orla Mining, said no. Jo Marsh agreed.", ()),
    ],
)
def test_offices(text: str, offices: tuple[str, ...]) -> None:
    assert offices_of("Jo Marsh", text) == offices


@pytest.mark.parametrize(
    ("one", "another", "flag"),
    [
        # the body denies, its officer admits
        (
            "Orla Mining denied that it had ignored the inspectors’ warnings.",
            "Orla Mining’s chief executive, Jo Marsh, conceded that it had ignored the inspectors’ warnings.",
            "attribution",
        ),
        # a critic admits nothing
        (
            "Orla Mining denied that it had ignored the inspectors’ warnings.",
            "Jo Marsh, a neighbour, said that it had ignored the inspectors’ warnings.",
            "none",
        ),
        # two ways to deny one thing
        (
            "Orla Mining denied that it had ignored the inspectors’ warnings.",
            "Orla Mining’s chief executive, Jo Marsh, insisted that it had not ignored the inspectors’ warnings.",
            "none",
        ),
        # other numbers are for the figures to tell
        (
            "Six of the trustees backed the sale of the park, the trust said.",
            "Five of the trustees backed the sale of the park, two tenants said.",
            "none",
        ),
        # the same words from two callings
        (
            "“It was like a war zone in there,” said a nurse.",
            "“It was like a war zone in there,” said a paramedic.",
            "speaker",
        ),
        # a sentence but for a word, from two who are named; a phrase that many use
        (
            "“Nobody in the city hall knew the roof was rotten,” the mayor, Ann Vale, said.",
            "“Nobody in this city hall knew the roof was rotten,” her deputy, Ivo Sander, said.",
            "speaker",
        ),
        ("“We did all we could,” Ann Vale said.", "“We have done all we could,” Ivo Sander said.", "none"),
        # which may be one and the same
        (
            "“It was like a war zone in there,” said a nurse.",
            "“It was like a war zone in there,” said a witness.",
            "none",
        ),
    ],
)
def test_one_voice_or_two(one: str, another: str, flag: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    told = "; ".join(str(f.comparison.type) for f in found if str(f.comparison.type) != "figure") or "none"
    assert told == flag


BULLETIN = "Two people have died. So far {cases} cases have been confirmed and {schools} schools have shut."


@pytest.mark.parametrize(
    ("old", "new", "relations"),
    [
        # the dead rose, and so did the rest
        (BULLETIN.format(cases=26, schools=4), BULLETIN.format(cases=58, schools=9).replace("Two", "Five"), {"update"}),
        # nothing goes on in a text of which one number was changed
        ("The gallery owns 26 statues.", "The gallery owns 58 statues.", {"conflict"}),
    ],
)
def test_bulletins(old: str, new: str, relations: set[str]) -> None:
    before, after = mentions(old, "a", 1, 1), mentions(new, "a", 2, 2)
    texts = [{Part.HEADLINE: "", Part.BODY: text} for text in (old, new)]
    steps = carry(texts[0], texts[1], [m.record for m in before], [m.record for m in after])
    found = findings_across(before, after, steps, "")
    assert {str(f.comparison.relation) for f in found} == relations
