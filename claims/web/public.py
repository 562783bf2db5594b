"""The page of a published verdict. It needs no login, reads no cookie, and shows nothing else of the desk."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from claims.enums import Rating, Stance, VerdictState
from claims.models import Verdict
from claims.queries import public
from sources.caching import base_of, kept

GONE = 410
STANCES = {
    Stance.SUPPORTS: "bears the claim out",
    Stance.REFUTES: "refutes the claim",
    Stance.CONTEXT: "tells what it is about",
}


@require_safe
def verdict(request: HttpRequest, claim_id: int, revision: int) -> HttpResponseBase:
    """A finding for readers; 410, without what was found, for one that was taken back."""
    found = public.finding(claim_id, revision)
    if found is None:
        raise Http404("There is no such published verdict.")
    told = public.told(claim_id)
    newest = told[0]
    marks = (found.pk, found.edits, newest.pk, newest.edits, len(getattr(found, "passages", ())))
    return kept(request, marks, max(row.changed_at for row in told), lambda: _page(request, found, told))


def _page(request: HttpRequest, found: Verdict, told: list[Verdict]) -> HttpResponse:
    replaced = [row for row in told if row.revision > found.revision]
    later = [row for row in replaced if row.state == VerdictState.PUBLISHED]
    context = {
        "desk": settings.PUBLIC_NAME,
        "base": base_of(request),
        "page": request.path,
        "verdict": found,
        "newer": later[0] if later else None,
        "replaced": bool(replaced),
        "history": [(row, public.RATINGS[Rating(row.rating)]) for row in told],
    }
    # Without the request: what depends on a cookie has no place in an answer that every cache keeps.
    if found.state == VerdictState.RETRACTED:
        return HttpResponse(render_to_string("public/retracted.html", context), status=GONE)
    context["rating"] = public.RATINGS[Rating(found.rating)]
    context["substance"] = public.RATINGS[Rating(found.in_substance)] if found.in_substance else ""
    passages = [row.evidence for row in found.passages]  # type: ignore[attr-defined]  # of `queries.public`
    context["sources"] = [(row, STANCES[Stance(row.stance)]) for row in passages]
    return HttpResponse(render_to_string("public/verdict.html", context))
