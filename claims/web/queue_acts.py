"""What is done to chosen claims of the queue: given, taken, made urgent, given a deadline; and how that is undone."""

import re
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from claims import permissions
from claims.enums import Priority
from claims.models import Claim, ClaimMove
from claims.services import assignments, bulk, saved_views
from claims.web import queue_done
from claims.web.queue_forms import QueueFilterForm
from claims.web.words import name_of
from sources.errors import Refusal
from sources.queries import people_with
from sources.web.access import desk_page
from sources.web.fields import MomentField, NameField

NONE_CHOSEN = "Choose claims first: tick their boxes, or press x on a row."
# A page has fifty rows; more than that was not chosen on one.
MOST = 50
ID = re.compile(r"[0-9]{1,18}")
Act = Callable[[list[Claim]], list[ClaimMove]]


@desk_page(permissions.check_claims)
@require_POST
def assign(request: HttpRequest) -> HttpResponse:
    """Gives the chosen claims to somebody; without the desk head's role that is oneself."""
    to = request.POST.get("to", "")
    people = {str(person.pk): person for person in people_with(permissions.CHECKERS)}
    person = request.user if to == "me" else people.get(to)
    if person is None and to != "nobody":
        return _back(request, warning="Choose whom to give the claims to.")
    said = "taken" if person == request.user else f"given to {name_of(person)}" if person else "given to nobody"
    if person == request.user and not permissions.assign_others(request.user):
        return _act(request, said, lambda claims: bulk.take_all(claims, by=request.user))
    return _act(request, said, lambda claims: assignments.assign(claims, to=person, by=request.user))


@desk_page(permissions.assign_others)
@require_POST
def set_priority(request: HttpRequest) -> HttpResponse:
    """Makes the chosen claims more or less urgent."""
    field = forms.TypedChoiceField(choices=[(str(one.value), one.name) for one in Priority], coerce=int)
    try:
        priority = Priority(field.clean(request.POST.get("priority")))
    except forms.ValidationError:
        return _back(request, warning="Choose a priority.")
    said = f"{priority.name.lower()} now"
    return _act(request, said, lambda claims: assignments.set_priority(claims, priority=priority, by=request.user))


@desk_page(permissions.assign_others)
@require_POST
def set_due(request: HttpRequest) -> HttpResponse:
    """Gives the chosen claims a deadline; an empty one takes it away."""
    try:
        due = MomentField(required=False).clean(request.POST.get("due"))
    except forms.ValidationError as refusal:
        return _back(request, warning=" ".join(refusal.messages))
    said = f"due {due:%d %b %H:%M}" if due else "without a deadline"
    return _act(request, said, lambda claims: assignments.set_due(claims, due_at=due, by=request.user))


@desk_page(permissions.check_claims)
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Takes the last act back, all of it or, where somebody went on from there, nothing."""
    moves = queue_done.taken(request)
    try:
        bulk.take_back(moves, by=request.user)
    except Refusal as refusal:
        return _back(request, warning=str(refusal))
    messages.info(request, "Undone.")
    return _back(request)


@desk_page(permissions.read_queue)
@require_POST
def save_view(request: HttpRequest) -> HttpResponse:
    """Keeps the filters of the address under a name."""
    form = QueueFilterForm.of(request.POST.get("query", ""))
    try:
        name = NameField(max_length=80).clean(request.POST.get("name"))
        saved_views.save_view(request.user, name, form.query)
    except forms.ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect(f"{reverse('queue')}?{form.query}")


@desk_page(permissions.read_queue)
@require_POST
def remove_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forgets one of the person's own views, and shows what was in it, so that it can be saved again."""
    view = get_object_or_404(request.user.saved_views, pk=pk)
    saved_views.remove_view(view)
    messages.info(request, f"“{view.name}” is no saved view any more. Its filters are still set here.")
    return redirect(f"{reverse('queue')}?{view.query}")


def _act(request: HttpRequest, said: str, act: Act) -> HttpResponse:
    """Does one thing to all chosen claims or, where it is refused for one of them, to none."""
    chosen = [
        int(pk) for pk in request.POST.getlist("claim")[:MOST] if pk.isascii() and pk.isdecimal() and len(pk) < 18
    ]
    claims = list(Claim.objects.filter(pk__in=chosen).order_by("pk"))
    if not claims:
        return _back(request, warning=NONE_CHOSEN)
    try:
        moves = act(claims)
    except Refusal as refusal:
        return _back(request, warning=str(refusal))
    count = "One claim is" if len(claims) == 1 else f"{len(claims)} claims are"
    queue_done.keep(request, f"{count} {said}.", moves)
    return _back(request, done=True)


def _back(request: HttpRequest, *, warning: str = "", done: bool = False) -> HttpResponse:
    """To the view that the act was done in, with the cursor where it was."""
    if warning:
        messages.warning(request, warning)
    query = QueueFilterForm.of(request.POST.get("back", "")).query
    at = request.POST.get("at", "")
    more = [query, f"at={at}" if at.isdecimal() and len(at) < 3 else "", "done=1" if done else ""]
    return redirect(f"{reverse('queue')}?{'&'.join(part for part in more if part)}")
