"""A row in the list of revisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.enums import Kind
from claims.models import Verdict
from claims.web.content import value_words
from claims.web.words import name_of

LONGEST = 120


@dataclass(frozen=True)
class ReviewRow:
    """ticked: chosen, in a list that comes back with a refusal. refusal: why this one stands in the way."""

    verdict: Verdict
    ticked: bool = False
    refusal: str = ""

    @cached_property
    def words(self) -> tuple[str, str, str]:
        """The words that are judged before, in and after their value."""
        mention = self.verdict.mention
        if mention.kind == Kind.QUOTE:
            return f"{mention.claimant}: " if mention.claimant else "", f"“{_cut(mention.text)}”", ""
        value = value_words(mention) if mention.value_start is not None else ""
        before, value, after = mention.text.partition(value) if value else ("", "", mention.text)
        return before, value, _cut(after)

    @property
    def author(self) -> str:
        return name_of(self.verdict.author)

    @property
    def passages(self) -> int:
        """How many passages it was submitted on; they have to be loaded."""
        return len(self.verdict.stands_on.all())


def rows_of(
    verdicts: Sequence[Verdict], *, ticked: Sequence[str] = (), refused: Mapping[int, str] | None = None
) -> list[ReviewRow]:
    """The rows of revisions, in their order."""
    return [ReviewRow(row, str(row.pk) in ticked, (refused or {}).get(row.pk, "")) for row in verdicts]


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
