"""What, where and when a figure is about, as the words of its sentence name it."""

from claims.engine.extract.figures.lexemes import NUMBER, WORD, Line
from claims.engine.extract.figures.nouns import Noun

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LONGEST_THING = 8


def place(line: Line, first: int, end: int) -> str:
    """The place that the words first to end name, or ""."""
    start, stop = line.lexemes[first].start, line.lexemes[end - 1].end
    for entity in line.sentence.doc.ents:
        if entity.label_ in _PLACES and start <= entity.start_char and entity.end_char <= stop:
            return str(entity.text)
    return ""


def thing(line: Line, left: int, at: int) -> str:
    """The subject of the clause that begins at left, where it stands before the number at `at`, or ""."""
    words = line.words("context")
    for index in range(left, at):
        token = line.token(index)
        if token is None or token.dep_ not in _SUBJECTS or token.lower_ in words.PRONOUNS or token.pos_ == "PRON":
            continue
        tokens = [
            inner for inner in token.subtree if abs(inner.i - token.i) <= _LONGEST_THING and inner.i < token.head.i
        ]
        if not tokens:
            continue  # the subject stands behind its verb: "on top comes a penalty"
        span = line.sentence.doc[min(t.i for t in tokens) : max(t.i for t in tokens) + 1]
        return str(span.text) if span.end_char <= line.lexemes[at].start else ""
    return ""


def as_of(line: Line, first: int, end: int) -> str:
    """The words that say when it holds ("by Friday evening", "in March", "last year"), or ""."""
    words = line.words("context")
    for at in range(end - 1, first - 1, -1):
        if not _is_time(line, at):
            continue
        start, stop = at, at + 1
        while start > first and (line.low(start - 1) in words.TIME_MODIFIERS or _is_time(line, start - 1)):
            start -= 1
        while stop < end and (line.low(stop) in words.TIME_MODIFIERS_BEHIND or _is_time(line, stop)):
            stop += 1
        if start > first and line.low(start - 1) in words.TIME_LINKS:
            start -= 1
        if line.low(start) in words.TIME_LINKS or line.low(start) in words.TIME_OPENERS or line.low(at) in words.DAYS:
            return line.text(start, stop)
    return ""


def _is_time(line: Line, at: int) -> bool:
    words = line.words("context")
    low = line.low(at)
    if line.kind(at) == NUMBER:
        return len(low) == 4 and low.isdecimal() and low[0] in "12" and line.low(at - 1) in words.YEAR_LINKS
    return line.kind(at) == WORD and (low in words.TIMES or low in words.DAYS)


def group(line: Line, noun: Noun | None) -> tuple[str, ...]:
    """What restricts the thing counted, normalised: the kind of people, the adjectives before the noun."""
    if noun is None or noun.head is None:
        return ()
    words = line.words("context")
    head = noun.head
    found = []
    for at in range(noun.first, noun.end):
        token = line.token(at)
        if token is None or token.i >= head.i or token.lower_ in words.IDLE:
            continue
        if token.pos_ in ("ADJ", "PROPN", "NOUN") or token.tag_ in ("VBN", "VBG"):
            found.append(token.lower_ if token.pos_ == "PROPN" else token.lemma_.lower())
    is_person = head.lower_ in line.words("people").PEOPLE
    if is_person and head.lower_ not in words.ANYBODY:
        found.append(str(words.SINGULARS.get(head.lower_, head.lemma_.lower())))
    return tuple(dict.fromkeys(found))
