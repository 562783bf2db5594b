"""What changes on an article page while somebody looks at it: how its claims stand, and whether there is a new text."""

from dataclasses import dataclass

from django.db.models import Max, Q

from claims.enums import FlagState
from claims.models import Claim, ContradictionFlag
from sources.models import ArticleVersion


@dataclass(frozen=True, slots=True)
class Now:
    """latest: the number of the latest version. claims: state, and count of changes by people, by claim id.

    flagged: the claims that an open flag hangs on.
    """

    latest: int
    claims: dict[int, tuple[str, int]]
    flagged: frozenset[int]


def now(article_id: int, number: int) -> Now | None:
    """How the claims of a version stand; None where there is no such version. Three queries."""
    versions = ArticleVersion.objects.filter(article=article_id)
    latest = versions.aggregate(latest=Max("number"))["latest"]
    if latest is None or not 1 <= number <= latest:
        return None
    standing = Claim.objects.filter(
        mentions__version__article=article_id, mentions__version__number=number, mentions__withdrawn=False
    )
    claims = {pk: (state, edits) for pk, state, edits in standing.values_list("pk", "state", "edits")}
    open_ones = ContradictionFlag.objects.filter(
        Q(a__claim__article=article_id) | Q(b__claim__article=article_id), state=FlagState.OPEN
    )
    flagged = {pk for pair in open_ones.values_list("a__claim", "b__claim") for pk in pair}
    return Now(latest, claims, frozenset(flagged & claims.keys()))
