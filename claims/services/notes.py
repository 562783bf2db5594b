"""Drafts of the notes that tell readers what changed: what the changes suggest, and what people wrote."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from claims.engine.compare.suggestions import draft_line
from claims.engine.noting import note_kind, note_text, told_as
from claims.engine.records import Comparison
from claims.enums import Answer, FlagState, FlagType, NoteKind, Rating, Relation
from claims.errors import StaleNote, WrongRole
from claims.models import ContradictionFlag, NoteDraft
from claims.permissions import write_notes
from claims.queries.versions import Step, VersionPair, is_silent
from claims.services import rows
from sources.engine.text import clean
from sources.models import ArticleVersion


def write(
    earlier: ArticleVersion, later: ArticleVersion, kind: NoteKind, text: str, *, edits: int, by: User
) -> NoteDraft:
    """Keeps what a person wrote for a note. edits: of the draft that the person saw, 0 where there was none.

    Raises WrongRole, and StaleNote where somebody saved another text in the meantime.
    """
    if not write_notes(by):
        raise WrongRole("This takes a role on the desk.")
    words = clean(text).text
    one = NoteDraft.objects.filter(earlier=earlier, later=later, kind=kind)
    if edits:
        saved = one.filter(edits=edits).update(text=words, by=by, edits=F("edits") + 1, changed_at=timezone.now())
    else:
        saved = _first(earlier, later, kind, words, by)
    draft = one.select_related("by").first()
    if not saved or draft is None:
        who = draft.by.get_full_name() or draft.by.username if draft else "somebody"
        raise StaleNote(f"Changed by {who} in the meantime. Nothing of yours was kept yet; both texts stand below.")
    return draft


def _first(earlier: ArticleVersion, later: ArticleVersion, kind: NoteKind, text: str, by: User) -> int:
    try:
        with transaction.atomic():
            NoteDraft.objects.create(earlier=earlier, later=later, kind=kind, text=text, by=by)
    except IntegrityError:  # somebody saved the first one a moment ago
        return 0
    return 1


def suggested(pair: VersionPair) -> dict[NoteKind, str]:
    """What the changes that no note names suggest for either note, each in the order of the text.

    A change that was dismissed is none. Where a person chose the line of the note that settles a flag, it is that one.
    """
    lines: dict[NoteKind, list[str]] = {kind: [] for kind in NoteKind}
    steps = [step for step in pair.steps if step.old and step.new and _untold(step.flags)]
    before = rows.placed([step.old for step in steps if step.old])
    after = rows.placed([step.new for step in steps if step.new])
    for step, old, new in zip(steps, before, after, strict=True):
        told = _untold(step.flags)
        relation = told_as(_relation(told), _rating(step))
        answer = Comparison(
            Answer.CONTRADICTS, told[-1].rule, ("", ""), told[-1].reason, FlagType(told[-1].type), relation
        )
        line = _chosen(told) or draft_line(old, new, answer, pair.later.language)
        lines[note_kind(relation)].append(line)
    for flag in pair.other_flags:
        if _untold([flag]):
            lines[note_kind(Relation(flag.relation))].append(_chosen([flag]) or flag.suggestion)
    published = {version.note for version in pair.versions}
    return {kind: note_text(line for line in found if line not in published) for kind, found in lines.items()}


def _untold(flags: Sequence[ContradictionFlag]) -> list[ContradictionFlag]:
    """The changes that the note has to tell readers of: silent ones, and those that were settled by a line of it."""
    return [flag for flag in flags if is_silent(flag) or (flag.state == FlagState.RESOLVED and _chosen([flag]))]


def _chosen(flags: Sequence[ContradictionFlag]) -> str:
    """The line by which a person settled a change, the latest one of several; "" where none did."""
    lines = [moves[-1].note for flag in flags if (moves := list(flag.moves.all())) and flag.silent]
    return next((line for line in reversed(lines) if line), "")


def _relation(flags: Sequence[ContradictionFlag]) -> Relation:
    conflict = any(flag.relation == Relation.CONFLICT for flag in flags)
    return Relation.CONFLICT if conflict else Relation.UPDATE


def _rating(step: Step) -> Rating | None:
    verdict = step.verdict
    return Rating(verdict.rating) if verdict and verdict.rating else None
