"""What a figure is about, read from the words around it in one place, whoever found the figure."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from claims.engine.compare.aspects import aspects_of, leading
from claims.engine.compare.clauses import Place, is_put_on, place_of
from claims.engine.compare.matters import calling_of, matter_of
from claims.engine.compare.meanings import terms_of
from claims.engine.compare.periods import (
    BEFORE,
    LEFT_BEHIND,
    YEARS_BACK,
    Periods,
    moments_of,
    periods_of,
    year_beside,
    year_closing,
    year_opening,
)
from claims.engine.compare.roles import (
    REACH,
    counted_to,
    direction_of,
    gap_ideas,
    ideas_by_shape,
    is_base,
    is_coming,
    is_left,
    is_other,
    is_part,
    is_shared_out,
    is_whole,
    sense_of,
)
from claims.engine.compare.statuses import status_by_shape, status_of
from claims.engine.compare.values import Dimension, dimension, is_exact, slip_key
from claims.engine.compare.words import (
    change_stems,
    content,
    ideas,
    lexicon_ideas,
    measure_stems,
    modal_stems,
    stem,
    unit_stems,
    words,
)
from claims.engine.lexicon import lexicon
from claims.engine.records import Figure, Mention, Span

# The time of a level that was left: "from $209 million a year earlier".
LEFT = Periods(frozenset({BEFORE}), frozenset({LEFT_BEHIND}))
IDEA_WEIGHT = 2.0
NAME_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Features:
    """What one figure is about.

    status: what happened to those counted; inherited: only other clauses say so. groups: who of a larger number;
    severe: of the badly hurt. aspects: limit, forecast, average ... periods: times other than the report's own; left:
    the level that a change began from. moments: months and weekdays. direction: "up", "down" or "level". names: of
    people, bodies and places. part, base, other, zero: it counts some of others, is what a share is taken of, leaves
    out those counted before, is nought. slip: what its value shares with one whose digits were swapped. digits: those
    of an exact value, noughts at the ends left out. value: its lower bound, else the upper one. unsaid: the thing
    counted is not named beside the number. core, near, around: content of its own words, its clause, its sentence.
    known: the ideas of the lexicon. calling: the nouns behind the number. matter: what a vote was on.
    sense: in which a length is one, as the words beside it tell. whole: it is all of those with a status, and the base
    of a share. coming: it is told as what will be. terms: the words of its own with its unit, of its clause and of its
    sentence, for what they mean. shared: it is one of those that share out a total told before. counted_to: the moment
    that a time is counted up to or from.
    """

    dimension: Dimension
    status: str
    inherited: bool
    groups: frozenset[str]
    severe: bool
    aspects: frozenset[str]
    periods: Periods
    left: bool
    moments: frozenset[str]
    direction: str
    names: frozenset[str]
    part: bool
    base: bool
    other: bool
    zero: bool
    slip: frozenset[str]
    digits: str
    value: Decimal
    unsaid: bool
    core: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    known: frozenset[str]
    calling: frozenset[str] = frozenset()
    matter: frozenset[str] = frozenset()
    sense: frozenset[str] = frozenset()
    whole: bool = False
    coming: bool = False
    shared: bool = False
    counted_to: str = ""
    terms: tuple[tuple[str, ...], ...] = ((), (), ())

    def weight(self, word: str) -> float:
        """What a word counts: ideas of the lexicon more than plain words, names less (for all but what names tell
        apart)."""
        if word in self.known:
            return IDEA_WEIGHT
        return NAME_WEIGHT if word in self.names and not self.dimension.is_count else 1.0


def _periods(place: Place, left: bool, year: int, changes: bool, language: str) -> Periods:
    """When a figure holds: the year beside it, else that of the clause's opening, else the times it names."""
    before, behind = _halves(place)
    beside = year_beside(behind, language)
    if left and beside and 0 < year - int(beside) <= YEARS_BACK:
        return Periods(frozenset({beside}), frozenset({LEFT_BEHIND}))
    if not beside:
        opening = year_opening(place.text[: place.value.start], language)
        opening = opening or year_closing(place.text[place.value.end :], language)
        if opening not in ("", str(year)):
            return Periods(frozenset({opening}))
        if left:
            return LEFT
    return periods_of(before, behind, year, changes, language)


def figure_features(mention: Mention, language: str = "en") -> Features:
    """Reads a figure's features off its mention. Raises TypeError where the record is no figure."""
    if not isinstance(mention.record, Figure):
        raise TypeError(f"not a figure: {mention.record!r}")
    lead = leading(mention, language)
    at = mention.record, mention.sentence, mention.sentence_start
    return _features(at, mention.published.year, lead, language)


