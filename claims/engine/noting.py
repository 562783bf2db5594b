"""Which note tells readers of a change, and the text of that note."""

from collections.abc import Iterable

from claims.enums import NoteKind, Rating, Relation

# What we found of the old words decides, where we found anything: wrong is an error, outdated is none.
_BY_RATING = {
    Rating.WRONG: NoteKind.CORRECTION,
    Rating.CONFIRMED_WITH_CHANGE: NoteKind.CORRECTION,
    Rating.OUTDATED: NoteKind.UPDATE,
    Rating.CONFIRMED: NoteKind.UPDATE,
}
_BY_RELATION = {Relation.UPDATE: NoteKind.UPDATE, Relation.CONFLICT: NoteKind.CORRECTION}


def note_kind(relation: Relation, rating: Rating | None = None) -> NoteKind:
    """An update where the world moved, a correction where the old words were wrong.

    relation: of the two values. rating: of the verdict on the old ones, None where there is none.
    """
    return _BY_RATING.get(rating, _BY_RELATION[relation]) if rating else _BY_RELATION[relation]


def told_as(relation: Relation, rating: Rating | None = None) -> Relation:
    """The relation in whose words the line for the note is drafted."""
    return Relation.UPDATE if note_kind(relation, rating) is NoteKind.UPDATE else Relation.CONFLICT


def note_text(lines: Iterable[str]) -> str:
    """A draft of a note: each line once, in the order given."""
    return "\n".join(dict.fromkeys(line.strip() for line in lines if line.strip()))
