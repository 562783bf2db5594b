"""Stories: one with what it counts, and a measure's values over time."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api import examples_desk as examples
from claims.enums import Approximation, Direction, Outcome
from claims.queries.series import measures_in, series_of
from sources.api.desk import DeskView
from sources.api.fields import Code, Moment, Number
from sources.api.included import WITH_STORIES
from sources.api.problems import answers
from sources.api.shapes import SourceShape, StoryShape
from sources.models import Story
from sources.permissions import readable
from sources.queries import stories_seen

MEASURE_KEY = OpenApiParameter("measure_key", str, required=True, description="As `measures` of the story names it.")


class MeasureShape(serializers.Serializer[Any]):
    """Something that the story's articles count."""

    measure_key = serializers.CharField()
    values = serializers.IntegerField(help_text="How often a value of it was given anew.")


class StoryDetailShape(StoryShape):
    """One event with what is counted in it."""

    merged_into = serializers.IntegerField(allow_null=True, help_text="The story that holds its articles now.")
    articles = serializers.IntegerField(help_text="How many of its articles you see.")
    measures = MeasureShape(many=True, help_text="The most frequent first.")


class PointShape(serializers.Serializer[Any]):
    """One value as a version gave it. Null bounds are unbounded."""

    published_at = Moment(source="version.published_at")
    article = serializers.IntegerField(source="version.article_id")
    version = serializers.IntegerField(source="version.number")
    claim = serializers.IntegerField(source="claim_id")
    mention = serializers.IntegerField(source="id")
    text = serializers.CharField()
    low = Number(allow_null=True)
    high = Number(allow_null=True)
    approximation = Code(Approximation)
    direction = Code(Direction)
    unit = serializers.CharField()
    measure = serializers.CharField()
    place = serializers.CharField()
    as_of = serializers.CharField()
    claimant = serializers.CharField(allow_null=True)
    outcome = Code(Outcome, help_text="Against the version before; a value that is only repeated is no point.")


class LineShape(serializers.Serializer[Any]):
    """What one source gave, by time of publication."""

    source = SourceShape()
    points = PointShape(many=True)


class SeriesShape(serializers.Serializer[Any]):
    """A measure's values over time by source."""

    measure_key = serializers.CharField()
    lines = LineShape(many=True)
    cut = serializers.BooleanField(help_text="There are later points than those given.")


class StoryDetail(DeskView):
    """One story."""

    allows = {"GET": permissions.read}
    serializer_class = StoryDetailShape
    includes = WITH_STORIES

    @extend_schema(summary="Read a story", responses=answers({200: StoryDetailShape}, 404), examples=examples.STORY)
    def get(self, request: Request, story_id: int) -> Response:
        story = _existing(story_id, request)
        measures = [{"measure_key": key, "values": count} for key, count in measures_in(story, request.user)]
        articles = story.articles.filter(readable(request.user, "")).count()
        counted = {"merged_into": story.merged_into_id, "articles": articles, "measures": measures}
        told = StoryShape(story).data | counted
        return self.one(story, told)


class StorySeries(DeskView):
    """The figures of a story, for a chart."""

    allows = {"GET": permissions.read}
    serializer_class = SeriesShape
    parameters = frozenset({"measure_key"})

    @extend_schema(
        summary="Read a measure's values over time",
        parameters=[MEASURE_KEY],
        responses=answers({200: SeriesShape}, 404),
        examples=examples.SERIES,
    )
    def get(self, request: Request, story_id: int) -> Response:
        key = request.query_params.get("measure_key", "")
        if not key:
            raise ValidationError({"measure_key": ErrorDetail("Name the measure.", "required")})
        story = _existing(story_id, request)
        return Response(SeriesShape(series_of(story, key.replace("\x00", ""), request.user)).data)


def _existing(story_id: int, request: Request) -> Story:
    story = stories_seen(request.user).filter(pk=story_id).first()
    if story is None:
        raise NotFound("There is no such story.")
    return story
