"""The credits of a sentence as a note (see `claims/engine/notes.py`), and back."""

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.tokens import Doc

from claims.engine.extract.spoken import Credit


def to_note(credits: Iterable[Credit]) -> list[list[Any]]:
    """Each credit with its tokens by their numbers."""
    return [
        [
            *(one.verb.i, list(one.cue), one.source.i, list(one.edges), [list(stretch) for stretch in one.content]),
            *(one.frame, one.before, one.denied, one.asserted, one.rule),
        ]
        for one in credits
    ]


def from_note(note: Sequence[Sequence[Any]], doc: Doc) -> list[Credit]:
    """The credits of a note in the parse of a sentence with the same letters."""
    return [
        Credit(doc[verb], (cue[0], cue[1]), doc[source], (edges[0], edges[1]), _pairs(content), *rest)
        for verb, cue, source, edges, content, *rest in note
    ]


def _pairs(content: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((first, last) for first, last in content)
