"""Two figures worded so unlike that nobody would call them one, and a third text that tells."""

import pytest

from claims.engine.compare import compare
from claims.engine.compare.odds import Likelihoods
from claims.engine.findings import findings_between
from claims.engine.records import Mention
from claims.engine.witnesses import heard
from claims.enums import Answer
from tests.engine.compare.cases import mentions

# Texts of an earlier and a later source that are not at odds by themselves, and the later value in the earlier's words.
ROWS = [
    ("The farm lost 210 sheep in the snow.", "Drifts buried 260 animals.", "The farm lost 260 sheep in the snow."),
    (
        "The ship carried 300 tonnes of flour.",
        "Crews unloaded 480 tonnes at the quay.",
        "The ship carried 480 tonnes of flour.",
    ),
    ("The repair took 9 days.", "Engineers were busy for 14 days.", "The repair took 14 days."),
]


@pytest.mark.parametrize(("one", "other", "witness"), ROWS)
def test_a_witness_brings_two_figures_together(one: str, other: str, witness: str) -> None:
    first, second, third = mentions(one, "a", 1), mentions(other, "b", 2), mentions(witness, "c", 2)
    assert findings_between(second, first) == []
    assert [(f.a, f.b) for f in findings_between(second, [*first, *third])] == [("a-1-0", "b-1-0")]


# A third text with the later value that tells of another thing, or with the earlier value.
OTHERS = [
    (*ROWS[0][:2], "The storm tore down 260 fences."),
    (*ROWS[1][:2], "A crane lifted 480 tonnes of steel at the new stadium."),
    (*ROWS[2][:2], "The strike went on for 14 days."),
    (*ROWS[2][:2], "The repair took 9 days."),
]


@pytest.mark.parametrize(("one", "other", "bystander"), OTHERS)
def test_a_bystander_does_not(one: str, other: str, bystander: str) -> None:
    first, second, third = mentions(one, "a", 1), mentions(other, "b", 2), mentions(bystander, "c", 2)
    found = findings_between(second, [*first, *third])
    assert [f for f in found if (f.a, f.b) == ("a-1-0", "b-1-0")] == []


class Told(Likelihoods):
    """Likelihoods by the documents of the two, so that a case does not hang on what the weights were taught."""

    def __init__(self, likelihoods: dict[str, float]) -> None:
        super().__init__()
        self.likelihoods = likelihoods

    def of(self, a: Mention, b: Mention) -> float:
        return self.likelihoods["".join(sorted(a.document + b.document))]


@pytest.mark.parametrize(
    ("likelihoods", "answer"),
    [
        # the witness, surely one with the later figure, is of something else than the earlier one
        ({"ab": 0.6, "bc": 0.9, "ac": 0.05}, Answer.UNCLEAR),
        # it may be of the same
        ({"ab": 0.6, "bc": 0.9, "ac": 0.5}, Answer.CONTRADICTS),
        # it is hardly one with the later figure
        ({"ab": 0.6, "bc": 0.7, "ac": 0.05}, Answer.CONTRADICTS),
        # the two need nobody
        ({"ab": 0.96, "bc": 0.9, "ac": 0.05}, Answer.CONTRADICTS),
    ],
)
def test_a_witness_keeps_two_figures_apart(likelihoods: dict[str, float], answer: Answer) -> None:
    (a,), (b,) = mentions("Sales of tractors rose 4 per cent.", "a", 1), mentions("Sales rose 7 per cent.", "b", 1)
    (c,) = mentions("Sales of cough syrup rose 7 per cent.", "c", 1)
    compared = [(a, b, compare(a, b)), (b, c, compare(b, c))]
    assert [one.answer for *_, one in compared] == [Answer.CONTRADICTS, Answer.AGREES]
    assert [one.answer for *_, one in heard(compared, Told(likelihoods))] == [answer, Answer.AGREES]
