"""What a passive with its agent gives to somebody: "the crash was blamed by police on ice"."""

from collections.abc import Sequence
from types import ModuleType

from spacy.tokens import Token

from claims.engine.extract.endings import Endings
from claims.engine.extract.openings import Stretch
from claims.engine.extract.tree import child


class Passives:
    """Reads passives in sentences of one language. quoted: for each token, the quotation that it stands in."""

    def __init__(self, cues: ModuleType, endings: Endings) -> None:
        self.cues, self.endings = cues, endings

    def of(self, verb: Token, letters: str, quoted: Sequence[int | None]) -> tuple[Stretch, ...] | None:
        """Of "the crash was blamed by police on ice" the crash, and "on ice"."""
        agent, subject = child(verb, "agent"), child(verb, "nsubjpass")
        if agent is None or subject is None or quoted[subject.i] is not None or subject.tag_ in ("WDT", "WP"):
            return None
        clause, source = child(verb, "ccomp"), child(agent, "pobj")
        credits = "p" in letters and any(one in letters for one in "nkba")
        if not credits or source is None or (clause is not None and clause.i > verb.i):
            return None
        first = (subject.left_edge.i, subject.right_edge.i)
        # The parse may hang on the source what the verb says: "blamed by police on ice", "accused by a man of theft".
        hung = [one for one in source.rights if one.dep_ == "prep" and self._says_more(one)]
        more = [one for one in verb.rights if one.i != agent.i and one.dep_ in ("prep", "oprd", "xcomp")]
        if not (hung or more):
            return (first,)
        one = (hung or more)[0]
        end = self.endings.trimmed(verb.doc, one.left_edge.i, one.right_edge.i)
        return (first, (one.left_edge.i, end)) if end > one.left_edge.i else (first,)

    def _says_more(self, preposition: Token) -> bool:
        return child(preposition, "pcomp") is not None or preposition.lower_ in self.cues.BLAMING
