"""Two figures: do they count the same, and can both hold?"""

from dataclasses import replace

from claims.engine.compare.bargains import of_one_bargain
from claims.engine.compare.features import Features, figure_features
from claims.engine.compare.likeness import (
    NEEDED_OF_PARTS,
    likeness,
    needed,
    other_word_for_unit,
    people_by_their_calling,
)
from claims.engine.compare.odds import is_likely, is_one_group, is_read_as_one, is_surely_one
from claims.engine.compare.relation import Course, course_of, in_time
from claims.engine.compare.units import is_currency_slip, is_points_for_percent, other_unit
from claims.engine.compare.values import both_can_hold, dimension, same_dimension, spoken
from claims.engine.compare.windows import is_of_another_window
from claims.engine.lexicon import lexicon
from claims.engine.records import Comparison, Figure, Mention
from claims.enums import Answer, FlagType, Relation

# A number per day and one in all are so many times apart at least.
TIMES_APART = 5

# Why two figures are unlike by what the tables know of nouns and of what befalls people; a likelihood may know better.
BY_TABLES = ("unit", "measure")

POINTS = Course(Relation.CONFLICT, "figure.points", "POINTS")
# The same number with another sign of money.
CURRENCY = Course(Relation.CONFLICT, "figure.currency", "CURRENCY")


def compare_figures(a: Mention, b: Mention, anchored: bool = False, language: str = "en") -> Comparison:
    """Compares two mentions of figures. anchored: both stand in the same place of two versions of one text."""
    first, second = a.record, b.record
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        raise TypeError("compare_figures takes two mentions of figures")
    readings = (reading(a, language), reading(b, language))
    unlike = _unlike(a, b, anchored, language)
    if unlike:
        return _unclear(unlike, readings, language)
    if is_points_for_percent(first, second):
        return _contradiction(a, b, POINTS, language)
    if is_currency_slip(first, second, language):
        return _contradiction(a, b, CURRENCY, language)
    if both_can_hold(first, second, language):
        return Comparison(Answer.AGREES, "figure.overlap", readings, _sentence("AGREES", a, b, language))
    return _contradiction(a, b, course_of(*in_time(a, b), language), language)


def compare_as_one(a: Mention, b: Mention, language: str = "en") -> Comparison:
    """Compares two mentions of figures that are taken to measure the same, whatever their words and roles.

    Where their units measure different things the answer is that of `compare_figures`.
    """
    first, second = a.record, b.record
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        raise TypeError("compare_as_one takes two mentions of figures")
    units = dimension(first.unit, language), dimension(second.unit, language)
    comparable = all(unit.is_count for unit in units) or same_dimension(*units, either_unsaid=True)
    if not comparable or both_can_hold(first, second, language):
        return compare_figures(a, b, language=language)
    return _contradiction(a, b, course_of(*in_time(a, b), language), language)


def is_doubtful(a: Mention, b: Mention, answer: Comparison, language: str = "en") -> bool:
    """Whether two figures were only refused for an aspect, and none that puts one of them in another time."""
    if answer.rule != "figure.aspect":
        return False
    apart = figure_features(a, language).aspects ^ figure_features(b, language).aspects
    aspects = lexicon(language, "aspects")
    return not apart & (aspects.TO_COME | aspects.OF_ITS_OWN) and not apart >= aspects.KINDS_OF_WIND


def reading(mention: Mention, language: str = "en") -> str:
    """A figure in plain words: value, what it counts, who says so."""
    figure = mention.record
    assert isinstance(figure, Figure)
    parts = [spoken(figure, language), figure.measure]
    said = lexicon(language, "readings").SAID_BY.format(who=figure.claimant) if figure.claimant else ""
    return " ".join(part for part in parts if part) + said


def may_be_one(a: Mention, b: Mention, language: str = "en") -> bool:
    """Whether nothing in two figures' own words keeps them from being one claim in two versions of a text."""
    return not _unlike(a, b, True, language)


def _unlike(a: Mention, b: Mention, anchored: bool, language: str) -> str:
    """Why the two do not measure the same, as a short rule name; "" where they do."""
    first, second = figure_features(a, language), figure_features(b, language)
    unlike = other_unit(a, b, anchored, language) or _other_kind(first, second, anchored, language)
    unlike = unlike or ("period" if is_of_another_window(a, b, language) else "")
    if anchored:
        return unlike
    unlike = unlike or _other_thing(first, second, language)
    if unlike == "group" and first.shared == second.shared and is_one_group(a, b, language):
        return ""
    if unlike == "words":
        unlike = "" if is_surely_one(a, b, language) else "measure"
    if unlike in BY_TABLES and is_read_as_one(a, b, language):
        return ""
    surely = of_one_bargain(first, second, language) or _of_one_stretch(first, second, language)
    return unlike or ("" if surely or is_likely(a, b, language) else "measure")


