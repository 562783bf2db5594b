from django.db import models


class Story(models.Model):
    """One event that several articles report."""

    slug = models.SlugField(max_length=120, unique=True, allow_unicode=True)
    title = models.CharField(max_length=300)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name_plural = "stories"
        constraints = [models.CheckConstraint(condition=~models.Q(title=""), name="story_title_not_empty")]

    def __str__(self) -> str:
        return self.title
