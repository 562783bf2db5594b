"""A desk's decisions on flags, and how they are taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims import permissions, queries
from claims.enums import FlagState, Relation
from claims.errors import StaleFlag
from claims.models import ContradictionFlag
from claims.queries.flags import notes_for
from claims.services import decisions
from claims.web.decision_form import DecisionForm
from claims.web.flags import show_flag
from claims.web.forms import FlagFilterForm
from sources.errors import Refusal
from sources.web.access import desk_page

REFUSED = 422
STALE = 409


@desk_page(permissions.decide_flags)
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Records a decision and goes on to the next open flag of those that the filters in the address leave.

    What is refused stands in the form again, with all that was typed.
    """
    found = _flag(pk)
    form = DecisionForm(request.POST, notes=notes_for(found), update=found.relation == Relation.UPDATE)
    try:
        if form.is_valid() and form.record(found, request.user):
            return _to_next(request, found)
    except StaleFlag as refusal:
        found = _flag(pk)
        return show_flag(request, found, form.again(found, refusal), status=STALE)
    return show_flag(request, found, form, status=REFUSED)


@desk_page(permissions.decide_flags)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a decision back, if it still is the one that the person saw."""
    found = _flag(pk)
    seen = request.POST.get("seen")
    if seen in FlagState.__members__.values():
        found.state = seen
    try:
        decisions.reopen(found, by=request.user)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.info(request, f"F-{pk} is open again.")
    return redirect("flag", pk)


def _flag(pk: int) -> ContradictionFlag:
    found = queries.flag(pk)
    if found is None:
        raise Http404("There is no such flag.")
    return found


def _to_next(request: HttpRequest, decided: ContradictionFlag) -> HttpResponse:
    form = FlagFilterForm(request.GET, seen_by=request.user)
    beside = queries.neighbours_of(decided, form.filters(), seen_by=request.user)
    following = beside.after or beside.before
    page = reverse("flag", args=[following]) if following else reverse("flags")
    query = f"{form.query}&" if form.query else ""
    return redirect(f"{page}?{query}decided={decided.pk}")
