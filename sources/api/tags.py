"""ETags: of rows, of what was found, of an answer's bytes; and whether whoever asks has what carries one."""

import hashlib
import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

_TAG = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\xff]*")')
IF_NONE_MATCH = "HTTP_IF_NONE_MATCH"


def names(header: str | None, tag: str, *, weak: bool = False) -> bool:
    """Whether a list of tags names this one; `*` names any. weak: `W/"x"` is `"x"`, too."""
    if header is None:
        return False
    if header.strip() == "*":
        return True
    sought = tag.removeprefix("W/")
    return any(found == sought and (weak or not is_weak) for is_weak, found in _TAG.findall(header))


def is_known(environ: dict[str, Any], tag: str) -> bool:
    """Whether whoever asks has what carries this tag."""
    return names(environ.get(IF_NONE_MATCH), tag, weak=True)


def tag_of(shape: type[serializers.BaseSerializer[Any]], *found: str, weak: bool = False) -> str:
    """The ETag of what was found and goes out in a shape. weak: the answer says besides when it was made."""
    tag = _written("|".join((*found, shape_mark(shape))).encode())
    return f"W/{tag}" if weak else tag


def tag_of_body(body: bytes) -> str:
    """The strong ETag of an answer that is there: it says nothing that its reader does not see."""
    return _written(body)


def _written(made_of: bytes) -> str:
    return f'"{hashlib.sha256(made_of).hexdigest()[:32]}"'


def unless_known(request: HttpRequest | Request, tag: str, build: Callable[[], HttpResponse]) -> HttpResponse:
    """What `build` gives, with this tag; 304 without building it to whoever has it already.

    For what costs as much to look up as to answer, so that the tag is made of what was found.
    """
    answer = _emptied(HttpResponse()) if is_known(request.META, tag) else build()
    answer["ETag"] = tag
    return answer


def tagged_by_body(request: Request, answer: HttpResponseBase) -> None:
    """Gives an answer the tag of its bytes, and makes it 304 to whoever has these, as soon as they are written."""
    tagged = partial(_tagged, request.META)
    if isinstance(answer, Response):
        answer.add_post_render_callback(tagged)
    elif isinstance(answer, HttpResponse):  # what is streamed has no bytes yet
        tagged(answer)


def _tagged(environ: dict[str, Any], answer: HttpResponse) -> None:
    tag = tag_of_body(answer.content)
    if is_known(environ, tag):
        _emptied(answer)
    answer["ETag"] = tag


def _emptied(answer: HttpResponse) -> HttpResponse:
    answer.status_code = status.HTTP_304_NOT_MODIFIED
    answer.content = b""
    del answer["Content-Type"]
    return answer


@cache
def shape_mark(shape: type[serializers.BaseSerializer[Any]]) -> str:
    """A mark of the fields of a shape and those in it, so that a release that answers more gives other tags."""
    return hashlib.sha256("\n".join(_lines(shape(), "")).encode()).hexdigest()[:12]


def _lines(field: Any, path: str) -> list[str]:
    inner = field.child if isinstance(field, serializers.ListSerializer) else field
    lines = [f"{path} {type(inner).__name__}"]
    for name, below in getattr(inner, "fields", {}).items():
        lines += _lines(below, f"{path}.{name}")
    return lines
