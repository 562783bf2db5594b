"""One version of an article with all that a page about it shows."""

from dataclasses import dataclass
from typing import NamedTuple

from claims.enums import RunState
from claims.models import Claim, ContradictionFlag, ExtractionRun, Mention
from claims.queries.flags import flags_of_article
from claims.queries.runs import run_of
from sources.models import Article, ArticleVersion
from sources.queries import versions_of

# So many flags stand beside the text, the gravest; how many more there are is said, with a link.
BUDGET = 5


class Listed(NamedTuple):
    """A mention as the text and the list of its version show it; state is that of its claim.

    There are hundreds on a page, and to make rows of the model of them takes ten times as long.
    """

    pk: int
    claim_id: int
    kind: str
    part: str
    start: int
    end: int
    text: str
    claimant: str | None
    value_start: int | None
    value_end: int | None
    outcome: str
    state: str


_COLUMNS = [*Listed._fields[:-1], "claim__state"]


@dataclass(frozen=True, slots=True)
class Reading:
    """versions: all of the article, oldest first, without texts. previous: the version before this one, with its text.

    run: None where the version was not made due yet. mentions: in the order of the text, headline first.
    open_flags: those of the article's claims, in any version, the gravest first; decided_flags: the gravest others.
    dropped: mentions of the previous version whose claim does not stand in this one; empty until this one is through.
    """

    article: Article
    versions: list[ArticleVersion]
    version: ArticleVersion
    previous: ArticleVersion | None
    run: ExtractionRun | None
    mentions: list[Listed]
    open_flags: list[ContradictionFlag]
    dropped: list[Listed]
    decided_flags: list[ContradictionFlag]

    @property
    def through(self) -> bool:
        return self.run is not None and self.run.state == RunState.DONE

    @property
    def flagged_claims(self) -> frozenset[int]:
        """The claims that an open flag hangs on."""
        return frozenset(claim for flag in self.open_flags for claim in (flag.a.claim_id, flag.b.claim_id))

    @property
    def silent_changes(self) -> list[ContradictionFlag]:
        """What this version changed without a word in its note."""
        return [flag for flag in self.open_flags if flag.silent and flag.b.version_id == self.version.pk]


def read_version(article: Article, number: int | None = None) -> Reading | None:
    """The reading of a version by its number, of the latest one without; None where there is no such version.

    Eight queries, whatever the number of claims, flags and versions.
    """
    versions = list(versions_of(article))
    at = next((at for at, version in enumerate(versions) if version.number == number), None)
    if number is None:
        at = len(versions) - 1
    if at is None or not versions:
        return None
    wanted = [version.pk for version in versions[max(0, at - 1) : at + 1]]
    texts = {version.pk: version for version in ArticleVersion.objects.filter(pk__in=wanted)}
    version, previous = texts[wanted[-1]], texts[wanted[0]] if at else None
    run = run_of(version)
    mentions = _listed(version)
    through = run is not None and run.state == RunState.DONE
    dropped = _dropped(previous, mentions) if previous and through else []
    open_ones, decided = flags_of_article(article.pk, BUDGET)
    return Reading(article, versions, version, previous, run, mentions, open_ones, dropped, decided)


def claim_of(article: Article, claim_id: int) -> Claim | None:
    """A claim of the article, whatever version it stands in."""
    return Claim.objects.filter(pk=claim_id, article=article).first()


def mentions_of_claim(claim_id: int) -> list[Mention]:
    """Where a claim stands, version by version, oldest first."""
    found = Mention.objects.filter(claim=claim_id, withdrawn=False).select_related("version", "claim")
    rows = found.defer("keys", "version__text").order_by()
    return sorted(rows, key=lambda mention: (mention.version.number, mention.pk))


def _listed(version: ArticleVersion) -> list[Listed]:
    return [Listed(*row) for row in version.mentions.filter(withdrawn=False).values_list(*_COLUMNS)]


def _dropped(previous: ArticleVersion, mentions: list[Listed]) -> list[Listed]:
    kept = {mention.claim_id for mention in mentions}
    return [mention for mention in _listed(previous) if mention.claim_id not in kept]
