"""Finds the noun phrase that a cue gives an assertion to."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claims.engine.extract.tree import NOUNS, PROPER, VERBAL, child, has_finite
from claims.engine.lexicon import lexicon

# How many verbs up a participle looks for its subject.
_CLIMB = 4
_NOMINAL = NOUNS | {"PRP", "WP", "WDT", "DT", "CD"}
_BEFORE_NOUNS = frozenset(("JJ", "JJS", "PRP$", "POS", "VBN"))


class Sources:
    """Looks for sources in sentences of one language. quoted: for each token, the quotation that it stands in."""

    def __init__(self, language: str) -> None:
        self.cues, self.titles = lexicon(language, "cues"), lexicon(language, "titles")
        self.people: frozenset[str] = lexicon(language, "people").PEOPLE

    def of(self, verb: Token, quoted: Sequence[int | None]) -> tuple[Token | None, str]:
        """The head of the noun phrase that says what a verb reports, and the rule that found it."""
        agent = child(verb, "agent")
        if agent is not None:
            return child(agent, "pobj"), "attribution.passive"
        passive = any(one.dep_ in ("auxpass", "nsubjpass") for one in verb.children)
        if passive:
            told = child(verb, "nsubjpass")
            says = "o" in self.cues.VERBS.get(verb.lemma_.lower(), "")
            court = told is not None and says and told.lemma_.lower() in self.cues.COURTS
            return (told, "attribution.verb") if court else (None, "")
        own = self._own(verb, quoted)
        if own is not None:
            source = self._antecedent(verb, own)
            sent = verb.dep_ == "relcl" and source.i not in (own.i, verb.head.i)
            return source, "attribution.participle" if sent else "attribution.verb"
        whole = self._inverted(verb) or self._verbless(verb)
        if whole is not None:
            return whole, "attribution.verb"
        inherited = self._inherited(verb)
        if inherited is not None and quoted[inherited.i] == quoted[verb.i]:
            return inherited, "attribution.participle"
        beside = self._beside(verb, quoted)
        return beside, "attribution.beside" if beside is not None else ""

    def _inverted(self, verb: Token) -> Token | None:
        """Of "Nobody knew, insisted the minister." the minister, whom the parse takes for an object."""
        behind = child(verb, "dobj") if verb.lemma_.lower() in self.cues.CLAUSE_ONLY and verb.dep_ == "conj" else None
        fits = behind is not None and verb.i > 0 and verb.nbor(-1).text == "," and behind.left_edge.i == verb.i + 1
        return behind if behind is not None and fits and self.speaks(behind) else None

    def _verbless(self, verb: Token) -> Token | None:
        """Of "Politicians from three parties called for calm." the politicians, whom the parse makes the root."""
        doc, top = verb.doc, verb.head
        if verb.dep_ != "acl" or verb.tag_ != "VBN" or doc[-1].text != "." or has_finite(doc, 0, verb.i):
            return None
        # Behind the verb only what it says has a tense: "The caterer, Arden, admitted last night that it had".
        said = child(verb, "ccomp")
        if has_finite(doc, verb.i if said is None else said.right_edge.i, len(doc) - 1):
            return None
        while top.head.i != top.i:
            top = top.head
        blamed = "b" in self.cues.VERBS.get(verb.lemma_.lower(), "")
        name = child(top, "appos")
        speaks = self.speaks(top) or (name is not None and name.tag_ in PROPER)
        return top if top.tag_ in NOUNS and top.i < verb.i and not blamed and speaks else None

    def _own(self, verb: Token, quoted: Sequence[int | None]) -> Token | None:
        """Of several subjects the nearest; what stands in a quotation that the verb is not in is none."""
        subjects = [one for one in verb.children if one.dep_ in ("nsubj", "csubj") and quoted[one.i] == quoted[verb.i]]
        return min(subjects, key=lambda one: abs(one.i - verb.i), default=None)

    def _antecedent(self, verb: Token, own: Token) -> Token:
        if own.lower_ in self.cues.PRONOUNS_OF_RELATION and verb.dep_ == "relcl":
            return self._sender(verb.head) or verb.head
        # Of "the town at the heart of the protests' march said" the parse makes two subjects, one on the other.
        return child(own, "nsubj") or own if own.tag_ in NOUNS else own

    def _sender(self, thing: Token) -> Token | None:
        """Of "her son sent a message that said" the son."""
        sent = thing.head
        if thing.lemma_.lower() not in self.cues.MESSAGES or sent.lemma_.lower() not in self.cues.SENDING:
            return None
        return child(sent, "nsubj")

    def _inherited(self, verb: Token) -> Token | None:
        """The subject of the verb that this one hangs on."""
        at = verb
        for _ in range(_CLIMB):
            if at.dep_ == "acl":
                return at.head if at.tag_ == "VBG" and at.head.tag_ in NOUNS else None
            hangs = at.dep_ in ("conj", "advcl", "xcomp", "pcomp", "prep", "dep") or at.tag_ in NOUNS
            if not hangs or at.head.i == at.i:
                return None
            if at.dep_ == "conj" and at.head.pos_ not in VERBAL:
                return None
            at = at.head
            if at.pos_ in VERBAL:
                own = next((one for one in at.children if one.dep_ in ("nsubj", "nsubjpass")), None)
                if own is None:
                    continue
                source = self._antecedent(at, own)
                outer = child(at.head, "nsubj") if at.dep_ == "ccomp" and source.lower_ in self.titles.IT else None
                if outer is not None and outer.tag_ in NOUNS:
                    return outer
                if source.i == own.i or self.speaks(source):
                    return source
                at = source
        return None

    def speaks(self, noun: Token) -> bool:
        """Whether a noun can say anything: a name, a person, a body. "Profit that doubled and forecast" cannot."""
        lemma = noun.lemma_.lower()
        known = noun.tag_ in PROPER or lemma in self.people or lemma in self.titles.BODIES
        known = known or lemma in self.titles.ANONYMOUS or lemma in self.titles.MASS_SPEAKERS
        return known or lemma in self.cues.EVIDENCE or noun.lower_ in self.titles.PERSONAL

    def _governing(self, noun: Token) -> Token:
        """Of "the prefecture of Savoy" the prefecture."""
        outer = noun.head.head
        of = noun.dep_ == "pobj" and noun.head.lower_ in self.cues.OF and outer.tag_ in NOUNS
        return outer if of and outer.i < noun.i else noun

    def _beside(self, verb: Token, quoted: Sequence[int | None]) -> Token | None:
        """Where the parse has no subject: the noun before a finite verb, or after one that follows a quotation."""
        if verb.tag_ not in ("VBD", "VBZ", "VBP") or "c" not in self.cues.VERBS.get(verb.lemma_.lower(), ""):
            return None
        doc: Doc = verb.doc
        at = verb.i - 1
        while at > 0 and doc[at].dep_ in ("aux", "advmod", "neg") and doc[at].head.i == verb.i:
            at -= 1
        if at > 0 and doc[at].text == ",":
            return _interrupted(doc, at, quoted)
        if at >= 0 and doc[at].tag_ in _NOMINAL and quoted[at] == quoted[verb.i] and doc[at].dep_ != "npadvmod":
            return self._governing(doc[at])
        inverted = (verb.i == 0 and doc[-1].text == ":") or (quoted[verb.i - 1] is not None and quoted[verb.i] is None)
        if inverted and verb.i + 1 < len(doc):
            return phrase_head(doc, verb.i + 1)
        return None


def _interrupted(doc: Doc, comma: int, quoted: Sequence[int | None]) -> Token | None:
    """The noun of "Keith Lomax, 44, who was on the tram, said", where the parse hangs it on something else."""
    for one in doc[:comma]:
        reaches = comma - 1 <= one.right_edge.i <= comma
        if reaches and one.tag_ in NOUNS and doc[one.i + 1].text == "," and quoted[one.i] == quoted[comma]:
            return one
    return None


def phrase_head(doc: Doc, at: int) -> Token | None:
    """The head of the noun phrase that begins at a token: the last noun of its run."""
    head = None
    while at < len(doc) and (_is_nominal(doc[at]) or doc[at].tag_ in _BEFORE_NOUNS or doc[at].text in "-–"):
        if _is_nominal(doc[at]):
            head = doc[at]
        at += 1
    return head


def _is_nominal(token: Token) -> bool:
    """Whether it is a noun, or a surname that the tagger does not know: "said Skelly", an adverb to it."""
    return token.tag_ in _NOMINAL or (token.tag_ in ("RB", "UH", "FW") and token.i > 0 and token.is_title)


def source_edges(source: Token, verb: Token, quoted: Sequence[int | None]) -> tuple[int, int]:
    """The first and last token of a source's phrase, kept out of quotations and off its verb."""
    first, last = source.left_edge.i, source.right_edge.i
    if source.i < verb.i:
        last = min(last, verb.i - 1)
    elif first <= verb.i:
        first = verb.i + 1
    for at in range(source.i, first - 1, -1):
        if quoted[at] != quoted[source.i]:
            first = at + 1
            break
    for at in range(source.i, last + 1):
        if quoted[at] != quoted[source.i]:
            last = at - 1
            break
    doc = source.doc
    while first < source.i and doc[first].is_punct:
        first += 1
    while last > source.i and (doc[last].is_punct or doc[last].dep_ in ("aux", "advmod")) and doc[last].text != ")":
        last -= 1
    return first, last
