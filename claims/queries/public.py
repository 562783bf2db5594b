"""What readers may see: verdicts that are published, and what became of those that were.

Nothing of a draft, of the desk's own words to each other, or of an article that is held back.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, OuterRef, Prefetch, Q, QuerySet, Subquery

from claims.enums import Rating, VerdictState
from claims.models import Verdict, VerdictEvidence
from sources.permissions import out_of_embargo

RATINGS = {
    Rating.CONFIRMED: "Confirmed",
    Rating.CONFIRMED_WITH_CHANGE: "Confirmed with a change",
    Rating.WRONG: "Wrong",
    Rating.DISPUTED: "Disputed",
    Rating.OUTDATED: "Outdated",
    Rating.NOT_CONFIRMABLE: "Cannot be confirmed",
    Rating.NOT_CHECKABLE: "Cannot be checked",
}
# The latest of a feed; who wants all takes claimreview.jsonl.
FED = 50
# Passages that stand, of articles that are not held back.
_SHOWN = Q(evidence__removed_at=None) & out_of_embargo("evidence__version__article")


@dataclass(frozen=True, slots=True)
class State:
    """Of a set of verdicts: how many there are, on how many passages, and when one last changed, None for none."""

    count: int
    passages: int
    changed_at: datetime | None


def published() -> QuerySet[Verdict]:
    """Published verdicts, the replaced ones too, with the words they judge and the passages they stand on."""
    passages = VerdictEvidence.objects.filter(_SHOWN).select_related("evidence__version__article__source")
    return (
        _open(Verdict.objects.filter(state=VerdictState.PUBLISHED))
        .select_related("claim__article__source", "claim__article__story", "mention__version")
        .defer("mention__version__text")
        .prefetch_related(
            Prefetch("stands_on", passages.defer("evidence__version__text").order_by("pk"), to_attr="passages")
        )
    )


def standing() -> QuerySet[Verdict]:
    """Published verdicts that no later revision replaced, even one that was retracted since.

    Each with the revision that readers saw before it in `replaces`, None for the first.
    """
    seen = Verdict.objects.filter(claim=OuterRef("claim"), published_at__isnull=False)
    later = seen.filter(revision__gt=OuterRef("revision"))
    earlier = seen.filter(revision__lt=OuterRef("revision")).order_by("-revision").values("revision")[:1]
    return published().filter(~Exists(later)).annotate(replaces=Subquery(earlier))


def corrections() -> QuerySet[Verdict]:
    """Findings that readers had seen otherwise: retracted after they were published, or replacing a published one."""
    earlier = Verdict.objects.filter(
        claim=OuterRef("claim"), revision__lt=OuterRef("revision"), published_at__isnull=False
    )
    seen = Verdict.objects.filter(published_at__isnull=False)
    told = Q(state=VerdictState.RETRACTED) | Q(Exists(earlier), state=VerdictState.PUBLISHED)
    return (
        _open(seen.filter(told))
        .select_related("claim__article__source", "mention__version")
        .defer("mention__version__text")
    )


def finding(claim_id: int, revision: int) -> Verdict | None:
    """A published revision, or one that was and is retracted; None for anything else."""
    seen = _open(Verdict.objects.filter(claim=claim_id, revision=revision, published_at__isnull=False))
    row = seen.first()
    if row is None or row.state == VerdictState.RETRACTED:
        return row
    return published().filter(pk=row.pk).first()


def told(claim_id: int) -> list[Verdict]:
    """Every revision of a claim that readers saw, the latest first."""
    seen = Verdict.objects.filter(claim=claim_id, published_at__isnull=False)
    return list(_open(seen.filter(state__in=[VerdictState.PUBLISHED, VerdictState.RETRACTED])).order_by("-revision"))


def latest(claim_id: int) -> Verdict | None:
    """The verdict on a claim that stands for readers."""
    return standing().filter(claim=claim_id).first()


def state_of(rows: QuerySet[Verdict]) -> State:
    """What a cache has to know of a set of verdicts. Two queries."""
    found = rows.order_by().aggregate(count=Count("pk"), at=Max("changed_at"))
    passages = VerdictEvidence.objects.filter(_SHOWN, verdict__in=rows.order_by().values("pk")).count()
    return State(found["count"], passages, found["at"])


def _open(rows: QuerySet[Verdict]) -> QuerySet[Verdict]:
    return rows.filter(out_of_embargo("claim__article"))
