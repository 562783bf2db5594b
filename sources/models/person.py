"""What the desk keeps of a person beside the login."""

from django.conf import settings
from django.db import models


class Profile(models.Model):
    """service: the login is a machine's; it has no password, works with a key, and never approves anything.

    theme: "light", "dark", or "" to follow the system. keys_off: single keys do nothing (WCAG 2.1.4).
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="profile")
    service = models.BooleanField(default=False)
    theme = models.CharField(max_length=5, blank=True, default="")
    keys_off = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(theme__in=["", "light", "dark"]), name="profile_theme_is_known")
        ]

    def __str__(self) -> str:
        return f"Profile of {self.user_id}"


class PersonAct(models.Model):
    """What was done about a person: added, given roles, closed. Rows are only added."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="acts_about")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="acts_about_people")
    words = models.CharField(max_length=400)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.words
