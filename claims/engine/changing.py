"""Where a line of text names somebody, hedges, or credits a source: by its words alone, without a parse.

Good enough to show an editor what changed between two wordings; claims rest on `claims.engine.extract`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.engine.compare.words import Word, stem, words
from claims.engine.lexicon import lexicon
from claims.engine.records import Span

# Before the first word of a sentence, besides the start of the line.
_OPENS = re.compile(r"(?:^|[.!?:…]['\"”’»)]*\s+|[“„«(\[\"]\s*)$")
# A credit is a few words: a longer stretch is a statement that went with its source.
LONGEST_SAID = 6
LONGEST_ACCORDING = 14


@dataclass(frozen=True, slots=True)
class NameWords:
    """The capitalised words of a line. surely: those that no sentence begins with. runs: neighbours, each with whether
    its first word opens a sentence."""

    runs: tuple[tuple[tuple[Word, ...], bool], ...]
    surely: frozenset[str]

    def spans(self, known: frozenset[str]) -> list[Span]:
        """The names. known: words that are names wherever they stand."""
        found = []
        for run, opens in self.runs:
            own = run
            if opens and len(run) == 1 and run[0].text not in known:
                own = run[1:]
            if own:
                found.append(Span(own[0].start, own[-1].end))
        return found


@lru_cache(maxsize=4_096)
def names_in(text: str, language: str = "en") -> NameWords:
    """The runs of capitalised words in a line, titles, days and words that carry no name left out."""
    known = lexicon(language, "titles").CALENDAR  # empty for a language of which only the numbers are known
    runs = tuple(_runs(text, words(text, language), language)) if known else ()
    surely = {word.text for run, opens in runs for at, word in enumerate(run) if at or not opens}
    return NameWords(runs, frozenset(surely))


def _runs(text: str, every: Sequence[Word], language: str) -> Iterator[tuple[tuple[Word, ...], bool]]:
    run: list[Word] = []
    opens = False
    for word in every:
        first = bool(_OPENS.search(text[: word.start]))
        if run and (first or not _joined(text[run[-1].end : word.start]) or not _is_name(word, first, language)):
            yield tuple(run), opens
            run = []
        if _is_name(word, first, language):
            if not run:
                opens = first
            run.append(word)
    if run:
        yield tuple(run), opens


def _is_name(word: Word, first: bool, language: str) -> bool:
    rules, titles = lexicon(language, "morphology"), lexicon(language, "titles")
    low = word.text.lower().removesuffix("’s").removesuffix("'s")
    if not word.is_name or low in titles.CALENDAR or low in titles.TITLES or low == "i":
        return False
    return not (first and (low in rules.STOP or low in rules.QUANTITY or low in rules.NUMBER_WORDS))


def _joined(between: str) -> bool:
    return between in {" ", "-", "‑", "’", ". "}


@lru_cache(maxsize=4_096)
def hedges_in(text: str, language: str = "en") -> tuple[Span, ...]:
    """The words by which a line keeps its distance from what it says."""
    pattern = _hedging(language)
    return tuple(Span(*found.span()) for found in pattern.finditer(text)) if pattern else ()


@cache
def _hedging(language: str) -> "re.Pattern[str] | None":
    known = lexicon(language, "hedges")
    listed = [*known.PHRASES, *known.HEDGES, *lexicon(language, "opposites").HEDGES]
    if not listed:
        return None
    ordered = "|".join(map(re.escape, sorted(set(listed), key=lambda words: (-len(words), words))))
    # "May" with a capital is a month, save where it asks.
    return re.compile(rf"\b(?!May\b)(?i:{ordered})\b")


@lru_cache(maxsize=4_096)
def credits_in(text: str, language: str = "en") -> tuple[Span, ...]:
    """The clauses by which a line gives what it says to a source: "officials said", "according to a list"."""
    every = words(text, language)
    found = [*_said(text, every, language), *_according(text, every, language)]
    return tuple(sorted(found))


def sayings(text: str, language: str = "en") -> int:
    """How often a line says that somebody says something, in whatever words."""
    verbs, known = _saying(language), lexicon(language, "cues").ACCORDING
    return sum(word.stem in verbs or word.text.lower() in known for word in words(text, language))


def _said(text: str, every: Sequence[Word], language: str) -> Iterator[Span]:
    """A verb of saying with the words of its clause, if these are few and a comma or the like sets them off.

    "The hospital admitted 44 people" is a statement of its own.
    """
    verbs = _saying(language)
    for at, word in enumerate(every):
        if word.stem in verbs and word.text.islower():
            first, last = at, at
            while first and not _parts(text, every[first - 1], every[first]):
                first -= 1
            while last + 1 < len(every) and not _parts(text, every[last], every[last + 1]):
                last += 1
            if 0 < last - first < LONGEST_SAID and _set_off(text, every, first):
                yield Span(every[first].start, every[last].end)


def _set_off(text: str, every: Sequence[Word], first: int) -> bool:
    return first > 0 and bool(re.search(r"[,;“”\"–—(]", text[every[first - 1].end : every[first].start]))


def _according(text: str, every: Sequence[Word], language: str) -> Iterator[Span]:
    known = lexicon(language, "cues").ACCORDING
    for at, word in enumerate(every[:-1]):
        if word.text.lower() in known and every[at + 1].text.lower() in known[word.text.lower()]:
            last = at + 1
            while last + 1 < len(every) and last - at < LONGEST_ACCORDING:
                if _parts(text, every[last], every[last + 1]):
                    break
                last += 1
            yield Span(word.start, every[last].end)


def _parts(text: str, word: Word, following: Word) -> bool:
    """Whether a mark stands between two words that ends a clause."""
    return bool(re.search(r"[,.;:!?“”\"–—()]", text[word.end : following.start]))


@cache
def _saying(language: str) -> frozenset[str]:
    verbs = lexicon(language, "cues").VERBS
    return frozenset(
        stem(verb, language) for verb, frames in verbs.items() if {*"co"} & {*frames} and "m" not in frames
    )
