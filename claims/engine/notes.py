"""What was found in single sentences, so that the next version of a document need not look again.

A note stands beside its sentence with everything that the finding depended on besides the sentence's letters. It holds
in another version only where all of that is the same, so that a look into the notes gives what a new look would.
"""

from collections.abc import Mapping, MutableMapping
from typing import Any

# By reader, what a finding depended on and what was found, both as JSON has them: lists, text, whole numbers, None.
Note = tuple[Any, Any]


class Notes:
    """The notes of one version, each by reader and by the letters of its sentence."""

    def __init__(self, earlier: Mapping[str, Mapping[str, Note]] | None = None) -> None:
        """earlier: for each sentence of the version before, its notes by reader."""
        self._earlier = earlier or {}
        self._kept: dict[str, MutableMapping[str, Note]] = {}

    def found(self, reader: str, text: str, given: Any) -> Any:
        """What a reader found in a sentence of the version before, or None where it must look for itself.

        given: all that it depends on besides the letters.
        """
        note = self._earlier.get(text, {}).get(reader)
        if note is None or note[0] != given:
            return None
        self._kept.setdefault(text, {})[reader] = note
        return note[1]

    def keep(self, reader: str, text: str, given: Any, found: Any) -> None:
        """Notes what a reader found. Of a sentence that stands in a text twice the last note is kept."""
        self._kept.setdefault(text, {})[reader] = given, found

    def of(self, text: str) -> Mapping[str, Note]:
        """All notes on a sentence of this version, by reader."""
        return self._kept.get(text, {})
