"""Sources and stories, to be read."""

from django.db.models import QuerySet
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from sources import permissions
from sources.api.conditional import Conditional
from sources.api.desk import DeskView
from sources.api.examples import NEW_SOURCE, SOURCE
from sources.api.filters import SourceFilters, StoryFilters
from sources.api.included import WITH_STORIES
from sources.api.problems import answers
from sources.api.shapes import NewSourceShape, SourceShape, StoryShape
from sources.enums import Scope
from sources.models import Source, Story
from sources.queries import OF_SOURCE, sources_seen, stories_seen
from sources.services.catalogue import add_source


class SourceList(DeskView):
    """Who publishes what the desk reads."""

    allows = {"GET": permissions.read, "POST": permissions.add_articles}
    scopes = {"GET": Scope.READ, "POST": Scope.PUSH}
    queryset = Source.objects.all()
    serializer_class = SourceShape
    filterset_class = SourceFilters
    is_list = True
    is_sparse = True

    def get_queryset(self) -> QuerySet[Source]:
        return sources_seen(self.request.user)

    @extend_schema(summary="List sources", responses=answers({200: SourceShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Add a source",
        request=NewSourceShape,
        responses=answers({201: SourceShape}, 409, 422),
        examples=NEW_SOURCE,
    )
    def post(self, request: Request) -> Response:
        body = self.checked(NewSourceShape)
        if body["relays"] is not None and not Source.objects.filter(pk=body["relays"]).exists():
            raise ValidationError({"relays": "There is no such source."})
        source = add_source(**body)
        address = request.build_absolute_uri(reverse("api-source", args=[source.pk]))
        return Response(SourceShape(source).data, status.HTTP_201_CREATED, headers={"Location": address})


class SourceDetail(Conditional):
    """One source."""

    allows = {"GET": permissions.read}
    serializer_class = SourceShape
    stated = OF_SOURCE

    @extend_schema(summary="Read a source", responses=answers({200: SourceShape}, 404), examples=SOURCE)
    def get(self, request: Request, source_id: int) -> Response:
        source = sources_seen(request.user).filter(pk=source_id).first()
        if source is None:
            raise NotFound("There is no such source.")
        return Response(SourceShape(source).data)


class StoryList(DeskView):
    """The events that articles report."""

    allows = {"GET": permissions.read}
    queryset = Story.objects.all()
    serializer_class = StoryShape
    filterset_class = StoryFilters
    is_list = True
    is_sparse = True
    includes = WITH_STORIES

    def get_queryset(self) -> QuerySet[Story]:
        return stories_seen(self.request.user)

    @extend_schema(summary="List stories", responses=answers({200: StoryShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()
