"""Whether the note of a new version tells of a change."""

import re

from claims.engine.compare.features import figure_features
from claims.engine.compare.words import content, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Comparison, Figure, Mention, Quote


def tells_of(note: str, pair: tuple[Mention, Mention], answer: Comparison, language: str = "en") -> bool:
    """Whether an update or correction note speaks of what a comparison found: by its subject, or by its kind."""
    if not note.strip() or answer.type is None:
        return False
    said = content(note, language)
    notes = lexicon(language, "notes")
    general = notes.NOTE_WORDS.get(answer.type.value, frozenset())
    noted = {word.text.lower() for word in words(note, language)}
    subjects = _subject(pair[0], language) | _subject(pair[1], language)
    if noted & notes.CASUALTIES and subjects & notes.HARM:
        return True
    return bool(noted & general or said & subjects)


def corrects(note: str, pair: tuple[Mention, Mention], language: str = "en") -> bool:
    """Whether a part of a note says of a claim's subject that it was set right, not brought up to date."""
    correcting = lexicon(language, "notes").CORRECTS
    subjects = _subject(pair[0], language) | _subject(pair[1], language)
    return any(
        {word.text.lower() for word in words(part, language)} & correcting and content(part, language) & subjects
        for part in re.split(r"[.;]", note)
    )


def _subject(mention: Mention, language: str) -> frozenset[str]:
    record = mention.record
    if isinstance(record, Figure):
        features = figure_features(mention, language)
        return frozenset({features.status}) if features.status else features.core
    text = record.words if isinstance(record, Quote) else record.proposition
    return content(f"{text} {record.claimant or ''}", language)
