"""Recognizers-Text: cases of numbers, percentages, ages, currencies, dimensions and temperatures.

    python -m bench.recognizers PATH [--json OUT] [--failing]

PATH is the folder with `Number` and `NumberWithUnit`. A case is right when the values of its kind that we read are
those expected, in order; with units, when these are too. Files about ordinals are left out: an ordinal is no figure.
"""

import json
import math
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.readings import Reading, readings
from claims.engine.extract.figures.amounts import Form

FILES = {
    "Number/NumberModel.json": None,
    "Number/PercentModel.json": Form.SHARE,
    "NumberWithUnit/AgeModel.json": Form.MEASURE,
    "NumberWithUnit/CurrencyModel.json": Form.MONEY,
    "NumberWithUnit/DimensionModel.json": Form.MEASURE,
    "NumberWithUnit/TemperatureModel.json": Form.MEASURE,
}
CURRENCIES = {
    "Dollar": "USD", "United States dollar": "USD", "Euro": "EUR", "Chinese yuan": "CNY", "Pound": "GBP",
    "British pound": "GBP",
    "Cent": "USD", "Penny": "USD", "Pence": "GBP", "Canadian dollar": "CAD", "Australian dollar": "AUD",
    "Japanese yen": "JPY",
    "Franc": "CHF", "Swiss franc": "CHF", "Bitcoin": "bitcoin", "Turkish lira": "TRY", "Rupee": "INR",
    "Mexican peso": "MXN",
    "Hong Kong dollar": "HKD", "Sri Lankan rupee": "LKR", "New Zealand dollar": "NZD", "Sen": "MYR",
    "Georgian lari": "GEL",
}  # fmt: skip
HEAT = frozenset({"degree_celsius", "degree_fahrenheit", "degree", "kelvin"})
TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
CENTS = frozenset({"Cent", "Pence", "Penny", "Sen"})
UNITS = {"C": "degree_celsius", "F": "degree_fahrenheit", "Meter": "metre", "Metric ton": "tonne"}
RESPELT = {"meter": "metre", "liter": "litre"}
# Why a case may be left failing: what no newsroom text has, or what the engine reads in another way on purpose.
REASONS = (
    ("powers and scientific notation", r"\^|\d\s?[x×*]\s?10|\de[+-]?\d|E[+-]?\d"),
    (
        "a fraction of many words, or spelt with 'over'",
        (
            r"\bover\b|\b\w*(?:ieth|teenth|fifth|sixth|eventh|eighth|ninth|tenth|third|quarter|half|halve|hundredth|"
            r"thousandth|illionth)s?\b"
        ),
    ),
    ("digits in groups that are a telephone number, an address on the net or a date", r"\d[-./]\d+[-./]|nrs\.|\+\d"),
    (
        "a currency that is no longer paid with, or that news text never has",
        r"markka|peseta|guilder|satoshi|kip|col[oó]n|lari",
    ),
    ("text of a wire with spaces around every mark", r" [.,$'-] |\w - \w"),
    ("an age in months or weeks, or with no number word beside the unit", r"\bold\b|\bage\b"),
    (
        "a unit that news text never has",
        r"pico|deci|turn|radian|tablespoon|teaspoon|cup|dram|millisecond|megabit|\bpm\b",
    ),
)  # fmt: skip


def run(folder: Path) -> dict[str, list[tuple[str, bool, bool]]]:
    """For every file: (input, values right, values and units right) of each case."""
    return {name: [_judge(case, form) for case in _cases(folder / name)] for name, form in FILES.items()}


def _cases(path: Path) -> list[dict[str, Any]]:
    return [case for case in json.loads(path.read_text(encoding="utf-8-sig")) if case.get("Results") is not None]


def _judge(case: dict[str, Any], form: Form | None) -> tuple[str, bool, bool]:
    expected = list(_expected(case))
    found = [reading for reading in readings(case["Input"]) if _is_of(reading, case, form)]
    values = len(expected) == len(found) and all(
        _close(e[0], _value(r, form)) for e, r in zip(expected, found, strict=True)
    )
    units = values and all(not e[1] or e[1] == r.unit for e, r in zip(expected, found, strict=True))
    return case["Input"], values, units


def _value(reading: Reading, form: Form | None) -> float:
    """A part of a whole is a number there, and per cent with us."""
    in_percent = any(mark in reading.text for mark in ("%", "cent"))
    return reading.low / 100 if form is None and reading.unit == "percent" and not in_percent else reading.low


def _is_of(reading: Reading, case: dict[str, Any], form: Form | None) -> bool:
    kinds = {result["TypeName"] for result in case["Results"]}
    if form is None:
        return True
    if "age" in kinds or (form is Form.MEASURE and reading.dropped == "age"):
        return reading.dropped == "age"
    if form is Form.MEASURE:
        heat = reading.unit in HEAT
        return reading.form is form and reading.unit not in TIMES and heat == (kinds == {"temperature"})
    return reading.form is form or (form is Form.SHARE and reading.unit == "percent")


def _expected(case: dict[str, Any]) -> Iterator[tuple[float, str]]:
    for result in case["Results"]:
        if (result["Resolution"] or {}).get("value") in (None, "null"):
            continue
        value = str((result["Resolution"] or {}).get("value") or "nan").rstrip("%")
        unit = (result["Resolution"] or {}).get("unit", "")
        factor = 0.01 if unit in CENTS else 1.0
        yield factor * float(value), CURRENCIES.get(unit) or UNITS.get(unit) or _spelt(unit)


def _spelt(unit: str) -> str:
    words = unit.lower().replace(" ", "_")
    for american, british in RESPELT.items():
        words = re.sub(rf"{american}\b|{american}(?=_)", british, words)
    return words


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-6)


def reason(text: str) -> str:
    """Why a failing case may be left so, or "to be done"."""
    return next((why for why, pattern in REASONS if re.search(pattern, text, re.IGNORECASE)), "to be done")


def main(arguments: Sequence[str]) -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--failing", action="store_true", help="print every case that fails, and why it may")
    options = parser.parse_args(arguments)
    found = run(options.path)
    print(f"{'Recognizers-Text':40s} cases  value  value+unit")
    figures = {}
    for name, cases in found.items():
        values, units = (sum(case[column] for case in cases) / len(cases) for column in (1, 2))
        figures[name] = {"value": round(values, 4), "value_unit": round(units, 4)}
        print(f"{name:40s} {len(cases):5d} {100 * values:6.1f} {100 * units:11.1f}")
    if options.failing:
        for name, cases in found.items():
            for text, _, right in cases:
                if not right:
                    print(f"{name}: {text!r}: {reason(text)}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
