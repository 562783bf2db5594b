"""Acts on revisions: a reviewer approves and sends back, the desk head publishes and retracts; one, or several."""

import re
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims import permissions
from claims.errors import StaleVerdict, VerdictRefusal
from claims.models import Review, Verdict
from claims.queries.reviewing import LISTED, chosen
from claims.queries.verdicts import awaiting_review
from claims.services import verdicts
from claims.web.review import show_list, show_verdict, verdict_or_404
from sources.web.access import desk_page

REFUSED = 422
STALE = 409
# An id and the count of edits that the person saw.
SEEN = re.compile(r"([0-9]{1,18}):([0-9]{1,9})", re.ASCII)
LONGEST = 4_000


@desk_page(permissions.approve_verdicts)
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approves a revision; the desk head may set a rule aside, with a reason."""
    aside = "override" in request.POST
    return _act(request, pk, lambda verdict, edits, reason: verdicts.approve(
        verdict, by=request.user, edits=edits, reason=reason if aside else "", override=aside
    ))  # fmt: skip


@desk_page(permissions.approve_verdicts)
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Sends a revision back to its author, who is told why."""
    return _act(request, pk, lambda verdict, edits, reason: verdicts.send_back(
        verdict, by=request.user, edits=edits, reason=reason
    ))  # fmt: skip


@desk_page(permissions.approve_verdicts)
@require_POST
def undo_send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes back a revision that the person sent back a moment ago; it is shown again, to be decided."""
    verdict = verdict_or_404(pk)
    try:
        done = verdicts.undo_send_back(verdict, by=request.user, edits=_edits(request))
    except VerdictRefusal as refusal:
        messages.warning(request, str(refusal))
        return redirect("review")
    return redirect(f"{reverse('review_one', args=[pk])}?done={done.pk}")


@desk_page(permissions.publish_verdicts)
@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows a finding to readers."""
    return _act(request, pk, lambda verdict, edits, reason: verdicts.publish(
        verdict, by=request.user, edits=edits, reason=reason
    ))  # fmt: skip


@desk_page(permissions.publish_verdicts)
@require_POST
def retract(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a finding back, for a reason that is kept."""
    return _act(request, pk, lambda verdict, edits, reason: verdicts.retract(
        verdict, by=request.user, edits=edits, reason=reason
    ))  # fmt: skip


@desk_page(permissions.approve_verdicts)
@require_POST
def approve_several(request: HttpRequest) -> HttpResponse:
    """Approves the chosen revisions, all of them or, where one is refused, none; that one says why."""
    seen = dict(
        found.groups() for value in request.POST.getlist("verdict")[:LISTED] if (found := SEEN.fullmatch(value))
    )
    rows = chosen(int(pk) for pk in seen)
    if not rows:
        messages.warning(request, "Choose verdicts first: tick their boxes, or press x on a row.")
        return redirect("review")
    try:
        done = verdicts.approve_all([(row, int(seen[str(pk)])) for pk, row in rows.items()], by=request.user)
    except VerdictRefusal as refusal:
        status = STALE if isinstance(refusal, StaleVerdict) else REFUSED
        return show_list(request, refused={refusal.verdict_id or 0: str(refusal)}, status=status)
    count = "One verdict is" if len(done) == 1 else f"{len(done)} verdicts are"
    messages.success(request, f"{count} approved.")
    return redirect("review")


Do = Callable[[Verdict, int, str], Review]


def _act(request: HttpRequest, pk: int, do: Do) -> HttpResponse:
    """One act on the revision as the person saw it; then the next that waits. What is refused comes back with why."""
    verdict = verdict_or_404(pk)
    reason = request.POST.get("reason", "")[:LONGEST].replace("\x00", "")
    following = _following(request, pk)
    try:
        done = do(verdict, _edits(request), reason)
    except StaleVerdict as refusal:
        return show_verdict(request, verdict_or_404(pk), refusal=str(refusal), stale=True, status=STALE)
    except VerdictRefusal as refusal:
        return show_verdict(request, verdict_or_404(pk), refusal=str(refusal), status=REFUSED)
    to = reverse("review_one", args=[following]) if following else reverse("review")
    return redirect(f"{to}?done={done.pk}")


def _edits(request: HttpRequest) -> int:
    """The count of changes that the person saw; -1, which no revision has, where there is none."""
    edits = request.POST.get("edits", "")
    return int(edits) if edits.isascii() and edits.isdecimal() and len(edits) < 10 else -1


def _following(request: HttpRequest, pk: int) -> int | None:
    """The revision after this one in the person's list, else the first of it."""
    ids = list(awaiting_review(request.user).values_list("pk", flat=True)[:LISTED])
    if pk not in ids:
        return None
    at = ids.index(pk)
    return ids[at + 1] if at + 1 < len(ids) else next((other for other in ids if other != pk), None)