@lru_cache(maxsize=20_000)
def _features(at: tuple[Figure, str, int | None], year: int, lead: str, language: str) -> Features:
    figure, sentence, start = at
    place = place_of(figure, sentence, start, language)
    span, clause = _without_value(place, place.span), place.clause.of(place.text)
    spent = unit_stems(figure.unit, language) | change_stems(language) | measure_stems(language) | modal_stems(language)
    put_on = is_put_on(place.text[: place.value.start], language)
    own = content(_without_value(place, place.clause) if put_on else span, language) - spent
    if not own and not content(clause, language) - spent:
        own = content(f"{figure.measure} {figure.thing}", language) - spent
    shaped = status_by_shape(figure, place, language)
    gap = frozenset({shaped}) if shaped else gap_ideas(figure, place, language)
    gap |= ideas_by_shape(figure, place, language)
    status, inherited = status_of(figure, place, language)
    direction = direction_of(place, figure.unit, language)
    changes = direction != "level" or figure.unit == "times"
    left = is_left(figure, place, language)
    return Features(
        dimension=dimension(figure.unit, language),
        status=status,
        inherited=inherited and not put_on,
        groups=_groups(place, language),
        severe=figure.measure_key == "seriously_injured" or _has(_own(place), "SEVERE", language),
        aspects=aspects_of(place, dimension(figure.unit, language), lead, language),
        periods=_periods(place, left, year, changes, language),
        left=left,
        moments=moments_of(span, language),
        direction=direction,
        names=_names(place, language),
        part=is_part(place, language),
        base=is_base(place, language) and dimension(figure.unit, language).name != "ratio",
        other=is_other(place, language),
        slip=slip_key(figure),
        digits=_digits(figure),
        value=figure.low if figure.low is not None else figure.high or Decimal(0),
        unsaid=_is_unsaid(figure, place, language),
        zero=figure.high is not None and not figure.high,
        core=own | gap,
        near=own | gap | (content(clause, language) - spent),
        around=own | gap | (content(sentence, language) - spent),
        known=lexicon_ideas(language),
        calling=calling_of(place, language),
        matter=matter_of(place, language),
        sense=sense_of(figure, place, language),
        whole=is_whole(place, language),
        coming=is_coming(place, language),
        shared=is_shared_out(place, language),
        counted_to=counted_to(place, language),
        terms=(
            terms_of(f"{span} {figure.unit.replace('_', ' ')}", language),
            terms_of(_without_value(place, place.clause), language),
            terms_of(place.text, language),
        ),
    )


def _digits(figure: Figure) -> str:
    exact = is_exact(figure) and figure.low is not None
    return f"{figure.low.normalize():f}".replace(".", "").strip("0-") if exact and figure.low is not None else ""


def _without_value(place: Place, span: Span) -> str:
    return place.text[span.start : place.value.start] + " " + place.text[place.value.end : span.end]


def _own(place: Place) -> str:
    """The figure's own span and clause, nothing borrowed."""
    return place.text[min(place.span.start, place.own.start) : max(place.span.end, place.own.end)]


def _halves(place: Place) -> tuple[str, str]:
    return place.text[place.clause.start : place.value.start], place.text[place.value.end : place.clause.end]


def _has(text: str, table: str, language: str) -> bool:
    return bool(ideas(text, table, language))


def _groups(place: Place, language: str) -> frozenset[str]:
    """Who is counted, where the word stands right behind the number with no comma between."""
    parts = r"[,;:(]| and (?=\d)"
    if is_whole(place, language):
        parts += r"|(?<=\w) (?:were|was|are|is|had|have) "
    own = re.split(parts, place.text[place.value.end : place.value.end + REACH])[0]
    spelt = lexicon(language, "morphology").NUMBER_WORDS
    own = own[: min((word.start for word in words(own, language) if word.text in spelt), default=None)]
    where = ideas(place.text[place.value.end : place.value.end + REACH].split(",")[0], "WHERE", language)
    ahead = lexicon(language, "groups").GROUP_OF.search(place.text[: place.value.start].lower())
    called = ideas(ahead.group(1), "GROUPS", language) if ahead else ()
    return frozenset(idea.idea for idea in (*ideas(own, "GROUPS", language), *where, *called))


def _is_unsaid(figure: Figure, place: Place, language: str) -> bool:
    """Whether the unit of a count stands nowhere in its clause: it was taken from elsewhere."""
    own = place.text[min(place.span.start, place.own.start) : max(place.span.end, place.own.end)]
    head = stem(figure.unit.rpartition("_")[2], language)
    said = {word.stem for word in words(own, language)} | content(own, language)
    return figure.unit != "person" and head not in said and not content(figure.unit.replace("_", " "), language) & said


def _names(place: Place, language: str) -> frozenset[str]:
    """Stems of the names in the clause; a capital that only begins the sentence is none."""
    found = words(place.text, language)
    taken = []
    for at, word in enumerate(found):
        inside = place.clause.start <= word.start < place.clause.end
        follows = at + 1 < len(found) and found[at + 1].is_name
        if inside and word.is_name and (at > 0 or follows):
            taken.append(word.stem)
    titles: frozenset[str] = lexicon(language, "morphology").TITLES
    return frozenset(taken) - titles
