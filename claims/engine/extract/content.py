"""Finds the words that a cue credits: before it or after it, and where they begin and end."""

from collections.abc import Sequence
from types import ModuleType

from spacy.tokens import Doc, Token

from claims.engine.extract.tree import child, has_finite, sentence_last

Stretch = tuple[int, int]

_CLOSING = frozenset("”\"’'»)")
_PAUSES = frozenset((",", "—", "–", "-", ";", ":", "--"))
_CLAUSAL = frozenset(("ccomp", "xcomp"))


class Contents:
    """Looks for credited words in sentences of one language."""

    def __init__(self, cues: ModuleType) -> None:
        self.cues = cues

    def of(
        self, verb: Token, letters: str, quoted: Sequence[int | None], own: Stretch, floor: int
    ) -> tuple[tuple[Stretch, ...], str, bool]:
        """The stretches credited by a verb, the letter of the frame that fits, and whether they stand before it.

        own: from the first to the last token of source and cue. floor: where what stands before may begin.
        """
        doc = verb.doc
        left = self.left(doc, floor, own[0]) if own[0] > floor else None
        if left is not None and self._postposed(verb, quoted, own, left):
            rest = self._rest(doc, quoted, left, own[1])
            return ((left, rest) if rest else (left,)), ("c" if "c" in letters or "o" in letters else "q"), True
        found = self._after(verb, letters, own)
        if found is None:
            return (), "q", False
        (first, last), frame = found
        return ((first, last),), frame, False

    def left(self, doc: Doc, floor: int, end: int) -> Stretch | None:
        """What stands before a cue that begins at token end, behind the credit before it."""
        first, last = floor, end - 1
        while last >= first and doc[last].text in _PAUSES:
            last -= 1
        while first <= last and (
            doc[first].text in _PAUSES or doc[first].text in _CLOSING and floor > 0 or (floor > 0 and doc[first].dep_ == "cc")
        ):
            first += 1
        return (first, last) if first <= last and end - 1 >= 0 else None

    def _postposed(self, verb: Token, quoted: Sequence[int | None], own: Stretch, left: Stretch) -> bool:
        """Whether the credited words stand before the cue: "..., police said"."""
        doc = verb.doc
        before = doc[own[0] - 1]
        if before.text not in _PAUSES and before.text not in _CLOSING and quoted[before.i] is None:
            return False
        at_quote = quoted[own[0] - 1] is not None or (quoted[left[1]] is not None and quoted[verb.i] is None)
        follows = next((one for one in verb.rights if one.i > own[1] and one.dep_ in _CLAUSAL), None)
        closed = own[1] + 1 >= len(doc) or doc[own[1] + 1].text in _PAUSES or doc[own[1] + 1].is_sent_end or doc[own[1] + 1].is_punct
        if at_quote and (closed or follows is None):
            return True
        if not has_finite(doc, *left) and not (closed and follows is None):
            return False
        if follows is not None and not closed:
            return False
        clause = any(one.dep_ in _CLAUSAL and one.i < verb.i for one in verb.children)
        parenthetical = verb.dep_ in ("parataxis", "ccomp") and verb.head.i < own[0]
        return clause or parenthetical or closed

    def _rest(self, doc: Doc, quoted: Sequence[int | None], left: Stretch, end: int) -> Stretch | None:
        """The second half of a sentence that the cue cuts in two: "Turnout, police said, was high"."""
        if has_finite(doc, *left) or quoted[left[1]] is not None:
            return None
        first, last = end + 1, sentence_last(doc)
        if first > last or doc[first].text not in _PAUSES:
            return None
        return (first + 1, last) if first + 1 <= last and has_finite(doc, first + 1, last) else None

    def _after(self, verb: Token, letters: str, own: Stretch) -> tuple[Stretch, str] | None:
        """The credited words after the cue, and the frame that fits."""
        addressee = None
        for one in verb.rights:
            if own[0] <= one.i <= own[1] or one.dep_ in ("punct", "agent", "prt"):
                continue
            frame = self._frame(one, letters, addressee)
            if frame:
                first = one.left_edge.i
                last = self._clause_end(verb, first) if frame in "coti" else self._phrase_end(verb, one)
                return ((first, last), frame) if last >= first else None
            if one.dep_ in ("dobj", "dative"):
                addressee = one
        return None

    def _frame(self, one: Token, letters: str, addressee: Token | None) -> str:
        if one.dep_ in _CLAUSAL:
            return self._clause_frame(one, letters, addressee)
        if one.dep_ in ("dobj", "oprd", "attr", "npadvmod") and one.tag_ != "PRP":
            wanted = "nks" if one.dep_ != "npadvmod" else ""
            return next((letter for letter in wanted if letter in letters), "") or ("b" if "b" in letters else "")
        if one.dep_ == "dobj":
            return next((letter for letter in "kb" if letter in letters), "")
        return ""

    def _clause_frame(self, one: Token, letters: str, addressee: Token | None) -> str:
        infinitive = any(aux.tag_ == "TO" for aux in one.children if aux.dep_ == "aux")
        if infinitive:
            if "t" in letters:
                return "t"
            has_addressee = addressee is not None or child(one, "nsubj") is not None
            return "i" if "i" in letters and has_addressee else "s" if "s" in letters else ""
        return next((letter for letter in "conks" if letter in letters), "")

    def _clause_end(self, verb: Token, first: int) -> int:
        """Where a credited clause ends: at the edge of its verb's, or before the next cue of the same voice."""
        doc = verb.doc
        last = verb.right_edge.i
        for one in verb.rights:
            if one.i > first and (one.dep_ == "conj" or (one.dep_ == "advcl" and self._is_cue(one))):
                last = min(last, one.left_edge.i - 1)
        for at in range(first + 1, last + 1):
            if doc[at].tag_ == "VBG" and doc[at - 1].text == "," and self._is_cue(doc[at]):
                last = at - 1
                break
        return self._trimmed(doc, first, last)

    def _phrase_end(self, verb: Token, one: Token) -> int:
        """Where a credited noun ends, with what it is called or blamed for."""
        last = one.right_edge.i
        for more in verb.rights:
            if more.i == last + 1 and more.dep_ in ("prep", "oprd", "xcomp", "ccomp", "acomp"):
                last = more.right_edge.i
        return self._trimmed(verb.doc, one.left_edge.i, last)

    def _trimmed(self, doc: Doc, first: int, last: int) -> int:
        while last >= first and ((doc[last].is_punct and doc[last].text not in "”\")%’'…]") or doc[last].dep_ == "cc"):
            last -= 1
        return last

    def _is_cue(self, token: Token) -> bool:
        letters = self.cues.VERBS.get(token.lemma_.lower(), "")
        return "c" in letters or "o" in letters
