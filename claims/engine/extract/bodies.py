"""Which organisation "the company", "the union" or "the force" stands for."""

import re
from bisect import bisect_right

from spacy.tokens import Token

from claims.engine.extract.people import Cast, Entity
from claims.engine.extract.tree import NOUNS, PROPER, noun_start, text_between
from claims.engine.parse import Parsed

# How many sentences back such a word can reach, and how far police may be from "the force".
_REACH = 10
_FAR = 60
# Letters in brackets behind the name that they are short for, within so many characters.
_SHORT = re.compile(r"\(([A-Z]{2,8})\)")
_WORD = re.compile(r"[^\W\d_][\w'’&-]*")
_LONGEST_NAME = 120


class Bodies:
    """The organisations of one version, by the nouns in their names and by who was spoken of last."""

    def __init__(self, parsed: Parsed, cast: Cast) -> None:
        self.parsed, self.cast, self.words = parsed, cast, cast.words
        self._called: dict[str, list[tuple[int, str]]] = {}
        self._spoke: dict[int, list[tuple[str, bool]]] = {}
        self._short: dict[str, str] = {}
        self._only: dict[str, str | None] = {}
        for number, sentence in enumerate(parsed.sentences):
            self._shorten(sentence.text)
            for token in sentence.doc:
                if token.lower_ in self.words.BODIES and token.tag_ in NOUNS:
                    self._call(number, token)

    def _shorten(self, text: str) -> None:
        """Keeps what the letters of "the Grain Export Board (GEB)" stand for."""
        for found in _SHORT.finditer(text) if "(" in text else ():
            words = list(_WORD.finditer(text, max(0, found.start() - _LONGEST_NAME), found.start()))
            for size in range(len(found.group(1)), min(len(words), len(found.group(1)) + 3) + 1):
                letters = "".join(one.group()[0] for one in words[-size:] if one.group()[0].isupper())
                if letters == found.group(1) and words[-size].group()[0].isupper():
                    self._short.setdefault(found.group(1), text[words[-size].start() : words[-1].end()])
                    break

    def in_full(self, short: str) -> str | None:
        """The name that a version gives before the letters in brackets, or None."""
        return self._short.get(short)

    def _call(self, number: int, head: Token) -> None:
        """Keeps "the TDU union", to be found again by its noun."""
        first = noun_start(head)
        if first.i == head.i or first.tag_ == "PRP$" or not any(one.tag_ in PROPER for one in head.lefts):
            return
        start = first.nbor(1) if first.lower_ in self.words.ARTICLES else first
        self._called.setdefault(head.lower_, []).append((number, text_between(head.doc, start, head)))

    def spoke(self, number: int, name: str, is_body: bool) -> None:
        """Keeps that somebody was credited with something in a sentence."""
        self._spoke.setdefault(number, []).append((name, is_body and self._bare(name)[:1].isupper()))

    def _bare(self, name: str) -> str:
        first, _, rest = name.partition(" ")
        return rest if first in self.words.ARTICLES and rest else name

    def meant(self, number: int, noun: str) -> str | None:
        """The name behind "the" and a noun in a sentence, or None where the text does not tell."""
        called = self.called(number, noun)
        if called is not None:
            return called
        others = self.words.OTHER_NAMES.get(noun, frozenset())
        for back in range(number, max(-1, number - _FAR), -1) if others else ():
            for name, _ in reversed(self._spoke.get(back, ())):
                if others & set(name.lower().split()):
                    return name
        near = self._best(number, noun) if noun in self.words.GENERIC_BODIES else None
        return near or (self.only(noun) if noun in self.words.COMPANY_NOUNS else None)

    def called(self, number: int, noun: str) -> str | None:
        """The organisation with a noun in its name that was last named before a sentence, or else first behind it."""
        found = self._called.get(noun, [])
        at = bisect_right(found, number, key=lambda one: one[0]) - 1
        return found[max(at, 0)][1] if found else None

    def only(self, noun: str) -> str | None:
        """The one organisation of a whole version that a noun can stand for, or None where none or several can."""
        if noun not in self._only:
            called = [one for one in self.cast.entities if noun in one.roles and not self._is_somebody(one)]
            fits = called or [one for one in self.cast.entities if self._is_company(one, noun)]
            names = {self.cast.fullest(one, 0).name for one in fits}
            self._only[noun] = names.pop() if len(names) == 1 else None
        return self._only[noun]

    def _is_somebody(self, entity: Entity) -> bool:
        return entity.is_person and (len(entity.words) > 1 or entity.person > 2)

    def _is_company(self, entity: Entity, noun: str) -> bool:
        # A given name and a surname such as Power say as much for a person as a title does.
        known = entity.words[-1] in self.words.COMPANY_SUFFIXES and len(entity.words) > 1 and entity.person < 2
        return noun in self.words.COMPANY_NOUNS and (known or entity.led) and not self._is_public(entity.name)

    def _best(self, number: int, noun: str) -> str | None:
        """Of the organisations named shortly before, the one that most speaks for."""
        scores: dict[str, float] = {}
        for back in range(number, max(-1, number - _REACH), -1):
            for name, is_body in self._spoke.get(back, ()):
                if is_body and not self._is_of_another_kind(name, noun):
                    scores[name] = max(scores.get(name, 0.0), 8.0 - 2 * (number - back))
            for one in self.cast.names(back):
                head = self.parsed.sentences[back].doc[one.last]
                entity = self.cast.fullest(one.entity, number)
                worth = self._worth(entity, noun) + (head.dep_ in ("nsubj", "nsubjpass")) - (number - back) / 4
                if back < number:
                    scores[entity.name] = max(scores.get(entity.name, 0.0), worth)
        best = max(scores, key=lambda name: scores[name], default=None)
        return best if best is not None and scores[best] >= 2 else None

    def _is_of_another_kind(self, name: str, noun: str) -> bool:
        """Whether a name's own last word tells that it is no union, no club: "the Harbour Council"."""
        if noun in self.words.COMPANY_NOUNS and self._is_public(name):
            return True
        last = name.lower().split()[-1]
        kind = last in self.words.BODIES or last in self.words.BODY_SUFFIXES
        return noun in self.words.KINDS and kind and last != noun and last not in self.words.TEAMS

    def _is_public(self, name: str) -> bool:
        return any(word in self.words.PUBLIC_BODIES for word in name.lower().split())

    def _worth(self, entity: Entity, noun: str) -> float:
        """How much speaks for an organisation of that kind."""
        company = self._is_company(entity, noun)
        if self._is_of_another_kind(entity.name, noun):
            return -9.0
        if (entity.place > entity.thing or self._is_somebody(entity)) and not company:
            return -9.0
        return 4.0 * company + 2.0 * (noun in entity.roles) + min(entity.thing, 2) + min(len(entity.seen), 4) / 2
