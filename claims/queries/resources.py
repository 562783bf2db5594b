"""What hangs on claims, as machines page through it: mentions, evidence, verdicts, reviews, corrections, comments."""

from django.contrib.auth.models import User
from django.db.models import Prefetch, Q, QuerySet

from claims.models import Comment, Correction, Evidence, Mention, Review, Verdict, VerdictEvidence
from sources.permissions import Sight, out_of_embargo, readable, sees_embargoed, sight, within


def mentions_listed(seen_by: User | None = None) -> QuerySet[Mention]:
    """Mentions that stand in articles that a person sees, with their versions."""
    standing = Mention.objects.filter(readable(seen_by, "version__article"), withdrawn=False)
    return standing.select_related("version").defer("version__text")


def evidence_seen(eyes: Sight) -> Q:
    """Which evidence is within a sight: on claims in it, and from nothing that is held back."""
    return within(eyes, "claim__article") & (Q() if eyes.embargoed else out_of_embargo("version__article"))


def evidence_listed(seen_by: User | None = None) -> QuerySet[Evidence]:
    """Passages under claims that a person sees, those that were removed too, with what they are from."""
    under = Evidence.objects.filter(evidence_seen(sight(seen_by)))
    return under.select_related("claim", "version__article__source", "added_by", "removed_by").defer("version__text")


def verdicts_listed(seen_by: User | None = None) -> QuerySet[Verdict]:
    """Revisions of verdicts on claims that a person sees, with who wrote and approved them and what they stand on."""
    found = Verdict.objects.filter(readable(seen_by, "claim__article"))
    open_to_her = Q() if sees_embargoed(seen_by) else out_of_embargo("evidence__version__article")
    stands_on = Prefetch("stands_on", VerdictEvidence.objects.filter(open_to_her).order_by("evidence_id"))
    return (
        found.select_related("claim", "mention__version", "author", "approved_by", "changed_by")
        .defer("mention__version__text")
        .prefetch_related(stands_on)
    )


def reviews_listed(seen_by: User | None = None) -> QuerySet[Review]:
    """Acts on verdicts whose claims a person sees."""
    return Review.objects.filter(readable(seen_by, "verdict__claim__article")).select_related("verdict", "by")


def corrections_listed(seen_by: User | None = None) -> QuerySet[Correction]:
    """Corrections of what was read in articles that a person sees, those that were undone too."""
    return Correction.objects.filter(readable(seen_by, "claim__article")).select_related("by", "undone_by")


def comments_listed(seen_by: User | None = None) -> QuerySet[Comment]:
    """What was said about claims that a person sees, and not taken back."""
    said = Comment.objects.filter(readable(seen_by, "claim__article"), removed_at=None)
    return said.select_related("by").prefetch_related("people")
