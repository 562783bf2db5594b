"""What a writer adds at the end of reported words: asides, background, the next voice."""

from collections.abc import Sequence
from types import ModuleType

from spacy.tokens import Doc, Token

from claims.engine.extract.tree import FINITE, child, has_finite, sentence_last

_RELATIVE = frozenset(("WDT", "WP", "WRB", "WP$"))
# "Just two and a half days after".
_LONGEST_TIME = 5
_PAST = frozenset(("VBD", "VBG", "VBN"))


class Asides:
    """Cuts such endings off in sentences of one language. quoted: for each token, the quotation that it stands in."""

    def __init__(self, cues: ModuleType) -> None:
        self.cues = cues

    def cut(self, verb: Token, first: int, last: int, quoted: Sequence[int | None]) -> int:
        """The last token of the words of a verb that begin at first, last being where its clause ends."""
        last = self._before_aside(verb.doc, first, min(last, sentence_last(verb.doc)), quoted)
        if verb.tag_ in _PAST and quoted[last] is None:
            last = self._before_background(verb.doc, first, last)
        return self._before_other_voice(verb.doc, first, last, quoted)

    def _before_aside(self, doc: Doc, first: int, last: int, quoted: Sequence[int | None]) -> int:
        """Leaves out ", where he trailed her" at the end, which the writer adds, unless words in marks stand in it."""
        for at in range(first + 3, last):
            if doc[at - 1].text == "," and self._is_aside(doc[at], last):
                said = any(quoted[place] is not None for place in range(at, last + 1))
                return at - 1 if not said and has_finite(doc, first, at - 2) else last
        return last

    def _is_aside(self, word: Token, last: int) -> bool:
        """Whether a relative clause begins here and reaches to the end, or a noun with one: "the dam, a wall that"."""
        doc, head = word.doc, word.head
        if self._is_when(word) or self._is_what_he_did(word):
            return True
        if word.tag_ in _RELATIVE:
            end = head.right_edge.i
            return all(doc[at].tag_ not in FINITE or doc[at].dep_ == "advcl" for at in range(end + 1, last + 1))
        apposed = word.lower_ in self.cues.INDEFINITE and head.dep_ == "appos" and head.left_edge.i == word.i
        return apposed and child(head, "relcl") is not None and head.head.right_edge.i >= last

    def _is_when(self, word: Token) -> bool:
        """Whether the writer says here how long before or after something else it was: "five days after she"."""
        ahead = word.doc[word.i + 1 : word.i + _LONGEST_TIME]
        counted = word.tag_ == "CD" or word.lower_ in self.cues.INDEFINITE
        noun = next((one for one in ahead if one.tag_ in ("NN", "NNS")), None)
        apart = noun is not None and noun.i + 1 < len(word.doc) and noun.nbor(1).lower_ in self.cues.APART
        return counted and apart and noun is not None and noun.lemma_.lower() in self.cues.SPANS_OF_TIME

    def _is_what_he_did(self, word: Token) -> bool:
        """Whether the writer says here what a speaker did or went against: "having denied it", "contradicting"."""
        has_done = word.lower_ in self.cues.HAVING and word.head.tag_ == "VBN"
        return has_done or word.lower_ in self.cues.AGAINST

    def _before_background(self, doc: Doc, first: int, last: int) -> int:
        """Of "said it had warned them before a fire that killed nine" the fire is what the writer says.

        Tenses tell: what was reported stands one step back, "had warned", and what the writer adds does not.
        """
        back = next((at for at in range(first, last) if doc[at].lower_ in self.cues.STEP_BACK), last)
        for at in range(max(first + 3, back + 1), last):
            clause = doc[at].head
            restricts = doc[at].tag_ in _RELATIVE and clause.dep_ == "relcl" and doc[at - 1].text != ","
            stepped = any(one.lower_ in self.cues.STEP_BACK for one in clause.lefts)
            ends = restricts and clause.right_edge.i >= last and clause.tag_ in _PAST and not stepped
            if ends and self._is_new(clause.head):
                return at - 1
        return last

    def _is_new(self, noun: Token) -> bool:
        """Whether a noun behind a preposition is news to the reader: "in a fire", "before an outbreak of fever"."""
        new = any(one.lower_ in self.cues.INDEFINITE for one in noun.lefts)
        while noun.dep_ == "pobj" and noun.head.lower_ in self.cues.OF:
            noun = noun.head.head
            new = new or any(one.lower_ in self.cues.INDEFINITE for one in noun.lefts)
        return new and noun.dep_ == "pobj"

    def _before_other_voice(self, doc: Doc, first: int, last: int, quoted: Sequence[int | None]) -> int:
        """Behind a semicolon another voice may begin: "...; we put it at 20"."""
        for at in range(first + 1, last):
            if doc[at].text != ";" or quoted[at] is not None:
                continue
            for other in doc[at + 1 : last + 1]:
                speaks = other.tag_ in FINITE and other.lemma_.lower() in self.cues.VERBS
                own = child(other, "nsubj") if speaks else None
                if own is not None and own.left_edge.i == at + 1:
                    return at - 1
        return last
