"""Pages of the publish gate: what it says of a text, letting one out that it stops, and what it goes by."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from claims import permissions
from claims.models import GateOverride
from claims.queries import gate as queries
from claims.queries.status import Text, text_asked
from claims.services import gate as services
from claims.web.forms import number_in
from claims.web.gate_forms import OverrideForm, PolicyForm
from claims.web.gate_page import gate_page
from sources.errors import Refusal
from sources.web.access import desk_page

REFUSED = 422


@desk_page()
@require_safe
def gate(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether a version of an article may go out; `?v=` picks it, the latest one without."""
    return _shown(request, _text(request, pk))


@desk_page(permissions.override_gate)
@require_POST
def override(request: HttpRequest, pk: int) -> HttpResponse:
    """Lets a text out that the gate stops."""
    text = _text(request, pk)
    form = OverrideForm(request.POST)
    if not form.is_valid():
        return _shown(request, text, form, REFUSED)
    stop = services.stop_of(text.version, latest=text.latest) if text.processed else None
    try:
        services.override(stop, basis=form.cleaned_data["basis"], reason=form.cleaned_data["reason"], by=request.user)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _shown(request, text, form, REFUSED)
    messages.info(request, "The text may go out. That holds until it, or anything that speaks against it, changes.")
    return redirect(_place(text))


@desk_page(permissions.override_gate)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes back that a text may go out."""
    row = get_object_or_404(GateOverride.objects.exclude(article=None), pk=pk)
    services.withdraw(row, by=request.user)
    messages.info(request, "The gate stops the text again.")
    number = number_in(request.POST, "v")
    return redirect(reverse("article_gate", args=[row.article_id]) + (f"?v={number}" if number else ""))


@desk_page(permissions.set_gate)
@require_safe
def policy(request: HttpRequest) -> HttpResponse:
    """What stops a text, what is a note, and who said so when."""
    told = queries.in_force()
    return _policy(request, PolicyForm.of(told.policy, told.revision))


@desk_page(permissions.set_gate)
@require_POST
def set_policy(request: HttpRequest) -> HttpResponse:
    """The next revision of what the gate goes by."""
    form = PolicyForm(request.POST)
    if not form.is_valid():
        return _policy(request, form, REFUSED)
    try:
        made = services.set_policy(by=request.user, **form.wanted())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _policy(request, form, REFUSED)
    messages.info(request, f"The gate goes by revision {made.revision} from now on.")
    return redirect("gate_policy")


def _text(request: HttpRequest, pk: int) -> Text:
    number = number_in(request.POST if request.method == "POST" else request.GET, "v")
    text = None if number == 0 else text_asked(request.user, article=pk, number=number)
    if text is None:
        raise Http404("There is no such article, or no such version of it.")
    return text


def _place(text: Text) -> str:
    return f"{reverse('article_gate', args=[text.version.article_id])}?v={text.version.number}"


def _shown(request: HttpRequest, text: Text, form: OverrideForm | None = None, status: int = 200) -> HttpResponse:
    page = gate_page(text, request.user)
    context = {"page": page, "version": text.version, "form": form or OverrideForm()}
    return render(request, "claims/gate.html", context, status=status)


def _policy(request: HttpRequest, form: PolicyForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "revisions": queries.policies()[:20]}
    return render(request, "claims/gate_policy.html", context, status=status)
