"""A row of the queue: the claim in its words, why it is here, who has it, and by when."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.urls import reverse

from claims.enums import ClaimState, Kind, Priority
from claims.queries.queue_rows import QueueClaim
from claims.web.content import value_words
from claims.web.words import STATES, due_words, initials_of, name_of

# A row has one line for the claim; what is longer is read on the article.
LONGEST = 180
FLAGGED = "flagged"
# What was sent back or changed wants the same person to act again, so it bears the same sign; the word tells which.
SIGNS = {ClaimState.SENT_BACK: ClaimState.RECHECK}


@dataclass(frozen=True)
class QueueRow:
    """What the template of a row reads. now: what deadlines are told from."""

    found: QueueClaim
    now: datetime
    chosen: bool = False
    focused: bool = False

    # Text, not numbers: a template would look up for each number how the language writes it, some hundred times a page.
    @cached_property
    def key(self) -> str:
        return str(self.found.claim.pk)

    @property
    def address(self) -> str:
        """Where the claim stands: its article, with the claim chosen."""
        article = reverse("article", args=[self.found.claim.article_id])
        return f"{article}?claim={self.key}#m{self.key}"

    @property
    def version(self) -> str:
        mention = self.found.mention
        return f", version {mention.version.number}" if mention else ""

    @property
    def sign(self) -> str:
        """The state as the stylesheet knows it."""
        state = ClaimState(self.found.claim.state)
        return SIGNS.get(state, state).value

    @cached_property
    def state(self) -> str:
        return STATES[ClaimState(self.found.claim.state)]

    @cached_property
    def words(self) -> tuple[str, str, str]:
        """The words of the claim before, in and after its value."""
        mention = self.found.mention
        if mention is None:
            return "", f"C-{self.key}", ""
        if mention.kind == Kind.QUOTE:
            return "", f"“{_cut(mention.text)}”", f", {mention.claimant}" if mention.claimant else ""
        value = value_words(mention) if mention.value_start is not None else ""
        before, value, after = mention.text.partition(value) if value else ("", "", mention.text)
        return before, value, _cut(after)

    @property
    def urgency(self) -> str:
        """The priority in a word; "" for what is as usual."""
        priority = Priority(self.found.claim.priority)
        return "" if priority is Priority.NORMAL else priority.name.capitalize()

    @cached_property
    def due(self) -> str:
        due = self.found.claim.due_at
        return due_words(due, self.now) if due else ""

    @property
    def due_is_near(self) -> bool:
        due = self.found.claim.due_at
        return due is not None and (due - self.now).total_seconds() < 3_600

    @cached_property
    def who(self) -> str:
        assignee = self.found.claim.assignee
        return name_of(assignee) if assignee else ""

    @property
    def initials(self) -> str:
        assignee = self.found.claim.assignee
        return initials_of(assignee) if assignee else ""

    @cached_property
    def why(self) -> str:
        """Why the claim is in the queue, in one sentence."""
        found = self.found
        if found.comment:
            return f"{name_of(found.comment.by)}: {_cut(found.comment.text)}"
        if found.flags:
            return found.flags[0].reason
        if found.claim.state in {ClaimState.SENT_BACK, ClaimState.RECHECK, ClaimState.NOT_CHECKABLE}:
            return self._moved()
        if found.claim.glance and found.mention:
            return f"Other words in version {found.mention.version.number}"
        if found.verdict and found.claim.state in {ClaimState.REVIEW, ClaimState.APPROVED}:
            return found.verdict.get_rating_display()
        return self._evidence()

    @property
    def notes(self) -> list[str]:
        """What else is worth a word."""
        found = self.found
        notes = []
        if len(found.flags) > 1 or (found.flags and found.comment):
            notes.append(f"{len(found.flags)} open flag{'s' if len(found.flags) > 1 else ''}")
        if found.verdict:
            notes.append(self._verdict())
        if found.claim.state in {ClaimState.SENT_BACK, ClaimState.NOT_CHECKABLE} and found.move and found.move.by:
            notes.append(f"by {name_of(found.move.by)}")
        if self.why != self._evidence():
            notes.append(self._evidence())
        return notes

    def _moved(self) -> str:
        found = self.found
        told = found.move.reason if found.move else ""
        return told or (found.mention.outcome_reason if found.mention else "")

    def _verdict(self) -> str:
        verdict = self.found.verdict
        assert verdict is not None
        told = f"Revision {verdict.revision} by {name_of(verdict.author)}"
        if self.why == verdict.get_rating_display():
            return told
        return f"{told}: {verdict.get_rating_display().lower() if verdict.rating else 'no rating yet'}"

    def _evidence(self) -> str:
        count = self.found.evidence
        return f"{count} piece{'s' if count > 1 else ''} of evidence" if count else "No evidence yet"


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
