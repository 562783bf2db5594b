"""What the description of the API says of every operation of a kind."""

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from sources.api import sparse
from sources.api.conditional import Conditional
from sources.api.desk import ASKING
from sources.api.once import PARAMETER, Once
from sources.api.problems import MEDIA_TYPE

_ONCE = {
    "409": "It is there already, or the first request with this `Idempotency-Key` is still being worked on.",
    "422": "The rules do not allow it, or the `Idempotency-Key` came with another request before.",
}
_IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match",
    str,
    OpenApiParameter.HEADER,
    description="The ETag of an answer that you have: 304 while it still holds.",
)
_IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description="The ETag of what you decide on, as its own address gave it.",
)
_UNCHANGED = {"description": "The client has this state already."}
_TAG = {
    "schema": {"type": "string"},
    "description": "Another one whenever the answer is; weak, `W/`, where that names the moment it was made.",
}


class DeskSchema(AutoSchema):
    """Adds to what is done once the header Idempotency-Key, and what it may be refused with; to what changes a thing
    that is there If-Match; and to all that is read its ETag, If-None-Match, `include` of one thing, and 304."""

    def get_override_parameters(self) -> list[Any]:
        found: list[Any] = list(super().get_override_parameters())
        if self._once():
            found.append(PARAMETER)
        if self.method not in ASKING and isinstance(self.view, Conditional):
            found.append(_IF_MATCH)
        if self._tagged():
            found.append(_IF_NONE_MATCH)
            if self.view.includes and not self.view.is_list:
                found.append(sparse.parameter(sparse.INCLUDE, self.view.includes))
        return found

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation: dict[str, Any] | None = super().get_operation(*args, **kwargs)
        if operation is not None and self._once():
            for code, meaning in _ONCE.items():
                content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
                operation["responses"].setdefault(code, {"content": content, "description": meaning})
        if operation is not None and self._tagged():
            operation["responses"]["304"] = dict(_UNCHANGED)
            operation["responses"]["200"]["headers"] = {"ETag": dict(_TAG)}
        return operation

    def _once(self) -> bool:
        return self.method == "POST" and isinstance(self.view, Once)

    def _tagged(self) -> bool:
        """Whether it is a read of the desk's; what is streamed has no tag."""
        return self.method == "GET" and getattr(self.view, "is_tagged", False)
