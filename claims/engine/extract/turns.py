"""Transcripts: paragraphs that begin with a speaker's name and a colon, and whose words they are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed
from claims.enums import Part

_TURN = re.compile(r"([^\W\d_][\w.'’\- ]{0,58}?(?:\s\([^()\n]{1,60}\)|,\s[A-Z][A-Z ]{2,30})?)\s?:\s")
# A text with fewer turns than this is no transcript.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """The sentences that one speaker utters. name: None for a question from the floor."""

    name: str | None


def turns(parsed: Parsed) -> Mapping[int, Turn]:
    """For each sentence of a transcript, by its index, whose turn it is; empty for other texts."""
    words = lexicon(parsed.language, "titles")
    labels: dict[int, str] = {}
    previous: tuple[Part, int] | None = None
    for number, sentence in enumerate(parsed.sentences):
        place = (sentence.part, sentence.paragraph)
        if sentence.part is Part.BODY and place != previous:
            found = _TURN.match(sentence.text)
            if found and _is_label(found.group(1), words.QUESTION_LABELS):
                labels[number] = found.group(1).strip()
        previous = place
    if len(labels) < _FEWEST or len(set(labels.values())) == len(labels) > 4:
        return {}
    names = {label: _name(label, words.TITLES, words.QUESTION_LABELS) for label in labels.values()}
    full = {label: _fullest(name, list(names.values())) for label, name in names.items()}
    found_turns: dict[int, Turn] = {}
    current: Turn | None = None
    for number, sentence in enumerate(parsed.sentences):
        if sentence.part is not Part.BODY:
            continue
        if number in labels:
            current = Turn(full[labels[number]])
        if current is not None:
            found_turns[number] = current
    return found_turns


def _is_label(label: str, questions: frozenset[str]) -> bool:
    words = label.partition("(")[0].partition(",")[0].split()
    if label.lower() in questions:
        return True
    return 0 < len(words) <= 6 and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _name(label: str, titles: frozenset[str], questions: frozenset[str]) -> str | None:
    if label.lower() in questions:
        return None
    words = label.partition("(")[0].partition(",")[0].split()
    while len(words) > 1 and words[0].lower().strip(".") in titles:
        words = words[1:]
    if all(word.isupper() for word in words):
        words = ["-".join(part.capitalize() for part in word.split("-")) for word in words]
    return " ".join(words)


def _fullest(name: str | None, names: list[str | None]) -> str | None:
    if name is None:
        return None
    longer = [other for other in names if other and other.split()[-1] == name.split()[-1]]
    return max(longer, key=len, default=name)
