"""Pages of flags: the list, and one with both passages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import queries
from claims.web.content import compared, sides
from claims.web.forms import FlagFilterForm
from claims.web.page import FlagRow
from claims.web.passages import passage
from sources.web.access import desk_page


@desk_page()
@require_safe
def flags(request: HttpRequest) -> HttpResponse:
    """All flags, open ones first; the filters live in the address."""
    form = FlagFilterForm(request.GET)
    page = queries.flag_page(form.filters(), request.GET.get("page"))
    rows = [FlagRow(flag, *sides(flag)) for flag in page]
    return render(request, "claims/flags.html", {"form": form, "page": page, "rows": rows})


@desk_page()
@require_safe
def flag(request: HttpRequest, pk: int) -> HttpResponse:
    """Two passages that disagree, how the engine read each, and why they cannot both stand."""
    found = queries.flag(pk)
    if found is None:
        raise Http404("There is no such flag.")
    row = FlagRow(found, *sides(found))
    context = {
        "row": row,
        "passages": [(row.a, passage(found.a)), (row.b, passage(found.b))],
        "compared": compared(found.a, found.b),
        "neighbours": queries.neighbours_of(found),
    }
    return render(request, "claims/flag.html", context)
