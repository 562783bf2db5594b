"""Webhooks: addresses that are told what happens."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api import examples_events as examples
from claims.api.webhook_shapes import (
    DeliveryShape,
    EventShape,
    NewReplay,
    NewWebhook,
    ReplayedShape,
    WebhookShape,
    WebhookWithSecretShape,
)
from claims.models import Webhook
from claims.queries.webhooks import deliveries_listed
from claims.services import webhooks as services
from sources.api.desk import DeskView
from sources.api.problems import answers
from sources.enums import Scope

ALLOWS = dict.fromkeys(("GET", "POST", "DELETE"), permissions.look_after_webhooks)
SCOPES = dict.fromkeys(ALLOWS, Scope.WEBHOOKS)


class WebhookList(DeskView):
    """All webhooks, the newest first."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = WebhookShape
    queryset = Webhook.objects.all()
    is_list = True
    is_sparse = True

    @extend_schema(summary="List webhooks", responses=answers({200: WebhookShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Add a webhook",
        request=NewWebhook,
        responses=answers({201: WebhookWithSecretShape}, 413, 422),
        examples=examples.NEW_WEBHOOK,
    )
    def post(self, request: Request) -> Response:
        body = self.checked(NewWebhook)
        hook = services.add(body["url"], body["types"], by=request.user)
        address = request.build_absolute_uri(reverse("api-webhook", args=[hook.pk]))
        return Response(WebhookWithSecretShape(hook).data, status.HTTP_201_CREATED, headers={"Location": address})


class WebhookDetail(DeskView):
    """One webhook."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = WebhookShape

    @extend_schema(summary="Read a webhook", responses=answers({200: WebhookShape}, 404), examples=examples.WEBHOOK)
    def get(self, request: Request, webhook_id: int) -> Response:
        return Response(WebhookShape(_existing(webhook_id)).data)

    @extend_schema(summary="Remove a webhook with its log", responses=answers({204: None}, 404))
    def delete(self, request: Request, webhook_id: int) -> Response:
        services.remove(_existing(webhook_id), by=request.user)
        return Response(status=status.HTTP_204_NO_CONTENT)


class WebhookRotation(DeskView):
    """A webhook's new secret."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = WebhookWithSecretShape

    @extend_schema(
        summary="Make a new secret",
        description="The earlier secret signs too for 24 hours, so that the receiver can change over.",
        request=None,
        responses=answers({200: WebhookWithSecretShape}, 404),
    )
    def post(self, request: Request, webhook_id: int) -> Response:
        hook = _existing(webhook_id)
        services.rotate(hook, by=request.user)
        return Response(WebhookWithSecretShape(hook).data)


class WebhookTest(DeskView):
    """An event of type `test`, to this webhook alone."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = EventShape

    @extend_schema(summary="Send a test event", request=None, responses=answers({202: EventShape}, 404, 422))
    def post(self, request: Request, webhook_id: int) -> Response:
        event = services.send_test(_existing(webhook_id), by=request.user)
        event.refresh_from_db()
        return Response(EventShape(event).data, status.HTTP_202_ACCEPTED)


class WebhookReplay(DeskView):
    """Everything after a place in the sequence once more."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = ReplayedShape

    @extend_schema(
        summary="Send events again",
        request=NewReplay,
        responses=answers({202: ReplayedShape}, 404, 413, 422),
        examples=examples.NEW_REPLAY,
    )
    def post(self, request: Request, webhook_id: int) -> Response:
        body = self.checked(NewReplay)
        count = services.replay(_existing(webhook_id), after=body["after"])
        return Response({"events": count}, status.HTTP_202_ACCEPTED)


class DeliveryList(DeskView):
    """The delivery log of a webhook, the newest first, with each attempt."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = DeliveryShape
    is_list = True
    is_sparse = True

    def get_queryset(self) -> Any:
        return deliveries_listed(self.kwargs.get("webhook_id", 0))  # 0 for the schema, which has no address

    @extend_schema(summary="List deliveries of a webhook", responses=answers({200: DeliveryShape(many=True)}, 404))
    def get(self, request: Request, webhook_id: int) -> Response:
        _existing(webhook_id)
        return self.page_of()


def _existing(webhook_id: int) -> Webhook:
    hook = Webhook.objects.filter(pk=webhook_id).first()
    if hook is None:
        raise NotFound("There is no such webhook.")
    return hook
