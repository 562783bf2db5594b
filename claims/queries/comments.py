"""Comments on claims, and those that somebody is spoken to in and has not looked at."""

from django.contrib.auth.models import User
from django.db.models import QuerySet

from claims.models import Claim, Comment


def comments_on(claim: Claim) -> list[Comment]:
    """What was said about a claim and not taken back, oldest first, with people. Three queries."""
    found = (
        Comment.objects.filter(claim=claim, removed_at=None).select_related("by").prefetch_related("people", "seen_by")
    )
    return list(found.order_by("pk"))


def unseen(user: User) -> QuerySet[Comment]:
    """Comments that name a person and that she has not marked as seen, newest first, with their claims."""
    return (
        Comment.objects.filter(people=user, removed_at=None)
        .exclude(seen_by=user)
        .exclude(by=user)
        .select_related("claim__article", "by")
        .order_by("-pk")
    )
