"""The description that clients were written against holds, unless the version of the API moves."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from drf_spectacular.generators import SchemaGenerator

from tests.api.contract import breaks

STORED = Path(__file__).resolve().parents[2] / "docs" / "openapi.yaml"
OLD = yaml.safe_load(STORED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(json.dumps(SchemaGenerator().get_schema(public=True)))


def _major(schema: Any) -> str:
    return str(schema["info"]["version"]).partition(".")[0]


def test_nothing_that_clients_build_on_is_taken_back(schema: Any) -> None:
    assert _major(schema) != _major(OLD) or breaks(OLD, schema) == []


def test_what_is_stored_is_what_is_served(schema: Any) -> None:
    """`make schema` stores it anew."""
    told = "run `make schema`, and commit docs/openapi.yaml"
    assert schema["paths"].keys() == OLD["paths"].keys(), told
    assert schema["components"]["schemas"].keys() == OLD["components"]["schemas"].keys(), told


def _change(*path: str | int) -> Callable[[Any, Any], None]:
    def change(schema: Any, value: Any) -> None:
        for step in path[:-1]:
            schema = schema[step]
        if value is None:
            del schema[path[-1]]
        else:
            schema[path[-1]] = value

    return change


_FLAG = ("components", "schemas", "FlagShape")


# What is changed, to what (None: taken away), and what is said of it; nothing for what only adds.
@pytest.mark.parametrize(
    ("change", "value", "said"),
    [
        (_change("paths", "/api/v1/flags/{flag_id}"), None, ["GET /api/v1/flags/{flag_id} is gone"]),
        (_change("paths", "/api/v1/new"), {"get": {"responses": {}}}, []),
        (_change(*_FLAG, "properties", "reason"), None, ["FlagShape.reason is gone"]),
        (_change(*_FLAG, "properties", "more"), {"type": "string"}, []),
        (_change(*_FLAG, "properties", "id", "type"), "string", ["FlagShape.id: type was integer, is string"]),
        (_change(*_FLAG, "required"), ["id"], None),
        (_change("components", "schemas", "NewFlag", "required"), [], []),
        (_change("components", "schemas", "FlagState", "enum"), ["open"], None),
    ],
)
def test_each_kind_of_break_is_found(change: Any, value: Any, said: list[str] | None) -> None:
    new = copy.deepcopy(OLD)
    change(new, value)
    found = breaks(OLD, new)
    assert found == said if said is not None else len(found) >= 3
    assert breaks(OLD, OLD) == []


def test_a_field_that_has_to_be_given_now_is_a_break() -> None:
    new = copy.deepcopy(OLD)
    new["components"]["schemas"]["NewReplay"]["required"].append("before")
    assert breaks(OLD, new) == ["NewReplay.before has to be given now"]
