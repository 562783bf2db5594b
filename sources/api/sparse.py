"""`fields=` and `include=`: what of each row of a list goes out, and what that belongs to it comes along."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ErrorDetail, ValidationError

FIELDS, INCLUDE = "fields", "include"
_SAID = {
    FIELDS: "What of each row goes out, by commas; everything where it is left out.",
    INCLUDE: "What comes along in `included`, by commas.",
}


class Wanted(NamedTuple):
    """The names of fields and of what is included, each once, in the order of the shape."""

    fields: tuple[str, ...]
    included: tuple[str, ...]


def wanted(given: Mapping[str, Any], fields: Sequence[str], includes: Collection[str] = ()) -> Wanted:
    """What parameters ask for: all fields and nothing included where they do not say. Raises ValidationError."""
    problems = {}
    chosen = []
    for name, known, usual in ((FIELDS, fields, fields), (INCLUDE, includes, ())):
        names = given[name].split(",") if name in given else usual
        if strangers := [one for one in names if one not in known]:
            said = f"There is no {name.removesuffix('s')} {strangers[0][:40]!r}. Known: {', '.join(known)}."
            problems[name] = ErrorDetail(said, f"unknown_{name.removesuffix('s')}")
        chosen.append(tuple(one for one in known if one in names))
    if problems:
        raise ValidationError(problems)
    return Wanted(*chosen)


def parameters(fields: Sequence[str], includes: Collection[str]) -> list[dict[str, Any]]:
    """The same for the schema."""
    asked = {FIELDS: fields, INCLUDE: includes}
    return [_parameter(name, known, _SAID[name]) for name, known in asked.items() if known]


def parameter(name: str, known: Collection[str]) -> OpenApiParameter:
    """One of the two, of a view that does not page as all lists do, for the schema."""
    told = _parameter(name, known, _SAID[name])
    return OpenApiParameter(name, told["schema"], style="form", explode=False, description=told["description"])


def _parameter(name: str, known: Collection[str], description: str) -> dict[str, Any]:
    names = {"type": "array", "items": {"type": "string", "enum": list(known)}, "minItems": 1}
    place = {"name": name, "in": "query", "required": False, "style": "form", "explode": False}
    return {**place, "schema": names, "description": description}


def described(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Adds to a finished schema that rows asked for with `fields` have those alone: a hook of drf-spectacular."""
    shapes = result["components"]["schemas"]
    for methods in result["paths"].values():
        operation = methods.get("get", {})
        if any(one["name"] == FIELDS for one in operation.get("parameters", ())):
            content = operation["responses"]["200"]["content"]["application/json"]
            content["schema"] = _whole_or_sparse(shapes, content["schema"]["$ref"])
    return result


def _whole_or_sparse(shapes: dict[str, Any], page: str) -> dict[str, Any]:
    whole = shapes[page.rpartition("/")[2]]
    row = whole["properties"]["results"]["items"]["$ref"].rpartition("/")[2]
    sparse = f"Sparse{row}"
    shapes[sparse] = {
        "type": "object",
        "description": f"Of `{row}` the fields that were asked for.",
        "properties": shapes[row]["properties"],
    }
    results = {"type": "array", "items": {"$ref": f"#/components/schemas/{sparse}"}}
    shapes[f"{sparse}List"] = {**whole, "properties": {**whole["properties"], "results": results}}
    return {"anyOf": [{"$ref": page}, {"$ref": f"#/components/schemas/{sparse}List"}]}
