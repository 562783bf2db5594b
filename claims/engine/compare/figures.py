"""Two figures: do they count the same, and can both hold?"""

from dataclasses import replace

from claims.engine.compare.features import Features, figure_features
from claims.engine.compare.relation import Course, course_of, in_time
from claims.engine.compare.values import both_can_hold, dimension, same_dimension, spoken
from claims.engine.lexicon import lexicon
from claims.engine.records import Comparison, Figure, Mention
from claims.enums import Answer, FlagType, Relation

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
# For counts of one noun with swapped digits, and sums of money that are only thousands of times apart.
NEEDED_SAME_DIGITS = 0.2
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
# How much the less alike of the two sides counts.
WEAKER_SIDE = 0.6


POINTS = Course(Relation.CONFLICT, "figure.points", "POINTS")


def compare_figures(a: Mention, b: Mention, anchored: bool = False, language: str = "en") -> Comparison:
    """Compares two mentions of figures. anchored: both stand in the same place of two versions of one text."""
    first, second = a.record, b.record
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        raise TypeError("compare_figures takes two mentions of figures")
    readings = (reading(a, language), reading(b, language))
    unlike = _unlike(a, b, anchored, language)
    if unlike:
        return Comparison(Answer.UNCLEAR, f"figure.{unlike}", readings, _other(unlike, readings, language))
    if _is_points_for_percent(first, second):
        return _contradiction(a, b, POINTS, language)
    if both_can_hold(first, second, language):
        return Comparison(Answer.AGREES, "figure.overlap", readings, _sentence("AGREES", a, b, language))
    return _contradiction(a, b, course_of(*in_time(a, b), language), language)


def reading(mention: Mention, language: str = "en") -> str:
    """A figure in plain words: value, what it counts, who says so."""
    figure = mention.record
    assert isinstance(figure, Figure)
    parts = [spoken(figure, language), figure.measure]
    said = lexicon(language, "readings").SAID_BY.format(who=figure.claimant) if figure.claimant else ""
    return " ".join(part for part in parts if part) + said


def _is_points_for_percent(a: Figure, b: Figure) -> bool:
    return {dimension(a.unit).name, dimension(b.unit).name} == {"ratio", "points"}


