"""What every page of the desk shows around its own content."""

from django.http import HttpRequest

from claims import permissions
from claims.queries.desk import counts_for
from claims.web.words import count_words
from sources.permissions import look_after_people, read_all


def desk(request: HttpRequest) -> dict[str, object]:
    """Counts and ways for the navigation of a page that `desk_page` has let the person see; nothing for any other.

    A view that has counted already leaves what it found on the request (`desk_counts`).
    """
    if not getattr(request, "is_desk_page", False):
        return {}
    return {
        "counts": nav_counts(getattr(request, "desk_counts", None) or counts_for(request.user)),
        "may_queue": permissions.read_queue(request.user),
        "may_review": permissions.approve_verdicts(request.user),
        "may_audit": permissions.verify_audit(request.user),
        "may_import": permissions.import_articles(request.user),
        "may_webhooks": permissions.look_after_webhooks(request.user),
        "reads_all": read_all(request.user),
        "looks_after_people": look_after_people(request.user),
    }


def nav_counts(counts: dict[str, int]) -> dict[str, str]:
    """Counts as the navigation shows them; none for nothing."""
    return {name: count_words(count) for name, count in counts.items() if count}
