"""How quotations stand to a cue. quoted: for each token, the quotation that it stands in."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claims.engine.extract.tree import FINITE

Stretch = tuple[int, int]

PAUSES = frozenset((",", "—", "–", "-", ";", ":", "--"))
# Between a cue and the quotation that it opens, in tokens.
_LONGEST_LEAD = 10
# With the marks, two words in them.
_FEW = 5


def quote_start(doc: Doc, quoted: Sequence[int | None], floor: int, end: int) -> int:
    """Of "She scolded him: “...,” she said" only the quotation stands before the cue."""
    at = end - 1
    while at > floor and quoted[at] is None and doc[at].text in PAUSES:
        at -= 1
    if quoted[at] is None:
        return floor
    start = at
    while start > floor and quoted[start - 1] == quoted[at]:
        start -= 1
    return start if start > floor and doc[start - 1].text == ":" else floor


def names_subject(verb: Token, quoted: Sequence[int | None], own: Stretch, left: Stretch) -> bool:
    """Whether few words in marks belong to the subject behind them: "the “concession” wagon offered"."""
    doc, at = verb.doc, own[0] - 1
    if quoted[at] is None or verb.i == own[0] or doc[at - 1].text in ",?!.…":
        return False
    return sum(quoted[place] == quoted[at] for place in range(max(left[0], at - _FEW), at + 1)) < _FEW


def opens_marks(verb: Token, quoted: Sequence[int | None], end: int) -> bool:
    """Whether a quotation begins behind a cue that ends at a token: "said: “...”", "telling us, “They are ...”"."""
    doc = verb.doc
    for at in range(end + 1, min(len(doc), end + _LONGEST_LEAD)):
        if quoted[at] is not None:
            near = at == end + 2 or (at == end + 1 and verb.tag_ == "VBG")
            first = doc[at + 1] if at + 1 < len(doc) and doc[at].is_punct else doc[at]
            return (near or first.text[:1].isupper()) and (at == end + 1 or doc[at - 1].text in ",:")
        if doc[at].text in ",:;" and quoted[at + 1 : at + 2] in ([], [None]):
            return False
        if doc[at].tag_ in FINITE or doc[at].tag_ in ("VBG", "VBN"):
            return False
    return False
