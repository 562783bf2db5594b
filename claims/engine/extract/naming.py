"""Gives a source its name: the fullest that the version has for it, or None where the text does not tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from claims.engine.extract.people import Cast, Entity, Name
from claims.engine.extract.tree import NOUNS, PROPER, child, noun_end, noun_start, text_between
from claims.engine.extract.turns import Turn
from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed, Sentence
from claims.engine.records import Span

# How many sentences back a pronoun, and a word such as "the company", can reach.
_PRONOUN_REACH = 4
_BODY_REACH = 8
_YEARS_OLD = re.compile(r"(\d{1,3})-year-old")


@dataclass(frozen=True, slots=True)
class Named:
    """A source by name.

    anonymous: the kind of an unnamed one. person: it is one, or several. body: it is an organisation.
    """

    name: str | None
    anonymous: str = ""
    person: bool = False
    gender: str = ""
    plural: bool = False
    body: bool = False


NOBODY = Named(None)


class Namer:
    """Names the sources of one version, sentence by sentence in the order of the text."""

    def __init__(self, parsed: Parsed, cast: Cast, turns: Mapping[int, Turn]) -> None:
        self.parsed, self.cast, self.turns = parsed, cast, turns
        self.words = cast.words
        self.people: frozenset[str] = lexicon(parsed.language, "people").PEOPLE
        # What each sentence credits, for what points back at it.
        self._said: dict[int, list[Named]] = {}

    def remember(self, number: int, named: Named) -> None:
        """Keeps a source that spoke in a sentence."""
        if named.name is not None:
            self._said.setdefault(number, []).append(named)

    def name(self, number: int, head: Token, skipped: list[Span]) -> Named:
        """The name of the source with this head. skipped: stretches whose names cannot be meant, such as quotations."""
        low = head.lower_
        if low in self.words.SPEAKER:
            turn = self.turns.get(number)
            return Named(turn.name if turn else None, person=True)
        if low in self.words.SHE or low in self.words.HE:
            return self._person_meant(number, head, "f" if low in self.words.SHE else "m", skipped)
        if low in self.words.IT or low in self.words.THEY:
            return self._thing_meant(number, head, low in self.words.THEY)
        if low in self.words.NO_SOURCE:
            return NOBODY
        return self._phrase(number, self._proper_head(head), skipped)

    def _proper_head(self, head: Token) -> Token:
        """Of "the drug's maker, Aurelis" the name."""
        appos = child(head, "appos")
        if head.tag_ not in PROPER and appos is not None and appos.tag_ in PROPER and appos.i > head.i:
            return appos
        return head

    def _phrase(self, number: int, head: Token, skipped: list[Span]) -> Named:
        sentence = self.parsed.sentences[number]
        if head.tag_ in PROPER:
            entity = self._entity(number, head)
            if entity is not None and entity.is_person:
                return Named(entity.name, person=True, gender=entity.gender)
        else:
            meant = self._meant(number, head)
            if meant is not None:
                return meant
        text = self._text(number, sentence, head, skipped)
        lemma = head.lemma_.lower()
        proper = head.tag_ in PROPER
        kind = "" if proper else self.words.ANONYMOUS.get(lemma, "")
        body = proper or lemma in self.words.BODIES
        person = not body and (bool(kind) or lemma in self.people)
        gender = "f" if lemma in self.words.FEMALE_NOUNS else "m" if lemma in self.words.MALE_NOUNS else ""
        return Named(text, kind, person, gender, head.tag_ in ("NNS", "NNPS"), body)

    def _meant(self, number: int, head: Token) -> Named | None:
        """Whom a noun with "the" stands for: a person with that role or age, an organisation named before."""
        first = noun_start(head)
        age = _YEARS_OLD.search(text_between(head.doc, first, head))
        if age is not None:
            entity = self.cast.aged(age.group(1), number)
            return Named(entity.name, person=True, gender=entity.gender) if entity else NOBODY
        lemma = head.lemma_.lower()
        definite = first.lower_ in self.words.DEFINITE or first is head
        if not definite or head.tag_ not in NOUNS or head.tag_ == "NNS":
            return None
        holder = self.cast.holder(lemma, number)
        if holder is not None:
            return Named(holder.name, person=True, gender=holder.gender)
        bare = first.lower_ in self.words.DEFINITE and head.i - first.i == 1
        if bare and lemma in self.words.BODIES:
            return self._body(number, lemma)
        return None

    def _body(self, number: int, lemma: str) -> Named | None:
        """The organisation that "the company" stands for: one with that noun in its name, else the last that was named."""
        called = self.cast.called(lemma, number)
        if called is not None:
            return Named(called, body=True)
        others = self.words.OTHER_NAMES.get(lemma, frozenset())
        for back in range(number, -1, -1) if others else ():
            for named in reversed(self._said.get(back, ())):
                if named.name is not None and others & set(named.name.lower().split()):
                    return named
        weak: Named | None = None
        for back in range(number, max(-1, number - _BODY_REACH), -1):
            for named in reversed(self._said.get(back, ())):
                if named.body and named.name is not None and named.name[0].isupper():
                    return named
            for one in self.cast.names(back) if back < number else ():
                if self._is_body(back, one):
                    return Named(self.cast.fullest(one.entity, number).name, body=True)
                if weak is None and one.entity.person <= 2 and len(one.entity.words) == 1 and not one.entity.roles:
                    weak = Named(one.entity.name, body=True)
        return weak

    def _is_body(self, number: int, name: Name) -> bool:
        doc = self.parsed.sentences[number].doc
        head = doc[name.last]
        places = ("GPE", "LOC", "NORP", "DATE", "FAC")
        return not name.entity.is_person and head.ent_type_ not in places and head.dep_ in ("nsubj", "nsubjpass", "appos")

    def _entity(self, number: int, head: Token) -> Entity | None:
        for name in self.cast.names(number):
            if name.first <= head.i <= name.last:
                return self.cast.fullest(name.entity, number)
        return None

    def _text(self, number: int, sentence: Sentence, head: Token, skipped: list[Span]) -> str:
        """The noun phrase as the text has it, a possessive pronoun resolved where that is certain."""
        first, last = noun_start(head), noun_end(head)
        text = text_between(sentence.doc, first, last)
        if first.tag_ == "PRP$":
            owner = self.name(number, first, skipped) if first.lower_ not in self.words.SPEAKER else NOBODY
            if owner.name is not None:
                return f"{owner.name}’s {text_between(sentence.doc, first.nbor(1), last)}"
        return text[0].lower() + text[1:] if first.lower_ in self.words.ARTICLES else text

    def _person_meant(self, number: int, head: Token, gender: str, skipped: list[Span]) -> Named:
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
            if named.person and not named.plural and named.gender in ("", gender) and limit is None:
                return named
        sentence = self.parsed.sentences[number]
        found: list[tuple[bool, int, Entity]] = []
        for name in self.cast.names(number):
            head = sentence.doc[name.last]
            entity = self.cast.fullest(name.entity, number)
            if not entity.is_person or entity.gender not in ("", gender) or (limit is not None and name.first >= limit):
                continue
            if any(span.start <= sentence.span.start + head.idx < span.end for span in skipped):
                continue
            found.append((head.dep_ not in ("nsubj", "nsubjpass"), name.first, entity))
        if not found:
            return None
        entity = min(found, key=lambda one: one[:2])[2]
        return Named(entity.name, person=True, gender=gender)

    def _thing_meant(self, number: int, head: Token, plural: bool) -> Named:
        """What "it" or "they" stands for: the source or the subject of the sentence before."""
        before = number - 1
        if before < 0 or self.parsed.sentences[before].part is not self.parsed.sentences[number].part:
            return NOBODY
        for named in reversed(self._said.get(before, ())):
            if plural or not named.person:
                return named
        if plural:
            return NOBODY
        for name in self.cast.names(before):
            token = self.parsed.sentences[before].doc[name.last]
            if token.dep_ in ("nsubj", "nsubjpass") and not name.entity.is_person:
                return Named(self.cast.fullest(name.entity, number).name, body=True)
        return NOBODY

    def subject(self, number: int) -> str | None:
        """The person that a sentence is about, by name, or None where its subject is no named person."""
        doc = self.parsed.sentences[number].doc
        for token in doc:
            if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT":
                named = self.name(number, token, [])
                return named.name if named.person and not named.anonymous else None
        return None
