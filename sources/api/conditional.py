"""Conditional requests (RFC 9110, 13): 304 before a body is built, 428 and 412 before a change is tried."""

from functools import lru_cache
from typing import Any

from django.utils.http import http_date
from rest_framework import exceptions, status
from rest_framework.request import Request
from rest_framework.response import Response

from sources.api.at_once import Environ, Found, unchanged
from sources.api.desk import ASKING, DeskView
from sources.api.sparse import INCLUDE
from sources.api.tags import IF_NONE_MATCH, names, tag_of
from sources.models import ApiKey
from sources.queries import State, Stated


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
        sent = environ.get(IF_NONE_MATCH)
        if sent is None or cls.stated is None:
            return None, None
        mark, state = cls.stated.found(key.pk, key.eyes, *ids.values())  # type: ignore[attr-defined]  # of `remember`
        if state is None or not names(sent, tag := cls.tag(state), weak=True):
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
        if request.method in ASKING and INCLUDE in request.query_params:
            return  # what comes along has rows of its own: the tag is that of the answer
        self.state = self.state_of(**kwargs)
        if self.state is None:
            raise exceptions.NotFound("There is nothing here.")
        tag = self.tag(self.state)
        if request.method in ASKING:
            if names(request.headers.get("If-None-Match"), tag, weak=True):
                raise Unchanged
            return
        wanted = request.headers.get("If-Match")
        if wanted is None or wanted.strip() == "*":
            raise VersionUnnamed
        if not names(wanted, tag):
            raise ChangedMeanwhile

    def demand_unchanged(self, **kwargs: Any) -> None:
        """What was read since the request came in is what the client speaks of. Raises ChangedMeanwhile."""
        if self.state_of(**kwargs) != self.state:
            raise ChangedMeanwhile

    @classmethod
    def tag(cls, state: State) -> str:
        """The strong ETag of a state, quoted: another one for another state, or shape of the answer."""
        return tag_of(cls.serializer_class, state.mark)

    def tag_answer(self, request: Request, answer: Response, **kwargs: Any) -> None:
        if self.state is None:
            super().tag_answer(request, answer, **kwargs)
            return
        if answer.status_code >= 300 and answer.status_code != status.HTTP_304_NOT_MODIFIED:
            return
        state = self.state if request.method in ASKING else self.state_of(**kwargs)
        for name, value in _tagging(self.tag(state), state).items() if state else ():  # it may be gone by now
            answer[name] = value


def _tagging(tag: str, state: State) -> dict[str, str]:
    """The headers that go with a state."""
    return {"ETag": tag} if state.changed_at is None else {"ETag": tag, "Last-Modified": _spoken(state.changed_at)}


_spoken = lru_cache(maxsize=1024)(http_date)
