"""Votes for and against: "ruled by seven to two", "passed 52 to 48", "1,140 votes to 128"."""

from claims.engine.extract.figures.amounts import Amount
from claims.engine.extract.figures.lexemes import WORD, Line
from claims.engine.extract.figures.nouns import noun_behind

# So many words before the first number one of them says that there was a vote.
_REACH = 8


def are_votes(line: Line, a: Amount, b: Amount) -> bool:
    """Whether two plain numbers are the two sides of a vote."""
    if not a.bare or not b.bare or a.is_range or noun_behind(line, b.end) is not None:
        return False
    link, cues = line.lows[a.end : b.first], line.words("not_figures")
    if not link or link[-1] not in line.words("bounds").TO or not set(link[:-1]) <= cues.VOTES:
        return False
    if line.low(a.first - 1) in line.words("bounds").FROM:
        return False
    near = {*line.lows[max(0, a.first - _REACH) : a.first], *link}
    if a.low < b.low and link[:-1] and near.isdisjoint(line.words("measures").REJECTING):
        return False  # "growing by nine votes to 322"
    return not near.isdisjoint(cues.VOTES) or (a.low > b.low and not near.isdisjoint(cues.RULINGS))


def is_side(line: Line, amount: Amount) -> bool:
    """Whether a number stands for votes by what follows it: "sixty-one in favour, fifty-nine against"."""
    cues = line.words("not_figures")
    end = amount.outer_end
    if not amount.bare or amount.is_range or amount.low % 1:
        return False
    if line.lows[end : end + 2] in cues.IN_FAVOUR:
        return True
    against = line.low(end) in cues.AGAINST and (
        line.kind(end + 1) != WORD or line.low(end + 1) in cues.WHAT_IS_VOTED_ON
    )
    return against and not cues.VOTES_AROUND.isdisjoint(line.lows)


def sides(line: Line, a: Amount) -> tuple[str, str]:
    """The measures of the two sides of a vote: of "seven to two" the first is for it, unless it was rejected."""
    table = line.words("measures")
    both = str(table.VOTED_FOR), str(table.VOTED_AGAINST)
    rejected = not table.REJECTING.isdisjoint(line.lows[max(0, a.first - _REACH) : a.first])
    return (both[1], both[0]) if rejected else both
