"""What an import sends: JSON lines, or one JSON list, each entry an article with its versions and claims."""

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from rest_framework import serializers
from rest_framework.exceptions import ParseError, ValidationError
from rest_framework.parsers import BaseParser

from claims.api.article_shapes import NewArticle, NewVersion, content_of
from claims.api.claim_shapes import NewClaim, marking_of
from claims.services.import_lines import Line
from claims.services.imports import Unreadable
from sources.api.parsing import StrictJSONParser, read_up_to, strict_json
from sources.api.problems import TooLarge, field_problems, pointer_of
from sources.enums import ArticleKind, SourceKind
from sources.services.submissions import Origin

IMPORT_BYTES = 16_000_000
MOST_LINES = 2_000
MOST_VERSIONS, MOST_CLAIMS = 50, 500


class ImportedClaim(NewClaim):
    """A claim marked at a span of one of the texts of its line."""

    article = None
    version = serializers.IntegerField(
        default=1, min_value=1, max_value=MOST_VERSIONS + 1, help_text="1 is the line's own `text`, then `versions`."
    )


class ImportedArticle(NewArticle):
    """One line of an import: an article, the versions that followed, and claims marked in them."""

    versions = NewVersion(many=True, default=list, max_length=MOST_VERSIONS)
    claims = ImportedClaim(many=True, default=list, max_length=MOST_CLAIMS)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        for index, claim in enumerate(attrs["claims"]):
            if claim["version"] > len(attrs["versions"]) + 1:
                problem = {"version": ["The line has no such text."]}
                raise serializers.ValidationError({"claims": {index: problem}})
        return attrs


class JSONLines(BaseParser):
    """JSON lines (one value a line, blank lines passed over), as numbered lines of bytes."""

    media_type = "application/x-ndjson"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> list[tuple[int, str]]:
        lines = enumerate(read_up_to(stream, IMPORT_BYTES).split(b"\n"), start=1)
        return limited([(number, line.decode("utf-8", "replace")) for number, line in lines if line.strip()])


class JSONL(JSONLines):
    """The same under its other name."""

    media_type = "application/jsonl"


class JSONList(StrictJSONParser):
    """One JSON list; its entries count as lines."""

    def limit(self) -> int:
        return IMPORT_BYTES

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> list[tuple[int, str]]:
        entries = super().parse(stream, media_type, parser_context)
        if not isinstance(entries, list):
            raise ParseError("Send a list of articles, or one a line as application/x-ndjson.")
        return limited([(number, json.dumps(entry)) for number, entry in enumerate(entries, start=1)])


def limited(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines, unless there are too many or none. Raises TooLarge, ParseError."""
    if len(lines) > MOST_LINES:
        raise TooLarge(f"An import has at most {MOST_LINES:,} lines and {IMPORT_BYTES:,} bytes. Send it in parts.")
    if not lines:
        raise ParseError("There is no line in it.")
    return lines


def lines_of(sent: list[tuple[int, str]], refusal: Any) -> Iterator[tuple[int, Line | Unreadable]]:
    """Each line as it is to be recorded, or why it cannot be.

    refusal: of a valid line, the Unreadable that whoever sent it earns for it, None for none.
    """
    for number, written in sent:
        try:
            body = strict_json(written.encode("utf-8", "surrogatepass"))
        except ParseError as error:
            yield number, Unreadable("parse_error", "", str(error.detail))
            continue
        shape = ImportedArticle(data=body)
        try:
            shape.is_valid(raise_exception=True)
        except ValidationError as error:
            first = next(field_problems(error.detail))
            yield number, Unreadable(first["code"], pointer_of(error.detail), first["detail"])
            continue
        found = dict(shape.validated_data)
        yield number, refusal(found) or _line(found)


def _line(body: dict[str, Any]) -> Line:
    origin = Origin(
        source=body["source"]["name"],
        source_kind=SourceKind(body["source"]["kind"]),
        kind=ArticleKind(body["kind"]),
        story=body["story"],
        url=body["url"],
        external_id=body["external_id"],
        embargoed_until=body["embargoed_until"],
    )
    texts = (content_of(body), *(content_of(version) for version in body["versions"]))
    return Line(origin, texts, tuple((claim["version"] - 1, marking_of(claim)) for claim in body["claims"]))
