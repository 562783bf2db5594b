"""Two claims that are one in two versions are merged; one that became another is split."""

from itertools import pairwise

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef

from claims.enums import Outcome
from claims.errors import NothingToSplit, NotMergeable
from claims.models import Claim, ClaimMove, Comment, Correction, Evidence, Mention
from claims.services import claim_moves, standing
from claims.services.contributing import contribute_if_judged
from sources.models import ArticleVersion


def merge(one: Claim, other: Claim, *, by: User) -> Claim:
    """Makes two claims of an article one, which stands where either stood; gives the one that stays.

    That is the one which somebody judged, else the older one. Raises NotMergeable where they are of other kinds or
    articles, stand in one version both, or were both judged; and WrongState while a reviewer has the verdict.
    """
    with transaction.atomic():
        locked = claim_moves.lock([one.pk, other.pk])
        stays, goes = _in_order(locked[one.pk], locked[other.pk])
        _refuse_unlike(stays, goes)
        contribute_if_judged(stays, by=by)
        Mention.objects.filter(claim=goes).update(claim=stays)
        Comment.objects.filter(claim=goes).update(claim=stays)
        Correction.objects.filter(claim=goes).update(claim=stays)
        _tie_again(stays)
        # Kept for what people did with it before; it stands nowhere.
        Claim.objects.filter(pk=goes.pk).update(stands=False, created_by=goes.created_by or by)
        _renew(stays)
    return stays


def split(row: Mention, *, by: User) -> Claim:
    """Makes a claim of its own of where one stands from a version on. Gives it.

    Raises NothingToSplit where it does not stand before, and WrongState while a reviewer has the verdict.
    """
    with transaction.atomic():
        claim = claim_moves.lock([row.claim_id])[row.claim_id]
        standing_in = Mention.objects.filter(claim=claim)
        number = row.version.number
        if not standing_in.filter(version__number__lt=number, withdrawn=False).exists():
            raise NothingToSplit("This claim begins here; there is nothing before to split it from.")
        contribute_if_judged(claim, by=by)
        new = Claim.objects.create(article_id=claim.article_id, kind=claim.kind, created_by=by)
        standing_in.filter(version__number__gte=number).update(claim=new)
        reason = f"Split from C-{claim.pk} by {by.get_username()}."
        Mention.objects.filter(pk=row.pk).update(carried_from=None, outcome=Outcome.NEW, outcome_reason=reason)
        _renew(claim)
    return new


def candidates(claim: Claim) -> list[Mention]:
    """Where the article's claims stand that this one may be in another version: of its kind, in none of its own."""
    own = Mention.objects.filter(claim=claim, withdrawn=False).values("version")
    # The versions that it does not stand in come first: mostly there are none, and nothing else is looked at.
    others = ArticleVersion.objects.filter(article=claim.article_id).exclude(pk__in=own).values("pk")
    beside = Mention.objects.filter(claim=OuterRef("claim"), version__in=own, withdrawn=False)
    found = Mention.objects.filter(~Exists(beside), version__in=others, kind=claim.kind, withdrawn=False)
    found = found.exclude(claim=claim).select_related("version").only("claim_id", "text", "version__number")
    return list(found.order_by("claim_id", "-version__number").distinct("claim_id")[:50])


def _in_order(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    judged = sorted((one, other), key=lambda claim: (not _judged(claim), claim.pk))
    return judged[0], judged[1]


def _judged(claim: Claim) -> bool:
    return claim.verdicts.exists() or Evidence.objects.filter(claim=claim).exists()


def _refuse_unlike(stays: Claim, goes: Claim) -> None:
    if stays.pk == goes.pk:
        raise NotMergeable("These are one claim already.")
    if (stays.article_id, stays.kind) != (goes.article_id, goes.kind):
        raise NotMergeable("Only two claims of one kind in one article can be one.")
    if _judged(goes) or ClaimMove.objects.filter(claim=goes, by__isnull=False).exists():
        raise NotMergeable("Both were worked on. Take the work on one of them back first.")
    own = Mention.objects.filter(claim=stays, withdrawn=False).values("version")
    both = Mention.objects.filter(claim=goes, version__in=own, withdrawn=False).select_related("version").first()
    if both is not None:
        raise NotMergeable(f"Both stand in version {both.version.number}, so they are two.")


def _tie_again(claim: Claim) -> None:
    """Each mention follows the one in the version before; one that followed nothing says now that it does."""
    rows = Mention.objects.filter(claim=claim, withdrawn=False).order_by("version__number", "pk")
    for before, row in pairwise(rows):
        if row.carried_from_id is None:
            row.carried_from, row.outcome = before, Outcome.REWORDED
            row.outcome_reason = "Merged by hand with what it was before."
            row.save(update_fields=["carried_from", "outcome", "outcome_reason"])


def _renew(claim: Claim) -> None:
    """Which claims of the article its latest text still makes."""
    latest = claim.article.versions.order_by("-number").first()
    if latest is not None:
        standing.renew(latest)
