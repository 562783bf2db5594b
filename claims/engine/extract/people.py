"""Who and what is named in a version: every name in its fullest form, with what the text says about its bearer."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from types import ModuleType

from spacy.tokens import Token

from claims.engine.extract.runs import Runs, plain
from claims.engine.extract.tree import NOUNS
from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed, Sentence
from claims.enums import Part

# Of more bearers of one name or role no one can be told apart; it keeps the time linear, too.
_MOST = 40


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name.

    name: as the fullest mention has it. words: the same in small letters. person, thing, place: how much speaks for a
    person (above 0), an organisation, a place. roles: nouns that the text puts beside the name. ranks: words that tell
    one office of a name from another ("deputy", "education"). age: as written, or "".
    led: the text names its chief, its founder or its shares, as a company has them. seen: the sentences with it.
    """

    name: str
    words: tuple[str, ...]
    person: int = 0
    thing: int = 0
    place: int = 0
    gender: str = ""
    age: str = ""
    led: bool = False
    roles: set[str] = field(default_factory=set)
    ranks: set[str] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        return self.person > 0

    @property
    def may_be_person(self) -> bool:
        return self.person > 0 or (self.person == 0 and self.thing <= 0 and self.place <= 0)


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: tokens first to last, titles left out.

    entity: whose name it is, as written there. gender: what a title before it tells.
    """

    first: int
    last: int
    entity: Entity
    gender: str = ""


class Cast:
    """The names of one version."""

    def __init__(self, parsed: Parsed) -> None:
        self.words: ModuleType = lexicon(parsed.language, "titles")
        self._runs = Runs(parsed.language)
        self.entities: list[Entity] = []
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._by_role: dict[str, list[Entity]] = {}
        self._by_age: dict[str, list[Entity]] = {}
        self._names: list[tuple[Name, ...]] = []
        for number, sentence in enumerate(parsed.sentences):
            self._names.append(tuple(self._found(number, sentence)))
        for entity in self.entities:
            self._settle(entity)
            if entity.led:
                self._lead(entity)
            for role in entity.roles:
                self._by_role.setdefault(role, []).append(entity)
            if entity.age:
                self._by_age.setdefault(entity.age, []).append(entity)

    def _settle(self, entity: Entity) -> None:
        """One word alone, never part of a fuller name, is in news no person unless the text says so."""
        words = self.words
        if (
            len(entity.words) > 1
            or entity.roles
            or entity.age
            or entity.words[0] in words.FEMALE_NAMES | words.MALE_NAMES
        ):
            return
        if not any(len(one.words) > 1 and one.person > 0 for one in self._by_word[entity.words[0]][:_MOST]):
            entity.person = min(entity.person, 0)

    def _lead(self, entity: Entity) -> None:
        """What has a chief under its short name has him under its full one."""
        size = len(entity.words)
        for longer in self._by_word[entity.words[0]][:_MOST]:
            longer.led = longer.led or longer.words[:size] == entity.words

    def names(self, number: int) -> tuple[Name, ...]:
        """The names in a sentence, from left to right."""
        return self._names[number]

    def _found(self, number: int, sentence: Sentence) -> Iterable[Name]:
        for first, last, titles in self._runs.of(sentence.doc):
            tokens = [sentence.doc[place] for place in range(first, last + 1)]
            yield Name(first, last, self._met(number, sentence, tokens, titles), self._runs.gender(titles))

    def _met(self, number: int, sentence: Sentence, tokens: Sequence[Token], titles: Sequence[str]) -> Entity:
        words = tuple(plain(token.text) for token in tokens if token.text not in "-–")
        entity = self._by_words.get(words)
        if entity is None:
            written = sentence.doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1].text)]
            entity = Entity(_cased(written), words)
            self._by_words[words] = entity
            self.entities.append(entity)
            for word in set(words):
                self._by_word.setdefault(word, []).append(entity)
        if sentence.part is Part.BODY:
            entity.seen.append(number)
        self._learn(entity, tokens, titles)
        return entity

    def _learn(self, entity: Entity, tokens: Sequence[Token], titles: Sequence[str]) -> None:
        head = tokens[-1]
        kinds = {token.ent_type_ for token in tokens}
        entity.person += 3 * bool(titles) + ("PERSON" in kinds) - bool(kinds & _THINGS)
        entity.thing += "ORG" in kinds
        entity.place += bool(kinds & _PLACES)
        entity.roles.update(titles)
        if entity.words[-1] in self.words.BODIES or entity.words[-1] in self.words.BODY_SUFFIXES:
            entity.person, entity.thing = entity.person - 9, entity.thing + 1
        beside = set(titles)
        for noun in self._roles(head, tokens[0].i):
            role = noun.lemma_.lower()
            entity.roles.add(role)
            beside.update((role, *(one.lower_ for one in noun.lefts)))
            someone = role in self._runs.people or role in self.words.TITLES
            entity.person += -3 if role in self.words.BODIES else 2 * someone
        entity.ranks |= beside & (self.words.RANKS | self.words.DEPARTMENTS)
        above = head.head
        if head.dep_ in ("poss", "nmod", "compound") and above.i > head.i and tokens[0].lower_ != above.lower_:
            entity.led = entity.led or (above.lemma_.lower() in self.words.LED_BY and not titles)
        age = _age(head)
        if age:
            entity.age, entity.person = age, entity.person + 3
        known = entity.words[0] in self.words.FEMALE_NAMES or entity.words[0] in self.words.MALE_NAMES
        entity.person += known and len(entity.words) > 1
        self._gender(entity)

    def _roles(self, head: Token, first: int) -> Iterable[Token]:
        """The nouns before a name ("municipal commissioner Rafiq Shaikh") and in apposition to it."""
        for one in head.children:
            if (one.dep_ in ("compound", "nmod") and one.i < first and one.tag_ in NOUNS) or (
                one.dep_ == "appos" and one.tag_ in ("NN", "NNS") and one.i > head.i
            ):
                yield one
        above = head.head
        named = above.tag_ in ("NN", "NNS") or above.lower_ in self.words.TITLES
        if head.dep_ == "appos" and named and above.i < head.i:
            yield head.head

    def _gender(self, entity: Entity) -> None:
        words = self.words
        if entity.gender:
            return
        if entity.roles & (words.FEMALE_TITLES | words.FEMALE_NOUNS) or entity.words[0] in words.FEMALE_NAMES:
            entity.gender = "f"
        elif entity.roles & (words.MALE_TITLES | words.MALE_NOUNS) or entity.words[0] in words.MALE_NAMES:
            entity.gender = "m"

    def fullest(self, named: Entity, number: int, gender: str = "") -> Entity:
        """The entity with the fullest name that a name can stand for, seen from a sentence; gender: a title's."""
        last, first = named.words[-1], named.words[0]
        asked = set(named.words)
        holding = [one for one in self._by_word.get(last, [])[:_MOST] if asked <= set(one.words)]
        ends = [one for one in holding if last == one.words[-1] or (len(asked) == 1 and first == one.words[0])]
        pool = [one for one in ends if one.is_person] or ends
        if gender:
            pool = [one for one in pool if one.gender in ("", gender)]
        if not named.is_person and not any(one.is_person for one in pool):
            pool = [one for one in pool if one.may_be_person]
        if not pool:
            return named
        by_end = [one for one in pool if one.words[-1] == last] or pool
        longest = max(len(one.words) for one in by_end)
        return min((one for one in by_end if len(one.words) == longest), key=lambda one: _distance(one, number))

    def holder(self, role: str, number: int, said: frozenset[str] = frozenset()) -> Entity | None:
        """The one person who holds a role ("the mayor"), or None where none or several do.

        said: the words before the role: the deputy mayor is not the mayor, nor the foreign minister the interior one.
        """
        same = (role, *self.words.SAME_ROLE.get(role, ()))
        held = [one for name in same for one in self._by_role.get(name, ())[:_MOST] if one.is_person]
        return self._only([one for one in held if self._is_of_rank(one, said)], number)

    def _is_of_rank(self, entity: Entity, said: frozenset[str]) -> bool:
        ranks, departments = self.words.RANKS, self.words.DEPARTMENTS
        asked, held = said & departments, entity.ranks & departments
        return said & ranks == entity.ranks & ranks and (not asked or not held or bool(asked & held))

    def aged(self, age: str, number: int) -> Entity | None:
        """The one person of an age, or None."""
        return self._only(self._by_age.get(age, [])[:_MOST], number)

    def _only(self, found: Sequence[Entity], number: int) -> Entity | None:
        held = {one.name: one for one in (self.fullest(one, number) for one in found)}
        return next(iter(held.values())) if len(held) == 1 else None


_PLACES = frozenset(("GPE", "LOC", "NORP", "FAC", "DATE", "EVENT", "LAW"))
_THINGS = frozenset(("ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "DATE"))


def _age(head: Token) -> str:
    """The number of "Keith Lomax, 44, ..." behind a name."""
    doc, at = head.doc, head.i
    if at + 2 < len(doc) and doc[at + 1].text == "," and doc[at + 2].text.isdigit() and len(doc[at + 2].text) <= 2:
        closed = at + 3 >= len(doc) or doc[at + 3].is_punct
        return str(doc[at + 2].text) if closed else ""
    return ""


def _distance(entity: Entity, number: int) -> tuple[bool, int]:
    """How far off the last mention before a sentence is; one that is named later only comes after all others."""
    at = bisect_right(entity.seen, number)
    if at:
        return False, number - entity.seen[at - 1]
    return True, entity.seen[0] if entity.seen else 0


def _cased(name: str) -> str:
    """A name in ordinary letters where the text has capitals only ("SALMA RASHID")."""
    words = name.split()
    if all(word.isupper() for word in words) and len(words) > 1 and len(name) > 5:
        return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words)
    return name