def _other_kind(a: Features, b: Features, anchored: bool, language: str) -> str:
    """What sets two figures apart even where they stand in the same place of two versions."""
    if not a.periods.agree(b.periods):
        return "period"
    of_others = _other_groups(a, b, language) and not other_word_for_unit(a, b, language)
    if of_others or a.severe != b.severe or a.shared != b.shared:
        return "group"
    if (
        (a.dimension.is_count or a.dimension.name == "ratio")
        and a.status
        and b.status
        and a.status != b.status
        and not (a.severe and b.severe)
    ):
        return "measure"
    alike = other_word_for_unit(a, b, language) or of_one_bargain(a, b, language) or _changes_by_name(a, b, language)
    if (a.direction == "level") != (b.direction == "level") and not alike:
        return "direction"
    if _other_state(a, b, language):
        return "aspect"
    return "" if anchored else _other_role(a, b, language)


def _other_groups(a: Features, b: Features, language: str) -> bool:
    """Whether two counts are of two groups; "three men" is no group of those who were arrested."""
    groups = lexicon(language, "groups")
    all_of_one = a.status == b.status and a.status in groups.OF_SUSPECTS and not a.part and not b.part
    apart = a.groups ^ b.groups
    return bool(apart) and not (all_of_one and len(apart) == 1 and apart <= groups.EVERYBODY)


def _changes_by_name(a: Features, b: Features, language: str) -> bool:
    """Whether two shares are of what is a change by its name, though only one has a verb that says so: growth."""
    shared = a.near & b.near & lexicon(language, "changes").CHANGES_BY_NAME
    return bool(shared) and a.dimension.name == b.dimension.name == "ratio"


def _other_state(a: Features, b: Features, language: str) -> bool:
    """Whether one is asked for or offered and the other not, or they are told per day and in all."""
    aspects = lexicon(language, "aspects")
    if (a.aspects ^ b.aspects) & aspects.MODAL and not _are_put_up(a, b, language):
        return True
    rates = a.aspects & aspects.RATES, b.aspects & aspects.RATES
    low, high = sorted((a.value, b.value))
    return rates[0] != rates[1] and (all(rates) or high > low * TIMES_APART)


def _other_moment(a: Features, b: Features, language: str) -> bool:
    """Whether two figures name other days or months, and count nothing that goes on from one to the other."""
    updates = lexicon(language, "updates")
    goes_on = (a.near | {a.status}) & (updates.GROWING | updates.MOVING)
    return bool(a.moments and b.moments and not a.moments & b.moments and not goes_on)


def _other_role(a: Features, b: Features, language: str) -> str:
    if _other_aspects(a, b, language):
        return "aspect"
    if not a.dimension.is_count and a.zero != b.zero:
        return "group"
    apart = a.part != b.part and (a.dimension.is_count or a.dimension.is_money)
    own_status = a.status and not (a.inherited and b.inherited)
    told = a.severe or a.groups or _of_a_part(a, b, language) or (a.core == b.core and not own_status)
    if apart and not told and not a.zero and not b.zero:
        return "group"
    if (a.base and not a.whole) != (b.base and not b.whole) or (a.other != b.other and (a.zero or b.zero)):
        return "group"
    return ""


def _other_aspects(a: Features, b: Features, language: str) -> bool:
    """Whether an aspect sets two figures apart, and is none that only one of them need tell."""
    aspects = lexicon(language, "aspects")
    apart = a.aspects ^ b.aspects
    if a.direction == b.direction != "level":
        apart -= aspects.OF_A_LEVEL
    foreseen = a.aspects & aspects.FORESEEN, b.aspects & aspects.FORESEEN
    if (foreseen[0] or a.coming) and (foreseen[1] or b.coming):
        apart -= aspects.FORESEEN
    if not apart >= aspects.KINDS_OF_WIND:
        apart -= aspects.KINDS_OF_WIND
    return bool(apart - aspects.MODAL - aspects.FORESEEN if _are_put_up(a, b, language) else apart)


def _are_put_up(a: Features, b: Features, language: str) -> bool:
    """Whether both are of what is offered by its nature, a reward, or of those whom the police are after."""
    aspects = lexicon(language, "aspects")
    return bool(a.near & b.near & aspects.PUT_UP) or a.status == b.status in aspects.HUNTED


def _of_a_part(a: Features, b: Features, language: str) -> bool:
    """Whether both say of those counted what only some of a larger number are."""
    return a.status == b.status and a.status in lexicon(language, "statuses").OF_A_PART


