"""Pages of webhooks: which addresses are told what happens, and what became of each delivery."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from claims.models import Delivery, Webhook
from claims.permissions import look_after_webhooks
from claims.queries.webhooks import delivery_page, webhooks_listed
from claims.services import webhooks as services
from claims.web.webhook_forms import ReplayForm, SwitchOffForm, WebhookForm
from sources.errors import Refusal
from sources.web.access import desk_page

REFUSED = 422
Act = Callable[[Webhook], str]


@desk_page(look_after_webhooks)
@require_safe
def webhooks(request: HttpRequest) -> HttpResponse:
    """Every address that is told, and a form for another one."""
    return _list(request, WebhookForm())


@desk_page(look_after_webhooks)
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Another address."""
    form = WebhookForm(request.POST)
    if form.is_valid():
        try:
            hook = services.add(form.cleaned_data["url"], form.wanted(), by=request.user)
        except Refusal as refusal:
            form.add_error("url", str(refusal))
        else:
            messages.info(request, "The webhook is there. Give its secret to the receiver, then send a test event.")
            return redirect("webhook", hook.pk)
    return _list(request, form, status=REFUSED)


@desk_page(look_after_webhooks)
@require_safe
def webhook(request: HttpRequest, pk: int) -> HttpResponse:
    """One webhook: secret, switches, delivery log."""
    return _one(request, pk)


@desk_page(look_after_webhooks)
@require_POST
def rotate(request: HttpRequest, pk: int) -> HttpResponse:
    """A new secret."""

    def act(hook: Webhook) -> str:
        services.rotate(hook, by=request.user)
        return "There is a new secret. The earlier one signs too for a day, so that the receiver can change over."

    return _done(request, pk, act)


@desk_page(look_after_webhooks)
@require_POST
def switch_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing is sent any more."""
    form = SwitchOffForm(request.POST)
    if not form.is_valid():
        return _one(request, pk, {"off_form": form}, status=REFUSED)

    def act(hook: Webhook) -> str:
        services.switch_off(hook, form.cleaned_data["reason"], by=request.user)
        return "The webhook is switched off."

    return _done(request, pk, act)


@desk_page(look_after_webhooks)
@require_POST
def switch_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Sent again from now on."""

    def act(hook: Webhook) -> str:
        services.switch_on(hook, by=request.user)
        return "The webhook is switched on. Send again what it missed, if it should have that too."

    return _done(request, pk, act)


@desk_page(look_after_webhooks)
@require_POST
def send_test(request: HttpRequest, pk: int) -> HttpResponse:
    """A test event, to this webhook alone."""

    def act(hook: Webhook) -> str:
        services.send_test(hook, by=request.user)
        return "A test event is on its way. The log below says what came of it."

    return _done(request, pk, act)


@desk_page(look_after_webhooks)
@require_POST
def replay(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything after a place in the sequence once more."""
    form = ReplayForm(request.POST)
    if not form.is_valid():
        return _one(request, pk, {"replay_form": form}, status=REFUSED)

    def act(hook: Webhook) -> str:
        count = services.replay(hook, after=form.cleaned_data["after"])
        return f"{count} events are sent again." if count != 1 else "1 event is sent again."

    return _done(request, pk, act)


@desk_page(look_after_webhooks)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Forgets the address."""
    services.remove(get_object_or_404(Webhook, pk=pk), by=request.user)
    messages.info(request, "The webhook is removed.")
    return redirect("webhooks")


@desk_page(look_after_webhooks)
@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """One delivery at once."""
    delivery = get_object_or_404(Delivery.objects.select_related("webhook", "event"), pk=pk)

    def act(hook: Webhook) -> str:
        services.send_again(delivery)
        return f"Event {delivery.event.sequence} is sent again."

    return _done(request, delivery.webhook_id, act)


def _done(request: HttpRequest, pk: int, act: Act) -> HttpResponse:
    try:
        messages.info(request, act(get_object_or_404(Webhook, pk=pk)))
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("webhook", pk)


def _list(request: HttpRequest, form: WebhookForm, status: int = 200) -> HttpResponse:
    return render(request, "claims/webhooks.html", {"form": form, "webhooks": list(webhooks_listed())}, status=status)


def _one(request: HttpRequest, pk: int, forms: dict[str, Form] | None = None, status: int = 200) -> HttpResponse:
    hook = get_object_or_404(webhooks_listed(), pk=pk)
    context: dict[str, Any] = {
        "webhook": hook,
        "page": delivery_page(hook, request.GET.get("page")),
        "off_form": SwitchOffForm(),
        "replay_form": ReplayForm(),
    }
    return render(request, "claims/webhook.html", context | (forms or {}), status=status)
