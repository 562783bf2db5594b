"""Filters of the queue that a person keeps under a name."""

from django.contrib.auth.models import User

from claims.errors import TooManyViews
from claims.models import SavedView

# Each is counted in the navigation, whenever the queue is looked at.
MOST = 20


def save_view(owner: User, name: str, query: str) -> SavedView:
    """Keeps a query of the address under a name; the same name again means the new one. Raises TooManyViews."""
    others = SavedView.objects.filter(owner=owner).exclude(name=name)
    if others.count() >= MOST:
        raise TooManyViews(f"You have {MOST} saved views. Remove one first.")
    kept, _ = SavedView.objects.update_or_create(owner=owner, name=name, defaults={"query": query})
    return kept


def remove_view(view: SavedView) -> None:
    """Forgets a view; the claims in it are not touched."""
    view.delete()
