"""Which of a claim's mentions stand, and since when they say what they say."""

from django.db.models import QuerySet

from claims.enums import Outcome
from claims.models import Claim, Mention

# After these the claim says something else than before.
CHANGED = (Outcome.VALUE_CHANGED, Outcome.ATTRIBUTION_CHANGED)


def current_mention(claim: Claim) -> Mention:
    """Where the claim stands last, with its version; one that the engine no longer finds only where there is no other.

    Raises Mention.DoesNotExist for a claim without mentions.
    """
    found = claim.mentions.select_related("version").order_by("withdrawn", "-version__number", "pk").first()
    if found is None:
        raise Mention.DoesNotExist(f"Claim {claim.pk} stands nowhere.")
    return found


def last_change(claim: Claim) -> Mention | None:
    """The mention at which the claim came to say what it says now, with its version; None where it never changed."""
    changed = claim.mentions.filter(withdrawn=False, outcome__in=CHANGED)
    return changed.select_related("version").order_by("-version__number", "pk").first()


def said_before(change: Mention) -> Mention | None:
    """Where the claim stood last with what it said before this change, with its version."""
    earlier = Mention.objects.filter(claim=change.claim_id, version__number__lt=change.version.number)
    return earlier.select_related("version").order_by("-version__number", "pk").first()


def mentions_that_hold(claim: Claim) -> QuerySet[Mention]:
    """The mentions that say what the claim says now: all of them, or those from its last change on."""
    change = last_change(claim)
    standing = claim.mentions.filter(withdrawn=False)
    return standing if change is None else standing.filter(version__number__gte=change.version.number)
