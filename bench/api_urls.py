"""The product's addresses, an empty view, and the list of claims as the framework's plain means write it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from rest_framework import generics, pagination, serializers

from claims.models import Claim
from sources.api.desk import AskedOfTheApp
from sources.enums import Scope
from sources.models import Article, Source
from sources.permissions import read


def empty(request: HttpRequest) -> HttpResponse:
    """What an answer costs that says nothing."""
    return HttpResponse(b"")


class PlainSource(serializers.ModelSerializer[Source]):
    class Meta:
        model = Source
        fields = ["id", "name", "kind", "tier", "independence"]


class PlainArticle(serializers.ModelSerializer[Article]):
    source = PlainSource()

    class Meta:
        model = Article
        fields = ["id", "kind", "canonical_url", "external_id", "story", "created_at", "source"]


class PlainClaim(serializers.ModelSerializer[Claim]):
    article = PlainArticle()

    class Meta:
        model = Claim
        fields = ["id", "kind", "state", "created_at", "article"]


class PlainPage(pagination.LimitOffsetPagination):
    """Without the count of all rows, which would lose by itself."""

    default_limit = 50

    def get_count(self, queryset: Any) -> int:
        return 1_000


class PlainList(generics.ListAPIView[Claim]):
    """Fifty claims with their articles and sources; rows are joined, so that it is plain and not careless."""

    allows = {"GET": read}
    scopes = {"GET": Scope.READ}
    permission_classes = [AskedOfTheApp]
    filter_backends: list[Any] = []
    pagination_class = PlainPage
    serializer_class = PlainClaim
    queryset = Claim.objects.select_related("article__source").order_by("-id")


urlpatterns = [
    path("bench/empty", empty),
    path("bench/claims", PlainList.as_view()),
    path("", include("factcheck.urls")),
]
handler400 = "factcheck.errors.bad_request"
handler429 = "factcheck.login.views.too_many"
