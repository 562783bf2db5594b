"""How articles and their versions look to clients, and how new ones come in."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.engine.lexicon import LANGUAGES
from claims.enums import RunState
from claims.models import ExtractionRun
from sources.api.fields import Code, Moment, Name, StrictSerializer, Text
from sources.api.shapes import SourceShape, StoryShape
from sources.enums import ArticleKind, SourceKind
from sources.models import Article, ArticleVersion
from sources.services.articles import TITLE_LENGTH, Content

NOTE_LENGTH = 5_000


class ProcessingShape(serializers.Serializer[Any]):
    """How far the engine is with a version."""

    state = Code(RunState)
    attempts = serializers.IntegerField()
    error = serializers.CharField(help_text="What went wrong last; empty where nothing did.")
    finished_at = Moment(allow_null=True)


class VersionShape(serializers.Serializer[Any]):
    """One immutable text of an article, without the text."""

    number = serializers.IntegerField(help_text="Counts from 1 within the article.")
    title = serializers.CharField()
    note = serializers.CharField(help_text="The update or correction note that it was published with.")
    language = serializers.CharField()
    published_at = Moment()
    captured_at = Moment()
    sha256 = serializers.CharField(help_text="Of the text's UTF-8 bytes.")
    characters = serializers.SerializerMethodField(help_text="Length of the text, in code points as offsets are.")
    has_bidi = serializers.BooleanField(help_text="It holds controls that can turn the reading order round.")
    has_invisible = serializers.BooleanField(help_text="It holds characters of no width.")
    processing = serializers.SerializerMethodField()

    def get_characters(self, version: ArticleVersion) -> int:
        known: int | None = getattr(version, "characters", None)
        return len(version.text) if known is None else known

    @extend_schema_field(ProcessingShape)
    def get_processing(self, version: ArticleVersion) -> Any:
        return ProcessingShape(_latest_run(version)).data


class VersionTextShape(VersionShape):
    """One immutable text of an article. Offsets of claims count code points of `text`, or of `title`."""

    text = serializers.CharField()


class RecordedShape(VersionTextShape):
    """The version that has the text that was sent."""

    created = serializers.BooleanField(help_text="False where the latest version had this text and title already.")


class ClaimCountsShape(serializers.Serializer[Any]):
    """How many claims stand in an article, all together and by state."""

    all = serializers.IntegerField()
    unchecked = serializers.IntegerField()
    check = serializers.IntegerField()
    sent_back = serializers.IntegerField()
    review = serializers.IntegerField()
    approved = serializers.IntegerField()
    recheck = serializers.IntegerField()
    not_checkable = serializers.IntegerField()


class IncludedInArticleShape(serializers.Serializer[Any]):
    """What was asked for with `include`."""

    claims = ClaimCountsShape(required=False)
    versions = VersionShape(many=True, required=False, help_text="The latest, at most 50, oldest first.")


class ArticleShape(serializers.Serializer[Any]):
    """One thing published, with its latest version."""

    id = serializers.IntegerField()
    kind = Code(ArticleKind)
    source = SourceShape()
    story = StoryShape(allow_null=True)
    url = serializers.CharField(source="canonical_url", allow_null=True)
    external_id = serializers.CharField(allow_null=True, help_text="The publisher's own id for it.")
    created_at = Moment()
    embargoed_until = Moment(allow_null=True, help_text="Until then only keys with the scope `embargoed` see it.")
    latest_version = serializers.SerializerMethodField()
    included = IncludedInArticleShape(required=False)

    @extend_schema_field(VersionShape)
    def get_latest_version(self, article: Article) -> Any:
        return VersionShape(article.latest_versions[0]).data  # type: ignore[attr-defined]  # of `articles_listed`


class ArticleDetailShape(ArticleShape):
    """One thing published, with all its versions."""

    versions = serializers.SerializerMethodField(help_text="Oldest first.")

    @extend_schema_field(VersionShape(many=True))
    def get_versions(self, article: Article) -> Any:
        return VersionShape(self.context["versions"], many=True).data


class NewSource(StrictSerializer):
    """A source by name, case aside; made where there is none of that name."""

    name = Name(max_length=200)
    kind = Code(
        SourceKind,
        default=SourceKind.NEWS_OUTLET,
        help_text="Counts only where the source is new.",
    )


class NewVersion(StrictSerializer):
    """A text to record. Control characters and lone surrogates in it are removed; the rest is kept, in NFC."""

    text = Text(help_text="The text without headline; paragraphs end with a line feed.")
    title = Text(
        default="",
        max_length=TITLE_LENGTH,
        help_text="Left out: that of the version before, else the first words of the text.",
    )
    note = Text(default="", max_length=NOTE_LENGTH, help_text="The update or correction note it was published with.")
    language = serializers.ChoiceField(LANGUAGES, default=LANGUAGES[0])
    published_at = Moment(default=None, allow_null=True, help_text="Left out: now.")


class NewArticle(NewVersion):
    """An article with its first version."""

    source = NewSource()
    kind = Code(ArticleKind, default=ArticleKind.ARTICLE)
    story = Name(default="", max_length=300, help_text="The title of its story; made where there is none of it.")
    url = serializers.RegexField(
        r"^https?://[^\s<>\"\\]+\Z",
        default=None,
        allow_null=True,
        max_length=2_000,
        trim_whitespace=False,
        help_text="Its own address.",
    )
    external_id = Name(default=None, allow_null=True, max_length=300, help_text="The publisher's own id for it.")
    embargoed_until = Moment(
        default=None, allow_null=True, help_text="Held back until then from keys without the scope `embargoed`."
    )


class NewEmbargo(StrictSerializer):
    """Until when an article is held back; null or a moment that has passed lets everybody see it."""

    until = Moment(allow_null=True)


def content_of(body: dict[str, Any]) -> Content:
    """What a valid body of NewVersion or NewArticle hands in."""
    names = ("text", "title", "note", "language", "published_at")
    return Content(content_type="application/json; charset=utf-8", **{name: body[name] for name in names})


def _latest_run(version: ArticleVersion) -> ExtractionRun:
    """The latest run; an unsaved one that is due where nobody got round to making one."""
    runs = list(version.runs.all())
    return max(runs, key=lambda run: run.pk) if runs else ExtractionRun(state=RunState.DUE)
