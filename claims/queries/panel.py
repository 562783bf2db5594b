"""Reads for the panel of one claim."""

from claims.models import Claim, Correction, Evidence


def claim_to_check(claim_id: int) -> Claim | None:
    """A claim with its article, source and story; None where there is none."""
    return Claim.objects.select_related("article__source", "article__story", "assignee").filter(pk=claim_id).first()


def corrections_on(claim_id: int) -> list[Correction]:
    """All corrections of a claim, undone ones too, the latest first."""
    return list(Correction.objects.filter(claim=claim_id).select_related("by", "undone_by").order_by("-pk"))


def evidence_on(claim_id: int) -> list[Evidence]:
    """All passages that were ever linked to a claim, with their sources and who did what, the latest first."""
    found = Evidence.objects.filter(claim=claim_id)
    people = found.select_related("version__article__source", "added_by", "removed_by", "restored_by")
    return sorted(people.defer("version__text").order_by(), key=lambda row: row.pk, reverse=True)
