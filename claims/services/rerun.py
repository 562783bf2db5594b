"""A version that is read again, by a later engine: what is found again keeps its row, its claim, its decisions."""

from collections.abc import Iterable, Sequence

from django.db.models import Q

from claims.engine.records import Figure, Record, Span
from claims.enums import FlagState
from claims.models import Claim, ContradictionFlag, Mention
from claims.services.by_hand import RULE as BY_HAND
from sources.models import ArticleVersion

# Of the union of two spans, so much has to be common to take them for one mention that is read a little differently.
OVERLAP = 0.5
# What people did with a claim, for which its words are kept even where no engine finds them any more.
_WORKED_ON = (
    Q(claim__verdicts__isnull=False)
    | Q(claim__evidence__isnull=False)
    | Q(claim__comments__isnull=False)
    | Q(claim__corrections__isnull=False)
    | Q(claim__moves__by__isnull=False)
)
_KEPT = frozenset({"id", "claim", "version"})
_COLUMNS = [field.name for field in Mention._meta.concrete_fields if field.name not in _KEPT]


def unmarked(records: Sequence[Record], version: ArticleVersion) -> list[Record]:
    """The records without those that a person's own mark in this version stands for: the person's word holds."""
    marked = list(Mention.objects.filter(version=version, rule=BY_HAND))
    return [record for record in records if not any(_same_place(record, row) for row in marked)]


def _same_place(record: Record, row: Mention) -> bool:
    """Whether a mark has some of a figure's number, or the very words of a quote or attribution."""
    if (record.kind, record.part) != (row.kind, row.part):
        return False
    if isinstance(record, Figure):
        assert row.value_start is not None
        assert row.value_end is not None
        return record.value_span.touches(Span(row.value_start, row.value_end))
    return (record.span.start, record.span.end) == (row.start, row.end)


def adopt(new: Sequence[Mention], existing: Sequence[Mention]) -> frozenset[int]:
    """Gives fresh rows the identity of the rows that an earlier run stored for the same words; retires the rest.

    existing: withdrawn ones too, so that what is found again after all stands again. Mentions that a person marked are
    left alone. Gives the claims that are taken so: each stands once in a version.
    """
    stored = [row for row in existing if row.run_id is not None]
    if not stored:
        return frozenset()
    left = {row.pk: row for row in stored}
    matched = _matched(new, stored)
    for row, before in matched:
        row.pk, row.claim_id = before.pk, before.claim_id
        del left[before.pk]
    _retire(left.values())
    return frozenset(before.claim_id for _, before in matched)


def store(found_again: Sequence[Mention]) -> None:
    """Writes what is read now over what was read before."""
    Mention.objects.bulk_create(found_again, update_conflicts=True, unique_fields=["id"], update_fields=_COLUMNS)


def _matched(new: Sequence[Mention], stored: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs of one kind and part: the same place first, then by overlap, the best first."""
    choices = sorted(
        ((-_overlap(row, before), at, to) for at, row in enumerate(new) for to, before in enumerate(stored)),
    )
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    pairs = []
    for score, at, to in choices:
        if -score >= OVERLAP and at not in taken_new and to not in taken_old:
            taken_new.add(at)
            taken_old.add(to)
            pairs.append((new[at], stored[to]))
    return pairs


def _overlap(row: Mention, before: Mention) -> float:
    """2 for the same place, else the share of the union of the spans that is common."""
    if (row.kind, row.part) != (before.kind, before.part):
        return 0
    if _place(row) == _place(before):
        return 2
    if row.kind == "figure" and row.value_start != before.value_start:
        return 0
    common = min(row.end, before.end) - max(row.start, before.start)
    return max(0, common) / (max(row.end, before.end) - min(row.start, before.start))


def _place(row: Mention) -> tuple[object, ...]:
    return row.start, row.end, row.value_start, row.proposition_start


def _retire(rows: Iterable[Mention]) -> None:
    """Removes mentions that are not found again, with the open flags that the engine raised on them.

    Where a person decided on a flag, or raised it, or did something with the claim, the mention is kept for it and
    hidden everywhere else.
    """
    gone = {row.pk for row in rows}
    on_them = ContradictionFlag.objects.filter(Q(a__in=gone) | Q(b__in=gone))
    decided = on_them.filter(~Q(state=FlagState.OPEN) | Q(raised_by__isnull=False) | Q(moves__by__isnull=False))
    kept = {pk for pair in decided.values_list("a", "b") for pk in pair} & gone
    kept |= set(Mention.objects.filter(pk__in=gone).filter(_WORKED_ON).values_list("pk", flat=True))
    on_them.exclude(pk__in=decided.values("pk")).delete()
    Mention.objects.filter(pk__in=kept).update(withdrawn=True)
    Mention.objects.filter(pk__in=gone - kept).delete()
    Claim.objects.filter(mentions=None, created_by=None).delete()
