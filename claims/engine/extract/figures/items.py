"""Items of an official list: "Casualties: dead, 9; injured, 112", "Houses: totally damaged, 410", "Missing - 14"."""

from claims.engine.extract.figures.amounts import Amount
from claims.engine.extract.figures.lexemes import MARK, NUMBER, WORD, Line
from claims.engine.extract.figures.nouns import unit_of

_COLON = ":"
_COMMA = ","
_DASHES = frozenset("-‐‑–—")
_BULLETS = frozenset("•·*▪●")
# What stands before a label and behind the number of an item.
_BEFORE = frozenset({"", _COLON, ";", _COMMA}) | _BULLETS
_BEHIND = frozenset({"", ";", _COMMA, ".", "("})
_LONGEST = 5


def label_of(line: Line, amount: Amount) -> tuple[int, int] | None:
    """The lexemes of the label that an amount is listed under ("injured" of "injured, 112"), end excluded, or None."""
    end = amount.outer - 1
    if line.low(amount.outer_end) not in _BEHIND or not _is_link(line, end):
        return None
    first = end
    while first > 0 and end - first < _LONGEST and line.kind(first - 1) == WORD:
        first -= 1
    before, last = line.low(first - 1), first - 2
    if before not in _BEFORE or (before == _COMMA and line.kind(last) != NUMBER):
        return None
    first += line.low(first) in line.words("clauses").AND
    headed = _COLON in line.lows[:first] and line.low(end) != _COLON
    if first >= end or not (headed or _is_line_of_its_own(line, first, amount)):
        return None
    return first, end


def is_item(line: Line, amount: Amount) -> bool:
    """Whether an amount is listed under what befell those counted ("dead, 9"), or under a plural ("boys, 14")."""
    label = label_of(line, amount)
    return label is not None and (bool(_fate(line, *label)) or bool(_things(line, *label)))


def unit_of_item(line: Line, amount: Amount) -> str:
    """What an item counts: the things of its label, else people or the things of its heading; "" where neither."""
    label = label_of(line, amount)
    if label is None:
        return ""
    fate, own = _fate(line, *label), _things(line, *label)
    if own or not fate:
        return own
    heading = _things(line, 0, label[0]) if _COLON in line.lows[: label[0]] else ""
    if fate in line.words("measures").OF_PEOPLE and heading != line.words("units").ANIMAL:
        return str(line.words("units").PERSON)
    return heading


def _is_link(line: Line, at: int) -> bool:
    """The comma of "dead, 9", the colon of "Dead: 9" or the dash of "Dead - 9", a space behind it."""
    if line.tight(at + 1) or line.kind(at) != MARK:
        return False
    return line.low(at) in (_COMMA, _COLON) or (line.low(at) in _DASHES and not line.tight(at))


def _is_line_of_its_own(line: Line, first: int, amount: Amount) -> bool:
    """ "Dead - 9", "Injured, 4; missing, 3": no heading, but a label that says what befell people."""
    # Before a colon one word is what befell them, more may be where they are: "Intensive care: four".
    end = amount.outer - 1
    closed = end - first == 1 if line.low(end) == _COLON else line.low(amount.outer_end) != _COMMA
    parted = closed and line.low(first - 1) in _BULLETS | {"", ";"}
    return parted and _fate(line, first, end) in line.words("measures").OF_PEOPLE


def _fate(line: Line, first: int, end: int) -> str:
    """What a label in all its words says befell those counted: "dead", "seriously injured", "totally damaged"."""
    measures = line.words("measures")
    if line.lows[first:end] in measures.LISTED:
        return str(measures.LISTED[line.lows[first:end]])
    length = line.longest_before(end, measures.PREDICATES, min(measures.LONGEST, end - first))
    if not length or any(line.pos(at) != "ADV" for at in range(first, end - length)):
        return ""
    return str(measures.PREDICATES[line.lows[end - length : end]])


def _things(line: Line, first: int, end: int) -> str:
    """The unit of the first plural of a label or a heading that counts something."""
    for index in range(first, end):
        token = line.token(index)
        if token is not None and token.tag_ == "NNS" and token.lower_ not in line.words("measures").TOTALS:
            return unit_of(line, token)
    return ""
