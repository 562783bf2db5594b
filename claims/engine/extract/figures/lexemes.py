"""Cuts a sentence into words, numbers and marks, finer than the parser does ("25mph", "A$48,000", "48-hour")."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from spacy.tokens import Token

from claims.engine.lexicon import lexicon
from claims.engine.parse import Sentence
from claims.engine.records import Span

_LEXEME = re.compile(
    r"(?P<number>\d+(?:[.,:/\u2044\u00a0\u202f\u2009]\d+)*|(?<![\w.])\.\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<space>\s+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
NUMBER, WORD, MARK = "number", "word", "mark"


@dataclass(frozen=True, slots=True)
class Lexeme:
    """start, end: offsets in the sentence. tight: nothing stands between it and the lexeme before."""

    text: str
    low: str
    start: int
    end: int
    kind: str
    tight: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as lexemes, with the words of its language at hand."""

    sentence: Sentence
    source: str
    language: str
    lexemes: tuple[Lexeme, ...]
    lows: tuple[str, ...]
    tokens: tuple[Token | None, ...]

    def words(self, part: str) -> ModuleType:
        return lexicon(self.language, part)

    def low(self, index: int) -> str:
        """The lower-case form of a lexeme, "" outside the sentence."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def kind(self, index: int) -> str:
        return self.lexemes[index].kind if 0 <= index < len(self.lexemes) else ""

    def tight(self, index: int) -> bool:
        """Whether a lexeme stands right behind the one before; False outside the sentence."""
        return 0 < index < len(self.lexemes) and self.lexemes[index].tight

    def longest_at(self, index: int, phrases: Container[tuple[str, ...]], longest: int) -> int:
        """How many lexemes from index on make the longest of the phrases; 0 where none does."""
        for length in range(min(longest, len(self.lows) - index), 0, -1):
            if self.lows[index : index + length] in phrases:
                return length
        return 0

    def longest_before(self, index: int, phrases: Container[tuple[str, ...]], longest: int) -> int:
        """How many lexemes right before index make the longest of the phrases; 0 where none does."""
        for length in range(min(longest, index), 0, -1):
            if self.lows[index - length : index] in phrases:
                return length
        return 0

    def token(self, index: int) -> Token | None:
        """The parser's token that covers the beginning of a lexeme."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def pos(self, index: int) -> str:
        """The part of speech that the parser gives the word at a lexeme, "" where there is none."""
        token = self.token(index)
        return token.pos_ if token is not None else ""

    def end_of(self, token: Token, index: int) -> int:
        """The lexeme behind a token of the parser of which the lexeme at index is a part ("U.S." is four)."""
        end = token.idx + len(token.text)
        while index < len(self.lexemes) and self.lexemes[index].start < end:
            index += 1
        return index

    def span(self, first: int, end: int) -> Span:
        """The offsets in the part's text of the lexemes first to end, end excluded."""
        base = self.sentence.span.start
        return Span(base + self.lexemes[first].start, base + self.lexemes[end - 1].end)

    def text(self, first: int, end: int) -> str:
        """The words of the lexemes first to end as the text has them, end excluded; "" where there are none."""
        end = min(end, len(self.lexemes))
        if first >= end:
            return ""
        return self.source[self.lexemes[first].start : self.lexemes[end - 1].end]


@cache
def _gate(language: str) -> re.Pattern[str]:
    numbers, bounds = lexicon(language, "numbers"), lexicon(language, "bounds")
    words = "|".join(sorted(map(re.escape, numbers.GATE_WORDS), key=len, reverse=True))
    endings = "|".join(map(re.escape, numbers.GATE_ENDINGS))
    singles = "|".join(sorted({re.escape(phrase[-1]) for phrase in bounds.BEFORE if phrase[-1].isalpha()}))
    articles = "|".join(map(re.escape, sorted(numbers.ARTICLES)))
    more = "|".join(sorted(r"\s+".join(map(re.escape, phrase)) for phrase in bounds.ONE_MORE))
    single = rf"(?:{singles})\s+(?:{articles})|{more}"
    return re.compile(
        rf"\d|[½⅓⅔¼¾⅕-⅞]|(?<![^\W_])(?:{words}|{single})(?![^\W_])|(?:{endings})(?![^\W_])", re.IGNORECASE
    )


def may_hold_a_number(text: str, language: str) -> bool:
    """One cheap scan: whether a sentence has a digit or a number word at all."""
    return _gate(language).search(text) is not None


def cut(sentence: Sentence, language: str) -> Line:
    """The lexemes of a sentence."""
    found = []
    tight = False
    source = sentence.text
    for match in _LEXEME.finditer(source):
        kind = match.lastgroup or MARK
        if kind == "space":
            tight = False
            continue
        text = match.group()
        found.append(Lexeme(text, text.lower(), match.start(), match.end(), kind, tight))
        tight = True
    tokens = tuple(_tokens(sentence, found))
    return Line(sentence, source, language, tuple(found), tuple(lexeme.low for lexeme in found), tokens)


def _tokens(sentence: Sentence, lexemes: Iterable[Lexeme]) -> Iterator[Token | None]:
    """The parser's token over the beginning of each lexeme."""
    tokens = iter(sentence.doc)
    token = next(tokens, None)
    for lexeme in lexemes:
        while token is not None and token.idx + len(token.text) <= lexeme.start:
            token = next(tokens, None)
        yield token if token is not None and token.idx <= lexeme.start else None
