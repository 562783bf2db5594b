"""Cues that stand beside a quotation, read from the order of the words where the tree has no subject for them."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from claims.engine.extract.sources import Sources, phrase_head, source_edges
from claims.engine.extract.spoken import Credit
from claims.engine.extract.tree import FINAL, PROPER, text_between
from claims.engine.lexicon import lexicon

# How far behind a quotation its cue may stand, and how far before it.
_REACH, _BACK = 14, 8
# A sentence in marks has so many words at least; fewer may be a title.
_SENTENCE = 5
_ENDS = frozenset(",?!…—")
_SPOKEN = frozenset(("VBD", "VBZ", "VBP", "VBN", "NNS"))
_MISTAKEN = frozenset(("NN", "NNS", "VB"))
_TENSED = frozenset(("VBD", "VBZ"))
_OPENS = frozenset(("DT", "PRP$", "JJ", "JJS", "VBN", "VB", "VBP", "RB", "NN", "NNS", "NNP", "NNPS", "PRP", "CD"))
_RELATIVE = frozenset(("WP", "WDT", "WP$", "WRB"))


class Besides:
    """Looks at the edges of quotations in sentences of one language."""

    def __init__(self, language: str, sources: Sources) -> None:
        self.cues, self.titles, self.sources = lexicon(language, "cues"), lexicon(language, "titles"), sources

    def of(self, doc: Doc, quoted: Sequence[int | None], behind: bool, found: Sequence[Credit]) -> Iterator[Credit]:
        """Credits that the tree does not give. behind: a quotation that asks or exclaims ends right before the doc."""
        for at in range(len(doc)):
            starts = at > 0 and quoted[at - 1] is not None
            if quoted[at] is None and (starts or (at == 0 and behind)):
                credit = self._after(doc, quoted, at, found)
            elif quoted[at] is not None and at > 2 and quoted[at - 1] is None:
                credit = self._before(doc, quoted, at, found)
            else:
                credit = None
            if credit is not None:
                yield credit

    def _after(self, doc: Doc, quoted: Sequence[int | None], at: int, found: Sequence[Credit]) -> Credit | None:
        """ "“...!” beamed Ann Vale", "“...,” the presumptive nominee, Ann Vale, tweeted"."""
        mark = doc.text[: doc[at].idx].rstrip()[-2:]
        closed = at == 0 or mark[:1] in _ENDS or doc[at].text == ","
        first = at + (doc[at].text == ",")
        near = [one for one in found if at <= one.verb.i <= at + _REACH]
        taken = any(one.before or (not one.content and min(one.edges[0], one.cue[0]) <= first) for one in near)
        if taken or first + 1 >= len(doc) or (mark[:1] != "," and self._begins(doc, first)):
            return None
        verb, source = self._inverted(doc, first, closed) or self._straight(doc, quoted, first, closed) or (None, None)
        if verb is None or source is None or any(one.verb.i == verb.i and one.content for one in found):
            return None
        edges = source_edges(source, verb, quoted)
        if source.i < verb.i:
            edges = (max(first, min(edges[0], source.i)), _last_before(doc, source.i, verb.i))
        start = at
        while start > 0 and quoted[start - 1] is not None and quoted[start - 1] == quoted[at - 1]:
            start -= 1
        # In the middle of a clause few words in marks are a name: "speaking on “This Week,” Vale admitted".
        if start > 1 and at - start < _SENTENCE + 2:
            return None
        content = ((start, at - 1),) if at > start else ()
        return _credit(verb, source, edges, content, before=True)

    def _begins(self, doc: Doc, first: int) -> bool:
        """Whether a sentence of its own follows a mark: "“Who?” The crowd laughed"."""
        return bool(doc[first].text[:1].isupper()) and doc[first].tag_ not in PROPER

    def _says(self, token: Token) -> bool:
        return token.tag_ in _SPOKEN and any(one in self.cues.VERBS.get(token.lemma_.lower(), "") for one in "coq")

    def _inverted(self, doc: Doc, first: int, closed: bool) -> tuple[Token, Token] | None:
        """The verb, and its subject behind it."""
        source = phrase_head(doc, first + 1)
        says = self._says(doc[first]) or (closed and doc[first].lower_ in self.cues.UNCHANGED)
        if source is None or not (says or (closed and doc[first].tag_ in _TENSED)):
            return None
        known = self.sources.speaks(source) or source.is_title
        return (doc[first], source) if known else None

    def _straight(self, doc: Doc, quoted: Sequence[int | None], first: int, closed: bool) -> tuple[Token, Token] | None:
        """The subject, and behind it the verb."""
        source = self._opening(doc, first)
        if source is None:
            return None
        last_taken = closed and source.i > first and source.tag_ in _MISTAKEN and _ends(doc, source.i + 1)
        if last_taken and any(one in self.cues.VERBS.get(source.lemma_.lower(), "") for one in "cq"):
            return source, source.nbor(-1)
        aside = False
        for place in range(source.i + 1, min(len(doc), first + _REACH)):
            token = doc[place]
            if quoted[place] is not None or token.text in FINAL or token.text in ":;":
                return None
            if self._says(token) and not (aside and token.tag_ != "NNS" and doc[place - 1].tag_ in _RELATIVE):
                alone = closed or token.i == source.i + 1
                return (token, source) if alone else None
            aside = aside or token.tag_ in _RELATIVE
            if token.tag_ in _TENSED and not aside:
                known = self.sources.speaks(source) or source.text[:1].isupper()
                bare = closed and place - source.i <= 2 and known and _ends(doc, place + 1)
                return (token, source) if bare else None
        return None

    def _opening(self, doc: Doc, first: int) -> Token | None:
        """The head of the noun phrase that begins at a token, whatever the parse takes its first words for."""
        if doc[first].tag_ not in _OPENS:
            return None
        skipped = doc[first].tag_ in ("VB", "VBP", "RB", "VBN")
        head = phrase_head(doc, first + skipped)
        old = head.i + 2 if head is not None else len(doc)
        aged = old < len(doc) and self.titles.YEARS_OLD.search(text_between(doc, doc[first], doc[old]))
        return doc[old] if aged else head

    def _before(self, doc: Doc, quoted: Sequence[int | None], at: int, found: Sequence[Credit]) -> Credit | None:
        """ "Ann Vale shot back, “We were told nothing.”", whatever the verb."""
        last = at
        while last + 1 < len(doc) and quoted[last + 1] == quoted[at]:
            last += 1
        if doc[at - 1].tag_ == "VBG":
            return self._writing(doc, quoted, at, last, found)
        if doc[at - 1].text != "," or last - at < _SENTENCE or not self._is_sentence(doc, at, last):
            return None
        for place in range(at - 2, max(-1, at - 2 - _BACK), -1):
            token = doc[place]
            if token.text in ",;:" or quoted[place] is not None or any(one.verb.i == place for one in found):
                return None
            if token.tag_ not in _TENSED:
                continue
            source, rule = self.sources.of(token, quoted)
            if source is None or rule != "attribution.verb" or not self.sources.speaks(source):
                return None
            return _credit(token, source, source_edges(source, token, quoted), ((at, last),), before=False)
        return None

    def _writing(
        self, doc: Doc, quoted: Sequence[int | None], at: int, last: int, found: Sequence[Credit]
    ) -> Credit | None:
        """ "Ann Vale shared the news, writing “We are happy to”": the subject of the sentence."""
        verb = doc[at - 1]
        read = any(one.verb.i == verb.i and one.content for one in found)
        if read or last - at < _SENTENCE or not self._is_sentence(doc, at, last):
            return None
        if not any(one in self.cues.VERBS.get(verb.lemma_.lower(), "") for one in "cq"):
            return None
        for token in doc[: at - 1]:
            source, rule = self.sources.of(token, quoted) if token.tag_ in _TENSED else (None, "")
            if source is not None and rule == "attribution.verb" and self.sources.speaks(source):
                edges = source_edges(source, token, quoted)
                return _credit(verb, source, edges, ((at, last),), before=False)
        return None

    def _is_sentence(self, doc: Doc, at: int, last: int) -> bool:
        """Whether the words in marks begin with a capital and are no title: "The Art of the Deal"."""
        words = [one.text for one in doc[at : last + 1] if one.is_alpha]
        small = sum(word[:1].islower() and len(word) > 3 for word in words)
        return bool(words) and words[0][:1].isupper() and small > 1


def _last_before(doc: Doc, first: int, verb: int) -> int:
    last = verb - 1
    while last > first and (doc[last].is_punct or doc[last].dep_ in ("aux", "advmod")):
        last -= 1
    return last


def _ends(doc: Doc, at: int) -> bool:
    """Whether a clause ends at a token, or behind the one word there."""
    at += at < len(doc) and doc[at].tag_ in ("RB", "RP", "NNP")
    return at >= len(doc) or doc[at].is_punct or doc[at].text in "—–"


def _credit(
    verb: Token, source: Token, edges: tuple[int, int], content: tuple[tuple[int, int], ...], *, before: bool
) -> Credit:
    cue = (verb.i, verb.i)
    return Credit(verb, cue, source, edges, content, "q", before, False, True, "attribution.beside")
