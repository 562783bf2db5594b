"""Finds in a sentence who is credited with what: a cue, its source and the stretch of text that it covers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

from spacy.tokens import Token

from claims.engine.extract.tree import child, children, subject
from claims.engine.lexicon import lexicon
from claims.engine.parse import Sentence

_VERBAL = frozenset(("VERB", "AUX"))
_CLAUSAL = frozenset(("ccomp", "xcomp", "parataxis"))
_MARKS = frozenset(",—–-“”\"'‘’:;)")


@dataclass(frozen=True, slots=True)
class Credit:
    """A cue with its source and the words that it credits, as token indices of one sentence.

    first, last: of the credited words; first > last where there are none in the sentence. frame: the letter of the
    lexicon that fits. before: the words stand before the cue. verb: the cue's head.
    """

    verb: Token
    cue: tuple[int, int]
    source: Token | None
    first: int
    last: int
    frame: str
    before: bool
    denied: bool
    asserted: bool
    rule: str

    @property
    def empty(self) -> bool:
        return self.first > self.last


class Reader:
    """Reads the credits of sentences of one language."""

    def __init__(self, language: str) -> None:
        self.cues: ModuleType = lexicon(language, "cues")
        self.verbs: Mapping[str, str] = self.cues.VERBS

    def read(self, sentence: Sentence) -> list[Credit]:
        """All credits of a sentence in the order of their cues."""
        found: list[Credit] = []
        floor = 0
        for token in sentence.doc:
            credit = self._credit(token, floor)
            if credit is None:
                continue
            found.append(credit)
            if credit.before and not credit.empty:
                floor = credit.cue[1] + 1
        return found

    def _credit(self, token: Token, floor: int) -> Credit | None:
        if token.lower_ in self.cues.ACCORDING:
            return self._according(token, floor)
        if token.pos_ not in _VERBAL:
            return None
        letters = self.verbs.get(token.lemma_.lower())
        if letters is None or token.dep_ in ("amod", "compound"):
            return None
        return self._verb(token, letters, floor)

    def _according(self, token: Token, floor: int) -> Credit | None:
        preposition = token.nbor(1) if token.i + 1 < len(token.doc) else None
        if preposition is None or preposition.lower_ not in self.cues.ACCORDING[token.lower_]:
            return None
        source = child(preposition, "pobj", "pcomp")
        if source is None:
            return None
        if token.i - floor >= 2 or (token.i > floor and floor > 0):
            first, last, before = _left(token.doc, floor, token.i - 1), token.i - 1, True
            last = _trim(token.doc, first, last)
        else:
            first, last, before = source.right_edge.i + 1, _sentence_last(token.doc), False
            first = _skip_marks(token.doc, first, last)
        return Credit(token, (token.i, preposition.i), source, first, last, "c", before, False, True, "attribution.according_to")

    def _verb(self, verb: Token, letters: str, floor: int) -> Credit | None:
        source, rule = self.source(verb)
        if source is None:
            return None
        asserted = self._asserted(verb)
        cue = _cue(verb)
        edge = min(cue[0], source.left_edge.i) if source.i < verb.i else cue[0]
        if source.i > verb.i:
            right = source.right_edge.i + 1
        else:
            right = cue[1] + 1
        denied = "d" in letters
        if edge > floor and self._postposed(verb, source, edge, right, floor):
            first = _left(verb.doc, floor, edge - 1)
            last = _trim(verb.doc, first, edge - 1)
            if last >= first:
                return Credit(verb, cue, source, first, last, "c", True, denied, asserted, rule)
        found = self._after(verb, letters, source)
        if found is None:
            return Credit(verb, cue, source, 1, 0, "q", False, denied, asserted, rule)
        first, last, frame = found
        return Credit(verb, cue, source, first, last, frame, False, denied, asserted, rule)

    def source(self, verb: Token) -> tuple[Token | None, str]:
        """The head of the noun phrase that says it, and the rule that found it."""
        agent = child(verb, "agent")
        if agent is not None:
            return child(agent, "pobj"), "attribution.passive"
        if child(verb, "auxpass") is not None or subject_is_passive(verb):
            return None, ""
        own = subject(verb)
        if own is not None and own.dep_ in ("nsubj",):
            return self._antecedent(verb, own), "attribution.verb"
        if own is not None:
            return None, ""
        return self._inherited(verb), "attribution.participle"

    def _antecedent(self, verb: Token, own: Token) -> Token:
        if own.lower_ in self.cues.PRONOUNS_OF_RELATION and verb.dep_ == "relcl":
            return verb.head
        return own

    def _inherited(self, verb: Token) -> Token | None:
        """The subject of the verb that this one hangs on."""
        at = verb
        for _ in range(4):
            if at.dep_ == "acl":
                return at.head if at.tag_ == "VBG" else None
            if at.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep", "dep") or at.head is at:
                return None
            if at.dep_ == "conj" and at.head.pos_ not in _VERBAL:
                return None
            at = at.head
            if at.pos_ in _VERBAL:
                own = subject(at)
                if own is not None:
                    return self._antecedent(at, own)
        return None

    def _asserted(self, verb: Token) -> bool:
        for one in verb.children:
            if one.i < verb.i and (one.lower_ in self.cues.UNREAL or one.dep_ == "neg" or one.lower_ in self.cues.NEGATIONS):
                return False
            if one.dep_ == "mark" and one.lower_ in ("if", "whether", "unless"):
                return False
        return True

    def _postposed(self, verb: Token, source: Token, edge: int, right: int, floor: int) -> bool:
        """Whether the credited words stand before the cue: "..., police said"."""
        doc = verb.doc
        if doc[edge - 1].text not in _MARKS:
            return False
        has_clause_left = any(one.dep_ in _CLAUSAL and one.i < verb.i for one in verb.children)
        parenthetical = verb.dep_ in ("parataxis", "ccomp") and verb.head.i < edge
        follows = next((one for one in verb.children if one.i >= right and one.dep_ in ("ccomp", "xcomp")), None)
        if follows is not None and doc[right].text not in ",":
            return False
        return has_clause_left or parenthetical or doc[edge - 1].text in "”\"'’" or _closed(doc, right)

    def _after(self, verb: Token, letters: str, source: Token) -> tuple[int, int, str] | None:
        """The credited words after the cue, and the frame that fits."""
        start = None
        frame = ""
        for one in verb.rights:
            if one is source or one.dep_ in ("punct", "agent", "prt"):
                continue
            frame = self._frame(one, letters)
            if frame:
                start = one
                break
        if start is None:
            return None
        first = start.left_edge.i
        last = self._right_end(verb, first)
        return (first, last, frame) if last >= first else None

    def _frame(self, one: Token, letters: str) -> str:
        if one.dep_ in ("ccomp", "xcomp"):
            infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in one.children)
            if not infinitive and "c" in letters:
                return "c"
            if not infinitive and "o" in letters:
                return "o"
            if infinitive and "t" in letters:
                return "t"
            if infinitive and "i" in letters:
                return "i"
            if "k" in letters:
                return "k"
            if "n" in letters and not infinitive:
                return "n"
        if one.dep_ in ("dobj", "oprd", "attr") and ("n" in letters or "k" in letters or "b" in letters):
            return "n" if "n" in letters else "k" if "k" in letters else "b"
        return ""

    def _right_end(self, verb: Token, first: int) -> int:
        """Where the words after a cue end: at the edge of its clause, or before the next credit of the same voice."""
        last = verb.right_edge.i
        for one in verb.rights:
            if one.i > first and one.dep_ in ("conj", "advcl") and (one.dep_ == "conj" or self._is_cue(one)):
                last = min(last, one.left_edge.i - 1)
        doc = verb.doc
        for at in range(first + 1, last + 1):
            if doc[at].tag_ == "VBG" and doc[at - 1].text == "," and self._is_cue(doc[at]):
                last = at - 1
                break
        while last >= first and (doc[last].is_punct and doc[last].text not in "”\")%’'…]" or doc[last].dep_ == "cc"):
            last -= 1
        return last

    def _is_cue(self, token: Token) -> bool:
        letters = self.verbs.get(token.lemma_.lower(), "")
        return "c" in letters or "o" in letters


def subject_is_passive(verb: Token) -> bool:
    return any(one.dep_ == "nsubjpass" for one in verb.children)


def _cue(verb: Token) -> tuple[int, int]:
    particle = child(verb, "prt")
    last = particle.i if particle is not None and particle.i == verb.i + 1 else verb.i
    return verb.i, last


def _closed(doc: Sequence[Token], right: int) -> bool:
    return right >= len(doc) or doc[right].text in (".", ",", ";", "—", "–", "!", "?")


def _left(doc: Sequence[Token], floor: int, last: int) -> int:
    """The first word of what stands before a cue, behind the credit before it."""
    at = floor
    while at < last and (doc[at].is_punct and doc[at].text not in "“\"'‘([" or (floor > 0 and doc[at].dep_ == "cc")):
        at += 1
    return at


def _trim(doc: Sequence[Token], first: int, last: int) -> int:
    while last >= first and doc[last].text in (",", "—", "–", "-", ";", ":"):
        last -= 1
    return last


def _skip_marks(doc: Sequence[Token], first: int, last: int) -> int:
    while first < last and doc[first].text in (",", "—", "–", "-", ":"):
        first += 1
    return first


def _sentence_last(doc: Sequence[Token]) -> int:
    last = len(doc) - 1
    while last > 0 and doc[last].text in (".", "!", "?"):
        last -= 1
    return last


def finite(tokens: Iterator[Token]) -> bool:
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in tokens)


__all__ = ["Credit", "Reader", "children", "finite"]
