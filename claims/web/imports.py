"""Pages of imports: how far each is, and which lines were refused, and why."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from claims.enums import LineState, RunState
from claims.permissions import import_articles
from claims.queries import imports as queries
from sources.web.access import desk_page

PAGE = 50


@desk_page(import_articles)
@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """Every import, the newest first."""
    rows = queries.imports_listed(request.user).order_by("-pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "claims/imports.html", {"page": page})


@desk_page(import_articles)
@require_safe
def one_import(request: HttpRequest, pk: int) -> HttpResponse:
    """One import; while it goes on, its progress asks again by itself."""
    bulk = get_object_or_404(queries.imports_listed(request.user), pk=pk)
    goes_on = bulk.state in (RunState.DUE, RunState.RUNNING)
    if request.htmx.target == "progress":
        return render(request, "claims/_import_progress.html", {"bulk": bulk, "goes_on": goes_on})
    refused = queries.lines_of(pk, request.user).filter(state=LineState.FAILED).order_by("number")
    page = Paginator(refused, PAGE).get_page(request.GET.get("page"))
    return render(request, "claims/import.html", {"bulk": bulk, "goes_on": goes_on, "page": page})
