"""News for an article page that is open: signs change in place, and nothing that somebody reads or types moves."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from claims.enums import ClaimState
from claims.queries.live import now
from claims.web.forms import number_in
from claims.web.page import FLAGGED
from claims.web.words import STATES
from sources.web.access import desk_page


@desk_page()
@require_safe
def live(request: HttpRequest, pk: int) -> HttpResponse:
    """The sign of each claim of a version, in words too, how often people changed it, and the latest version."""
    found = now(pk, number_in(request.GET, "v") or 0)
    if found is None:
        raise Http404("There is no such version.")
    claims = {
        str(claim): _shown(state, edits, flagged=claim in found.flagged)
        for claim, (state, edits) in found.claims.items()
    }
    return JsonResponse({"latest": found.latest, "claims": claims})


def _shown(state: str, edits: int, *, flagged: bool) -> list[str | int]:
    word = STATES[ClaimState(state)]
    if not flagged:
        return [state, word, edits]
    return [FLAGGED, "Flagged" if state == ClaimState.UNCHECKED else f"Flagged, {word.lower()}", edits]
