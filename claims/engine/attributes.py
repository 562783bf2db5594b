"""Word classes, forms and lemmas of parsed tokens, as the rules of a pipeline give them, each worked out once.

spaCy's attribute ruler tries every rule at every token. Nearly all of its rules look at one token alone: its letters,
its tag and its relation; so what they and the lemmatizer make of those three is remembered. A sentence in which one of
the few rules of several tokens holds goes through the pipeline's own components.
"""

from dataclasses import dataclass, field

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Token

RULED = ("attribute_ruler", "lemmatizer")
# Words of news in memory; more than these only a flood of invented ones would bring.
_MOST = 100_000
_Key = tuple[int, int, int]
_Attributes = tuple[int, int, int, str, int]


@dataclass(slots=True)
class Attributes:
    """Sets tag, class, relation, form and lemma on the tokens of a language's documents."""

    pipeline: Language
    _wide: Matcher = field(init=False)
    _known: dict[_Key, _Attributes] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._wide = Matcher(self.pipeline.vocab)
        for number, rule in enumerate(self.pipeline.get_pipe(RULED[0]).patterns):  # type: ignore[attr-defined]
            wide = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if wide:
                self._wide.add(str(number), wide)

    def set(self, doc: Doc) -> None:
        """Gives a tagged and parsed document what the ruler and the lemmatizer would give it."""
        if self._wide(doc, allow_missing=True):
            self._ruled(doc)
            return
        for token in doc:
            key = token.orth, token.tag, token.dep
            found = self._known.get(key)
            token.tag, token.pos, token.dep, form, token.lemma = self._learnt(key) if found is None else found
            token.set_morph(form)  # type: ignore[attr-defined]  # spaCy's stubs lack it

    def _learnt(self, key: _Key) -> _Attributes:
        alone = Doc(self.pipeline.vocab, words=[self.pipeline.vocab.strings[key[0]]], spaces=[False])
        token: Token = alone[0]
        _, token.tag, token.dep = key
        self._ruled(alone)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = found = token.tag, token.pos, token.dep, str(token.morph), token.lemma
        return found

    def _ruled(self, doc: Doc) -> None:
        for name in RULED:
            self.pipeline.get_pipe(name)(doc)
