"""Drafts the line that tells readers of a change: an update where the world moved, a correction of an error."""

from claims.engine.compare.values import spoken
from claims.engine.lexicon import lexicon
from claims.engine.records import Attribution, Comparison, Figure, Mention, Quote, Record
from claims.enums import FlagType, Polarity, Relation

# A line of a note quotes so many characters at most.
LONGEST = 160


def draft_line(old: Mention, new: Mention, answer: Comparison, language: str = "en") -> str:
    """One line for the note of the version that `new` stands in, for a person to change; "" where nothing changed.

    old, new: two mentions of one kind. answer: what `compare` gave for them.
    """
    if answer.type is None or answer.relation is None:
        return ""
    before, after = old.record, new.record
    drifted = lexicon(language, "drafts").DRIFTED.get(answer.rule)
    if drifted:
        return str(drifted.format(who=_by(before, language), what=_cut(_stated(before))))
    if isinstance(before, Figure) and isinstance(after, Figure):
        return _figure(before, after, answer.relation, language)
    if isinstance(before, Quote) and isinstance(after, Quote):
        return _quote(before, after, answer.type, language)
    if isinstance(before, Attribution) and isinstance(after, Attribution):
        return _attribution(before, after, answer, language)
    return ""


def _by(record: Record, language: str) -> str:
    return record.claimant or str(lexicon(language, "drafts").NOBODY)


def _stated(record: Record) -> str:
    if isinstance(record, Figure):
        return record.why.reading
    return record.words if isinstance(record, Quote) else record.proposition


def _figure(before: Figure, after: Figure, relation: Relation, language: str) -> str:
    known = lexicon(language, "drafts")
    # Words that the lexicon knows as a measure read better than the noun beside the number.
    known_ones = [figure.measure for figure in (after, before) if figure.measure_key]
    measure = next(iter(known_ones), after.measure or before.measure)
    return str(known.FIGURE[relation.value]).format(
        what=known.THE_FIGURE_FOR.format(measure=measure) if measure else known.THE_FIGURE,
        a=spoken(before, language),
        b=spoken(after, language),
        by=known.BY.format(who=after.claimant) if after.claimant else "",
    )


def _quote(before: Quote, after: Quote, kind: FlagType, language: str) -> str:
    known = lexicon(language, "drafts")
    who, now = before.claimant or known.NOBODY, after.claimant or known.NOBODY
    if kind is FlagType.SPEAKER:
        return str(known.SPEAKER.format(words=_cut(after.words), a=who, b=now))
    return str(known.QUOTE.format(who=now, a=_cut(before.words), b=_cut(after.words)))


def _attribution(before: Attribution, after: Attribution, answer: Comparison, language: str) -> str:
    known = lexicon(language, "drafts")
    who, now = _who(before, language), _who(after, language)
    if answer.rule == "attribution.claimant":
        return str(known.CLAIMANT.format(a=who, b=now, what=_cut(after.proposition)))
    assert answer.relation is not None
    return str(known.REPORTED[answer.relation.value]).format(a=_told(before, language), b=_told(after, language))


def _told(record: Attribution, language: str) -> str:
    known = lexicon(language, "drafts")
    stance = known.DENIED if record.polarity is Polarity.DENIED else known.AFFIRMED
    return str(stance.format(who=_who(record, language), what=_cut(record.proposition)))


def _who(record: Attribution, language: str) -> str:
    return str(record.claimant or record.anonymous or lexicon(language, "drafts").NOBODY)


def _cut(words: str) -> str:
    """Words without the full stop that the line has itself, shortened at a space."""
    words = words.rstrip(" .")
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"
