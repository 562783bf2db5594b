"""Watches: be called once a verdict is approved that has to do with a text."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import NotFound, PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from claims import permissions
from claims.api import examples_match as examples
from claims.api.watch_shapes import NewWatch, NewWatchShape, WatchShape
from claims.models import Watch, Webhook
from claims.services import watching as services
from sources.api.desk import DeskView, demand_scope
from sources.api.problems import answers
from sources.enums import Scope
from sources.models import ApiKey

ALLOWS = dict.fromkeys(("GET", "POST", "DELETE"), permissions.read)
SCOPES = dict.fromkeys(ALLOWS, Scope.READ)


class WatchList(DeskView):
    """One's own watches, the newest first."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = WatchShape
    is_list = True
    is_sparse = True

    def get_queryset(self) -> Any:
        return Watch.objects.filter(owner=self.request.user.pk).select_related("webhook")

    @extend_schema(summary="List your watches", responses=answers({200: WatchShape(many=True)}))
    def get(self, request: Request) -> Response:
        return self.page_of()

    @extend_schema(
        summary="Be called once a text is checked",
        description="The webhook gets `verdict.matched` for each verdict that is approved from now on and that says the"
        " same as the text, or otherwise of the same. The same text and address again make the watch last longer: 200.",
        request=NewWatch,
        responses=answers({200: NewWatchShape, 201: NewWatchShape}, 413, 422),
        examples=examples.NEW_WATCH,
    )
    def post(self, request: Request) -> Response:
        body = self.checked(NewWatch)
        made = services.register(
            body["text"],
            _webhook(request, body["webhook"]) if body["webhook"] else body["url"],
            lasts=timedelta(days=body["days"]),
            by=request.user,
            key=request.auth if isinstance(request.auth, ApiKey) else None,
        )
        told = {**WatchShape(made.watch).data, "secret": made.secret or None}
        address = request.build_absolute_uri(reverse("api-watch", args=[made.watch.pk]))
        code = status.HTTP_201_CREATED if made.created else status.HTTP_200_OK
        return Response(told, code, headers={"Location": address})


class WatchDetail(DeskView):
    """One of one's own watches."""

    allows = ALLOWS
    scopes = SCOPES
    serializer_class = WatchShape

    @extend_schema(summary="Read a watch", responses=answers({200: WatchShape}, 404), examples=examples.WATCH)
    def get(self, request: Request, watch_id: int) -> Response:
        return Response(WatchShape(_own(request, watch_id)).data)

    @extend_schema(summary="Remove a watch", responses=answers({204: None}, 404))
    def delete(self, request: Request, watch_id: int) -> Response:
        services.remove(_own(request, watch_id))
        return Response(status=status.HTTP_204_NO_CONTENT)


def _own(request: Request, watch_id: int) -> Watch:
    watch = Watch.objects.select_related("webhook").filter(owner=request.user.pk, pk=watch_id).first()
    if watch is None:
        raise NotFound("You have no such watch.")
    return watch


def _webhook(request: Request, webhook_id: int) -> Webhook:
    """One that others look after too, so whoever names it has to be one of them."""
    if not permissions.look_after_webhooks(request.user):
        raise PermissionDenied("Only the desk head and admins name a webhook; give an address of your own.")
    demand_scope(request, Scope.WEBHOOKS)
    hook = Webhook.objects.filter(pk=webhook_id).first()
    if hook is None:
        raise serializers.ValidationError({"webhook": "There is no such webhook."}, code="does_not_exist")
    return hook
