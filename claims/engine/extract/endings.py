"""Where the words that a cue credits end."""

from collections.abc import Sequence
from types import ModuleType

from spacy.tokens import Doc, Token

from claims.engine.extract.asides import Asides
from claims.engine.extract.tree import FINITE, child

_COMPLEMENTS = frozenset(("prep", "oprd", "xcomp", "ccomp", "acomp", "advmod", "dobj", "npadvmod", "attr"))


class Endings:
    """Finds the last token of credited words in sentences of one language."""

    def __init__(self, cues: ModuleType) -> None:
        self.cues = cues
        self.asides = Asides(cues)

    def of_clause(self, verb: Token, first: int, quoted: Sequence[int | None]) -> int:
        """Where a credited clause ends: at the edge of its verb's, or before the next cue of the same voice."""
        doc = verb.doc
        last = verb.right_edge.i
        for one in verb.rights:
            apart = one.dep_ == "advcl" and self._is_cue(one)
            ends = apart or (one.dep_ == "conj" and self._leaves(one, verb))
            if one.i > first and ends:
                last = min(last, one.left_edge.i - 1)
        for at in range(first + 1, last + 1):
            end = self._next_voice(verb, doc[at], first)
            if end is not None:
                last = end
                break
        return self.trimmed(doc, first, self.asides.cut(verb, first, last, quoted))

    def of_rest(self, doc: Doc, first: int, last: int) -> int:
        """Where words behind a cue in mid-sentence end: at the sentence's, or before another cue behind a comma."""
        for at in range(first + 1, last + 1):
            own = self._is_cue(doc[at]) and (doc[at].tag_ == "VBG" or child(doc[at], "nsubj") is not None)
            start = doc[at].i if doc[at].tag_ == "VBG" else doc[at].left_edge.i
            if own and start > first and doc[start - 1].text in (",", "—", "–"):
                last = start - 1
                break
        return self.trimmed(doc, first, last)

    def _leaves(self, other: Token, verb: Token) -> bool:
        """Whether a second verb is the writer's: not that of "said it was sorry and had paid", which is reported."""
        reported = any(one.lower_ in self.cues.BACKSHIFTED and one.dep_ == "aux" for one in other.children)
        return not (reported and verb.tag_ == "VBD" and child(other, "nsubj") is None)

    def _next_voice(self, verb: Token, other: Token, first: int) -> int | None:
        """Where the words of a verb end because another cue begins there, or None where a token is no such cue."""
        doc = verb.doc
        if not self._is_cue(other):
            return None
        if other.tag_ == "VBG":
            parts = doc[other.i - 1].text == "," or (
                verb.tag_ == "VBD" and doc[other.i - 1].lower_ in self.cues.PARTING
            )
            return other.i - 1 - (doc[other.i - 1].text != ",") if parts and other.i - 2 > first else None
        if other.tag_ not in FINITE or other.dep_ not in ("conj", "advcl"):
            return None
        start = other.left_edge.i
        if child(other, "nsubj") is not None:
            apart = start > first and (
                doc[start - 1].text == "," or (doc[start - 1].dep_ == "cc" and doc[start - 2].text == ",")
            )
            return start - 1 if apart else None
        goes_on = other.dep_ == "conj" and other.tag_ == verb.tag_ and child(other, "ccomp", "xcomp") is not None
        return other.i - 1 if goes_on and other.head.i != verb.i else None

    def of_phrase(self, verb: Token, one: Token) -> int:
        """Where a credited noun ends, with what it is called or blamed for."""
        doc, last = verb.doc, one.right_edge.i
        for more in verb.rights:
            if more.i <= last:
                continue
            start = last + 1
            while (
                start < more.left_edge.i and doc[start].is_punct and (doc[start].text != "," or more.dep_ == "advmod")
            ):
                start += 1
            if start == more.left_edge.i and more.dep_ in _COMPLEMENTS:
                last = more.right_edge.i
        return self.trimmed(verb.doc, one.left_edge.i, last)

    def trimmed(self, doc: Doc, first: int, last: int) -> int:
        while last >= first and ((doc[last].is_punct and doc[last].text not in "”\")%’'…]") or doc[last].dep_ == "cc"):
            last -= 1
        return last

    def _is_cue(self, token: Token) -> bool:
        letters = self.cues.VERBS.get(token.lemma_.lower(), "")
        return "c" in letters or "o" in letters
