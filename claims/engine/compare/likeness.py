"""How alike the words of two figures are, and how alike they must be to measure the same."""

from claims.engine.compare.features import Features
from claims.engine.compare.values import size
from claims.engine.lexicon import lexicon

# How alike the words must be before two figures are taken to measure the same, by what they measure.
NEEDED = {"count": 0.55, "money": 0.6, "ratio": 0.55, "points": 0.55, "times": 0.45, "duration": 0.35, "months": 0.6}
NEEDED |= {"speed": 0.0}
NEEDED_OTHERWISE = 0.3
# The same for counts of people that say what happened to them, alike in both, and for counts of some of them.
NEEDED_SAME_STATUS = 0.0
NEEDED_STANDING = 0.4
# For counts of which one does not say what it counts.
NEEDED_UNSAID = 0.6
# For a per cent and percentage points of the same number.
NEEDED_SAME_NUMBER = 0.0
NEEDED_OF_PARTS = 0.5
# For shares of what is a change by its own name: growth, inflation.
NEEDED_OF_CHANGES = 0.3
# For counts of one noun with swapped digits, and sums of money that are only thousands of times apart.
NEEDED_SAME_DIGITS = 0.2
# For areas near each other: how much burned, how much lies under water.
NEEDED_OF_AN_AREA = 0.0
# For votes in a body of so many at most: a report names one such vote.
NEEDED_OF_A_VOTE = 0.1
SMALL_BODY = 200
# What a word is worth that stands in the clause only.
NEAR_WORTH = 0.7
# How much of what is asked for an elliptic figure's clause must have.
ELLIPTIC = 0.75
AROUND_WORTH = 0.3
# What is left of the likeness of two that are each qualified by a word of their own.
TWO_KINDS = 0.82
# Areas that are less than so many times apart are those of one thing; a report names few.
TIMES_AN_AREA = 10
# How much the less alike of the two sides counts.
WEAKER_SIDE = 0.6


def other_word_for_unit(a: Features, b: Features, language: str) -> bool:
    """Whether two counts have a status that is counted now in people, now in things: members, votes."""
    statuses = lexicon(language, "statuses")
    by_their_jobs = a.status in statuses.OF_JOBS and a.dimension != b.dimension
    return a.status == b.status != "" and (a.status in statuses.UNITS_DIFFER or by_their_jobs)


def people_by_their_calling(a: Features, b: Features, language: str) -> bool:
    """Whether one of two counts with a status of people calls them by a noun of its own: "one stoker was hurt"."""
    statuses = lexicon(language, "statuses")
    counted = {side.dimension.name.partition(":")[2] for side in (a, b) if side.dimension.is_count}
    alike = a.status == b.status and a.status in statuses.OF_PEOPLE
    return alike and len(counted) > 1 and "person" in counted and not counted & statuses.NO_PEOPLE


def needed(a: Features, b: Features, language: str) -> float:
    """How alike the words of two figures must be, 0 to 1, before they are taken to measure the same."""
    if a.matter & b.matter:
        return NEEDED_OF_A_VOTE
    places = a.status == b.status and a.status in lexicon(language, "statuses").PLACES
    said_alike = places or people_by_their_calling(a, b, language) or other_word_for_unit(a, b, language)
    kinds = {a.dimension.name, b.dimension.name}
    if len(kinds) > 1 and not said_alike:
        return _needed_of_two_units(a, kinds, language)
    if a.status and a.dimension.is_count and (a.status == b.status or a.severe):
        return _needed_of_status(a, b, language)
    return _needed_of_one_unit(a, b, language)


def _needed_of_one_unit(a: Features, b: Features, language: str) -> float:
    if _same_digits(a, b):
        return NEEDED_SAME_DIGITS
    if a.dimension.name == "area" and _is_near(a, b):
        return NEEDED_OF_AN_AREA
    if a.dimension.name == "ratio" and a.near & b.near & lexicon(language, "changes").CHANGES_BY_NAME:
        return NEEDED_OF_CHANGES
    return NEEDED.get(a.dimension.name.partition(":")[0], NEEDED_OTHERWISE)


def _needed_of_two_units(a: Features, kinds: set[str], language: str) -> float:
    if kinds == lexicon(language, "conversions").SPANS_OF_TIME:
        return NEEDED["duration"]
    return NEEDED_UNSAID if a.dimension.is_count else NEEDED_SAME_NUMBER


def _needed_of_status(a: Features, b: Features, language: str) -> float:
    statuses, votes = lexicon(language, "statuses"), lexicon(language, "votes")
    if a.status not in statuses.STANDING:
        return NEEDED_SAME_STATUS
    in_a_room = a.status in statuses.UNITS_DIFFER & a.core & b.core and a.value <= SMALL_BODY and b.value <= SMALL_BODY
    both_results = bool(votes.OF_A_RESULT & a.core & b.core)
    return NEEDED_OF_A_VOTE if in_a_room and not both_results else NEEDED_STANDING


def _same_digits(a: Features, b: Features) -> bool:
    """Whether two values of one kind look like slips of each other: 84 and 48 samples, 2.6 million and 2.6 billion."""
    if a.dimension.name != b.dimension.name or not a.digits or not b.digits:
        return False
    swapped = a.dimension.is_count and a.dimension.name != "count:person" and sorted(a.digits) == sorted(b.digits)
    scaled = a.dimension.is_money and a.digits == b.digits and len(a.digits) > 1 and _thousands_apart(a, b)
    return scaled or (swapped and a.digits != b.digits and len(a.digits) > 1)


def _is_near(a: Features, b: Features) -> bool:
    low, high = sorted(size(side.value, side.dimension) for side in (a, b))
    return high < low * TIMES_AN_AREA


def _thousands_apart(a: Features, b: Features) -> bool:
    """Whether million was written for billion, or thousand for million."""
    low, high = sorted((a.value, b.value))
    return bool(low) and high / low in (1_000, 1_000_000)


def likeness(a: Features, b: Features, besides: frozenset[str] = frozenset()) -> float:
    """How alike the words of two figures are, 0 to 1: what of one's own words the other has, near words counting less.

    besides: words that count for nothing.
    """
    sides = [_covered(x, y, besides) for x, y in ((a, b), (b, a)) if x.core - besides]
    low, high = min(sides, default=0.0), max(sides, default=0.0)
    if len(sides) == 1:
        return min(1.0, sides[0] / ELLIPTIC)
    if not sides:
        low = high = (
            NEAR_WORTH * len(a.near & b.near - besides) / max(1, min(len(a.near - besides), len(b.near - besides)))
        )
    alike = WEAKER_SIDE * low + (1 - WEAKER_SIDE) * high
    return alike * TWO_KINDS if _each_has_its_own(a, b) else alike


def _each_has_its_own(a: Features, b: Features) -> bool:
    """Whether each of two amounts has a word of its own that the other's sentence lacks: fleet costs, fuel costs."""
    if not (a.dimension.is_money or a.dimension.name in ("ratio", "points")):
        return False
    names = a.names | b.names
    return bool(a.core - b.around - names) and bool(b.core - a.around - names)


def _covered(a: Features, b: Features, besides: frozenset[str]) -> float:
    own = a.core - besides
    total = worth = 0.0
    for word in own:
        weight = a.weight(word)
        total += weight
        worth += weight * (
            1.0 if word in b.core else NEAR_WORTH if word in b.near else AROUND_WORTH * (word in b.around)
        )
    return worth / total
