"""Who is named in a version, and whom a short name, a title or a pronoun means.

Everything is read from the version itself. What cannot be told is left open: a wrong name is worse than none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed, Sentence
from claims.engine.records import Part

_PROPER = frozenset(("NNP", "NNPS"))
_ROLE = frozenset(("NN", "NNS", "NNP", "NNPS"))


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name: name as the fullest mention has it; seen: the sentences that mention it."""

    name: str
    words: tuple[str, ...]
    person: bool = False
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: tokens first to last, titles left out."""

    first: int
    last: int
    titles: tuple[str, ...]


class Cast:
    """The names of one version."""

    def __init__(self, parsed: Parsed) -> None:
        self.words = lexicon(parsed.language, "titles")
        self.entities: list[Entity] = []
        self._by_words: dict[tuple[str, ...], Entity] = {}
        self._by_word: dict[str, list[Entity]] = {}
        for number, sentence in enumerate(parsed.sentences):
            if sentence.part is Part.BODY:
                self._read(number, sentence)

    def _read(self, number: int, sentence: Sentence) -> None:
        for name in self.names(sentence):
            tokens = [sentence.doc[at] for at in range(name.first, name.last + 1)]
            words = tuple(_plain(token.text) for token in tokens if token.text not in "-–")
            entity = self._by_words.get(words)
            if entity is None:
                entity = Entity(_cased(sentence.doc.text[tokens[0].idx : tokens[-1].idx + len(tokens[-1].text)]), words)
                self._by_words[words] = entity
                self.entities.append(entity)
                for word in words:
                    self._by_word.setdefault(word, []).append(entity)
            entity.seen.append(number)
            self._learn(entity, tokens, name.titles)

    def names(self, sentence: Sentence) -> Iterator[Name]:
        """The names in a sentence, from left to right."""
        doc, at = sentence.doc, 0
        while at < len(doc):
            if doc[at].tag_ not in _PROPER:
                at += 1
                continue
            end = self._run_end(sentence, at)
            start, titles = at, []
            while start <= end and (_plain(doc[start].text) in self.words.TITLES or doc[start].text in "-–."):
                titles.append(_plain(doc[start].text))
                start += 1
            if start <= end:
                yield Name(start, end, tuple(titles))
            at = end + 1

    def _run_end(self, sentence: Sentence, at: int) -> int:
        doc = sentence.doc
        end = at
        while end + 1 < len(doc):
            following = doc[end + 1]
            if following.tag_ in _PROPER:
                end += 1
            elif end + 2 < len(doc) and doc[end + 2].tag_ in _PROPER and self._joins(following):
                end += 2
            else:
                break
        return end

    def _joins(self, token: Token) -> bool:
        hyphen = token.text in "-–" and not token.whitespace_
        return hyphen or token.lower_ in self.words.NAME_PARTICLES

    def _learn(self, entity: Entity, tokens: Sequence[Token], titles: Sequence[str]) -> None:
        head = tokens[-1]
        if head.ent_type_ == "PERSON" or tokens[0].ent_type_ == "PERSON" or titles:
            entity.person = True
        entity.roles.update(titles)
        for child in head.children:
            if child.dep_ in ("compound", "amod", "nmod") and child.i < tokens[0].i and child.tag_ in _ROLE:
                entity.roles.add(child.lemma_.lower())
            elif child.dep_ == "appos" and child.tag_ in _ROLE:
                entity.roles.add(child.lemma_.lower())
        if head.dep_ == "appos" and head.head.tag_ in _ROLE and head.head.i < head.i:
            entity.roles.add(head.head.lemma_.lower())
        self._gender(entity)

    def _gender(self, entity: Entity) -> None:
        if entity.gender:
            return
        if entity.roles & self.words.FEMALE_TITLES or entity.roles & self.words.FEMALE_NOUNS:
            entity.gender = "f"
        elif entity.roles & self.words.MALE_TITLES or entity.roles & self.words.MALE_NOUNS:
            entity.gender = "m"
        elif entity.words and entity.words[0] in self.words.FEMALE_NAMES:
            entity.gender = "f"
        elif entity.words and entity.words[0] in self.words.MALE_NAMES:
            entity.gender = "m"

    def fullest(self, words: Sequence[str], sentence: int) -> Entity | None:
        """Whom a name means: the entity with the fullest name that holds these words."""
        plain = tuple(_plain(word) for word in words if word not in "-–")
        if not plain:
            return None
        holding = [one for one in self._by_word.get(plain[-1], ()) if set(plain) <= set(one.words)]
        if not holding:
            return None
        people = [one for one in holding if one.person and (one.words[-1] == plain[-1] or one.words[0] == plain[0])]
        pool = people or [one for one in holding if one.words == plain] or holding
        longest = max(len(one.words) for one in pool if len(one.words) <= 5) if any(len(o.words) <= 5 for o in pool) else 0
        best = [one for one in pool if len(one.words) == longest] or pool
        return min(best, key=lambda one: _distance(one, sentence))

    def by_role(self, nouns: Sequence[str], sentence: int) -> Entity | None:
        """The one person who holds a role ("the chief electoral officer"), or None where none or several do."""
        holders = [one for one in self.entities if one.person and nouns[-1] in one.roles and len(one.words) > 0]
        full = [one for one in holders if len(one.words) > 1] or holders
        names = {self.fullest(one.words, sentence).name for one in full if self.fullest(one.words, sentence)}  # type: ignore[union-attr]
        if len(names) == 1:
            return self.fullest(full[0].words, sentence)
        return None


def _distance(entity: Entity, sentence: int) -> tuple[bool, int]:
    """How far off the last mention before a sentence is; one that is named later only comes after all others."""
    before = [number for number in entity.seen if number <= sentence]
    return (not before, sentence - before[-1] if before else entity.seen[0])


def _plain(word: str) -> str:
    return word.lower().strip(".").replace("’", "'")


def _cased(name: str) -> str:
    """A name in ordinary letters where the text has capitals only ("SALMA RASHID")."""
    words = name.split()
    if len(name) > 4 and all(word.isupper() for word in words) and (len(words) > 1 or len(name) > 5):
        return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words)
    return name
