"""Gives a source its name: the fullest that the version has for it, or None where the text does not tell."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from claims.engine.extract.bodies import Bodies
from claims.engine.extract.named import NOBODY, Named
from claims.engine.extract.people import Cast, Entity
from claims.engine.extract.pronouns import Pronouns
from claims.engine.extract.tree import NOUNS, PROPER, child, noun_end, noun_start, text_between
from claims.engine.extract.turns import Turn
from claims.engine.lexicon import lexicon
from claims.engine.parse import Parsed, Sentence
from claims.engine.records import Span

# The paragraphs of a text that can speak of somebody before naming him.
_LEAD = 2
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_HEADS = frozenset(("appos", "nsubj", "nsubjpass", "dobj", "ROOT", "dep"))


class Namer:
    """Names the sources of one version, sentence by sentence in the order of the text."""

    def __init__(self, parsed: Parsed, cast: Cast, turns: Mapping[int, Turn], publisher: str = "") -> None:
        self.parsed, self.cast, self.turns, self.publisher = parsed, cast, turns, publisher
        self.words = cast.words
        self.people: frozenset[str] = lexicon(parsed.language, "people").PEOPLE
        self.evidence: frozenset[str] = lexicon(parsed.language, "cues").EVIDENCE
        self.messages: frozenset[str] = lexicon(parsed.language, "cues").MESSAGES
        self.bodies = Bodies(parsed, cast)
        self.pronouns = Pronouns(parsed, cast, self._phrase)

    def remember(self, number: int, named: Named) -> None:
        """Keeps a source that spoke in a sentence."""
        if named.name is not None:
            self.pronouns.said(number, named)
            self.bodies.spoke(number, named.name, (named.body or not named.person) and not named.plural)

    def name(self, number: int, head: Token, skipped: list[Span], edges: tuple[int, int] = (0, 0)) -> Named:
        """The name of the source with this head, whose phrase reaches over edges (tokens, both included).

        skipped: stretches of the text whose names cannot be meant, such as quotations.
        """
        low = head.lower_
        if low in self.words.SPEAKER:
            return self.own_voice(number, low not in self.words.SPEAKER_ALONE)
        if low in self.words.SHE or low in self.words.HE:
            return self.pronouns.person(number, head, "f" if low in self.words.SHE else "m", skipped)
        if low in self.words.IT or low in self.words.THEY:
            return self.pronouns.thing(number, head, low in self.words.THEY)
        shouted = head.text.isupper() and len(head.text) > 1 and head.tag_ != "DT"
        if low in self.words.NO_SOURCE and not shouted and child(head, "prep") is None:
            return NOBODY
        return self._phrase(number, self._proper_head(number, head, edges), skipped, edges[1])

    def own_voice(self, number: int, plural: bool = True) -> Named:
        """ "I" is the speaker of a turn, "we" also the publisher of a statement."""
        turn = self.turns.get(number)
        if turn is None and self.publisher and plural:
            return Named(self.publisher, body=True)
        return Named(turn.name if turn else None, person=True)

    def name_inside(self, number: int, head: Token, quoted: Sequence[int | None]) -> Named:
        """The name of a source inside a quotation, where "we" is no publisher and "he" may be the speaker's son."""
        low = head.lower_
        if low in self.words.SPEAKER:
            turn = self.turns.get(number)
            return Named(turn.name if turn else None, person=True)
        if low in self.words.SHE or low in self.words.HE:
            kin = self.words.FEMALE_NOUNS if low in self.words.SHE else self.words.MALE_NOUNS
            for name in self.cast.names(number):
                if quoted[name.first] is None and name.entity.roles & kin & self.words.KIN:
                    entity = self.cast.fullest(name.entity, number)
                    return Named(entity.name, person=True, gender=entity.gender)
        return self.name(number, head, [])

    def _proper_head(self, number: int, head: Token, edges: tuple[int, int]) -> Token:
        """Of "the drug's maker, Aurelis" the name; of "the emergency service's controller Helen Marsh" too."""
        somebody = self._entity(number, head) if head.tag_ in PROPER else None
        apart = somebody is not None and somebody.is_person and head.i < edges[1]
        for name in reversed(self.cast.names(number)) if not apart else ():
            if name.last == edges[1] > head.i and edges[0] <= name.first and head.doc[name.last].dep_ in _HEADS:
                return head.doc[name.last]
        made = child(head, "acl") if head.lemma_.lower() in self.evidence else None
        agent = child(made, "agent") if made is not None and made.i == head.i + 1 else None
        if agent is not None:
            return child(agent, "pobj") or head
        appos = child(head, "appos")
        if head.tag_ not in PROPER and appos is not None and appos.tag_ in PROPER and appos.i > head.i:
            return appos
        return head

    def _phrase(self, number: int, head: Token, skipped: list[Span], limit: int = 0) -> Named:
        """The name of a noun. limit: the token at which its phrase ends, where that lies behind it."""
        sentence = self.parsed.sentences[number]
        if head.tag_ in PROPER:
            entity = self._entity(number, head)
            if entity is not None and entity.is_person:
                return Named(entity.name, person=True, gender=entity.gender)
            full = self.bodies.in_full(head.text)
            if full is not None:
                return Named(full, body=True)
        if head.tag_ not in PROPER or head.lower_ in self.words.TITLES:
            meant = self._meant(number, head)
            if meant is not None:
                return meant
        text = self._text(number, sentence, head, skipped, limit)
        lemma = head.lemma_.lower()
        proper = head.tag_ in PROPER
        kind = "" if proper else self.words.ANONYMOUS.get(lemma, "")
        body = proper or lemma in self.words.BODIES
        person = not body and (bool(kind) or lemma in self.people or lemma in self.words.TITLES)
        gender = "f" if lemma in self.words.FEMALE_NOUNS else "m" if lemma in self.words.MALE_NOUNS else ""
        return Named(text, kind, person, gender, head.tag_ in ("NNS", "NNPS"), body)

    def _meant(self, number: int, head: Token) -> Named | None:
        """Whom a noun with "the" stands for: a person with that role or age, an organisation named before."""
        first = noun_start(head)
        age = self.words.YEARS_OLD.search(text_between(head.doc, head.doc[max(0, head.i - 4)], head))
        if age is not None:
            entity = self.cast.aged(age.group(1), number)
            if entity is not None:
                return Named(entity.name, person=True, gender=entity.gender)
            return self.pronouns.person(number, head, "", []) if head.lower_ == age.group(2) else None
        lemma = head.lemma_.lower()
        definite = first.lower_ in self.words.DEFINITE or first.i == head.i
        # A lead may say "a judge" and leave the name to a later paragraph.
        lead = first.lower_ in self.words.ARTICLES and self.parsed.sentences[number].paragraph < _LEAD
        if not (definite or lead) or head.tag_ not in NOUNS or head.tag_ == "NNS" or lemma in self.words.MANY:
            return None
        holder = self.cast.holder(lemma, number, frozenset(one.lower_ for one in head.lefts))
        if holder is not None:
            return Named(holder.name, person=True, gender=holder.gender)
        told = lemma in self.words.BODIES and (head.i - first.i == 1 or self._describes(first, head))
        name = self._body(number, lemma, definite) if told else None
        return Named(name, body=True) if name is not None else None

    def _describes(self, first: Token, head: Token) -> bool:
        """Whether the words before a body's noun only describe it: "the Leeds-based builder", not "a rival builder"."""
        between = head.doc[first.i + 1 : head.i]
        based = any(one.lower_ in self.words.BASED for one in between)
        named = any(one.tag_ in PROPER for one in between) and not based
        other = any(one.lower_ in self.words.OTHERS for one in between)
        noun = head.lemma_.lower()
        return (noun in self.words.GENERIC_BODIES or noun in self.words.COMPANY_NOUNS) and not named and not other

    def _body(self, number: int, noun: str, definite: bool) -> str | None:
        """The organisation that a noun stands for; the publisher's own noun for the publisher."""
        if noun in self.publisher.lower().split():
            return self.publisher
        if definite:
            return self.bodies.meant(number, noun)
        return self.bodies.called(number, noun) or self.bodies.only(noun)

    def _entity(self, number: int, head: Token) -> Entity | None:
        for name in self.cast.names(number):
            if name.first <= head.i <= name.last:
                return self.cast.fullest(name.entity, number, name.gender)
        return None

    def _text(self, number: int, sentence: Sentence, head: Token, skipped: list[Span], limit: int) -> str:
        """The noun phrase as the text has it, a possessive pronoun resolved where that is certain."""
        first, last = noun_start(head), noun_end(head)
        if head.i <= limit < last.i:
            last = sentence.doc[limit]
        text = text_between(sentence.doc, first, last)
        if first.i != head.i and first.lower_ in self.words.OWNERS:
            owner = self.name(number, first, skipped)
            if owner.name is not None:
                return f"{owner.name}’s {text_between(sentence.doc, first.nbor(1), last)}"
        text = self._of_body(number, head, last, text)
        return text[0].lower() + text[1:] if first.lower_ in self.words.ARTICLES else text

    def _of_body(self, number: int, head: Token, last: Token, text: str) -> str:
        """ "Lawyers for the company" with the company's name."""
        inner = child(head, "prep") if head.lemma_.lower() not in self.words.UNNAMED else None
        body = child(inner, "pobj") if inner is not None else None
        if body is None or body.i != last.i or body.lemma_.lower() not in self.words.BODIES:
            return text
        first = noun_start(body)
        if first.lower_ not in self.words.DEFINITE or body.i - first.i != 1:
            return text
        name = self.bodies.meant(number, body.lemma_.lower())
        return text.removesuffix(text_between(head.doc, first, body)) + name if name is not None else text

    def subject(self, number: int) -> str | None:
        """The person that a sentence is about, by name, or None where its subject is no named person."""
        head = self._subject(number)
        named = self.name(number, head, []) if head is not None else NOBODY
        return named.name if named.person and not named.anonymous else None

    def announcer(self, number: int, colon: int) -> str | None:
        """Whom a sentence is about up to its colon: a person, a body, a document; None for other things.

        colon: its offset in the part.
        """
        sentence = self.parsed.sentences[number]
        at = colon - sentence.span.start
        subjects = (one for one in sentence.doc if one.dep_ in _SUBJECTS and one.idx < at and one.head.idx < at)
        head = next((one for one in subjects if one.head.dep_ == "ROOT" or one.head.head.idx > at), None)
        if head is None:
            return None
        named = self.name(number, head, [])
        lemma = head.lemma_.lower()
        speaks = named.person or named.body or lemma in self.evidence or lemma in self.messages
        return named.name if speaks else None

    def _subject(self, number: int) -> Token | None:
        doc = self.parsed.sentences[number].doc
        return next((one for one in doc if one.dep_ in _SUBJECTS and one.head.dep_ == "ROOT"), None)
