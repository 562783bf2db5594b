"""People of the desk, for its admins."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from sources import queries
from sources.errors import Refusal
from sources.permissions import is_service, look_after_people
from sources.services import people as services
from sources.web.access import desk_page
from sources.web.people_forms import PersonForm, RolesForm
from sources.web.refusals import refused

REFUSED = 422


@desk_page(look_after_people)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who has a login, the open ones first."""
    return render(request, "sources/people.html", {"page": queries.people_page(request.GET.get("page"))})


@desk_page(look_after_people)
def add(request: HttpRequest) -> HttpResponse:
    """A new person, who is given a link to set a password; or a machine, which is given a key."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, roles = form.cleaned_data["username"], form.given()
        try:
            if form.cleaned_data["service"]:
                user, key = services.add_service(
                    name, roles=roles, by=request.user, first_name=form.cleaned_data["first_name"]
                )
                return _page(request, user, key=key)
            user = services.add_person(name, roles=roles, by=request.user, **form.person())
            return _page(request, user, link=request.build_absolute_uri(services.invitation(user)))
        except Refusal as refusal:
            refused(form, refusal)
    return render(request, "sources/add_person.html", {"form": form}, status=REFUSED if form.errors else 200)


@desk_page(look_after_people)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: roles, login, second factor, what was done about her."""
    found = _person(pk)
    form = RolesForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_roles(found, form.given(), by=request.user)
        except Refusal as refusal:
            refused(form, refusal)
        else:
            messages.info(request, f"The roles of {found.get_username()} are changed. They count from now on.")
            return redirect("person", pk)
    return _page(request, found, form=form, status=REFUSED if form.errors else 200)


@desk_page(look_after_people)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Closes a login."""
    return _done(request, pk, services.close, "The login is closed. Its sessions have ended.")


@desk_page(look_after_people)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens a closed login again."""
    return _done(request, pk, services.reopen, "The login is open again.")


@desk_page(look_after_people)
@require_POST
def log_out(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody whose laptop is lost."""
    return _done(request, pk, services.log_out, "All sessions of this login have ended.")


@desk_page(look_after_people)
@require_POST
def reset_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """For somebody who lost hers."""
    return _done(
        request, pk, services.reset_second_factor, "The second factor is gone. The password alone logs in now."
    )


@desk_page(look_after_people)
@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """A link to set a new password, shown this once."""
    found = _person(pk)
    if is_service(found) or not found.is_active:
        messages.warning(request, "A machine has no password, and a closed login needs none. Open it again first.")
        return redirect("person", pk)
    return _page(request, found, link=request.build_absolute_uri(services.offer_password(found, by=request.user)))


def _person(pk: int) -> User:
    return get_object_or_404(User.objects.select_related("profile"), pk=pk)


def _done(request: HttpRequest, pk: int, act: Callable[..., None], said: str) -> HttpResponse:
    try:
        act(_person(pk), by=request.user)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.info(request, said)
    return redirect("person", pk)


def _page(
    request: HttpRequest,
    found: User,
    *,
    form: RolesForm | None = None,
    link: str = "",
    key: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "person": queries.person_row(found),
        "form": form
        if form is not None and form.errors
        else RolesForm(initial={"roles": sorted(services.roles_given(found))}),
        "acts": queries.acts_about(found),
        "link": link,
        "key": key,
    }
    return render(request, "sources/person.html", context, status=status)
