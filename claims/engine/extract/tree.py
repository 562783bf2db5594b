"""What the extractors ask of a sentence's dependency tree."""

from spacy.tokens import Doc, Token

_CORE = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "case", "nn"))
_WHOLE = frozenset(("poss", "compound", "nmod", "amod", "nummod"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
PROPER = frozenset(("NNP", "NNPS"))
VERBAL = frozenset(("VERB", "AUX"))
FINAL = frozenset(".!?…")


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these relations, or None."""
    return next((one for one in token.children if one.dep_ in deps), None)


def noun_start(head: Token) -> Token:
    """The first token of a noun's phrase, without what only hangs on it from afar."""
    first = head
    for one in reversed(list(head.lefts)):
        if one.dep_ not in _CORE:
            break
        first = one.left_edge if one.dep_ in _WHOLE else one
    return first


def noun_end(head: Token) -> Token:
    """The last token of a noun's phrase with the "of" and "at" that follow, without appositions and clauses."""
    last = head
    for one in head.rights:
        if one.i != last.i + 1 or one.dep_ not in ("prep", "amod"):
            break
        last = one.right_edge
    return last


def text_between(doc: Doc, first: Token, last: Token) -> str:
    """The letters from one token to another, both included."""
    return str(doc.text[first.idx : last.idx + len(last.text)])


def sentence_last(doc: Doc) -> int:
    """The last token before the marks that end a sentence."""
    last = len(doc) - 1
    while last > 0 and doc[last].text in FINAL:
        last -= 1
    return last


def has_finite(doc: Doc, first: int, last: int) -> bool:
    """Whether a verb with a tense stands between two tokens, both included."""
    return any(doc[at].tag_ in FINITE for at in range(first, last + 1))
