"""How the engine decides: every rule has a meaning, and the desk's own decisions give its precision."""

import ast
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.engine import compare
from claims.enums import DismissalReason, FlagState
from claims.models import ContradictionFlag
from claims.queries.rules import Tally, tallies
from claims.services import decisions
from claims.services.containment import RULE as EVIDENCE_RULE
from claims.web.rules import MEANINGS
from tests import factories
from tests.web.conftest import Ferry
from tests.web.pages import page

# These answer that two mentions agree, or that nothing can be said; no flag has them.
RAISE_NOTHING = {
    "figure.aspect",
    "figure.overlap",
    "quote.same",
    "quote.other_speaker",
    "quote.other_utterance",
    "attribution.same",
    "attribution.other",
    # says of a mention how it was found
    "attribution.uncredited",
}
RULE = re.compile(r"(?:figure|quote|attribution|arithmetic)\.[a-z_]+")


def ids() -> set[str]:
    """Every rule id that the comparison is written with."""
    folder = Path(compare.__file__).parent
    files = [*folder.glob("*.py"), folder.parent / "findings.py", folder.parent / "drift.py"]
    words = [node.value for file in files for node in ast.walk(ast.parse(file.read_text())) if _is_word(node)]
    return {word for word in words if RULE.fullmatch(word)}


def _is_word(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_rule_that_raises_flags_is_explained() -> None:
    assert ids() - RAISE_NOTHING == set(MEANINGS) - {"by_hand", EVIDENCE_RULE}


def flags(ferry: Ferry, rule: str, count: int) -> list[ContradictionFlag]:
    found = []
    for number in range(count):
        version = factories.first_version("We mourn 26 passengers.", title=f"{number}", source=f"{rule} {number}")
        one = factories.figure(version, "26 passengers", "26", 26, 26)
        found.append(factories.flag(ferry.more_dead, one, rule=rule))
    return found


@pytest.fixture
def decided(ferry: Ferry, checker: User) -> None:
    """Of eight flags of one rule: two upheld, one settled, one dismissed, and four that nobody decided on."""
    one, two, three, four, five, six, seven, _ = flags(ferry, "figure.value", 8)
    decisions.uphold(one, by=checker)
    decisions.uphold(two, by=checker)
    decisions.resolve(three, by=checker, reason="Corrected.")
    decisions.dismiss(four, by=checker, code=DismissalReason.ANOTHER_COUNT)
    # Closed by itself: nobody said whether it was right.
    decisions.move(five, FlagState.RESOLVED, by=None, reason="The engine no longer finds it.")
    # Taken back: open again.
    decisions.dismiss(six, by=checker, code=DismissalReason.MISREAD)
    decisions.reopen(six, by=checker)
    # Taken back and then closed by itself: no decision is left.
    decisions.uphold(seven, by=checker)
    decisions.reopen(seven, by=checker)
    decisions.move(seven, FlagState.RESOLVED, by=None, reason="Version 3 no longer says it.")


def test_precision_counts_the_decisions_that_stand(decided: None) -> None:
    found = tallies()["figure.value"]
    assert found == Tally(open=2, upheld=2, resolved=1, dismissed=1, reasons={"another_count": 1})
    assert found.precision == 75


def test_a_rule_without_decisions_has_no_precision(ferry: Ferry) -> None:
    assert tallies() == {"figure.apart": Tally(open=2)}
    assert Tally(open=2).precision is None


def test_the_page_lists_every_rule_with_its_meaning_and_counts(decided: None, as_reporter: Client) -> None:
    shown = page(as_reporter.get("/rules/"))
    row = shown.one("tr", id="figure.value")
    assert row.one("th").all("p")[0].text == MEANINGS["figure.value"]
    assert row.one("p", cls="meta").text == "another count: 1"
    assert [cell.text for cell in row.all("td")] == [
        "Open: 2",
        "Upheld: 2",
        "Settled: 1",
        "Dismissed: 1",
        "Right: 75 %",
    ]
    # The cast's own flags have a rule that this engine does not know any more.
    assert [row.attrs["id"] for row in shown.one("tbody").all("tr")] == [*MEANINGS, "figure.apart"]


@pytest.mark.parametrize("rules", [1, 3])
def test_the_number_of_queries_does_not_grow(
    rules: int,
    ferry: Ferry,
    checker: User,
    as_reporter: Client,
    django_assert_num_queries: type[CaptureQueriesContext],
) -> None:
    for number in range(rules):
        for flag in flags(ferry, f"figure.rule{number}", 2):
            decisions.uphold(flag, by=checker)
    with django_assert_num_queries(6):  # session, user, role, open flags, decisions, flags in the navigation
        as_reporter.get("/rules/")


def test_a_flag_leads_to_its_rule(ferry: Ferry, as_reporter: Client) -> None:
    flag = factories.flag(ferry.dead, ferry.fewer_dead, rule="figure.value")
    relation = page(as_reporter.get(f"/flags/{flag.pk}/")).one("p", cls="relation")
    assert relation.text == f"A conflict: both cannot be right. {MEANINGS['figure.value']} How the engine decides"
    assert relation.one("a").attrs["href"] == "/rules/#figure.value"
