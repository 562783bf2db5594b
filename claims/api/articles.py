"""Articles and their versions: what was published, and how far the engine is with it."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound, PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from claims import queries
from claims.api import examples
from claims.api.article_shapes import (
    ArticleDetailShape,
    ArticleShape,
    NewArticle,
    NewEmbargo,
    NewVersion,
    RecordedShape,
    VersionShape,
    VersionTextShape,
    content_of,
)
from claims.api.filters import ArticleFilters
from claims.api.included import WITH_ARTICLE, WITH_ARTICLES
from claims.queries.states import OF_ARTICLE, OF_VERSION
from sources import permissions
from sources.api.conditional import Conditional
from sources.api.desk import DeskView
from sources.api.problems import answers
from sources.enums import ArticleKind, Scope, SourceKind
from sources.models import Article, ArticleVersion
from sources.services.embargo import hold_back
from sources.services.submissions import Origin, submit_article, submit_version

ALLOWS = {"GET": permissions.read, "POST": permissions.add_articles}
SCOPES = {"GET": Scope.READ, "POST": Scope.PUSH}


class ArticleList(DeskView):
    """All articles, the newest first."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = ArticleShape
    filterset_class = ArticleFilters
    orderings = ("-created_at", "created_at", "-id", "id")
    is_list = True
    is_sparse = True
    includes = WITH_ARTICLES

    def get_queryset(self) -> Any:
        return queries.articles_listed(self.request.user)

    @extend_schema(summary="List articles", responses=answers({200: ArticleShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Add an article",
        description="With its first version. The engine reads it in the background: see `processing`.",
        request=NewArticle,
        responses=answers({201: ArticleDetailShape}, 409, 413, 422),
        examples=examples.NEW_ARTICLE,
    )
    def post(self, request: Request) -> Response:
        body = self.checked(NewArticle)
        origin = Origin(
            source=body["source"]["name"],
            source_kind=SourceKind(body["source"]["kind"]),
            kind=ArticleKind(body["kind"]),
            story=body["story"],
            url=body["url"],
            external_id=body["external_id"],
            embargoed_until=body["embargoed_until"],
        )
        _may_hold_back(origin, request)
        version = submit_article(origin, content_of(body), by=request.user).version
        address = request.build_absolute_uri(reverse("api-article", args=[version.article_id]))
        return Response(_detail(version.article_id, request), status.HTTP_201_CREATED, headers={"Location": address})


class ArticleDetail(Conditional):
    """One article."""

    allows = {"GET": permissions.read}
    serializer_class = ArticleDetailShape
    stated = OF_ARTICLE
    includes = WITH_ARTICLE

    @extend_schema(summary="Read an article", responses=answers({200: ArticleDetailShape}, 404))
    def get(self, request: Request, article_id: int) -> Response:
        return self.one(Article(pk=article_id), _detail(article_id, request))


class ArticleEmbargo(DeskView):
    """Until when an article is held back."""

    allows = {"PUT": permissions.set_embargoes}
    scopes = {"PUT": Scope.EMBARGOED}

    @extend_schema(
        summary="Set or lift an embargo",
        request=NewEmbargo,
        responses=answers({200: ArticleDetailShape}, 404),
        examples=examples.EMBARGO,
    )
    def put(self, request: Request, article_id: int) -> Response:
        article = _existing(article_id, request)
        hold_back(article, self.checked(NewEmbargo)["until"], by=request.user)
        return Response(_detail(article_id, request))


class VersionList(DeskView):
    """The versions of an article, oldest first."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = VersionShape
    orderings = ("id", "-id")
    is_list = True
    is_sparse = True

    def get_queryset(self) -> Any:
        return queries.versions_listed(self.request.user).filter(article=self.kwargs.get("article_id"))

    @extend_schema(summary="List versions", responses=answers({200: VersionShape(many=True)}, 404))
    def get(self, request: Request, article_id: int) -> Response:
        _existing(article_id, request)
        return self.page_of()

    @extend_schema(
        summary="Push a version",
        description="The same text and title as in the latest version is no new one: 200, `created` false.",
        request=NewVersion,
        responses=answers({200: RecordedShape, 201: RecordedShape}, 404, 413, 422),
        examples=examples.NEW_VERSION,
    )
    def post(self, request: Request, article_id: int) -> Response:
        article = _existing(article_id, request)
        recorded = submit_version(article, content_of(self.checked(NewVersion)), by=request.user)
        recorded.version.created = recorded.created  # type: ignore[attr-defined]  # for the shape
        code = status.HTTP_201_CREATED if recorded.created else status.HTTP_200_OK
        address = request.build_absolute_uri(reverse("api-version", args=[article_id, recorded.version.number]))
        return Response(RecordedShape(recorded.version).data, code, headers={"Location": address})


class VersionDetail(Conditional):
    """One version with its text."""

    allows = {"GET": permissions.read}
    serializer_class = VersionTextShape
    stated = OF_VERSION

    @extend_schema(summary="Read a version", responses=answers({200: VersionTextShape}, 404))
    def get(self, request: Request, article_id: int, number: int) -> Response:
        version = _seen(request).filter(article=article_id, number=number).first()
        if version is None:
            raise NotFound("There is no such version.")
        return Response(VersionTextShape(version).data)


def _may_hold_back(origin: Origin, request: Request) -> None:
    """A key that could not see its own article again adds none under embargo."""
    until = origin.embargoed_until
    if until is not None and until > timezone.now() and not permissions.sees_embargoed(request.user):
        raise PermissionDenied("This key lacks the scope embargoed: it would not see the article it adds.")


def _detail(article_id: int, request: Request) -> Any:
    article = queries.articles_listed(request.user).filter(pk=article_id).first()
    if article is None:
        raise NotFound("There is no such article.")
    versions = queries.versions_listed().filter(article=article).order_by("number")
    return ArticleDetailShape(article, context={"versions": versions}).data


def _seen(request: Request) -> QuerySet[ArticleVersion]:
    return ArticleVersion.objects.filter(permissions.readable(request.user, "article"))


def _existing(article_id: int, request: Request) -> Article:
    article = Article.objects.filter(permissions.readable(request.user, ""), pk=article_id).first()
    if article is None:
        raise NotFound("There is no such article.")
    return article
