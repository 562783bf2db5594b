"""What every page of the desk shows around its own content."""

from django.http import HttpRequest

from claims import permissions, queries


def desk(request: HttpRequest) -> dict[str, object]:
    """Counts for the navigation, and what the person may do; nothing for those who may not read."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not permissions.read(user):
        return {}
    return {"open_flags_in_all": queries.open_flag_count()}
