"""What the extractors ask of a sentence's dependency tree."""

from collections.abc import Iterator

from spacy.tokens import Token

from claims.engine.parse import Sentence
from claims.engine.records import Span

_CORE = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "case"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations, or None."""
    return next((one for one in token.children if one.dep_ in deps), None)


def children(token: Token, *deps: str) -> Iterator[Token]:
    return (one for one in token.children if one.dep_ in deps)


def subject(verb: Token) -> Token | None:
    return child(verb, *_SUBJECTS)


def noun_start(head: Token) -> Token:
    """The first token of a noun's phrase, without what only hangs on it from afar."""
    first = head
    for one in reversed(list(head.lefts)):
        if one.dep_ not in _CORE:
            break
        first = one.left_edge if one.dep_ in ("poss", "compound", "nmod", "amod", "nummod") else one
    return first


def noun_end(head: Token) -> Token:
    """The last token of a noun's phrase with the "of" and "at" that follow, without appositions and clauses."""
    last = head
    for one in head.rights:
        if one.i != last.i + 1 or one.dep_ not in ("prep", "amod"):
            break
        last = one.right_edge
    return last


def text_between(sentence: Sentence, first: Token, last: Token) -> str:
    return sentence.doc.text[first.idx : last.idx + len(last.text)]


def span_between(sentence: Sentence, first: Token, last: Token) -> Span:
    return sentence.span_of(first, last)
