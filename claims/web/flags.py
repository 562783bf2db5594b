"""Pages of flags: the list, and one with both passages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import permissions, queries
from claims.enums import FlagState, Relation
from claims.models import ContradictionFlag, FlagMove
from claims.queries.flags import notes_for
from claims.services.severity import weights
from claims.web.content import compared, sides
from claims.web.decision_form import DecisionForm
from claims.web.forms import FlagFilterForm, number_in
from claims.web.passages import passage
from claims.web.rows import FlagRow
from claims.web.rules import meaning_of
from claims.web.standing import backing_of
from sources.web.access import desk_page


@desk_page()
@require_safe
def flags(request: HttpRequest) -> HttpResponse:
    """All flags, open ones first, the gravest before the rest; the filters live in the address."""
    form = FlagFilterForm(request.GET, seen_by=request.user)
    page = queries.flag_page(form.filters(), request.GET.get("page"), seen_by=request.user)
    rows = [FlagRow(flag, *sides(flag)) for flag in page]
    return render(request, "claims/flags.html", {"form": form, "page": page, "rows": rows, "done": _done(request)})


@desk_page()
@require_safe
def flag(request: HttpRequest, pk: int) -> HttpResponse:
    """Two passages that disagree, how the engine read each, why they cannot both stand, and the decision."""
    found = queries.flag(pk, request.user)
    if found is None:
        raise Http404("There is no such flag.")
    given = {"seen": found.state, "line": found.suggestion}
    return show_flag(
        request, found, DecisionForm(initial=given, notes=notes_for(found), update=found.relation == Relation.UPDATE)
    )


def show_flag(request: HttpRequest, found: ContradictionFlag, form: DecisionForm, status: int = 200) -> HttpResponse:
    """The page of a flag. form: what the person typed, if that was refused."""
    filters = FlagFilterForm(request.GET, seen_by=request.user)
    row = FlagRow(found, *sides(found))
    context = {
        "row": row,
        "passages": [(row.a, passage(found.a)), (row.b, passage(found.b))],
        "compared": compared(found.a, found.b),
        "neighbours": queries.neighbours_of(found, filters.filters(), seen_by=request.user),
        "query": filters.query,
        "form": form,
        "may_decide": permissions.decide_flags(request.user),
        "moves": list(reversed(found.moves.all())),
        "weights": weights(found),
        "backing": backing_of(found),
        "meaning": meaning_of(found.rule),
        "done": _done(request),
    }
    return render(request, "claims/flag.html", context, status=status)


def _done(request: HttpRequest) -> FlagMove | None:
    """The decision that led here, to be taken back while it is still fresh; only the person's own."""
    decided = number_in(request.GET, "decided")
    move = queries.last_move(decided) if decided else None
    own = move is not None and move.by_id == request.user.pk and move.became != FlagState.OPEN
    return move if own else None
