"""Review: the revisions that wait for a second person, and one of them with all that it rests on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import permissions
from claims.enums import VerdictState
from claims.models import Review, Verdict
from claims.queries import reviewing
from claims.queries.verdicts import awaiting_review, facts
from claims.web.forms import number_in
from claims.web.review_page import ReviewPage
from claims.web.review_rows import ReviewRow, rows_of
from sources.web.access import desk_page

# What a reviewer's list can show: those that wait, and what became of those that were approved.
SHOWN = {"": None, "approved": VerdictState.APPROVED, "published": VerdictState.PUBLISHED}


@desk_page(permissions.approve_verdicts)
@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """What waits for this person; beside it the person's own, which somebody else has to decide on."""
    return show_list(request)


def show_list(request: HttpRequest, *, refused: dict[int, str] | None = None, status: int = 200) -> HttpResponse:
    """The list. refused: why an act on several was refused, by the id of the revision that stands in the way."""
    shown = request.GET.get("show", "")
    state = SHOWN.get(shown)
    found = reviewing.standing_verdicts(state) if state else awaiting_review(request.user)
    ticked = [value.partition(":")[0] for value in request.POST.getlist("verdict")]
    context = {
        "shown": shown if state else "",
        "rows": rows_of(list(found[: reviewing.LISTED]), ticked=ticked, refused=refused),
        "own": [] if state else rows_of(list(reviewing.own_in_review(request.user)[: reviewing.LISTED])),
        "refused": refused,
        "done": done_in(request),
    }
    return render(request, "claims/review.html", context, status=status)


@desk_page(permissions.approve_verdicts)
@require_safe
def review_one(request: HttpRequest, pk: int) -> HttpResponse:
    """One revision: the claim in its passage, the finding beside the approved one, evidence, flags, history."""
    return show_verdict(request, verdict_or_404(pk))


def show_verdict(
    request: HttpRequest, verdict: Verdict, *, refusal: str = "", stale: bool = False, status: int = 200
) -> HttpResponse:
    """The page of a revision. refusal: why an act was refused; what was typed stands in the form again."""
    seen = reviewing.as_seen(verdict, number_in(request.POST, "edits") or 0) if stale else None
    waiting = rows_of(list(awaiting_review(request.user)[: reviewing.LISTED]))
    context = {
        "page": ReviewPage(reviewing.under_review(verdict, facts(verdict, request.user)), seen),
        "waiting": waiting,
        "refusal": refusal,
        "stale": stale,
        "typed": request.POST.get("reason", ""),
        "may_override": permissions.publish_verdicts(request.user),
        "done": done_in(request),
        **_beside(waiting, verdict),
    }
    return render(request, "claims/review_one.html", context, status=status)


def verdict_or_404(pk: int) -> Verdict:
    found = reviewing.verdict_of(pk)
    if found is None:
        raise Http404("There is no such revision.")
    return found


def done_in(request: HttpRequest) -> Review | None:
    """The act that led here, the person's own."""
    pk = number_in(request.GET, "done")
    acts = Review.objects.filter(by=request.user).select_related("verdict__claim", "verdict__author")
    return acts.filter(pk=pk).first() if pk else None


def _beside(waiting: list[ReviewRow], verdict: Verdict) -> dict[str, int | None]:
    ids = [row.verdict.pk for row in waiting]
    at = ids.index(verdict.pk) if verdict.pk in ids else None
    return {
        "place": None if at is None else at + 1,
        "before": ids[at - 1] if at else None,
        "after": ids[at + 1] if at is not None and at + 1 < len(ids) else None,
    }
