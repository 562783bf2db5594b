"""What a cue builds with the words that hang on it: the letter of its frame in the lexicon."""

from types import ModuleType

from spacy.tokens import Token

from claims.engine.extract.tree import child

CLAUSAL = frozenset(("ccomp", "xcomp"))


class Frames:
    """Tells frames by the words of one language."""

    def __init__(self, cues: ModuleType) -> None:
        self.cues = cues

    def of(self, one: Token, letters: str, addressee: Token | None) -> str:
        """The letter of the frame that a verb with these letters makes with a token that hangs on it, or ""."""
        if one.dep_ in CLAUSAL or self.is_interrupted(one):
            return self._clause_frame(one, letters, addressee)
        return self._noun_frame(one, letters)

    def _noun_frame(self, one: Token, letters: str) -> str:
        if "x" in letters and one.dep_ in ("dobj", "advmod") and self.stands_for_it(one):
            return "n"
        unmeant = one.dep_ == "dobj" and "j" in letters and not self._puts_down(one)
        if unmeant or ("k" in letters and self.is_only_called(one)):
            return ""
        unreal = one.dep_ == "dobj" and ("r" in letters or "h" in letters) and not self._points(one)
        put = "a" in letters and any(more.lower_ in self.cues.AT for more in one.head.rights)
        found = "e" in letters and (self.is_evidence(one.head) or self._is_finding(one))
        if one.dep_ == "dobj" and (put or found):
            return "n"
        if one.dep_ in ("dobj", "oprd", "attr", "npadvmod") and one.tag_ != "PRP" and not unreal:
            wanted = "nks" if one.dep_ != "npadvmod" else ""
            return next((letter for letter in wanted if letter in letters), "") or ("b" if "b" in letters else "")
        if one.dep_ == "dobj":
            return next((letter for letter in "kbs" if letter in letters), "")
        return ""

    def is_interrupted(self, one: Token) -> bool:
        """Whether a clause with "that" hangs loosely on its verb: "deny, for the third time, that"."""
        mark = child(one, "mark") if one.dep_ == "advcl" else None
        return mark is not None and mark.lower_ in self.cues.THAT and mark.nbor(-1).text == ","

    def is_only_called(self, thing: Token) -> bool:
        """Whether a thing is called and not called something: "called a strike", "calling itself the Front"."""
        itself = thing.lower_ in self.cues.REFLEXIVE
        named = child(thing.head, "oprd", "acomp", "attr") is not None
        return itself or (thing.dep_ == "dobj" and thing.lemma_.lower() in self.cues.CALLED and not named)

    def stands_for_it(self, one: Token) -> bool:
        """Whether a word points back at what was said: "denied it", "admitted as much"."""
        much = one.lower_ in self.cues.AS_MUCH and one.left_edge.lower_ in self.cues.AS_WORDS
        return much or (one.lower_ in self.cues.POINTERS and one.tag_ != "WDT")

    def _puts_down(self, thing: Token) -> bool:
        """Whether a verb puts a noun down to something: "credited the fall to"."""
        return any(one.lower_ in self.cues.CREDITING for one in thing.head.subtree if one.i > thing.i)

    def is_claimed(self, thing: Token, letters: str) -> bool:
        """Whether a verb takes a noun or an act: some only take what was claimed."""
        return "h" not in letters or self._points(thing)

    def _points(self, thing: Token) -> bool:
        """Whether a noun stands for a proposition: "that", "the claim that"."""
        return thing.lower_ in self.cues.POINTERS or thing.lemma_.lower() in self.cues.SHELLS

    def _is_finding(self, thing: Token) -> bool:
        """ "No trace", "no link", which whoever looked stands for."""
        none = any(one.lower_ in self.cues.NONE_OF for one in thing.lefts)
        return none and thing.lemma_.lower() in self.cues.FINDINGS

    def is_evidence(self, verb: Token) -> bool:
        """Whether a study, a report or a count is the subject of a verb."""
        own = child(verb, "nsubj")
        if own is None or own.lemma_.lower() not in self.cues.EVIDENCE:
            return False
        return own.tag_ != "NNS" or any(True for _ in own.children)

    def _clause_frame(self, one: Token, letters: str, addressee: Token | None) -> str:
        infinitive = any(aux.tag_ == "TO" for aux in one.children if aux.dep_ == "aux")
        if infinitive:
            if "t" in letters:
                return "t"
            has_addressee = addressee is not None or child(one, "nsubj") is not None
            return "i" if "i" in letters and has_addressee else "s" if "s" in letters else ""
        return next((letter for letter in "comnks" if letter in letters), "")
