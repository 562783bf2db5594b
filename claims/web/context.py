"""What every page of the desk shows around its own content."""

from django.http import HttpRequest

from claims import queries


def desk(request: HttpRequest) -> dict[str, object]:
    """Counts for the navigation of a page that `desk_page` has let the person see; nothing for any other."""
    if not getattr(request, "is_desk_page", False):
        return {}
    return {"open_flags_in_all": queries.open_flag_count()}
