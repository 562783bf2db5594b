"""NewsQuant: figures in news sentences, scored as its authors score them.

    python -m bench.newsquant PATH [--json OUT] [--show]

PATH is NewsQuant.json or a folder that holds it. A sentence's gold and predictions are sorted by unit; a value is
right when it is close to a prediction's (relative 1e-5; a range only against a range); with the unit, when the
lower-cased unit is equal too. Precision is over all predictions, recall over all gold quantities.
"""

import json
import math
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.newsquant_units import is_generation, unit_name
from claims.engine.extract.figures.amounts import Amount, Form
from claims.engine.extract.figures.lexemes import Line
from claims.engine.extract.figures.quantities import quantities
from claims.engine.extract.figures.quantity import Quantity
from claims.engine.parse import parse
from claims.enums import Part

PUBLISHED = {
    "CQE": (92.0, 85.6, 88.1),
    "quantulum3": (73.0, 47.2, None),
    "GPT-3, few examples": (70.6, 59.1, 51.9),
    "Recognizers-Text": (69.1, 34.2, None),
}
# The authors count quantities, not claims: these of our reasons for dropping a number are not theirs.
COUNTED_THERE = frozenset({"age", "window", "known group", "source", "idle", "base", "one", "ago"})
# Numbers that only say when: both ends of a change may stand around them ("from $36,040 on Monday, 5 May, to $34,935").
MOMENTS = frozenset({"clock", "date", "year"})
LONGEST_LINK = 8
CENT_UNITS = frozenset({"cent", "point", "sen"})
CHANGES = {
    "about": "~", "at_least": ">", "more_than": ">", "just_over": ">", "at_most": "<", "less_than": "<", "nearly": "~",
}  # fmt: skip

Value = float | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tag:
    """One quantity as the benchmark writes it."""

    value: Value
    unit: str
    change: str


def gold_tags(quantities_: Iterable[dict[str, Any]]) -> list[Tag]:
    """The tags of one gold sentence."""
    return [Tag(_gold_value(str(q["value"])), q["normalized_unit"].lower(), q["change"]) for q in quantities_]


def _gold_value(text: str) -> Value:
    if "E" not in text and not text.startswith("-") and "-" in text:
        low, high = text.split("-")[:2]
        return float(low), float(high)
    return float(text)


def predicted_tags(text: str) -> list[Tag]:
    """What the engine finds in one sentence."""
    parsed = parse({Part.BODY: text}, "en")
    found = []
    for sentence in parsed.sentences:
        read = quantities(sentence, "en")
        if read is None:
            continue
        line, all_found = read
        found += _sentence_tags(line, all_found)
    return found


def _sentence_tags(line: Line, found: list[Quantity]) -> Iterable[Tag]:
    """The tags of one sentence; both ends of a change ("from 9 to 12") are one range there."""
    previous: Quantity | None = None
    tags: list[Tag] = []
    for index, quantity in enumerate(found):
        if not _counts(line, quantity):
            previous = previous if quantity.amount.dropped in MOMENTS else None
            continue
        new = list(_tags(line, quantity, unit_name(line, quantity, found[:index])))
        if previous is not None and _is_change(line, previous, quantity) and isinstance(tags[-1].value, float):
            old, end = tags.pop(), new[0].value
            assert isinstance(old.value, float)
            assert isinstance(end, float)
            new = [Tag((old.value, end), new[0].unit, old.change)]
        tags += new
        previous = quantity
    return tags


def _is_change(line: Line, a: Quantity, b: Quantity) -> bool:
    bounds, first, second = line.words("bounds"), a.amount, b.amount
    link = line.lows[first.outer_end : second.outer]
    named = line.low(first.outer - 1) in bounds.FROM and bool(link) and link[-1] in bounds.TO
    if len(link) > LONGEST_LINK or any(word in line.words("clauses").AND for word in link):
        return False
    return named and not second.is_range and second.high is not None and first.unit == second.unit


def _counts(line: Line, quantity: Quantity) -> bool:
    amount = quantity.amount
    if _is_none_there(line, quantity):
        return False
    if is_generation(line, amount):
        return True
    if amount.dropped == "one":
        return quantity.noun is not None and quantity.noun.head is not None
    return not amount.dropped or amount.dropped in COUNTED_THERE


def _is_none_there(line: Line, quantity: Quantity) -> bool:
    """Whether it is what the authors never count: none, twice, "a two-door car", "around a minute", an age group."""
    amount, numbers = quantity.amount, line.words("numbers")
    joined = line.low(amount.end) in line.words("bounds").DASHES and quantity.noun is not None
    article = line.low(amount.first) in numbers.ARTICLES - numbers.ONES.keys() and amount.form is Form.MEASURE
    return (
        amount.form is Form.ZERO
        or line.low(amount.end - 1) in numbers.TIMES_WORDS
        or (amount.in_words and (joined or amount.hyphened))
        or article
        or (amount.dropped == "age" and _is_age_group(line, amount))
    )


