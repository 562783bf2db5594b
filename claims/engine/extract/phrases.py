"""Credits that no verb makes: "according to", a label with a colon, a noun such as "claim"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from claims.engine.denials import denial_in
from claims.engine.extract.content import Contents
from claims.engine.extract.sources import source_edges
from claims.engine.extract.spoken import Credit
from claims.engine.extract.tree import NOUNS, PROPER, VERBAL, child, has_finite, noun_start, sentence_last
from claims.engine.lexicon import lexicon
from claims.engine.parse import Sentence

# The rule of what a text denies in its own voice.
OWN_VOICE = "attribution.own_voice"
# A label in a headline has at most so many words.
_LABEL = 6


class Phrases:
    """Reads such credits in sentences of one language. quoted: for each token, the quotation that it stands in."""

    def __init__(self, language: str, contents: Contents) -> None:
        self.cues, self.contents, self.language = lexicon(language, "cues"), contents, language
        titles = lexicon(language, "titles")
        self.speakers = titles.BODIES | frozenset(titles.ANONYMOUS) | titles.MASS_SPEAKERS

    def according(self, token: Token, quoted: Sequence[int | None], floor: int) -> Credit | None:
        """ "According to the police, ..." and "..., according to the police"."""
        doc = token.doc
        preposition = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if preposition is None or preposition.lower_ not in self.cues.ACCORDING[token.lower_]:
            return None
        source = child(preposition, "pobj", "pcomp")
        if source is None:
            return None
        edges = source_edges(source, token, quoted)
        left = self.contents.left(doc, floor, token.i)
        before = left is not None and has_finite(doc, *left)
        content = left if before else _within(doc, edges[1] + 1, sentence_last(doc))
        return Credit(
            token, (token.i, preposition.i), source, edges, (content,) if content else (), "c", before, False, True,
            "attribution.according_to",
        )  # fmt: skip

    def label(self, colon: Token, quoted: Sequence[int | None], in_headline: bool) -> Credit | None:
        """ "Philip Bump: “...”", and in a headline "Police: driver was asleep"."""
        doc = colon.doc
        if colon.i == 0 or colon.i + 1 >= len(doc) or quoted[colon.i] is not None:
            return None
        source = doc[colon.i - 1]
        if source.tag_ not in NOUNS or not (quoted[colon.i + 1] is not None or (in_headline and colon.i <= _LABEL)):
            return None
        if source.tag_ not in PROPER and source.lemma_.lower() not in self.speakers:
            return None
        edges = (noun_start(source).i, source.i)
        content = (colon.i + 1, sentence_last(doc))
        if quoted[content[1] + 1 : content[1] + 2] == [quoted[colon.i + 1]] != [None]:
            content = (content[0], content[1] + 1)
        return Credit(
            colon, (colon.i, colon.i), source, edges, (content,), "c", False, False, True, "attribution.label"
        )  # fmt: skip

    def tail(self, word: Token, quoted: Sequence[int | None], floor: int) -> Credit | None:
        """ "..., the stock exchange estimates.", where the parse takes the last verb for a noun."""
        doc = word.doc
        if word.i + 3 < len(doc) or word.tag_ != "NNS" or "c" not in self.cues.VERBS.get(word.lemma_.lower(), ""):
            return None
        own = child(word, "nsubj")
        first = noun_start(own if own is not None and own.i == word.i - 1 else word).i
        if word.i != sentence_last(doc) or not floor < first < word.i or doc[first - 1].text != ",":
            return None
        left = self.contents.left(doc, floor, first)
        source = word.nbor(-1)
        if left is None or source.tag_ not in NOUNS or quoted[left[1]] is not None or not has_finite(doc, *left):
            return None
        return Credit(
            word, (word.i, word.i), source, (first, source.i), (left,), "c", True, False, True, "attribution.beside"
        )  # fmt: skip

    def present(self, word: Token, quoted: Sequence[int | None]) -> Credit | None:
        """ "Labour pledges to build 300,000 homes", where the parse takes the first verb for a noun."""
        doc, letters = word.doc, self.cues.VERBS.get(word.lemma_.lower(), "")
        if word.tag_ != "NNS" or not 0 < word.i < min(_LABEL, len(doc) - 2) or has_finite(doc, 0, word.i):
            return None
        following, source = doc[word.i + 1], word.nbor(-1)
        frame = "t" if following.tag_ == "TO" else "c" if following.lower_ in self.cues.THAT else ""
        speaks = source.is_title or source.lemma_.lower() in self.speakers
        if not frame or frame not in letters or not speaks or quoted[word.i] is not None:
            return None
        content = (word.i + 1, sentence_last(doc))
        edges = (min(noun_start(word).i, source.i), source.i)
        return Credit(
            word, (word.i, word.i), source, edges, (content,), frame, False, False, True, "attribution.beside"
        )  # fmt: skip

    def rejected(self, word: Token, quoted: Sequence[int | None]) -> Credit | None:
        """ "The minister rejects reports that", where the parse takes the second word for the verb."""
        doc, verb = word.doc, word.nbor(-1) if word.i else word
        follows = word.i + 1 < len(doc) and doc[word.i + 1].lower_ in self.cues.THAT
        if not follows or word.lemma_.lower() not in self.cues.SHELLS or verb.dep_ != "nsubj" or verb.head.i != word.i:
            return None
        letters, source = self.cues.VERBS.get(verb.lemma_.lower(), ""), child(verb, "nsubj", "compound", "nmod")
        if "d" not in letters or source is None or quoted[word.i] is not None:
            return None
        content = (word.i, self.contents.endings.trimmed(doc, word.i, min(word.right_edge.i, sentence_last(doc))))
        edges = source_edges(source, verb, quoted)
        return Credit(
            verb, (verb.i, verb.i), source, edges, (content,), "n", False, True, True, "attribution.beside"
        )  # fmt: skip

    def adjective(self, word: Token, quoted: Sequence[int | None]) -> Credit | None:
        """ "The firm was adamant that", "the minister made it clear that"."""
        verb = word.head
        made = verb.lemma_.lower() in self.cues.MAKING
        fits = made if word.lower_ in self.cues.MADE else word.dep_ == "acomp" and verb.pos_ in VERBAL
        source = child(verb, "nsubj") if fits else None
        if source is not None and source.tag_ in ("WP", "WDT"):
            source = verb.head if verb.dep_ == "relcl" else None
        clauses = (one for head in (verb, word) for one in head.rights if one.i > word.i and self._that(one))
        clause = next(clauses, None)
        if source is None or clause is None or quoted[word.i] is not None:
            return None
        around = {one.lower_ for one in (*verb.children, *word.lefts) if one.i < clause.left_edge.i}
        last = self.contents.endings.of_clause(verb, clause.left_edge.i, quoted)
        if around & (self.cues.NEGATIONS | self.cues.UNREAL) or last <= clause.left_edge.i:
            return None
        cue = (verb.i if made else word.i, word.i)
        edges = source_edges(source, verb, quoted)
        content = ((clause.left_edge.i, last),)
        return Credit(verb, cue, source, edges, content, "c", False, False, True, "attribution.verb")

    def own_voice(self, sentence: Sentence, quoted: Sequence[int | None], found: list[Credit]) -> list[Credit]:
        """The credits found in a sentence, with that of "Claims that we were warned are untrue", if no voice has it.

        Only the publisher can say so, or whose turn it is.
        """
        doc = sentence.doc
        marked = any(one is not None for one in quoted)
        denial = None if marked else denial_in(doc.text.rstrip(" ."), self.language)
        if denial is None:
            return found
        said, cue = (_tokens(doc, *span) for span in denial)
        # Whoever speaks around it says it; a voice in what is denied does not.
        if any(one.content and not said[0] <= min(one.content[0][0], one.verb.i) <= said[1] for one in found):
            return found
        own = Credit(doc[cue[0]], cue, doc[0], (0, 0), (said,), "c", False, True, True, OWN_VOICE)
        return sorted((*found, own), key=lambda one: one.verb.i)

    def view(self, noun: Token, quoted: Sequence[int | None], floor: int) -> Credit | None:
        """ "In the coroner's view, the ambulance came late", "..., in the words of one passenger"."""
        doc, opening = noun.doc, noun.head
        if noun.dep_ != "pobj" or opening.lower_ not in self.cues.IN:
            return None
        of = next((one for one in noun.rights if one.lower_ in self.cues.OF), None)
        owner = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
        last = max(noun.i, owner.right_edge.i) if owner is not None else noun.i
        closed = last + 1 >= len(doc) or doc[last + 1].is_punct
        if owner is None or not closed or quoted[noun.i] is not None:
            return None
        left = self.contents.left(doc, floor, opening.i) if opening.i > floor + 1 else None
        before = left is not None and has_finite(doc, *left)
        content = left if before else _within(doc, last + 1, sentence_last(doc))
        if content is None or not has_finite(doc, *content):
            return None
        edges = source_edges(owner, noun, quoted)
        return Credit(
            noun, (opening.i, last), owner, edges, (content,), "c", before, False, True, "attribution.according_to"
        )  # fmt: skip

    def noun(self, noun: Token, quoted: Sequence[int | None]) -> Credit | None:
        """ "The minister's claim that ...", "a denial by the firm that ..."."""
        owner = child(noun, "poss")
        if owner is None:
            by = next((one for one in noun.rights if one.lower_ in self.cues.BY), None)
            owner = child(by, "pobj") if by is not None else None
        clause = next((one for one in noun.rights if one.dep_ in ("acl", "relcl", "ccomp") and self._that(one)), None)
        if clause is None:
            clause = next(
                (one for one in noun.rights if one.lower_ in self.cues.OF and child(one, "pobj", "pcomp")), None
            )
            if clause is not None and noun.lemma_.lower() not in self.cues.NOUNS_OF:
                return None
        if owner is None and clause is not None and self._there_is(noun):
            owner = noun
        if owner is None or clause is None or owner.tag_ == "PRP":
            return None
        first = clause.left_edge.i if clause.lower_ not in self.cues.OF else clause.i + 1
        edges = source_edges(owner, noun, quoted) if owner is not noun else (noun_start(noun).i, noun.i)
        denied = "d" in self.cues.NOUNS[noun.lemma_.lower()]
        content = ((first, clause.right_edge.i),) if clause.right_edge.i >= first else ()
        return Credit(noun, (noun.i, noun.i), owner, edges, content, "c", False, denied, True, "attribution.noun")

    def _there_is(self, noun: Token) -> bool:
        """ "There is a report that", which a report stands for; not "there was no report that"."""
        asks = noun.doc[-1].text == "?"
        told = noun.lemma_.lower() in self.cues.EVIDENCE and child(noun.head, "expl") is not None and not asks
        around = (*noun.lefts, *noun.head.children)
        return told and not any(one.lower_ in self.cues.NEGATIONS for one in around)

    def _that(self, clause: Token) -> bool:
        return any(one.lower_ in self.cues.THAT and one.dep_ == "mark" for one in clause.lefts)


def _within(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    while first < last and doc[first].text in (",", "—", "–", "-", ":"):
        first += 1
    return (first, last) if first <= last else None


def _tokens(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The first and last token of a stretch of a text."""
    inside = [one.i for one in doc if one.idx < end and one.idx + len(one.text) > start]
    return inside[0], inside[-1]
