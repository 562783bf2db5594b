"""The list of articles, with what each holds and what is under way."""

from collections import Counter
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from claims.enums import FlagState, RunState
from claims.models import ContradictionFlag, ExtractionRun, Mention
from claims.queries.runs import NOT_THROUGH
from sources.models import Article, ArticleVersion
from sources.permissions import readable

PAGE = 25


@dataclass(frozen=True, slots=True)
class ArticleFilters:
    """words: in a headline of any version, the source or the story. story: an id. state: flagged, waiting or failed."""

    words: str = ""
    story: int | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with its latest version. claims: in that version. waiting: versions that are not through."""

    article: Article
    latest: ArticleVersion
    claims: int
    open_flags: int
    waiting: int
    failed: list[ExtractionRun] = field(default_factory=list)


def article_page(
    filters: ArticleFilters, number: str | int | None = 1, *, seen_by: User | None = None
) -> Page[ArticleRow]:
    """One page of the articles that a person sees, the newest first. The number of queries is the same for any."""
    page = Paginator(_filtered(filters).filter(readable(seen_by, "")), PAGE).get_page(number)
    page.object_list = rows_of(list(page.object_list))
    return page


def rows_of(articles: list[Article]) -> list[ArticleRow]:
    """Articles with their counts; an article without a version is left out. Six queries for any number of articles."""
    ids = [article.pk for article in articles]
    latest = {
        version.article_id: version
        for version in ArticleVersion.objects.filter(article__in=ids)
        .defer("text")
        .order_by("article_id", "-number")
        .distinct("article_id")
    }
    standing = Mention.objects.filter(version__in=[version.pk for version in latest.values()], withdrawn=False)
    claims = _counts(standing, "version_id")
    waiting = _counts(ArticleVersion.objects.filter(NOT_THROUGH, article__in=ids), "article_id")
    flags, failed = _open_flags(ids), _failed(ids)
    return [
        ArticleRow(
            article,
            latest[article.pk],
            claims.get(latest[article.pk].pk, 0),
            flags[article.pk],
            waiting.get(article.pk, 0),
            failed.get(article.pk, []),
        )
        for article in articles
        if article.pk in latest
    ]


def _filtered(filters: ArticleFilters) -> QuerySet[Article]:
    found = Article.objects.select_related("source", "story").order_by("-created_at", "-pk")
    versions = ArticleVersion.objects.filter(article=OuterRef("pk"))
    if filters.words:
        titled = Exists(versions.filter(title__icontains=filters.words))
        found = found.filter(
            Q(titled) | Q(source__name__icontains=filters.words) | Q(story__title__icontains=filters.words)
        )
    if filters.story:
        found = found.filter(story=filters.story)
    if filters.state == "flagged":
        flags = ContradictionFlag.objects.filter(state=FlagState.OPEN)
        a, b = flags.filter(a__claim__article=OuterRef("pk")), flags.filter(b__claim__article=OuterRef("pk"))
        found = found.filter(Exists(a) | Exists(b))
    if filters.state == "waiting":
        found = found.filter(Exists(versions.filter(NOT_THROUGH)))
    if filters.state == "failed":
        found = found.filter(Exists(versions.filter(runs__state=RunState.FAILED)))
    return found


def _counts(rows: QuerySet, key: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(key).annotate(Count("pk", distinct=True)))


def _open_flags(ids: list[int]) -> Counter[int]:
    """Flags by article; one that joins two versions of an article counts once."""
    flags = ContradictionFlag.objects.filter(
        Q(a__claim__article__in=ids) | Q(b__claim__article__in=ids), state=FlagState.OPEN
    )
    return Counter(
        article for pair in flags.values_list("a__claim__article", "b__claim__article") for article in set(pair)
    )


def _failed(ids: list[int]) -> dict[int, list[ExtractionRun]]:
    failed: dict[int, list[ExtractionRun]] = {}
    runs = (
        ExtractionRun.objects.filter(version__article__in=ids, state=RunState.FAILED)
        .select_related("version")
        .defer("parse", "version__text")
        .order_by("version__number")
    )
    for run in runs:
        failed.setdefault(run.version.article_id, []).append(run)
    return failed
