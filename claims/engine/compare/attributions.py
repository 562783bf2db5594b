"""Two attributions: the same proposition credited to somebody else, or one claimant both affirming and denying it."""

from claims.engine.compare.people import different_people, name_words, same_party
from claims.engine.compare.words import content, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Attribution, Comparison, Mention
from claims.enums import Answer, FlagType, Polarity, Relation

# How alike two propositions must be: to be the same for one claimant, and for another one's claim.
SAME_FOR_ONE = 0.5
SAME_FOR_OTHERS = 0.85
# Fewer content words than this say too little to be recognised in another's mouth.
LEAST_WORDS = 4


def compare_attributions(a: Mention, b: Mention, anchored: bool = False, language: str = "en") -> Comparison:
    """Compares two mentions of attributions. anchored: both stand in the same place of two versions of one text."""
    first, second = a.record, b.record
    if not isinstance(first, Attribution) or not isinstance(second, Attribution):
        raise TypeError("compare_attributions takes two mentions of attributions")
    alike = likeness(first.proposition, second.proposition, language)
    if same_party(first.claimant, second.claimant, language):
        if alike >= SAME_FOR_ONE and denies(first, language) != denies(second, language):
            return _answer("DENIES", Answer.CONTRADICTS, "attribution.polarity", first, second, language)
        rule = "attribution.same" if alike >= SAME_FOR_ONE else "attribution.other"
        return _answer(
            "CREDITED_ALIKE",
            Answer.AGREES if alike >= SAME_FOR_ONE else Answer.UNCLEAR,
            rule,
            first,
            second,
            language,
        )
    enough = min(len(content(first.proposition, language)), len(content(second.proposition, language))) >= LEAST_WORDS
    needed = SAME_FOR_ONE if anchored else SAME_FOR_OTHERS
    if different_people(first.claimant, second.claimant, language) and alike >= needed and (enough or anchored):
        if denies(first, language) == denies(second, language):
            return _answer("CREDITED", Answer.CONTRADICTS, "attribution.claimant", first, second, language)
    return _answer("CREDITED_ALIKE", Answer.UNCLEAR, "attribution.other", first, second, language)


def likeness(a: str, b: str, language: str = "en") -> float:
    """How much of the shorter proposition's content the longer one has, 0 to 1."""
    first, second = content(a, language), content(b, language)
    negations = lexicon(language, "morphology").NEGATIONS
    first, second = first - negations, second - negations
    if not first or not second:
        return 0.0
    return (
        len(first & second)
        / min(len(first), len(second))
        * min(1.0, 0.5 + len(first & second) / max(len(first), len(second)))
    )


def denies(record: Attribution, language: str = "en") -> bool:
    """Whether the claimant holds the proposition's plain content to be untrue: a denied negation affirms."""
    negations = lexicon(language, "morphology").NEGATIONS
    negated = False
    for word in words(record.proposition, language):
        lower = word.text.lower().replace("’", "'")
        if lower in negations or lower.endswith("n't"):
            negated = not negated
    return negated != (record.polarity is Polarity.DENIED)


def _answer(pattern: str, answer: Answer, rule: str, a: Attribution, b: Attribution, language: str) -> Comparison:
    names = lexicon(language, "readings")
    readings = (_reading(a, language), _reading(b, language))
    reason = getattr(names, pattern).format(
        who=a.claimant or names.NOBODY, other=b.claimant or names.NOBODY, a=a.proposition, b=b.proposition
    )
    flagged = answer is Answer.CONTRADICTS
    return Comparison(
        answer,
        rule,
        readings,
        reason,
        FlagType.ATTRIBUTION if flagged else None,
        Relation.CONFLICT if flagged else None,
    )


def _reading(record: Attribution, language: str) -> str:
    names = lexicon(language, "readings")
    cue = names.DENIED if record.polarity is Polarity.DENIED else names.AFFIRMED
    return str(cue).format(who=record.claimant or names.NOBODY, what=record.proposition)


__all__ = ["compare_attributions", "denies", "likeness", "name_words"]
