"""Whether a verdict on one mention covers another: the same, something else, something later, or not to be told.

Embeddings and words say whether two may be of one thing; the typed comparison alone says whether they say the same.
"""

from dataclasses import dataclass, replace
from functools import cache

from claims.engine.compare import compare
from claims.engine.compare.attributions import denies, likeness, proposition
from claims.engine.compare.covering import says_no_more
from claims.engine.compare.features import figure_features
from claims.engine.compare.odds import same_measure
from claims.engine.compare.people import same_voice
from claims.engine.compare.quotes import stands_in
from claims.engine.compare.values import spoken
from claims.engine.compare.wording import compare_wording
from claims.engine.compare.words import stem, unit_stems, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Attribution, Comparison, Figure, Mention, Quote
from claims.enums import Answer, Direction, MatchRelation, Polarity

# What the parts of a score count, of figures and of the other kinds.
OF_MEASURE, OF_MEANING, OF_WORDS = 0.5, 0.3, 0.2
MEANING_ALONE, WORDS_ALONE = 0.6, 0.4
# One statement by one voice in other words: so near in meaning, with so much of its content in common.
NEAR_MEANING = 0.8
SOME_WORDS = 0.34
# What is not even comparable is told only from here on, since it may interest a reader; what is, from there on.
LEAST_UNCLEAR = 0.55
LEAST = 0.3
# Changed words after which one claimant no longer says the same, and those after which he may speak of something else.
TURNED = frozenset({"wording.number", "wording.negation", "wording.opposite"})
APART = frozenset({"wording.calendar", "wording.name"})


@dataclass(frozen=True, slots=True)
class Match:
    """What a verdict has to do with a text.

    score: 0 to 1, how likely both are of one thing. It is made of embedding (cosine of the sentences, None where there
    is none yet), trigrams (of the words) and, of figures, same_measure (the likelihood that both measure the same).
    sentence: in plain words. anywhere: the text names no event, so that any with such a count may be meant.
    """

    relation: MatchRelation
    score: float
    embedding: float | None
    trigrams: float
    same_measure: float | None
    sentence: str
    anywhere: bool = False

    @property
    def told(self) -> bool:
        """Whether the match is worth telling."""
        return self.score >= (LEAST_UNCLEAR if self.relation is MatchRelation.UNCLEAR else LEAST)


def match(asked: Mention, checked: Mention, *, cosine: float | None, upheld: bool, language: str = "en") -> Match:
    """Holds what a text says against what a verdict is on, two mentions of one kind.

    cosine: of the embeddings of their sentences. upheld: the verdict found its claim right, so that what says less is
    right too. Raises UnknownLanguage.
    """
    meaning = None if cosine is None else max(0.0, min(1.0, cosine))
    alike = trigrams(_own(asked), _own(checked))
    found = compare(checked, asked, language=language)
    if isinstance(asked.record, Figure):
        odds = same_measure(asked, checked, language)
        relation, pattern = _of_figures(asked, checked, found, upheld, language)
        score = _mean((OF_MEASURE, odds), (OF_MEANING, meaning), (OF_WORDS, alike))
        anywhere = _names_no_event(asked, language)
    else:
        odds, anywhere = None, False
        relation, pattern = _of_words(asked, checked, found, meaning or 0.0, language)
        score = _mean((MEANING_ALONE, meaning), (WORDS_ALONE, alike))
    said = _sentence(pattern, asked, checked, language, rule=found.rule)
    return Match(relation, score, meaning, alike, odds, said, anywhere)


def _mean(*parts: tuple[float, float | None]) -> float:
    """The mean of weighed parts, those that are not known left out."""
    known = [(weight, value) for weight, value in parts if value is not None]
    return sum(weight * value for weight, value in known) / sum(weight for weight, _ in known)


