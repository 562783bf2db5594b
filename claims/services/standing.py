"""Which claims of an article its latest text still makes; what it dropped is no work for anybody."""

from django.db.models import Exists, OuterRef

from claims.enums import RunState
from claims.models import Claim, Mention
from sources.models import ArticleVersion


def renew(version: ArticleVersion) -> None:
    """Brings `Claim.stands` of the version's article up to the latest version that was read, this one included."""
    read_later = version.article.versions.filter(number__gt=version.number, runs__state=RunState.DONE)
    latest = read_later.order_by("-number").values_list("pk", flat=True).first() or version.pk
    here = Exists(Mention.objects.filter(claim=OuterRef("pk"), version=latest, withdrawn=False))
    claims = Claim.objects.filter(article=version.article_id)
    claims.filter(~here, stands=True).update(stands=False)
    claims.filter(here, stands=False).update(stands=True)
