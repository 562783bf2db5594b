"""Keys for the API: a person's own, and for admins those of machines."""

from collections.abc import Callable

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from sources import queries
from sources.errors import Refusal
from sources.models import ApiKey
from sources.permissions import look_after_people, read
from sources.services import keys as services
from sources.web.access import desk_page
from sources.web.key_forms import KeyForm

REFUSED = 422
View = Callable[..., HttpResponse]


def proven(view: View) -> View:
    """Asks for the password again: a key outlives the session in which it was made."""
    return login_required(never_cache(require_POST(reauthentication_required(app="allauth.account")(view))))


@login_required
@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """A person's own keys, and the form for another."""
    return _page(request, request.user)


@proven
def make_mine(request: HttpRequest) -> HttpResponse:
    """A new key of one's own, shown this once."""
    return _make(request, request.user)


@proven
def rotate_mine(request: HttpRequest, key_id: int) -> HttpResponse:
    """A new key in place of one of one's own, shown this once."""
    return _rotate(request, request.user, key_id)


@login_required
@require_POST
def change_mine(request: HttpRequest, key_id: int, act: str) -> HttpResponse:
    """Revokes one of one's own keys, or takes that back."""
    return _change(request, request.user, key_id, act)


@desk_page(look_after_people)
@require_safe
def machines(request: HttpRequest, pk: int) -> HttpResponse:
    """The keys of a machine."""
    return _page(request, _machine(pk))


@desk_page(look_after_people)
@proven
def make_machines(request: HttpRequest, pk: int) -> HttpResponse:
    """A new key of a machine, shown this once."""
    return _make(request, _machine(pk))


@desk_page(look_after_people)
@proven
def rotate_machines(request: HttpRequest, pk: int, key_id: int) -> HttpResponse:
    """A new key in place of one of a machine's, shown this once."""
    return _rotate(request, _machine(pk), key_id)


@desk_page(look_after_people)
@require_POST
def change_machines(request: HttpRequest, pk: int, key_id: int, act: str) -> HttpResponse:
    """Revokes a machine's key, or takes that back."""
    return _change(request, _machine(pk), key_id, act)


def _machine(pk: int) -> User:
    return get_object_or_404(User.objects.select_related("profile"), pk=pk, profile__service=True, is_active=True)


def _place(request: HttpRequest, owner: User) -> str:
    return reverse("me_keys") if owner == request.user else reverse("person_keys", args=[owner.pk])


def _make(request: HttpRequest, owner: User) -> HttpResponse:
    form = KeyForm(request.POST, owner=owner)
    if not form.is_valid():
        return _page(request, owner, form=form)
    try:
        made = services.create(owner, by=request.user, **form.given())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _page(request, owner, form=form)
    return _page(request, owner, made=made)


def _rotate(request: HttpRequest, owner: User, key_id: int) -> HttpResponse:
    key = get_object_or_404(ApiKey, pk=key_id, owner=owner)
    try:
        return _page(request, owner, made=services.rotate(key, by=request.user))
    except Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect(_place(request, owner))


def _change(request: HttpRequest, owner: User, key_id: int, act: str) -> HttpResponse:
    key = get_object_or_404(ApiKey, pk=key_id, owner=owner)
    try:
        (services.revoke if act == "revoke" else services.restore)(key, by=request.user)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        said = "is revoked: programs that use it are refused from now on." if act == "revoke" else "works again."
        messages.info(request, f"The key {key.name} {said}")
    return redirect(_place(request, owner))


def _page(
    request: HttpRequest, owner: User, *, form: KeyForm | None = None, made: services.Made | None = None
) -> HttpResponse:
    prefetch_related_objects([request.user], "groups")  # asked for often while one page is made
    request.is_desk_page = read(request.user)  # its frame may count what is open
    context = {
        "owner": owner,
        "own": owner == request.user,
        "place": _place(request, owner),
        "rows": queries.key_rows(owner, request.user),
        "form": form or KeyForm(None, owner=owner),
        "made": made,
    }
    return render(request, "sources/keys.html", context, status=REFUSED if form and form.errors else 200)
