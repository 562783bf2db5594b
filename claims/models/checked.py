from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from pgvector.django import HnswIndex, VectorField

from claims.engine.embedding import DIMENSIONS
from claims.enums import Kind
from claims.models.claim import Claim, Mention
from claims.models.event import Webhook
from claims.models.verdict import Verdict
from sources.models import ApiKey, Article
from sources.models.choices import choices, one_of


class CheckedClaim(models.Model):
    """A claim with a verdict that stands, as it is found from somebody else's words; `services.checked` keeps it.

    mention: the words that the verdict judges. at: when it was approved. sentence_start, before, known_as, lone: as in
    `claims.engine.records.Mention`, read once, so that no text has to be loaded to compare. vector: of the headline and
    the sentence; empty until a worker has made it. told: whoever watches for such a verdict has been told.
    """

    claim = models.OneToOneField(Claim, primary_key=True, on_delete=models.CASCADE, related_name="checked")
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    verdict = models.ForeignKey(Verdict, on_delete=models.CASCADE, related_name="+")
    mention = models.ForeignKey(Mention, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=choices(Kind))
    at = models.DateTimeField()
    sentence_start = models.PositiveIntegerField(null=True)
    before = models.TextField(blank=True, default="")
    known_as = ArrayField(models.TextField(), default=list)
    lone = models.BooleanField(default=False)
    model = models.CharField(max_length=40, blank=True, default="")
    vector = VectorField(dimensions=DIMENSIONS, null=True)
    told = models.BooleanField(default=False)

    class Meta:
        constraints = [one_of("kind", Kind, "checked_claim_kind")]
        indexes = [
            # One a kind: a walk through those of other kinds would find few of a kind that is rare.
            *(
                HnswIndex(
                    fields=["vector"],
                    name=f"checked_{kind}",
                    opclasses=["vector_cosine_ops"],
                    condition=Q(kind=kind.value),
                )
                for kind in Kind
            ),
            models.Index(fields=["claim"], condition=Q(vector=None), name="checked_without_vector"),
            models.Index(fields=["claim"], condition=Q(told=False), name="checked_untold"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.claim_id}, checked"


class CheckedKey(models.Model):
    """A candidate key of a checked claim; `claims.engine.candidates` says which."""

    checked = models.ForeignKey(CheckedClaim, on_delete=models.CASCADE, related_name="keys")
    key = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["checked", "key"], name="checked_key_once")]
        indexes = [models.Index(fields=["key", "-at"], name="checked_key_latest", include=["checked"])]

    def __str__(self) -> str:
        return f"{self.key}"


class Watch(models.Model):
    """Somebody wants to be told when a verdict is approved that has to do with a text.

    key: with which it was asked for, empty for a session; one that is revoked is told nothing more. mark: SHA-256 of
    text and callback, so that asking twice is asking once. told_at: the last time.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="watches")
    key = models.ForeignKey(ApiKey, null=True, on_delete=models.CASCADE, related_name="watches")
    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="watches")
    text = models.TextField()
    mark = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "watches"
        constraints = [
            models.UniqueConstraint(fields=["owner", "mark"], name="watch_once"),
            models.CheckConstraint(condition=~Q(text=""), name="watch_text_not_empty"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="watch_lasts"),
        ]
        indexes = [models.Index(fields=["expires_at"], name="watch_expires")]

    def __str__(self) -> str:
        return self.text


class WatchedWords(models.Model):
    """What was read out of a watch's text, one row a claim: how a new verdict finds it."""

    watch = models.ForeignKey(Watch, on_delete=models.CASCADE, related_name="words")
    kind = models.CharField(max_length=12, choices=choices(Kind))
    keys = ArrayField(models.BigIntegerField(), default=list)
    model = models.CharField(max_length=40)
    vector = VectorField(dimensions=DIMENSIONS)

    class Meta:
        verbose_name_plural = "watched words"
        constraints = [one_of("kind", Kind, "watched_words_kind")]
        indexes = [GinIndex(fields=["keys"], name="watched_keys")]

    def __str__(self) -> str:
        return f"{self.kind} of watch {self.watch_id}"
