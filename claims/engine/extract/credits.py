"""Finds in a sentence who is credited with what: a cue, its source and the stretch of text that it covers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import ModuleType

from spacy.tokens import Token

from claims.engine.extract.beside import Besides
from claims.engine.extract.content import Contents
from claims.engine.extract.phrases import Phrases
from claims.engine.extract.sources import Sources, source_edges
from claims.engine.extract.spoken import Credit
from claims.engine.extract.tree import VERBAL, child
from claims.engine.lexicon import lexicon
from claims.engine.parse import Sentence
from claims.enums import Part

# Between the words of one cue and the next of the same voice stand "and", "but also".
_BETWEEN = 4


class Reader:
    """Reads the credits of sentences of one language."""

    def __init__(self, language: str) -> None:
        self.cues: ModuleType = lexicon(language, "cues")
        self.verbs: Mapping[str, str] = self.cues.VERBS
        self.titles = lexicon(language, "titles")
        self.sources = Sources(language)
        self.contents = Contents(self.cues)
        self.phrases = Phrases(language, self.contents)
        self.besides = Besides(language, self.sources)

    def read(self, sentence: Sentence, quoted: Sequence[int | None], behind: bool = False) -> list[Credit]:
        """All credits of a sentence in the order of their cues. quoted: the quotation that each token stands in.

        behind: a quotation that asks or exclaims ends right before the sentence.
        """
        found: list[Credit] = []
        floor = 0
        for token in sentence.doc:
            credit = self._credit(token, quoted, floor)
            if credit is None and token.text == ":" and not found:
                credit = self.phrases.label(token, quoted, sentence.part is Part.HEADLINE)
            if credit is None:
                continue
            credit = self._same_voice(credit, found, quoted)
            found.append(credit)
            if credit.before and credit.content:
                floor = max(credit.cue[1], credit.edges[1]) + 1
        if behind or any(one is not None for one in quoted):
            found = self._with_besides(found, list(self.besides.of(sentence.doc, quoted, behind, found)))
        found = self.phrases.own_voice(sentence, quoted, found)
        if len(found) < 2:
            return found
        return [self._within_another(_without_tail(one, found), found) for one in found]

    def _with_besides(self, found: Sequence[Credit], besides: Sequence[Credit]) -> list[Credit]:
        """Both in the order of their cues; a cue for which the tree had no words is read once."""
        again = {one.verb.i for one in besides}
        kept = [one for one in found if one.verb.i not in again]
        return sorted((*kept, *besides), key=lambda one: one.verb.i)

    def _within_another(self, credit: Credit, found: Sequence[Credit]) -> Credit:
        """What stands in a denied proposition was not said, and a request in another's words is a part of these."""
        for other in found:
            holds = _holds(other.content, credit.verb.i)
            asks = credit.frame in "in" and "i" in self.verbs.get(credit.verb.lemma_.lower(), "")
            unsaid = asks or (other.denied and not other.before)
            if holds and unsaid and other is not credit and other.asserted and other.frame in "con":
                return replace(credit, asserted=False)
        return credit

    def says(self, credit: Credit) -> bool:
        """Whether a cue takes words that may stand in another sentence."""
        return "c" in self.verbs.get(credit.verb.lemma_.lower(), "")

    def _same_voice(self, credit: Credit, found: Sequence[Credit], quoted: Sequence[int | None]) -> Credit:
        """A participle behind a comma goes on with the voice before it: "denied it, saying that ..."."""
        verb = credit.verb
        if credit.rule != "attribution.participle" or verb.i == 0:
            return credit
        spoken = [one for one in found if one.rule == "attribution.verb" and quoted[one.verb.i] == quoted[verb.i]]
        if not spoken:
            return credit
        behind_comma = verb.tag_ == "VBG" and verb.nbor(-1).text == ","
        ends = spoken[-1].content[-1][1] if spoken[-1].content and not spoken[-1].before else -1
        goes_on = verb.dep_ == "conj" and ends < verb.i <= ends + _BETWEEN
        if not (behind_comma or goes_on):
            return credit
        voice = spoken[-1]
        for one in reversed(spoken[:-1]) if behind_comma else ():
            if any(first <= voice.verb.i <= last for first, last in one.content):
                voice = one
        return replace(credit, source=voice.source, edges=voice.edges)

    def _credit(self, token: Token, quoted: Sequence[int | None], floor: int) -> Credit | None:
        if token.lower_ in self.cues.ACCORDING:
            return self.phrases.according(token, quoted, floor)
        if token.pos_ == "NOUN":
            mistaken = self.phrases.tail(token, quoted, floor) or self.phrases.present(token, quoted)
            view = self.phrases.view(token, quoted, floor) if token.lower_ in self.cues.VIEWS else None
            noun = self.phrases.noun(token, quoted) if token.lemma_.lower() in self.cues.NOUNS else None
            return mistaken or view or noun
        if token.lower_ in self.cues.ADJECTIVES or token.lower_ in self.cues.MADE:
            return self.phrases.adjective(token, quoted)
        if token.pos_ not in VERBAL or token.dep_ in ("amod", "compound"):
            return None
        rejected = self.phrases.rejected(token, quoted)
        if rejected is not None:
            return rejected
        letters = self._letters(token)
        return self._verb(token, letters, quoted, floor) if letters is not None else None

    def _letters(self, verb: Token) -> str | None:
        """The frames of a verb, if it is a cue: "does not accept" is one of denial, "have it that" one of saying."""
        lemma, doc, at = verb.lemma_.lower(), verb.doc, verb.i
        letters = self.phrasal(verb) or self.verbs.get(lemma)
        if letters is not None:
            return letters + "nd" if "r" in letters and self._negated(verb) else letters
        having = self.cues.HAVING_IT.get(lemma)
        return "co" if having and tuple(one.lower_ for one in doc[at + 1 : at + 3]) == having else None

    def phrasal(self, verb: Token) -> str | None:
        """The frames of a verb that is a cue with the word behind it: "ruled out", "walked back"."""
        following, letters = self.cues.PHRASAL.get(verb.lemma_.lower(), ("", ""))
        goes_on = following and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == following
        return letters if goes_on else None

    def _told(self, source: Token, letters: str) -> str:
        """The letters that fit a source: some frames are for people and bodies alone, one for courts alone."""
        if "v" in letters:
            return "c" if source.lemma_.lower() in self.cues.COURTS else ""
        speaks = self.sources.speaks(source)
        if "p" in letters and not speaks:
            return ""
        return letters + "p" if speaks else letters

    def _negated(self, verb: Token) -> bool:
        return any(one.i < verb.i and one.dep_ == "neg" for one in verb.children)

    def _verb(self, verb: Token, letters: str, quoted: Sequence[int | None], floor: int) -> Credit | None:
        source, rule = self.sources.of(verb, quoted)
        if source is None or self._is_of_itself(source) or self._hides(verb) or source.lower_ in self.cues.SHARES:
            return None
        letters = self._told(source, letters)
        if not letters:
            return None
        edges = source_edges(source, verb, quoted)
        cue = (verb.i, verb.i + 1) if self.phrasal(verb) else _cue(verb)
        own = rule in ("attribution.verb", "attribution.beside") and verb.dep_ != "relcl"
        start = min(cue[0], edges[0]) if own else cue[0]
        if start > 0 and verb.doc[start - 1].lower_ in self.cues.AS_WORDS:
            start -= 1
        end = max(cue[1], edges[1]) if source.i > verb.i else cue[1]
        content, frame, before = self.contents.of(verb, letters, quoted, (start, end), floor)
        if rule == "attribution.beside" and frame not in "coq":
            return None
        if rule == "attribution.passive" and content and edges[0] < content[-1][0] <= edges[1]:
            edges = (edges[0], content[-1][0] - 1)
        denied = "d" in letters and frame != "q" and not (frame == "n" and self._answers(verb))
        never = frame in "co" and not denied and self._never_said(verb, source)
        denied, asserted = denied or never, never or ("r" in letters and denied) or self._asserted(verb, frame, source)
        return Credit(verb, cue, source, edges, content, frame, before, denied, asserted, rule)

    def _never_said(self, verb: Token, source: Token) -> bool:
        """ "We have never said that": who speaks for himself denies it; what an outlet says was never said is none."""
        own = source.lower_ in self.titles.SPEAKER and "c" in self.verbs.get(verb.lemma_.lower(), "")
        return own and any(one.i < verb.i and one.lower_ in self.cues.NEVER for one in verb.children)

    def _answers(self, verb: Token) -> bool:
        """Whether an offer is rejected, no proposition."""
        thing = child(verb, "dobj")
        return thing is not None and thing.lemma_.lower() in self.cues.OFFERS

    def _is_of_itself(self, source: Token) -> bool:
        """Whether a text speaks of its own earlier version: "an earlier version of this report said"."""
        return source.lemma_.lower() in self.cues.OWN_TEXT and any(
            one.lower_ in self.cues.OWN_TEXT_MARKS for one in source.subtree
        )

    def _hides(self, verb: Token) -> bool:
        """Whether it only repeats the cue that it hangs on: "denied having alleged"."""
        if verb.dep_ not in ("xcomp", "pcomp") or verb.tag_ == "VBG":
            return False
        having = child(verb, "aux")
        return having is not None and having.tag_ == "VBG" and verb.head.lemma_.lower() in self.verbs

    def _asserted(self, verb: Token, frame: str, source: Token) -> bool:
        if source.lower_ in self.cues.NEGATIONS or any(one.lower_ in self.cues.NEGATIONS for one in source.lefts):
            return False
        able = self.cues.ABLE if verb.lemma_.lower() in self.cues.COMMITTING else frozenset()
        unreal = self.cues.UNREAL - able | self.cues.NEGATIONS | self.cues.LONGER
        for one in verb.children:
            if one.i < verb.i and one.dep_ != "intj" and one.lower_ in unreal:
                return False
            if one.dep_ == "mark" and one.lower_ in self.cues.CONDITIONS:
                return False
            if one.i > verb.i and one.dep_ == "ccomp" and one.left_edge.lower_ in self.cues.CONDITIONS:
                return False
        if verb.dep_ == "conj" and verb.tag_ == "VB" and any(one.lower_ in self.cues.UNREAL for one in verb.head.lefts):
            return False
        infinitive = verb.dep_ == "xcomp" and any(one.tag_ == "TO" for one in verb.children)
        forced = self.cues.FORCED if verb.lemma_.lower() in self.cues.COMMITTING else frozenset()
        return not infinitive or verb.head.lemma_.lower() in self.cues.GOING_ON | forced


def _without_tail(credit: Credit, found: Sequence[Credit]) -> Credit:
    """A credit whose words end before the "according to" behind them that credits somebody else with the whole."""
    for other in found:
        around = other.rule == "attribution.according_to" and other.before and other.content
        if other is credit or not around or not credit.content or not _holds(other.content, credit.verb.i):
            continue
        *kept, (first, last) = credit.content
        end = other.cue[0] - 1
        while end > first and credit.verb.doc[end].is_punct:
            end -= 1
        if first < other.cue[0] <= last <= other.edges[1] and end > first:
            return replace(credit, content=(*kept, (first, end)))
    return credit


def _holds(content: Sequence[tuple[int, int]], at: int) -> bool:
    return any(first <= at <= last for first, last in content)


def _cue(verb: Token) -> tuple[int, int]:
    particle = child(verb, "prt")
    last = particle.i if particle is not None and particle.i == verb.i + 1 else verb.i
    return verb.i, last
