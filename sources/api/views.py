"""Sources and stories, to be read."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from sources import permissions
from sources.api.desk import DeskView
from sources.api.filters import SourceFilters, StoryFilters
from sources.api.problems import answers
from sources.api.shapes import SourceShape, StoryShape
from sources.models import Source, Story
from sources.queries import stories_seen


class SourceList(DeskView):
    """Who publishes what the desk reads."""

    allows = {"GET": permissions.read}
    queryset = Source.objects.all()
    serializer_class = SourceShape
    filterset_class = SourceFilters
    is_list = True

    @extend_schema(summary="List sources", responses=answers({200: SourceShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()


class StoryList(DeskView):
    """The events that articles report."""

    allows = {"GET": permissions.read}
    queryset = Story.objects.all()
    serializer_class = StoryShape
    filterset_class = StoryFilters
    is_list = True

    def get_queryset(self) -> QuerySet[Story]:
        return stories_seen(self.request.user)

    @extend_schema(summary="List stories", responses=answers({200: StoryShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()