def may_be_one(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether nothing in two figures' own words keeps them from being one claim in two versions of a text."""
    return not _unlike(a, b, True, language)


def _unlike(a: Mention, b: Mention, anchored: bool, language: str) -> str:
    """Why the two do not measure the same, as a short rule name; "" where they do."""
    first, second = figure_features(a, language), figure_features(b, language)
    return (
        _other_unit(a, b, first, second, language)
        or _other_kind(first, second, anchored, language)
        or ("" if anchored else _other_thing(first, second, language))
    )


def _other_unit(a: Mention, b: Mention, first: Features, second: Features, language: str) -> str:
    names = {first.dimension.name, second.dimension.name}
    unsaid = first.unsaid or second.unsaid or _other_word_for_unit(first, second, language)
    unsaid = unsaid or _people_by_their_calling(first, second, language)
    if same_dimension(first.dimension, second.dimension, unsaid):
        return ""
    if names != {"ratio", "points"} or not _same_number(a, b):
        return "unit"
    return "direction" if first.direction == "level" and second.direction != "level" else ""


def _other_word_for_unit(a: Features, b: Features, language: str) -> bool:
    """Whether two counts have a status that is counted now in people, now in things: members, votes."""
    return a.status == b.status != "" and a.status in lexicon(language, "sameness").UNITS_DIFFER


def _people_by_their_calling(a: Features, b: Features, language: str) -> bool:
    """Whether one of two counts with a status of people calls them by a noun of its own: "one stoker was hurt"."""
    known = lexicon(language, "sameness")
    counted = {side.dimension.name.partition(":")[2] for side in (a, b) if side.dimension.is_count}
    alike = a.status == b.status and a.status in known.OF_PEOPLE
    return alike and len(counted) > 1 and "person" in counted and not counted & known.NO_PEOPLE


def _same_number(a: Mention, b: Mention) -> bool:
    """Whether two intervals meet as bare numbers, whatever their units."""
    first, second = a.record, b.record
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    apart = [
        low is not None and high is not None and low > high
        for low, high in ((first.low, second.high), (second.low, first.high))
    ]
    return not any(apart)


def _other_kind(a: Features, b: Features, anchored: bool, language: str) -> str:
    """What sets two figures apart even where they stand in the same place of two versions."""
    if not a.periods.agree(b.periods):
        return "period"
    if (a.groups != b.groups and not _other_word_for_unit(a, b, language)) or a.severe != b.severe:
        return "group"
    if (
        (a.dimension.is_count or a.dimension.name == "ratio")
        and a.status
        and b.status
        and a.status != b.status
        and not (a.severe and b.severe)
    ):
        return "measure"
    if (a.direction == "level") != (b.direction == "level") and not _other_word_for_unit(a, b, language):
        return "direction"
    return "" if anchored else _other_role(a, b, language)


def _other_moment(a: Features, b: Features, language: str) -> bool:
    """Whether two figures name other days or months, and count nothing that goes on from one to the other."""
    known = lexicon(language, "sameness")
    goes_on = (a.near | {a.status}) & (known.GROWING | known.MOVING)
    return bool(a.moments and b.moments and not a.moments & b.moments and not goes_on)


def _other_role(a: Features, b: Features, language: str) -> str:
    if a.aspects != b.aspects:
        return "aspect"
    if not a.dimension.is_count and a.zero != b.zero:
        return "group"
    apart = a.part != b.part and (a.dimension.is_count or a.dimension.is_money)
    told = a.severe or a.groups or _of_a_part(a, b, language) or (a.core == b.core and not a.status)
    if apart and not told and not a.zero and not b.zero:
        return "group"
    if a.base != b.base or (a.other != b.other and (a.zero or b.zero)):
        return "group"
    return ""


def _of_a_part(a: Features, b: Features, language: str) -> bool:
    """Whether both say of those counted what only some of a larger number are."""
    return a.status == b.status and a.status in lexicon(language, "sameness").OF_A_PART


def _other_thing(a: Features, b: Features, language: str) -> str:
    if a.dimension == b.dimension and a.slip & b.slip:
        return ""
    if _other_moment(a, b, language):
        return "period"
    if a.dimension.is_count:
        other = _other_count(a, b, language)
    else:
        other = "measure" if _other_geometry(a, b, language) else ""
    if other:
        return other
    known = lexicon(language, "sameness")
    shared = frozenset({a.status}) | known.OF_A_RESULT if a.status in known.STANDING else frozenset()
    return "" if likeness(a, b, shared) >= _needed(a, b, language) else "measure"


def _other_count(a: Features, b: Features, language: str) -> str:
    """Why two counts are not of the same, before their words are weighed."""
    if a.status != b.status and not (a.severe and b.severe):
        return "measure"
    tied = _tied(a, b) or _other_word_for_unit(a, b, language) or _people_by_their_calling(a, b, language)
    if a.dimension.name != b.dimension.name and not tied:
        return "unit"
    if (a.inherited or b.inherited) and not (a.severe and b.severe) and likeness(a, b) < NEEDED_OF_PARTS:
        return "group"
    events = lexicon(language, "sameness").EVENTS
    apart = not a.status and ((a.near & events) - b.around or (b.near & events) - a.around)
    return "measure" if apart else ""


def _other_geometry(a: Features, b: Features, language: str) -> bool:
    """Whether two lengths are lengths in two senses: a height, a width."""
    senses = lexicon(language, "sameness").GEOMETRY if a.dimension.name == "length" else frozenset()
    first, second = a.near & senses, b.near & senses
    return bool(first and second and not first & second)


def _tied(a: Features, b: Features) -> bool:
    """Whether a name or an idea of the lexicon ties two counts of which one does not say what it counts."""
    return bool(a.near & b.near & (a.known | (a.names & b.names)))


def _needed(a: Features, b: Features, language: str) -> float:
    if a.dimension.name != b.dimension.name and not _people_by_their_calling(a, b, language):
        return NEEDED_UNSAID if a.dimension.is_count else NEEDED_SAME_NUMBER
    if a.status and a.dimension.is_count and (a.status == b.status or a.severe):
        return _needed_of_status(a, b, language)
    if _same_digits(a, b):
        return NEEDED_SAME_DIGITS
    return NEEDED.get(a.dimension.name.partition(":")[0], NEEDED_OTHERWISE)


def _needed_of_status(a: Features, b: Features, language: str) -> float:
    known = lexicon(language, "sameness")
    if a.status not in known.STANDING:
        return NEEDED_SAME_STATUS
    in_a_room = a.status in known.UNITS_DIFFER & a.core & b.core and a.value <= SMALL_BODY and b.value <= SMALL_BODY
    both_results = bool(known.OF_A_RESULT & a.core & b.core)
    return NEEDED_OF_A_VOTE if in_a_room and not both_results else NEEDED_STANDING


def _same_digits(a: Features, b: Features) -> bool:
    """Whether two values of one kind look like slips of each other: 84 and 48 samples, 2.6 million and 2.6 billion."""
    if a.dimension.name != b.dimension.name or not a.digits or not b.digits:
        return False
    swapped = a.dimension.is_count and a.dimension.name != "count:person" and sorted(a.digits) == sorted(b.digits)
    scaled = a.dimension.is_money and a.digits == b.digits and len(a.digits) > 1 and _thousands_apart(a, b)
    return scaled or (swapped and a.digits != b.digits and len(a.digits) > 1)


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


def _contradiction(a: Mention, b: Mention, course: Course, language: str) -> Comparison:
    return Comparison(
        Answer.UPDATES if course.relation is Relation.UPDATE else Answer.CONTRADICTS,
        course.rule,
        (reading(a, language), reading(b, language)),
        _sentence(course.sentence, *in_time(a, b), language),
        FlagType.FIGURE,
        course.relation,
    )


def as_conflict(a: Mention, b: Mention, answer: Comparison, course: Course, language: str = "en") -> Comparison:
    """The same two figures, held to be at odds and not to follow one another; rule: why."""
    return replace(
        answer,
        answer=Answer.CONTRADICTS,
        relation=Relation.CONFLICT,
        rule=course.rule,
        reason=_sentence(course.sentence, *in_time(a, b), language),
    )


def as_update(a: Mention, b: Mention, answer: Comparison, course: Course, language: str = "en") -> Comparison:
    """The same two figures, the later one held to replace the earlier."""
    return replace(
        answer,
        answer=Answer.UPDATES,
        relation=Relation.UPDATE,
        rule=course.rule,
        reason=_sentence(course.sentence, *in_time(a, b), language),
    )


def _sentence(pattern: str, a: Mention, b: Mention, language: str) -> str:
    assert isinstance(a.record, Figure)
    assert isinstance(b.record, Figure)
    names = lexicon(language, "readings")
    measure = b.record.measure or a.record.measure
    of = names.OF_MEASURE.format(measure=measure) if measure else ""
    sentence: str = getattr(names, pattern)
    return sentence.format(a=spoken(a.record, language), b=spoken(b.record, language), of=of)


def _other(unlike: str, readings: tuple[str, str], language: str) -> str:
    names = lexicon(language, "readings")
    return str(names.UNLIKE).format(a=readings[0], b=readings[1], why=names.WHY_UNLIKE.get(unlike, unlike))