def elsewhere(found: Match, asked: Mention, checked: Mention, names: list[str], language: str = "en") -> Match:
    """The same match once it turned out that the text names what the checked article does not."""
    listed = lexicon(language, "matching").AND.join(names)
    sentence = _sentence("ELSEWHERE", asked, checked, language, names=listed)
    return replace(found, relation=MatchRelation.UNCLEAR, sentence=sentence)


def of_any_event(found: Match, asked: Mention, checked: Mention, language: str = "en") -> Match:
    """The same match where verdicts on several events give such a count, and the text names none of them."""
    return replace(
        found,
        relation=MatchRelation.UNCLEAR,
        sentence=_sentence("ANY_EVENT", asked, checked, language),
    )


def names_told(mention: Mention, language: str = "en") -> list[str]:
    """The names by which a text says where and of whom something holds, as written; those of whoever says so left out.

    Quotes are told by their words, so they have none; nor has a text in which most words have a capital.
    """
    record = mention.record
    if isinstance(record, Quote):
        return []
    said = mention.sentence if isinstance(record, Figure) else proposition(mention, language)
    found = words(said, language)
    if sum(word.is_name for word in found) * 2 > len(found) + 1:
        return []
    spent = {word.stem for word in words(record.claimant or "", language)} | _no_names(language)
    names = [word for at, word in enumerate(found) if word.is_name and (at or (found[1:2] and found[1].is_name))]
    written = [word.text.removesuffix("'s").removesuffix("’s") for word in names if word.stem not in spent]
    return [name for name in dict.fromkeys(written) if len(name) > 1]


@cache
def _no_names(language: str) -> frozenset[str]:
    """The stems of words with a capital that tell no place or person: months, titles, agencies that had it first."""
    calendar, titles = lexicon(language, "opposites").CALENDAR, lexicon(language, "morphology").TITLES
    agencies = [word.text for names in lexicon(language, "relays").AGENCIES for word in words(" ".join(names))]
    return frozenset(stem(word, language) for word in [*calendar, *titles, *agencies])


def trigrams(a: str, b: str) -> float:
    """How many of their runs of three letters two wordings share, 0 to 1, counted as PostgreSQL's `pg_trgm` does."""
    first, second = _runs(a), _runs(b)
    return len(first & second) / len(first | second) if first and second else 0.0


def _runs(text: str) -> frozenset[str]:
    padded = [f"  {word.text.lower()} " for word in words(text)]
    return frozenset(word[at : at + 3] for word in padded for at in range(len(word) - 2))


def _own(mention: Mention) -> str:
    """The words that are held against each other: of a figure its sentence, since its own span is often two words."""
    record = mention.record
    if isinstance(record, Quote):
        return record.words
    return mention.sentence if isinstance(record, Figure) else record.proposition


# What an answer of the comparison comes to, where it does not depend on the values.
_FIGURES = {
    Answer.CONTRADICTS: (MatchRelation.DIFFERS, "DIFFERS"),
    Answer.UPDATES: (MatchRelation.UPDATES, "UPDATES"),
    Answer.UNCLEAR: (MatchRelation.UNCLEAR, "OTHER"),
}


def _of_figures(
    asked: Mention, checked: Mention, found: Comparison, upheld: bool, language: str
) -> tuple[MatchRelation, str]:
    said, known = asked.record, checked.record
    assert isinstance(said, Figure)
    assert isinstance(known, Figure)
    if found.answer in _FIGURES:
        return _FIGURES[found.answer]
    if {said.direction, known.direction} == {Direction.UP, Direction.DOWN}:
        return MatchRelation.DIFFERS, "DIFFERS"
    if not says_no_more(said, known, language):
        return MatchRelation.UNCLEAR, "MORE"
    if says_no_more(known, said, language):
        return MatchRelation.SAME, "SAME"
    return (MatchRelation.SAME, "BORNE_OUT") if upheld else (MatchRelation.UNCLEAR, "LESS")


