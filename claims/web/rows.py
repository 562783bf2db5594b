"""A claim as one line, and a flag with its two sides."""

from dataclasses import dataclass

from claims.models import ContradictionFlag, FlagMove, Mention
from claims.queries.reading import Listed
from claims.web.content import Side, value_words


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A flag with its two sides, the earlier one first."""

    flag: ContradictionFlag
    a: Side
    b: Side

    @property
    def decision(self) -> FlagMove | None:
        """The move that brought the flag to where it stands; None where it never moved. The moves have to be loaded."""
        return next(reversed(self.flag.moves.all()), None)

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Row:
    """A mention in the list of claims: the words before, in and after its value."""

    mention: Mention | Listed
    state: str
    before: str
    value: str
    after: str


def row_of(mention: Mention | Listed, state: str) -> Row:
    """A mention with its value set apart; a state is what its mark shows."""
    value = "" if mention.value_start is None else value_words(mention)
    before, value, after = mention.text.partition(value) if value else ("", "", mention.text)
    return Row(mention, state, before, value, after)
