"""Where claims stand, as machines ask: one statement for any number of them, however often it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Q, QuerySet

from claims.enums import FlagState
from claims.models import ContradictionFlag, Mention
from claims.queries.flags import SIDES
from claims.queries.runs import run_of
from sources.models import ArticleVersion
from sources.permissions import Sight, readable, sight
from sources.queries import LAST_ID, Prepared, key_mark
from sources.roles import Role

# An answer on a whole text has so many claims at most.
MOST = 500

_STATUS = "SELECT * FROM claims_status(%(claims)s, %(version)s, %(everyone)s, %(owner)s, %(embargoed)s)"
_ONE = Prepared(
    "status_of_claim",
    f"SELECT {key_mark('$1')}, claims_status_of($2, NULL, $3, $4, $5)::text",  # nothing comes from outside
    ("bigint", "bigint", "boolean", "bigint", "boolean"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A version that was asked about. latest: of its article. processed: the engine is through with it."""

    version: ArticleVersion
    latest: bool
    processed: bool


def statuses(claims: Sequence[int], seen_by: User | None = None, version: int | None = None) -> dict[int, Any]:
    """What is known of claims, by id, without those that the person does not see. One statement.

    verdict: what the desk stands by, the latest revision that was decided; withdrawn: that one, where it was taken
    back, which brings no older one back; later: a newer revision. words: what was asked about; reviewed: what the
    verdict is about; changed: the version that lies between those two and says something else. conflicts: open flags
    on what the claim says now. Moments are in ISO 8601, UTC.
    version: the id of the version whose words are asked about; of each claim the last that it stands in without.
    """
    asked = {"claims": list(claims), "version": version, **sight(seen_by).parameters}
    with connection.cursor() as cursor:
        cursor.execute(_STATUS, asked)
        return {row["id"]: row for (row,) in cursor.fetchall()}


def status_read(claim: int, eyes: Sight, key: int | None = None) -> tuple[str | None, str | None]:
    """The mark of what a key is good for, and a row of `statuses` as JSON; None where who sees so far sees no claim.

    The text is another one whenever anything in it is.
    """
    if claim > LAST_ID:
        return None, None
    found = _ONE.texts(key, claim, eyes.everyone, eyes.owner, eyes.embargoed)
    assert found is not None
    return found[0], found[1]


def text_asked(
    seen_by: User | None, *, url: str = "", article: int | None = None, number: int | None = None, sha256: str = ""
) -> Text | None:
    """The version that is meant, the latest one of its article where no number or hash says which; None: none seen."""
    found = ArticleVersion.objects.filter(readable(seen_by, "article")).defer("text")
    given: dict[str, Any] = {"article__canonical_url": url, "article": article, "number": number, "sha256": sha256}
    narrowed = found.filter(**{name: value for name, value in given.items() if value})
    version = narrowed.select_related("article").order_by("-published_at", "-pk").first() if sha256 else None
    if version is None and not sha256:
        version = narrowed.select_related("article").order_by("-number").first()
    if version is None:
        return None
    run = run_of(version)
    later = ArticleVersion.objects.filter(article=version.article_id, number__gt=version.number)
    return Text(version, not later.exists(), run is not None and run.state == "done")


def claims_in(version: ArticleVersion, part: str = "", start: int | None = None, end: int | None = None) -> list[int]:
    """The claims that stand in a version, in the order of the text; those that a span touches where one is given."""
    standing: QuerySet[Mention] = Mention.objects.filter(version=version, withdrawn=False)
    if start is not None and end is not None:
        standing = standing.filter(Q(start__lt=end, end__gt=start), part=part)
    ordered = standing.order_by("-part", "start", "-end", "id").values_list("claim_id", flat=True)
    return list(dict.fromkeys(ordered))[:MOST]


def changed_silently(version: ArticleVersion, seen_by: User | None = None) -> frozenset[int]:
    """The claims that a version changed without a word in its note, as far as nobody has decided on that."""
    flags = ContradictionFlag.objects.filter(readable(seen_by, *SIDES), silent=True, state=FlagState.OPEN)
    return frozenset(flags.filter(b__version=version).values_list("b__claim_id", flat=True))


def approved_by(roles: Sequence[str] | None) -> str:
    """The role in which somebody approved: the highest that may. What she has lost since, she had."""
    return Role.DESK_HEAD.value if roles and Role.DESK_HEAD.value in roles else Role.REVIEWER.value
