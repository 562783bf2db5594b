"""What the description of the API says of every operation of a kind."""

from typing import Any

from drf_spectacular.openapi import AutoSchema

from sources.api.once import PARAMETER, Once
from sources.api.problems import MEDIA_TYPE

_ONCE = {
    "409": "It is there already, or the first request with this `Idempotency-Key` is still being worked on.",
    "422": "The rules do not allow it, or the `Idempotency-Key` came with another request before.",
}


class DeskSchema(AutoSchema):
    """Adds the header Idempotency-Key, and what it may be refused with, to all that is done once."""

    def get_override_parameters(self) -> list[Any]:
        found: list[Any] = list(super().get_override_parameters())
        return [*found, PARAMETER] if self._once() else found

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation: dict[str, Any] | None = super().get_operation(*args, **kwargs)
        if operation is not None and self._once():
            shape = {"content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
            for code, meaning in _ONCE.items():
                operation["responses"].setdefault(code, {**shape, "description": meaning})
        return operation

    def _once(self) -> bool:
        return self.method == "POST" and isinstance(self.view, Once)
