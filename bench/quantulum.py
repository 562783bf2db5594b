"""The cases of quantulum3: values and units in sentences of every kind.

    python -m bench.quantulum PATH [--json OUT] [--failing]

PATH is quantities.json or its folder. A case is right when every expected value is read and nothing else; with
units, when these are too. A range is its middle there.
"""

import json
import math
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.readings import Reading, readings
from bench.recognizers import reason
from claims.engine.extract.figures.amounts import Form

UNITS = {
    "percentage": "percent", "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "penny": "GBP", "cent": "USD",
    "pound-mass": "pound", "ton per day": "tpd", "degree Celsius": "degree_celsius",
}  # fmt: skip


# Years, names and ages are quantities to the authors; these are not.
NEVER_THERE = frozenset({"clock", "date", "ordinal"})


def _judge(case: dict[str, Any]) -> tuple[str, bool, bool]:
    expected = list(case["res"])
    found = [reading for reading in readings(case["req"]) if reading.dropped not in NEVER_THERE]
    units = len(expected) == len(found)
    values = units
    for quantity in expected:
        near = [reading for reading in found if math.isclose(reading.middle, _value(quantity, reading), rel_tol=1e-6)]
        best = next((reading for reading in near if _same_unit(quantity["unit"], reading)), near[0] if near else None)
        values = values and best is not None
        units = units and best is not None and _same_unit(quantity["unit"], best)
        if best is not None:
            found.remove(best)
    return case["req"], values, values and units


def _value(quantity: dict[str, Any], reading: Reading) -> float:
    """Cents are hundredths with us, dozens are twelves, shares are per cent."""
    value = float(quantity["value"])
    if reading.form is Form.MONEY and quantity["unit"] in ("cent", "penny", "dime"):
        return value * (0.1 if quantity["unit"] == "dime" else 0.01)
    if reading.form in (Form.SHARE, Form.RATIO) and quantity["unit"] != "percentage":
        return value * 100
    return value * 12 if quantity["unit"] == "dozen" else value


def _same_unit(unit: str, reading: Reading) -> bool:
    if unit in ("dimensionless", "dozen"):
        return reading.form is Form.COUNT or (reading.form is Form.SHARE and reading.unit == "percent")
    return UNITS.get(unit, unit.replace(" ", "_")) == reading.unit


def run(path: Path) -> list[tuple[str, bool, bool]]:
    """(sentence, values right, values and units right) of each case."""
    file = path / "quantities.json" if path.is_dir() else path
    return [_judge(case) for case in json.loads(file.read_text(encoding="utf-8"))]


def main(arguments: Sequence[str]) -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--failing", action="store_true", help="print every case that fails, and why it may")
    options = parser.parse_args(arguments)
    cases = run(options.path)
    value, unit = (sum(case[column] for case in cases) / len(cases) for column in (1, 2))
    print(f"quantulum3 cases: {len(cases)}  value {100 * value:.1f}  value+unit {100 * unit:.1f}")
    if options.failing:
        for text, _, right in cases:
            if not right:
                print(f"{text!r}: {reason(text)}")
    if options.json:
        options.json.write_text(
            json.dumps({"value": round(value, 4), "value_unit": round(unit, 4)}) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
