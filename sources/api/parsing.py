"""JSON as clients should send it: in size, flat enough, each key once."""

import json
from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

from sources.api.problems import TooLarge

# A text of the limit with every character escaped as a surrogate pair, and the rest of the body.
BYTES_A_CHARACTER = 12
REST_OF_BODY = 100_000
DEEPEST = 10


class StrictJSONParser(BaseParser):
    """Refuses, with 400 or 413 and never worse: too many bytes, other encodings than UTF-8, a key given twice, values
    nested deeper than DEEPEST, NaN and Infinity, anything after the end."""

    media_type = "application/json"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        return strict_json(read_up_to(stream, self.limit()))

    def limit(self) -> int:
        """How many bytes a body may have."""
        return int(settings.TEXT_LIMIT) * BYTES_A_CHARACTER + REST_OF_BODY


def read_up_to(stream: IO[bytes], limit: int) -> bytes:
    """A whole body. Raises TooLarge."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise TooLarge(f"The body is over the limit of {limit:,} bytes.")
    return raw


def strict_json(raw: bytes) -> Any:
    """The value that is written there. Raises ParseError."""
    try:
        value = json.loads(raw.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refuse)
    except RecursionError as error:
        raise ParseError("The JSON is nested too deeply.") from error
    except ValueError as error:
        raise ParseError(f"This is no JSON in UTF-8: {error}") from error
    if _depth(value) > DEEPEST:
        raise ParseError("The JSON is nested too deeply.")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def _depth(value: Any) -> int:
    """How many containers lie in each other, counted level by level."""
    level, depth = [value], 0
    while level := [item for item in level if isinstance(item, dict | list)]:
        depth += 1
        level = [inner for item in level for inner in (item.values() if isinstance(item, dict) else item)]
    return depth
