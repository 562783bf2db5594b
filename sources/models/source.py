from django.db import models
from django.db.models.functions import Lower

from sources.enums import FIRST_HAND, Independence, SourceKind, Tier
from sources.models.choices import choices, one_of


class Source(models.Model):
    """Who publishes or says: an outlet, an agency, an authority, a company, a person."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=choices(SourceKind), default=SourceKind.NEWS_OUTLET.value)
    tier = models.CharField(max_length=20, choices=choices(Tier), default=Tier.SECONDARY.value)
    independence = models.CharField(max_length=20, choices=choices(Independence), default=Independence.ORIGINAL.value)
    relays = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="relayed_by")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="source_name_unique"),
            models.CheckConstraint(condition=~models.Q(name=""), name="source_name_not_empty"),
            one_of("kind", SourceKind, "source_kind"),
            one_of("tier", Tier, "source_tier"),
            one_of("independence", Independence, "source_independence"),
            models.CheckConstraint(
                condition=models.Q(relays=None) | ~models.Q(relays=models.F("id")),
                name="source_relays_another",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def first_hand(self) -> bool:
        """Whether it speaks of what it did or found itself."""
        return self.kind in FIRST_HAND
