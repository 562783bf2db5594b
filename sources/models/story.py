from django.db import models


class Story(models.Model):
    """One event that several articles report.

    merged_into: the story that holds what this one held; its address and its title lead there.
    """

    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    title = models.CharField(max_length=300)
    created_at = models.DateTimeField(auto_now_add=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from")

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(condition=~models.Q(title=""), name="story_title_not_empty"),
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | ~models.Q(merged_into=models.F("id")),
                name="story_merged_into_another",
            ),
        ]

    def __str__(self) -> str:
        return self.title
