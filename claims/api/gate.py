"""The publish gate: a CMS asks before it publishes."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions, tasks
from claims.api.examples_gate import GATE_ASKED, GATE_JOB
from claims.api.gate_body import gate_body, of_job, of_version
from claims.api.gate_shapes import GateAsked, GateShape
from claims.enums import RunState
from claims.models import GateJob
from claims.queries import status as queries
from claims.services import gate_jobs
from sources.api.conditional import Conditional
from sources.api.desk import DeskView
from sources.api.problems import answers
from sources.enums import Scope
from sources.models import Article
from sources.permissions import readable, sees_embargoed
from sources.queries import State, marked, marks_of
from sources.services.articles import Content, readable_text

# Seconds; a text of a page takes about as long.
SOON = 1
_OVERRIDES = "FROM claims_gateoverride o WHERE o.article_id IS NOT DISTINCT FROM claims_gatejob.article_id"
NO_TEXT = "There is no such text. Push it first; under embargo where it is not out yet."


class Gate(DeskView):
    """Whether a text may go out, by what is known now."""

    allows = {"POST": permissions.read}
    scopes = {"POST": Scope.READ}
    serializer_class = GateShape

    @extend_schema(
        summary="Ask whether a text may go out",
        description="202 while the engine has not read it: what is known so far is there, and no answer yet. A text"
        " that is sent along is not recorded as an article; it is read in a job, which `Location` and `poll` name, and"
        " forgotten after a day. The same text again is the same job.",
        request=GateAsked,
        responses=answers({200: GateShape, 202: GateShape}, 404, 413, 422),
        examples=GATE_ASKED,
    )
    def post(self, request: Request) -> Response:
        asked = self.checked(GateAsked)
        if "text" in asked:
            return _unstored(asked, request)
        return _stored(text_named(asked, request), request)


class GateJobDetail(Conditional):
    """A text that the gate was asked about and that is not stored; for whoever asked."""

    allows = {"GET": permissions.read}
    serializer_class = GateShape

    def state_of(self, job_id: Any) -> State | None:
        """The answer hangs on the job, on what the desk wants, on overrides, and on what its article says meanwhile."""
        rows = jobs_seen(self.request).filter(pk=job_id)
        marks = [
            "claims_gatejob.xmin::text || claims_gatejob.ctid",
            "(SELECT max(revision) FROM claims_gatepolicy)",
            marks_of("o", _OVERRIDES),
        ]
        state = marked(rows, marks, ["claims_gatejob.finished_at", "claims_gatejob.created_at"])
        settled = rows.filter(state__in=(RunState.DONE, RunState.FAILED)).exists()
        return state if state is None or settled else State(f"{state.mark}|{gate_jobs.desk_mark()}", state.changed_at)

    @extend_schema(
        summary="Ask how far a text is that the gate was asked about",
        responses=answers({200: GateShape, 202: GateShape}, 404),
        examples=GATE_JOB,
    )
    def get(self, request: Request, job_id: Any) -> Response:
        job = jobs_seen(request).select_related("article").filter(pk=job_id).first()
        if job is None:
            raise NotFound("There is no such job. Its text is forgotten after a day; ask anew.")
        return _answer(job, request)


def text_named(asked: dict[str, Any], request: Request) -> queries.Text | None:
    """The stored text that a request names, as far as whoever asks sees it."""
    return queries.text_asked(
        request.user,
        url=asked["url"],
        article=asked["article"],
        number=asked["version"],
        sha256=asked.get("sha256", ""),
    )


def _stored(text: queries.Text | None, request: Request) -> Response:
    if text is None:
        raise NotFound(NO_TEXT)
    body = gate_body(of_version(text, request.user, timezone.now()), request.user)
    if text.processed:
        return Response(body)
    return Response(body, status.HTTP_202_ACCEPTED, headers={"Location": body["poll"], "Retry-After": str(SOON)})


def _unstored(asked: dict[str, Any], request: Request) -> Response:
    names = {"title": "title", "note": "note", "language": "language", "published_at": "published_at"}
    content = Content(text=asked["text"], **{key: asked[name] for key, name in names.items() if name in asked})
    article = _article(asked, request)
    known = _same_text(content, article, request)
    if known is not None:
        return _stored(known, request)
    job = gate_jobs.ask(gate_jobs.Asked(content, article, asked.get("source", "")), by=request.user)
    if job.state == RunState.DUE:
        transaction.on_commit(lambda: tasks.send_gate_job(job.pk), robust=True)
    return _answer(job, request)


def _article(asked: dict[str, Any], request: Request) -> Article | None:
    """The article whose next version the text would be. An address that none has is no error, an id is."""
    seen = Article.objects.filter(readable(request.user, ""))
    if asked["article"]:
        found = seen.filter(pk=asked["article"]).first()
        if found is None:
            raise NotFound("There is no such article.")
        return found
    return seen.filter(canonical_url=asked["url"]).first() if asked["url"] else None


def _same_text(content: Content, article: Article | None, request: Request) -> queries.Text | None:
    """The latest version of the article, where the text is that one's."""
    latest = queries.text_asked(request.user, article=article.pk) if article else None
    if latest is None:
        return None
    cleaned, title = readable_text(content)
    version = latest.version
    same = version.text == cleaned.text and (not content.title.strip() or version.title == title)
    return latest if same else None


def _answer(job: GateJob, request: Request) -> Response:
    body = gate_body(of_job(job, request.user, timezone.now()), request.user)
    if body["poll"] is None:
        return Response(body)
    return Response(body, status.HTTP_202_ACCEPTED, headers={"Location": body["poll"], "Retry-After": str(SOON)})


def jobs_seen(request: Request) -> QuerySet[GateJob]:
    """Whoever asked sees her job; the desk head, who may let the text out, sees those whose address she was given."""
    sees_all = sees_embargoed(request.user)
    if permissions.override_gate(request.user) and sees_all:
        return GateJob.objects.all()
    return GateJob.objects.filter(asker=request.user, sees_embargoed=sees_all)
