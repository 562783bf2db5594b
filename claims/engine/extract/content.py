"""Finds the words that a cue credits: before it or after it, and where they begin and end."""

from collections.abc import Sequence
from types import ModuleType

from spacy.tokens import Doc, Token

from claims.engine.extract.endings import Endings
from claims.engine.extract.frames import CLAUSAL, Frames
from claims.engine.extract.openings import PAUSES, Stretch, names_subject, opens_marks, quote_start
from claims.engine.extract.passives import Passives
from claims.engine.extract.tree import FINITE, child, has_finite, sentence_last

_CLOSING = frozenset("”\"’'»)")
# "Said", "late on Thursday night", and a comma.
_LONGEST_TIME = 6


class Contents:
    """Looks for credited words in sentences of one language."""

    def __init__(self, cues: ModuleType) -> None:
        self.cues = cues
        self.endings = Endings(cues)
        self.frames = Frames(cues)
        self.passives = Passives(cues, self.endings)

    def of(
        self, verb: Token, letters: str, quoted: Sequence[int | None], own: Stretch, floor: int
    ) -> tuple[tuple[Stretch, ...], str, bool]:
        """The stretches credited by a verb, the letter of the frame that fits, and whether they stand before it.

        own: from the first to the last token of source and cue. floor: where what stands before may begin.
        """
        doc = verb.doc
        named = self._what(doc, own) if "c" in letters else None
        if named is not None:
            return (named,), "c", False
        passive = self.passives.of(verb, letters, quoted)
        if passive is not None:
            return passive, "n", True
        floor = quote_start(doc, quoted, floor, own[0])
        left = self.left(doc, floor, own[0]) if own[0] > floor and any(one in letters for one in "coqk") else None
        if left is not None and self._postposed(verb, letters, quoted, own, left):
            rest = self._rest(doc, quoted, left, own[1])
            return ((left, rest) if rest else (left,)), ("c" if "c" in letters or "o" in letters else "q"), True
        found = self._after(verb, letters, own, quoted)
        if found is None and doc[own[0]].lower_ in self.cues.AS_WORDS and "c" in letters:
            found = self._behind(doc, own[1])
        if found is None and "c" in letters:
            found = self._remainder(verb, quoted, own[1])
        if found is None:
            return (), "q", False
        (first, last), frame = found
        while last + 1 < len(doc) and quoted[last] is not None and quoted[last + 1] == quoted[last]:
            last += 1
        if first > 0 and quoted[first] is not None and quoted[first - 1] == quoted[first] and doc[first - 1].is_punct:
            first -= 1
        return ((first, last),), frame, False

    def _what(self, doc: Doc, own: Stretch) -> Stretch | None:
        """Of "in what doctors fear could become an epidemic" the words behind the cue."""
        first = own[1] + 1
        if own[0] == 0 or doc[own[0] - 1].lower_ not in self.cues.WHAT or first >= len(doc):
            return None
        verb = doc[first].head if doc[first].dep_ in ("aux", "auxpass", "neg") else doc[first]
        if doc[first].tag_ not in FINITE or verb.i < first:
            return None
        return first, self.endings.trimmed(doc, first, min(verb.right_edge.i, sentence_last(doc)))

    def left(self, doc: Doc, floor: int, end: int) -> Stretch | None:
        """What stands before a cue that begins at token end, behind the credit before it."""
        first, last = floor, end - 1
        while last >= first and doc[last].text in PAUSES:
            last -= 1
        while first <= last and (
            doc[first].text in PAUSES
            or (doc[first].text in _CLOSING and floor > 0)
            or (floor > 0 and doc[first].dep_ == "cc")
        ):
            first += 1
        return (first, last) if first <= last and end - 1 >= 0 else None

    def _postposed(self, verb: Token, letters: str, quoted: Sequence[int | None], own: Stretch, left: Stretch) -> bool:
        """Whether the credited words stand before the cue: "..., police said"."""
        doc = verb.doc
        before = doc[own[0] - 1]
        if before.text not in PAUSES and before.text not in _CLOSING and quoted[before.i] is None:
            return False
        if names_subject(verb, quoted, own, left):
            return False
        at_quote = quoted[own[0] - 1] is not None or (quoted[left[1]] is not None and quoted[verb.i] is None)
        follows = next((one for one in verb.rights if one.i > own[1] and one.dep_ in CLAUSAL), None)
        closed = _closed(doc, self._behind_time(doc, own[1]))
        whole = quoted[left[0]] is not None and quoted[left[0]] == quoted[left[1]]
        if at_quote and (closed or follows is None or whole):
            return True
        clausal = any(one in letters for one in "co")
        opens = opens_marks(verb, quoted, own[1])
        if ((opens or not clausal) and not at_quote) or (before.text == ";" and not closed):
            return False
        if (follows is not None and not closed) or not (has_finite(doc, *left) or (closed and follows is None)):
            return False
        clause = any(one.dep_ in CLAUSAL and one.i < verb.i for one in verb.children)
        parenthetical = verb.dep_ in ("parataxis", "ccomp") and verb.head.i < own[0]
        return clause or parenthetical or closed

    def _remainder(self, verb: Token, quoted: Sequence[int | None], end: int) -> tuple[Stretch, str] | None:
        """What is left of its sentence, where the parse sees no clause behind a verb that takes one."""
        doc = verb.doc
        aside = end + 2 < len(doc) and doc[end + 1].text == ","
        if verb.tag_ not in ("VBD", "VBZ", "VBP") or end + 2 >= len(doc) or (doc[end + 1].is_punct and not aside):
            return None
        reach = range(end + 1, min(len(doc), end + 9))
        # "Denies, for the third time, that": the words of an aside end at a comma.
        first = next((at for at in reach if self._is_that(doc[at]) and (not aside or doc[at - 1].text == ",")), None)
        if self._opens(verb, end + 1):
            first = end + 1
        if first is None:
            return None
        last = self.endings.trimmed(doc, first, sentence_last(doc))
        return ((first, last), "c") if last > first and has_finite(doc, first, last) else None

    def _is_that(self, token: Token) -> bool:
        return token.lower_ in self.cues.THAT

    def _opens(self, verb: Token, first: int) -> bool:
        """Whether a clause begins right behind its verb, though the parse makes a noun or a circumstance of it."""
        taken, apart = child(verb, "dobj"), child(verb, "advcl")
        own = child(apart, "nsubj", "nsubjpass") if apart is not None and child(apart, "mark") is None else None
        alone = taken if verb.lemma_.lower() in self.cues.CLAUSE_ONLY else None
        return any(one is not None and one.left_edge.i == first for one in (own, alone))

    def _behind(self, doc: Doc, end: int) -> tuple[Stretch, str] | None:
        """The main clause behind "as the minister noted,"."""
        last = sentence_last(doc)
        for at in range(end + 1, min(last, end + 12)):
            if doc[at].text == "," and has_finite(doc, at + 1, last):
                return (at + 1, last), "c"
        return None

    def _rest(self, doc: Doc, quoted: Sequence[int | None], left: Stretch, end: int) -> Stretch | None:
        """The second half of a sentence that the cue cuts in two: "Turnout, police said, was high"."""
        first, last = self._behind_time(doc, end), sentence_last(doc)
        if first > last or doc[first].text not in PAUSES or quoted[left[1]] is not None:
            return None
        if has_finite(doc, *left):
            if self._counts_on(doc, first + 1, last):
                return first + 1, self.endings.of_rest(doc, first + 1, last)
            ends = [at for at in range(first, last + 1) if quoted[at] is not None]
            joins = (
                ends and first + 1 <= last and doc[first + 1].dep_ == "cc" and not has_finite(doc, first, ends[0] - 1)
            )
            return (first + 1, max(at for at in ends if quoted[at] == quoted[ends[0]])) if joins else None
        return (first + 1, last) if first + 1 <= last and has_finite(doc, first + 1, last) else None

    def _behind_time(self, doc: Doc, end: int) -> int:
        """The pause behind a cue and its "yesterday" or "on Friday", or the token right behind the cue."""
        for at in range(end + 1, min(len(doc), end + _LONGEST_TIME)):
            if doc[at].text in PAUSES or doc[at].tag_ in FINITE:
                return at if doc[at].text in PAUSES else end + 1
        return end + 1

    def _counts_on(self, doc: Doc, first: int, last: int) -> bool:
        """Whether the words behind a cue take up a count: "three of them children", "including two nurses"."""
        if first + 1 > last or not (doc[first].tag_ == "CD" or doc[first].lower_ in self.cues.COUNTING_ON):
            return False
        return doc[first].tag_ in ("VBG", "IN") or doc[first + 1].lower_ in self.cues.OF

    def _after(
        self, verb: Token, letters: str, own: Stretch, quoted: Sequence[int | None]
    ) -> tuple[Stretch, str] | None:
        """The credited words after the cue, and the frame that fits."""
        addressee = None
        for one in verb.rights:
            if own[0] <= one.i <= own[1] or one.dep_ in ("punct", "agent", "prt"):
                continue
            frame = self.frames.of(one, letters, addressee)
            if frame:
                # Of "insisted his players had tried" the parse may take the subject for an object.
                whole = addressee is not None and (frame == "i" or (frame == "c" and "o" not in letters))
                first = addressee.left_edge.i if whole and addressee is not None else self._clause_start(one)
                last = (
                    self.endings.of_clause(verb, first, quoted)
                    if frame in "cotim"
                    else one.i
                    if "x" in letters and self.frames.stands_for_it(one)
                    else self.endings.of_phrase(verb, one)
                )
                return ((first, last), frame) if last >= first else None
            if "f" in letters and one.lower_ in self.cues.OF and self.frames.is_evidence(verb):
                last = self.endings.trimmed(verb.doc, one.i + 1, one.right_edge.i)
                return ((one.i + 1, last), "n") if last > one.i else None
            thing = self._thing_behind(verb, one, letters)
            if thing is not None:
                return (thing.left_edge.i, self.endings.of_phrase(verb, thing)), "n"
            if "k" in letters and self.frames.is_only_called(one):
                return None
            if one.dep_ in ("dobj", "dative", "pobj"):
                addressee = one
                clause = self._hung(one) if "o" in letters else None
                first = clause.left_edge.i if clause is not None else len(verb.doc)
                last = self.endings.of_clause(verb, first, quoted) if clause is not None else 0
                if last >= first:
                    return (first, last), "o"
            elif one.lower_ in self.cues.UPON and "i" in letters:
                addressee = child(one, "pobj")
        return None

    def _thing_behind(self, verb: Token, one: Token, letters: str) -> Token | None:
        """What a verb says by a preposition: "warned of a loss", "dismissed as nonsense claims that"."""
        thing = child(one, "pobj", "pcomp") if one.lower_ in self.cues.BEHIND.get(verb.lemma_.lower(), ()) else None
        if thing is not None and "p" in letters and self.frames.is_claimed(thing, letters):
            return thing if thing.tag_ not in ("WDT", "WP") else None
        # The parse hangs the claims on what they are called.
        thing = child(one, "pobj") if "d" in letters and one.lower_ in self.cues.AS_WORDS else None
        claimed = thing is not None and thing.lemma_.lower() in self.cues.SHELLS
        return thing if claimed and thing is not None and child(thing, "acl", "ccomp", "relcl") is not None else None

    def _hung(self, addressee: Token) -> Token | None:
        """Of "told officers he had acted alone" the clause, which the parse may hang on the officers."""
        clause = child(addressee, "relcl", "acl")
        own = child(clause, "nsubj", "nsubjpass") if clause is not None else None
        if clause is None or own is None or own.lower_ in self.cues.PRONOUNS_OF_RELATION:
            return None
        return clause

    def _clause_start(self, clause: Token) -> int:
        """A clause begins at its "that", whatever the parse hangs on it before."""
        mark = child(clause, "mark")
        return mark.i if mark is not None and mark.lower_ in self.cues.THAT else clause.left_edge.i


def _closed(doc: Doc, at: int) -> bool:
    """Whether a cue ends at a mark that opens nothing."""
    return at >= len(doc) or (doc[at].is_punct and doc[at].text != ":" and doc[at].tag_ not in ("``", "-LRB-"))
