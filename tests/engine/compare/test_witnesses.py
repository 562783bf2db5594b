"""Two figures worded so unlike that nobody would call them one, and a third text that tells."""

import pytest

from claims.engine.findings import findings_between
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
