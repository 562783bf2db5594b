"""Where origins are reported."""

from collections.abc import Sequence

from claims.models import Mention


def mentions_with_sources(ids: Sequence[int]) -> dict[int, Mention]:
    """Mentions by id with their versions (without texts), articles and sources. One query."""
    return Mention.objects.select_related("version__article__source").defer("version__text").in_bulk(ids)
