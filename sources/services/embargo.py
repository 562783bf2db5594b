"""Until when an article is held back from machines."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from sources.errors import NotDeskHead
from sources.models import Article, EmbargoMove
from sources.permissions import set_embargoes


def hold_back(article: Article, until: datetime | None, *, by: User) -> bool:
    """Sets the moment; None, or one that has passed, lets everybody see it. False where nothing changed.

    Raises NotDeskHead.
    """
    if not set_embargoes(by):
        raise NotDeskHead("Only the desk head changes an embargo.")
    with transaction.atomic():
        was = Article.objects.select_for_update(no_key=True).get(pk=article.pk).embargoed_until
        if was == until:
            return False
        Article.objects.filter(pk=article.pk).update(embargoed_until=until)
        EmbargoMove.objects.create(article=article, was=was, became=until, by=by)
    article.embargoed_until = until
    return True
