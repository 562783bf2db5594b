"""Whom "he", "she", "it" and "they" stand for."""

from collections.abc import Callable

from spacy.tokens import Token

from claims.engine.extract.named import NOBODY, Named
from claims.engine.extract.people import Cast, Entity
from claims.engine.extract.tree import NOUNS
from claims.engine.parse import Parsed
from claims.engine.records import Span

# How many sentences back a pronoun can reach.
_PRONOUN_REACH = 4


class Pronouns:
    """Looks back from a pronoun. phrase: names a noun of a sentence; skipped: stretches whose names cannot be meant."""

    def __init__(self, parsed: Parsed, cast: Cast, phrase: Callable[[int, Token, list[Span]], Named]) -> None:
        self.parsed, self.cast, self.phrase = parsed, cast, phrase
        # What each sentence credits, for what points back at it.
        self._said: dict[int, list[Named]] = {}

    def said(self, number: int, named: Named) -> None:
        """Keeps a source that spoke in a sentence."""
        self._said.setdefault(number, []).append(named)

    def person(self, number: int, head: Token, gender: str, skipped: list[Span]) -> Named:
        """The person that "he" or "she" stands for: the last speaker or subject of that gender."""
        part = self.parsed.sentences[number].part
        for back in range(number, max(-1, number - _PRONOUN_REACH - 1), -1):
            if self.parsed.sentences[back].part is not part:
                break
            limit = head.i if back == number else None
            found = self._person_in(back, gender, limit, skipped)
            if found is not None:
                return found
        return Named(None, person=True)

    def _person_in(self, number: int, gender: str, limit: int | None, skipped: list[Span]) -> Named | None:
        for named in reversed(self._said.get(number, ())):
            if named.person and not named.plural and (not gender or named.gender in ("", gender)) and limit is None:
                return named
        sentence = self.parsed.sentences[number]
        found: list[tuple[bool, int, Entity]] = []
        for name in self.cast.names(number):
            head = sentence.doc[name.last]
            entity = self.cast.fullest(name.entity, number)
            fits = entity.may_be_person and (not gender or entity.gender in ("", gender))
            if not fits or (limit is not None and name.first >= limit):
                continue
            if any(span.start <= sentence.span.start + head.idx < span.end for span in skipped):
                continue
            found.append((head.dep_ not in ("nsubj", "nsubjpass"), name.first, entity))
        if not any(not away for away, _, _ in found):
            common = self._common_subject(number, gender) if limit is None else None
            if common is not None:
                return common
        if not found:
            return None
        entity = min(found, key=lambda one: one[:2])[2]
        return Named(entity.name, person=True, gender=entity.gender or gender)

    def _common_subject(self, number: int, gender: str) -> Named | None:
        """The subject of a sentence where that is a person without a name: "the judge"."""
        for token in self.parsed.sentences[number].doc:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT" and token.tag_ in ("NN", "NNP"):
                named = self.phrase(number, token, [])
                fits = named.person and not named.plural and (not gender or named.gender in ("", gender))
                return named if fits else None
        return None

    def _own_subject(self, number: int, head: Token) -> Named | None:
        """ "The airline cancelled 400 flights, it said": the subject of what is said."""
        for token in head.doc[: head.i]:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ccomp" and token.head.head.i == head.head.i:
                named = self.phrase(number, token, []) if token.tag_ in NOUNS else NOBODY
                return named if named.body else None
        return None

    def thing(self, number: int, head: Token, plural: bool) -> Named:
        """What "it" or "they" stands for: the source or the subject of the sentence before."""
        here = self._own_subject(number, head)
        if here is not None:
            return here
        before = number - 1
        if before < 0 or self.parsed.sentences[before].part is not self.parsed.sentences[number].part:
            return NOBODY
        for named in reversed(self._said.get(before, ())):
            if plural or not named.person:
                return named
        if plural:
            return NOBODY
        for token in self.parsed.sentences[before].doc:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
                named = self.phrase(before, token, []) if token.tag_ in NOUNS else NOBODY
                return named if named.body else NOBODY
        return NOBODY