def _is_age_group(line: Line, amount: Amount) -> bool:
    """ "aged 18 to 34"."""
    to, aged = line.words("bounds").TO, line.words("not_figures").AGED
    starts = line.low(amount.first - 1) in aged and line.low(amount.end) in to
    return starts or (line.low(amount.first - 1) in to and line.low(amount.first - 3) in aged)


def _tags(line: Line, quantity: Quantity, unit: str) -> Iterator[Tag]:
    """An alternative ("8 or 9") is two quantities there."""
    amount = quantity.amount
    in_cents = amount.form is Form.MONEY and unit.split(maxsplit=1)[0] in CENT_UNITS
    scale = 0.01 if unit.startswith("% ") else 100 if in_cents else 1
    sign = -1 if amount.negative and amount.low > 0 else 1
    low, high = (None if end is None else sign * scale * float(end) for end in (amount.low, amount.high))
    assert low is not None
    change = _change(line, amount)
    if high is None:
        yield Tag(_vague(low), unit, "=")
    elif not amount.is_range:
        yield Tag(low, unit, change)
    elif any(word in line.words("bounds").OR for word in line.lows[amount.first : amount.end]):
        yield from (Tag(low, unit, change), Tag(high, unit, change))
    else:
        yield Tag((low, high), unit, change)


def _vague(low: float) -> Value:
    """Dozens are 12 to 120 there, thousands 1,000 to 10,000."""
    half = low / 2
    return (half, 10 * half)


def _change(line: Line, amount: Amount) -> str:
    words = line.words("bounds")
    if amount.meaning == "nearly" and any(word in words.BELOW for word in line.lows[amount.outer : amount.first]):
        return "<"
    if amount.meaning in CHANGES and amount.high is not None:
        return CHANGES[amount.meaning]
    if amount.negative:
        return "down"
    measures = line.words("measures")
    near = line.lows[max(0, amount.outer - 2) : amount.outer]
    if any(word in measures.UP for word in near):
        return "up"
    return "down" if any(word in measures.DOWN for word in near) else "="


def close(a: Value, b: Value) -> bool:
    """Whether two values are the same to the benchmark; a range only against a range."""
    if isinstance(a, tuple) and isinstance(b, tuple):
        return all(math.isclose(x, y, rel_tol=1e-5, abs_tol=1e-8) for x, y in zip(a, b, strict=True))
    if isinstance(a, tuple) or isinstance(b, tuple):
        return False
    return math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-8)


def score(sentences: Sequence[tuple[list[Tag], list[Tag]]]) -> dict[str, float]:
    """F1 of value, value with unit, value with change over (gold, predicted) of every sentence, in per cent."""
    gold = sum(len(g) for g, _ in sentences)
    tags = sum(len(p) for _, p in sentences)
    right = [_right(g, p) for g, p in sentences]
    value, unit, change = (sum(column) for column in zip(*right, strict=True))
    return {
        "value_f1": _f1(value, gold, tags),
        "value_unit_f1": _f1(unit, gold, tags),
        "value_change_f1": _f1(change, gold, tags),
    }


def _right(gold: list[Tag], tags: list[Tag]) -> tuple[int, int, int]:
    """As the authors count: a value may meet several tags until the unit agrees, no more often than there is gold."""
    value = unit = change = 0
    left = sorted(tags, key=lambda tag: tag.unit)
    for wanted in sorted(gold, key=lambda tag: tag.unit):
        for tag in list(left):
            if not close(wanted.value, tag.value):
                continue
            value += value < len(gold)
            change += tag.change == wanted.change
            if tag.unit == wanted.unit:
                unit += 1
                left.remove(tag)
                break
    return value, unit, change


def _f1(right: int, gold: int, tags: int) -> float:
    return round(200 * right / (gold + tags), 1) if gold + tags else 0.0


def run(path: Path, *, show: bool = False) -> dict[str, float]:
    """Scores the engine on the benchmark's file."""
    file = path / "NewsQuant.json" if path.is_dir() else path
    sentences = []
    for row in json.loads(file.read_text(encoding="utf-8")):
        pair = gold_tags(row["quantities"]), predicted_tags(row["text"])
        sentences.append(pair)
        wholly = _right(*pair)[:2] == (len(pair[0]), len(pair[0])) and len(pair[0]) == len(pair[1])
        if show and not wholly:
            print(row["text"], "\n   gold", pair[0], "\n   ours", pair[1])
    return score(sentences)


def main(arguments: Sequence[str]) -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--show", action="store_true", help="print every sentence that is not wholly right")
    options = parser.parse_args(arguments)
    figures = run(options.path, show=options.show)
    print(f"{'NewsQuant':24s} value  value+unit  value+change")
    for name, row in {"this engine": tuple(figures.values()), **PUBLISHED}.items():
        print(f"{name:24s} {row[0]:5.1f} {row[1]:11.1f} {'-' if row[2] is None else row[2]:>13}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
