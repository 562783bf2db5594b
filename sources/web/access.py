"""Who gets to see a page."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.vary import vary_on_headers

from sources import permissions

View = Callable[..., HttpResponse]


def desk_page(allowed: Callable[[User], bool] = permissions.read) -> Callable[[View], View]:
    """A page for people who are logged in and whom `allowed` lets through; no cache keeps it.

    Others are sent to the login, or refused with the page 403.html.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            prefetch_related_objects([request.user], "groups")  # asked for often while one page is made
            if not allowed(request.user):
                raise PermissionDenied
            request.is_desk_page = True  # its frame may count what is open
            return view(request, *args, **kwargs)

        return never_cache(vary_on_headers("HX-Request")(login_required(guarded)))

    return guard