def _of_words(
    asked: Mention, checked: Mention, found: Comparison, meaning: float, language: str
) -> tuple[MatchRelation, str]:
    if found.answer is Answer.CONTRADICTS:
        return MatchRelation.DIFFERS, "DIFFERS"
    if isinstance(asked.record, Quote):
        return _of_quotes(asked, checked, found, language)
    return _of_attributions(asked, checked, found, meaning, language)


def _of_quotes(asked: Mention, checked: Mention, found: Comparison, language: str) -> tuple[MatchRelation, str]:
    said, known = asked.record, checked.record
    assert isinstance(said, Quote)
    assert isinstance(known, Quote)
    if found.answer is Answer.AGREES:
        whole = stands_in(said.words, known.words, language)
        return (MatchRelation.SAME, "SAME") if whole else (MatchRelation.UNCLEAR, "MORE")
    rules = {change.rule for change in compare_wording(known.words, said.words, language)}
    turned = likeness(known.words, said.words, language) >= SOME_WORDS and rules & TURNED
    if turned and same_voice(asked, checked, language):
        return MatchRelation.DIFFERS, "DIFFERS"
    return MatchRelation.UNCLEAR, "UNCLEAR"


def _of_attributions(
    asked: Mention, checked: Mention, found: Comparison, meaning: float, language: str
) -> tuple[MatchRelation, str]:
    said, known = asked.record, checked.record
    assert isinstance(said, Attribution)
    assert isinstance(known, Attribution)
    told, tells = proposition(checked, language), proposition(asked, language)
    one_voice = same_voice(asked, checked, language)
    reworded = one_voice and meaning >= NEAR_MEANING and likeness(told, tells, language) >= SOME_WORDS
    if found.answer is not Answer.AGREES and not reworded:
        return MatchRelation.UNCLEAR, "UNCLEAR"
    at_odds = denies(told, known.polarity, language) != denies(tells, said.polarity, language)
    changed = {change.rule for change in compare_wording(told, tells, language)} - {"wording.negation"}
    if at_odds or changed & TURNED:
        return MatchRelation.DIFFERS, "DIFFERS"
    return (MatchRelation.UNCLEAR, "UNCLEAR") if changed & APART else (MatchRelation.SAME, "SAME")


def _names_no_event(asked: Mention, language: str) -> bool:
    """Whether a figure stands alone: nothing but what is counted and what happened to it."""
    record = asked.record
    assert isinstance(record, Figure)
    features = figure_features(asked, language)
    spent = unit_stems(record.unit, language) | {features.status}
    return not features.names and not features.around - spent


def _sentence(pattern: str, asked: Mention, checked: Mention, language: str, *, rule: str = "", names: str = "") -> str:
    known = lexicon(language, "matching")
    why = lexicon(language, "readings").WHY_UNLIKE.get(rule.rpartition(".")[2])
    if pattern == "OTHER" and why is None:
        pattern = "UNCLEAR"
    ours, theirs = _told(asked, language), _told(checked, language)
    if ours == theirs:  # their times may tell them apart
        ours, theirs = asked.record.why.reading, checked.record.why.reading
    words_of_it: str = getattr(known, pattern)
    return words_of_it.format(a=ours, b=theirs, why=why, names=names)


def _told(mention: Mention, language: str) -> str:
    """What a mention says, to stand in the middle of a sentence."""
    record, known = mention.record, lexicon(language, "matching")
    if isinstance(record, Figure):
        return f"{spoken(record, language)} {record.measure}".strip()
    if isinstance(record, Quote):
        pattern = known.WORDS_OF if record.claimant else known.WORDS
        return str(pattern.format(words=record.words, who=record.claimant))
    who = record.claimant or record.anonymous
    pattern = ("DENIED" if record.polarity is Polarity.DENIED else "SAID") + ("_BY" if who else "")
    return str(getattr(known, pattern).format(what=record.proposition, who=who))
