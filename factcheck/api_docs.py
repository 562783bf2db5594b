"""The description of the API as a page: every operation, what it takes, answers and refuses, and a command to try."""

import json
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from factcheck.api import STATUS_OF
from factcheck.problems import catalogue
from sources.web.access import desk_page

Schema = dict[str, Any]
DEEPEST = 3
PREFIX = "/api/v1/"
METHODS = ("get", "post", "put", "patch", "delete")
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a field of a body; `name` is its path, `claims[].reasons`."""

    name: str
    kind: str
    required: bool
    says: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One status. fields, example: of what is answered; none of an error, which is always a Problem."""

    status: str
    says: str
    media: str
    fields: tuple[Field, ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address."""

    anchor: str
    method: str
    path: str
    summary: str
    says: str
    parameters: tuple[Field, ...]
    body: tuple[Field, ...]
    answers: tuple[Answer, ...]
    errors: tuple[Answer, ...]
    command: str


@dataclass(frozen=True, slots=True)
class Group:
    """What begins with the same word."""

    name: str
    operations: tuple[Operation, ...]


@desk_page()
@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    """The whole API on one page, so that the browser's own search finds it."""
    codes = sorted((status, code, means) for code, (status, means) in catalogue(STATUS_OF).items())
    return render(request, "api_docs.html", {"groups": groups(), "codes": codes})


@cache
def groups() -> tuple[Group, ...]:
    """Every operation, in the order of addresses. Made once a process: the description is the program's own."""
    schema = json.loads(json.dumps(SchemaGenerator().get_schema(public=True), default=str))
    shapes = _Shapes(schema["components"]["schemas"])
    found: dict[str, list[Operation]] = {}
    for path, methods in sorted(schema["paths"].items()):
        name = path.removeprefix(PREFIX).split("/")[0].split(".")[0]
        for method in METHODS:
            if method in methods:
                found.setdefault(name, []).append(_operation(path, method, methods[method], shapes))
    return tuple(Group(name, tuple(operations)) for name, operations in found.items())


class _Shapes:
    """The components of a description, by which references are followed."""

    def __init__(self, components: Schema) -> None:
        self.components = components

    def of(self, schema: Schema) -> Schema:
        """What a schema comes to: references and single alternatives followed, null left aside."""
        if "$ref" in schema:
            return self.of(self.components[schema["$ref"].rpartition("/")[2]])
        for word in ("allOf", "oneOf", "anyOf"):
            real = [one for one in schema.get(word, []) if one.get("type") != "null"]
            if len(real) == 1:
                return self.of(real[0])
        return schema

    def kind(self, schema: Schema) -> str:
        """In words, as in `integer or null`."""
        found = self.of(schema)
        kinds = found.get("type", "value")
        named = list(kinds) if isinstance(kinds, list) else [kinds]
        if "array" in named:
            named[named.index("array")] = f"list of {self.kind(found.get('items', {}))}"
        if "enum" in found:
            named = [", ".join(str(value) for value in found["enum"] if value is not None)]
        nullable = any(one.get("type") == "null" for word in ("oneOf", "anyOf") for one in schema.get(word, []))
        return " or ".join([*named, "null"] if nullable and "null" not in named else named)

    def fields(self, schema: Schema, path: str = "", depth: int = 0) -> Iterator[Field]:
        """Every field of an object, those within it after it."""
        found = self.of(schema)
        if "items" in found:
            yield from self.fields(found["items"], f"{path}[]" if path else "", depth)
            return
        for name, inner in found.get("properties", {}).items():
            below = f"{path}.{name}" if path else name
            says = inner.get("description") or (self.of(inner).get("description", "") if depth == 0 else "")
            yield Field(
                below, self.kind(inner), name in found.get("required", []), str(says).split("\n\n", maxsplit=1)[0]
            )
            if depth + 1 < DEEPEST:
                yield from self.fields(inner, below, depth + 1)


def _operation(path: str, method: str, told: Schema, shapes: _Shapes) -> Operation:
    media, body = _content(told.get("requestBody", {}))
    answers = [_answer(status, one, shapes) for status, one in sorted(told["responses"].items())]
    return Operation(
        anchor=told["operationId"],
        method=method.upper(),
        path=path,
        summary=told.get("summary", ""),
        says=told.get("description", ""),
        parameters=tuple(_parameter(one, shapes) for one in told.get("parameters", [])),
        body=tuple(shapes.fields(body.get("schema", {}))),
        answers=tuple(one for one in answers if one.status < "400"),
        errors=tuple(one for one in answers if one.status >= "400"),
        command=_command(path, method, told, media, _example(body)),
    )


def _parameter(told: Schema, shapes: _Shapes) -> Field:
    kind = f"{told['in']}, {shapes.kind(told['schema'])}"
    return Field(told["name"], kind, told.get("required", False), _said(told.get("description", "")))


def _said(description: str) -> str:
    """The first paragraph; a list of codes, which stand in the kind already, is none."""
    first = description.split("\n\n", maxsplit=1)[0]
    return "" if first.startswith("* `") else first


def _answer(status: str, told: Schema, shapes: _Shapes) -> Answer:
    media, content = _content(told)
    says = told.get("description", "")
    if status >= "400":
        return Answer(status, says, media)
    example = _example(content)
    written = json.dumps(example, indent=2, ensure_ascii=False) if example is not None else ""
    return Answer(status, says, media, tuple(shapes.fields(content.get("schema", {}))), written)


def _content(told: Schema) -> tuple[str, Schema]:
    """The media type that is sent or answered, JSON where there are several, and what is said of it."""
    content = told.get("content", {})
    media = _JSON if _JSON in content else next(iter(content), "")
    return media, content.get(media, {})


def _example(content: Schema) -> Any:
    examples = list(content.get("examples", {}).values())
    return examples[0].get("value") if examples else None


def _command(path: str, method: str, told: Schema, media: str, body: Any) -> str:
    """A command that does it, as docs/api.md has them; what stands in braces in the address has to be filled in."""
    needed = [one["name"] for one in told.get("parameters", []) if one["in"] == "query" and one.get("required")]
    asked = f"?{'&'.join(f'{name}=' for name in needed)}" if needed else ""
    parts = ["curl"]
    if told.get("security") != []:
        parts.append('-H "Authorization: Bearer $KEY"')
    if "428" in told["responses"]:
        parts.append('-H "If-Match: $TAG"')
    if method not in {"get", "post"} or (method == "post" and body is None):
        parts.append(f"-X {method.upper()}")
    parts.append(f'"$DESK{path}{asked}"')
    if body is not None and media == _JSON:
        parts.append(f"--json {shlex.quote(json.dumps(body, ensure_ascii=False))}")
    return " \\\n  ".join(parts)
