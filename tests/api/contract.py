"""What a change of the schema breaks for the clients that are out there.

Requests may take more and answers may say more; neither may take anything back. So a field that a request must have is
new trouble, and one that an answer has lost is too.
"""

from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]
METHODS = ("get", "post", "put", "patch", "delete")


def breaks(old: Schema, new: Schema) -> list[str]:
    """What clients of the old description trip over in the new one, a line each."""
    found: list[str] = []
    for path, methods in old["paths"].items():
        for method in METHODS:
            if method in methods:
                there = new["paths"].get(path, {}).get(method)
                place = f"{method.upper()} {path}"
                found += list(_of_operation(place, methods[method], there)) if there else [f"{place} is gone"]
    before, after = (side["components"]["schemas"] for side in (old, new))
    asked = _asked_with(old) | _asked_with(new)
    for name, shape in before.items():
        if name not in after:
            found.append(f"{name} is gone")
        else:
            found += _of_shape(name, shape, after[name], sent=name in asked)
    return found


def _of_operation(place: str, old: Schema, new: Schema) -> Iterator[str]:
    before, after = ({(one["in"], one["name"]): one for one in side.get("parameters", [])} for side in (old, new))
    for key, parameter in before.items():
        if key not in after:
            yield f"{place}: the parameter {key[1]} is gone"
        else:
            yield from _of_shape(f"{place}?{key[1]}", parameter["schema"], after[key]["schema"], sent=True)
    for key, parameter in after.items():
        if parameter.get("required") and not before.get(key, {}).get("required"):
            yield f"{place}: the parameter {key[1]} has to be given now"
    yield from (f"{place}: no answer {code} any more" for code in old["responses"] if code not in new["responses"])
    if "requestBody" in new and "requestBody" not in old:
        yield f"{place}: a body has to be sent now"
    for code in old["responses"].keys() & new["responses"].keys():
        kinds = [set(side["responses"][code].get("content", {})) for side in (old, new)]
        yield from (f"{place}: {code} is no {kind} any more" for kind in sorted(kinds[0] - kinds[1]))


def _of_shape(place: str, old: Schema, new: Schema, *, sent: bool) -> Iterator[str]:
    """sent: by clients, who may leave out what is optional; else it goes to them."""
    for word in ("type", "$ref", "format"):
        if old.get(word) != new.get(word):
            yield f"{place}: {word} was {old.get(word)}, is {new.get(word)}"
    # A value taken away breaks who sends it. A new one in an answer is no break: clients are told to expect some.
    yield from (
        f"{place}: {value} is no value any more" for value in old.get("enum", []) if value not in new.get("enum", [])
    )
    fields = new.get("properties", {})
    for name, shape in old.get("properties", {}).items():
        if name not in fields:
            yield f"{place}.{name} is gone"
        else:
            yield from _of_shape(f"{place}.{name}", shape, fields[name], sent=sent)
    required = [set(side.get("required", [])) for side in (old, new)]
    if sent:
        yield from (f"{place}.{name} has to be given now" for name in sorted(required[1] - required[0]))
    else:
        yield from (
            f"{place}.{name} may be missing now" for name in sorted(required[0] - required[1]) if name in fields
        )
    if "items" in old and "items" in new:
        yield from _of_shape(f"{place}[]", old["items"], new["items"], sent=sent)


def _asked_with(schema: Schema) -> set[str]:
    """The names of all shapes that stand in bodies of requests."""
    bodies = [
        operation.get("requestBody", {}) for methods in schema["paths"].values() for operation in methods.values()
    ]
    names: set[str] = set()
    waiting = list(_refs(bodies))
    while waiting:
        if (name := waiting.pop()) not in names:
            names.add(name)
            waiting += _refs(schema["components"]["schemas"].get(name, {}))
    return names


def _refs(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].rpartition("/")[2]
        for inner in node.values():
            yield from _refs(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _refs(inner)
