"""Conditional requests (RFC 9110, 13): 304 before a body is built, 428 and 412 before a change is tried."""

import hashlib
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import http_date
from rest_framework import exceptions, serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

from sources.api.at_once import Answer, Environ, Found
from sources.api.desk import ASKING, DeskView
from sources.models import ApiKey
from sources.queries import State, Stated

_TAG = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\xff]*")')


class Unchanged(exceptions.APIException):
    """The client has this already. No error; the one way past the handler, which would build the body."""

    status_code = status.HTTP_304_NOT_MODIFIED


class VersionUnnamed(exceptions.APIException):
    """A change that does not say of which state it speaks."""

    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_detail = "Read it first, and send its ETag as If-Match, so that nobody's change is overwritten unseen."
    default_code = "if_match_required"


class ChangedMeanwhile(exceptions.APIException):
    """Somebody changed it since the client read it."""

    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_detail = "This has changed since you read it. Read it again, and decide anew."
    default_code = "changed_meanwhile"


class Conditional(DeskView):
    """A view of one thing. It names in `stated` the rows that its answer is made of.

    GET and HEAD answer with a strong ETag and, where known, Last-Modified, and 304 to an If-None-Match that names the
    tag: one statement in all, for the key and the state. All other methods change the thing and demand If-Match. That
    is a courtesy to clients and no lock: the service that is called still compares and sets. If-Modified-Since is
    passed over, as a second is too coarse for a desk.
    """

    stated: Stated | None = None
    state: State | None = None

    @classmethod
    def at_once(cls, environ: Environ, key: ApiKey, **ids: int) -> Found:
        """304 to a tag that still holds; anything else takes longer anyway."""
        sent = environ.get("HTTP_IF_NONE_MATCH")
        if sent is None or cls.stated is None:
            return None, None
        mark, state = cls.stated.found(key.pk, key.eyes, *ids.values())  # type: ignore[attr-defined]  # of `remember`
        if state is None or not _names(sent, tag := cls().tag(state), weak=True):
            return mark, None
        return mark, unchanged(_tagging(tag, state))

    def state_of(self, **kwargs: Any) -> State | None:
        """The state of what the address names, as far as `self.request` may see it; None where there is none.

        A view may find it in another way, and names nothing in `stated` then.
        """
        assert self.stated is not None
        return self.stated.seen_by(self.request.user, *kwargs.values())

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if request.method not in ASKING and request.method not in self.allows:
            return  # 405 comes next, and that says more than a missing header
        self.state = self.state_of(**kwargs)
        if self.state is None:
            raise exceptions.NotFound("There is nothing here.")
        tag = self.tag(self.state)
        if request.method in ASKING:
            if _names(request.headers.get("If-None-Match"), tag, weak=True):
                raise Unchanged
            return
        wanted = request.headers.get("If-Match")
        if wanted is None or wanted.strip() == "*":
            raise VersionUnnamed
        if not _names(wanted, tag):
            raise ChangedMeanwhile

    def demand_unchanged(self, **kwargs: Any) -> None:
        """What was read since the request came in is what the client speaks of. Raises ChangedMeanwhile."""
        if self.state_of(**kwargs) != self.state:
            raise ChangedMeanwhile

    def tag(self, state: State) -> str:
        """The strong ETag of a state, quoted: another one for another state, shape of the answer, or sight."""
        parts = (state.mark, shape_mark(self.get_serializer_class()), *self.sight())
        return f'"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]}"'

    def sight(self) -> tuple[str, ...]:
        """What of the asker the answer depends on, where it is more than seeing it or not. For views to override."""
        return ()

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        answer = super().finalize_response(request, response, *args, **kwargs)
        done = answer.status_code < 300
        if self.state is not None and done and request.method not in ASKING:
            self.state = self.state_of(**kwargs)
        if done or answer.status_code == status.HTTP_304_NOT_MODIFIED:
            for name, value in _tagging(self.tag(self.state), self.state).items() if self.state else ():
                answer[name] = value
        return answer


def _tagging(tag: str, state: State) -> dict[str, str]:
    """The headers that go with a state."""
    return {"ETag": tag} | ({"Last-Modified": http_date(state.changed_at.timestamp())} if state.changed_at else {})


def unchanged(headers: dict[str, str]) -> Answer:
    """304, as `at_once` gives it."""
    return Answer(status.HTTP_304_NOT_MODIFIED, b"", {"Content-Length": "0"} | headers)


def is_known(environ: Environ, tag: str) -> bool:
    """Whether whoever asks has what carries this tag."""
    return _names(environ.get("HTTP_IF_NONE_MATCH"), tag, weak=True)


def unless_known(request: HttpRequest | Request, tag: str, build: Callable[[], HttpResponse]) -> HttpResponse:
    """What `build` gives, with this tag; 304 without building it to whoever has it already.

    For what costs as much to look up as to answer, so that the tag is made of what was found.
    """
    answer = _not_modified() if is_known(request.META, tag) else build()
    answer["ETag"] = tag
    return answer


def tag_of(shape: type[serializers.BaseSerializer[Any]], *found: str, weak: bool = False) -> str:
    """The ETag of what was found and goes out in a shape. weak: the answer says besides when it was made."""
    digest = hashlib.sha256("|".join((*found, shape_mark(shape))).encode()).hexdigest()[:32]
    return f'W/"{digest}"' if weak else f'"{digest}"'


def _not_modified() -> HttpResponse:
    answer = HttpResponse(status=status.HTTP_304_NOT_MODIFIED)
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


def _names(header: str | None, tag: str, *, weak: bool = False) -> bool:
    """Whether a list of tags names this one; `*` names any. weak: `W/"x"` is `"x"`, too."""
    if header is None:
        return False
    if header.strip() == "*":
        return True
    sought = tag.removeprefix("W/")
    return any(found == sought and (weak or not is_weak) for is_weak, found in _TAG.findall(header))
