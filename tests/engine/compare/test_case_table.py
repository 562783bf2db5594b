"""The tables of docs/engine.md say what the engine does."""

import re
from pathlib import Path

import pytest

from claims.engine.findings import findings_between, findings_within
from tests.engine.compare.cases import mentions

PAGE = Path(__file__).parents[3] / "docs" / "engine.md"


def rows(columns: int, last: str) -> list[tuple[str, ...]]:
    """The rows of the page's table whose header ends with `last` and has so many columns."""
    tables = re.findall(r"(?:^\|.*\n)+", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    for table in tables:
        cells = [tuple(cell.strip() for cell in line.strip("|\n ").split(" | ")) for line in table.splitlines()]
        if len(cells[0]) == columns and cells[0][-1] == last and cells[0][0] in ("one source", "text"):
            return cells[2:]
    return []


BETWEEN = rows(3, "flag")
WITHIN = rows(2, "flag")


def test_both_tables_are_there() -> None:
    assert (len(BETWEEN) > 60, len(WITHIN) > 8) == (True, True)


@pytest.mark.parametrize(("one", "another", "flag"), BETWEEN)
def test_two_sources(one: str, another: str, flag: str) -> None:
    found = findings_between(mentions(another, "b", 2), mentions(one, "a", 1))
    told = "; ".join(f"{f.comparison.type} {f.comparison.relation}" for f in found) or "none"
    assert told == flag


@pytest.mark.parametrize(("text", "flag"), WITHIN)
def test_one_version(text: str, flag: str) -> None:
    found = findings_within(mentions(text))
    told = "; ".join(f.comparison.reason for f in found) or "none"
    wanted = flag.split(" is not ")
    assert (told == "none") is (flag == "none")
    assert all(re.search(rf"(?<!\d){re.escape(part)}(?!\d)", told) for part in wanted if flag != "none")
