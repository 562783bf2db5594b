"""Rows as machines ask for them: lists to be paged through, and one claim with all its versions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Length

from claims.enums import FlagState, Outcome, RunState
from claims.models import Claim, ContradictionFlag, ExtractionRun, Mention
from claims.queries.flags import SIDES
from claims.queries.runs import run_of
from sources.models import Article, ArticleVersion
from sources.permissions import readable

RUNS = Prefetch("runs", ExtractionRun.objects.defer("parse").order_by("-pk"))
SENT_BACK = frozenset({Outcome.VALUE_CHANGED, Outcome.ATTRIBUTION_CHANGED})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a claim stands. latest: the article's latest version, and its run (None: not made due yet).

    mentions: oldest version first. outcome: what became of the claim in the latest version; None until that is
    through. recheck: why the claim was sent back to be checked, "" where it was not.
    """

    claim: Claim
    latest: ArticleVersion
    run: ExtractionRun | None
    mentions: list[Mention]
    open_flags: list[ContradictionFlag]

    @property
    def processed(self) -> bool:
        return self.run is not None and self.run.state == RunState.DONE

    @property
    def outcome(self) -> str | None:
        if self.mentions and self.mentions[-1].version_id == self.latest.pk:
            return self.mentions[-1].outcome
        return Outcome.DROPPED.value if self.processed else None

    @property
    def recheck(self) -> str:
        changes = [mention for mention in self.mentions if mention.outcome in SENT_BACK]
        return changes[-1].outcome_reason if changes else ""


def versions_listed(seen_by: User | None = None) -> QuerySet[ArticleVersion]:
    """Versions that a person sees, with their length in place of their text, and their runs, the latest first."""
    return (
        ArticleVersion.objects.filter(readable(seen_by, "article"))
        .defer("text")
        .annotate(characters=Length("text"))
        .prefetch_related(RUNS)
    )


def articles_listed(seen_by: User | None = None) -> QuerySet[Article]:
    """Articles that a person sees, with source, story and, in `latest_versions`, their latest version."""
    latest = versions_listed().order_by("article_id", "-number").distinct("article_id")
    return (
        Article.objects.filter(readable(seen_by, ""))
        .select_related("source", "story")
        .prefetch_related(Prefetch("versions", latest, to_attr="latest_versions"))
    )


def claims_listed(seen_by: User | None = None) -> QuerySet[Claim]:
    """Claims that a person sees and that stand anywhere. `latest_mentions` has the one in their latest version."""
    latest = (
        Mention.objects.filter(withdrawn=False)
        .select_related("version")
        .defer("version__text")
        .order_by("claim_id", "-version__number", "-pk")
        .distinct("claim_id")
    )
    stands = Exists(Mention.objects.filter(claim=OuterRef("pk"), withdrawn=False))
    return Claim.objects.filter(readable(seen_by, "article"), stands).prefetch_related(
        Prefetch("mentions", latest, to_attr="latest_mentions")
    )


def flags_listed(seen_by: User | None = None) -> QuerySet[ContradictionFlag]:
    """Flags that a person sees, with both mentions, their versions (without texts), articles and sources."""
    seen = ContradictionFlag.objects.filter(readable(seen_by, *SIDES))
    return seen.select_related("a__version__article__source", "b__version__article__source").defer(
        "a__version__text", "b__version__text"
    )


def open_flag_counts(claims: Sequence[Claim], seen_by: User | None = None) -> Counter[int]:
    """Open flags that a person sees by claim id; one that joins two mentions of a claim counts once."""
    ids = [claim.pk for claim in claims]
    flags = _open_flags(seen_by).filter(Q(a__claim__in=ids) | Q(b__claim__in=ids))
    return Counter(claim for pair in flags.values_list("a__claim", "b__claim") for claim in set(pair))


def standing_of(claim_id: int, seen_by: User | None = None) -> Standing | None:
    """A claim with all its mentions and open flags; None where the person sees no such claim. Five queries."""
    claim = Claim.objects.filter(readable(seen_by, "article"), pk=claim_id).first()
    if claim is None:
        return None
    latest = ArticleVersion.objects.defer("text").filter(article=claim.article_id).latest("number")
    standing = claim.mentions.filter(withdrawn=False).select_related("version").defer("version__text")
    flags = flags_listed(seen_by).filter(Q(a__claim=claim) | Q(b__claim=claim), state=FlagState.OPEN).order_by("-pk")
    return Standing(claim, latest, run_of(latest), list(standing.order_by("version__number", "pk")), list(flags))


def mentions_to_join(ids: Sequence[int], seen_by: User | None = None) -> dict[int, Mention]:
    """Mentions by id, ready to be joined by a flag; without those that stand nowhere, or that the person cannot see."""
    seen = Mention.objects.filter(readable(seen_by, "claim__article"), withdrawn=False)
    return seen.select_related("version__article__source").in_bulk(ids)


def _open_flags(seen_by: User | None = None) -> QuerySet[ContradictionFlag]:
    return ContradictionFlag.objects.filter(readable(seen_by, *SIDES), state=FlagState.OPEN).order_by()