def _other_thing(a: Features, b: Features, language: str) -> str:
    """Why two of one kind are of two things; "words": nothing sets them apart but that their words are too unlike."""
    if a.dimension == b.dimension and a.slip & b.slip:
        return ""
    if _other_moment(a, b, language):
        return "period"
    if of_one_bargain(a, b, language) or _of_one_stretch(a, b, language):
        return ""
    if a.dimension.is_count:
        other = _other_count(a, b, language)
    else:
        other = "measure" if _other_geometry(a, b, language) else ""
    if other:
        return other
    votes, statuses = lexicon(language, "votes"), lexicon(language, "statuses")
    shared = (
        frozenset({a.status}) | votes.OF_A_RESULT | statuses.OF_A_STATUS
        if a.status in statuses.STANDING
        else frozenset()
    )
    return "" if likeness(a, b, shared) >= needed(a, b, language) else "words"


def _other_count(a: Features, b: Features, language: str) -> str:
    """Why two counts are not of the same, before their words are weighed; "words": one tells no status."""
    of_one = a.status == b.status or (a.severe and b.severe)
    if not of_one and a.status and b.status:
        return "measure"
    tied = _tied(a, b) or other_word_for_unit(a, b, language) or people_by_their_calling(a, b, language)
    if a.dimension.name != b.dimension.name and not tied:
        return "unit"
    if _other_calling(a, b, language) or (a.matter and b.matter and not a.matter & b.matter):
        return "group"
    if (a.inherited or b.inherited) and not (a.severe and b.severe) and likeness(a, b) < NEEDED_OF_PARTS:
        return "group"
    events = lexicon(language, "ideas").EVENTS
    apart = not a.status and ((a.near & events) - b.around or (b.near & events) - a.around)
    if apart:
        return "measure"
    return "" if of_one else "words"


def _other_calling(a: Features, b: Features, language: str) -> bool:
    """Whether two counts of one status are of two callings: teachers on strike, porters on strike."""
    by_calling = a.status == b.status and a.status in lexicon(language, "statuses").BY_CALLING
    return bool(by_calling and a.calling and b.calling and not a.calling & b.calling)


def _of_one_stretch(a: Features, b: Features, language: str) -> bool:
    """Whether two times tell how long one event went on, or over what time one rise is spread."""
    senses = lexicon(language, "senses")
    if not a.sense & b.sense or a.moments - b.moments:
        return False
    if a.sense & senses.BINDS_FOR:
        return _are_bound_alike(a, b, language)
    if a.sense & senses.SPREAD_OVER:
        return a.direction == b.direction != "level" and bool((a.around & b.around) - a.names)
    return bool(a.sense & senses.GOES_ON and a.near & b.near & senses.LASTING)


def _are_bound_alike(a: Features, b: Features, language: str) -> bool:
    """Whether the terms of two contracts name one party, or one of them nobody and nothing that is not in the other."""
    if a.names and b.names:
        return bool(a.names & b.names)
    bare, other = (b, a) if a.names else (a, b)
    return not bare.core - other.around - lexicon(language, "senses").OF_A_CONTRACT


def _other_geometry(a: Features, b: Features, language: str) -> bool:
    """Whether two lengths are lengths in two senses, a height and a width; or two times, a delay and a stretch."""
    senses = lexicon(language, "senses")
    if a.dimension.name in lexicon(language, "conversions").SPANS_OF_TIME:
        return bool(a.sense and b.sense) and a.sense & senses.TIMES_APART != b.sense & senses.TIMES_APART
    geometry = senses.GEOMETRY if a.dimension.name == "length" else frozenset()
    first, second = (a.near | a.sense) & geometry, (b.near | b.sense) & geometry
    return bool(first and second and not first & second)


def _tied(a: Features, b: Features) -> bool:
    """Whether a name or an idea of the lexicon ties two counts of which one does not say what it counts."""
    return bool(a.near & b.near & (a.known | (a.names & b.names)))


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


def as_unlike(answer: Comparison, language: str = "en") -> Comparison:
    """The same two figures, held to measure two things."""
    return _unclear("measure", answer.readings, language)


def _sentence(pattern: str, a: Mention, b: Mention, language: str) -> str:
    assert isinstance(a.record, Figure)
    assert isinstance(b.record, Figure)
    names = lexicon(language, "readings")
    measure = b.record.measure or a.record.measure
    of = names.OF_MEASURE.format(measure=measure) if measure else ""
    sentence: str = getattr(names, pattern)
    return sentence.format(a=spoken(a.record, language), b=spoken(b.record, language), of=of)


def _unclear(unlike: str, readings: tuple[str, str], language: str) -> Comparison:
    names = lexicon(language, "readings")
    why = names.WHY_UNLIKE.get(unlike, unlike)
    reason = str(names.UNLIKE).format(a=readings[0], b=readings[1], why=why)
    return Comparison(Answer.UNCLEAR, f"figure.{unlike}", readings, reason)
