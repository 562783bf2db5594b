import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import pgvector.django.indexes
import pgvector.django.vector
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0024_status_in_one_statement"),
        ("sources", "0010_articles_under_embargo"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CheckedClaim",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="checked",
                        serialize=False,
                        to="claims.claim",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("figure", "Figure"), ("quote", "Quote"), ("attribution", "Attribution")],
                        max_length=12,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("sentence_start", models.PositiveIntegerField(null=True)),
                ("before", models.TextField(blank=True, default="")),
                (
                    "known_as",
                    django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), default=list, size=None),
                ),
                ("lone", models.BooleanField(default=False)),
                ("model", models.CharField(blank=True, default="", max_length=40)),
                ("vector", pgvector.django.vector.VectorField(dimensions=384, null=True)),
                ("told", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="CheckedKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.BigIntegerField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Watch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("mark", models.CharField(max_length=64)),
                ("created_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name_plural": "watches",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="WatchedWords",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("figure", "Figure"), ("quote", "Quote"), ("attribution", "Attribution")],
                        max_length=12,
                    ),
                ),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("model", models.CharField(max_length=40)),
                ("vector", pgvector.django.vector.VectorField(dimensions=384)),
            ],
            options={
                "verbose_name_plural": "watched words",
            },
        ),
        migrations.RemoveConstraint(
            model_name="event",
            name="event_type",
        ),
        migrations.AlterField(
            model_name="event",
            name="type",
            field=models.CharField(
                choices=[
                    ("version.recorded", "Version.recorded"),
                    ("version.processed", "Version.processed"),
                    ("claim.changed", "Claim.changed"),
                    ("flag.opened", "Flag.opened"),
                    ("flag.decided", "Flag.decided"),
                    ("verdict.submitted", "Verdict.submitted"),
                    ("verdict.sent_back", "Verdict.sent back"),
                    ("verdict.approved", "Verdict.approved"),
                    ("verdict.published", "Verdict.published"),
                    ("verdict.retracted", "Verdict.retracted"),
                    ("verdict.stale", "Verdict.stale"),
                    ("verdict.matched", "Verdict.matched"),
                    ("test", "Test"),
                ],
                max_length=24,
            ),
        ),
        migrations.AddConstraint(
            model_name="event",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "type__in",
                        [
                            "version.recorded",
                            "version.processed",
                            "claim.changed",
                            "flag.opened",
                            "flag.decided",
                            "verdict.submitted",
                            "verdict.sent_back",
                            "verdict.approved",
                            "verdict.published",
                            "verdict.retracted",
                            "verdict.stale",
                            "verdict.matched",
                            "test",
                        ],
                    )
                ),
                name="event_type",
            ),
        ),
        migrations.AddField(
            model_name="checkedclaim",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sources.article"
            ),
        ),
        migrations.AddField(
            model_name="checkedclaim",
            name="mention",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="claims.mention"),
        ),
        migrations.AddField(
            model_name="checkedclaim",
            name="verdict",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="claims.verdict"),
        ),
        migrations.AddField(
            model_name="checkedkey",
            name="checked",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="keys", to="claims.checkedclaim"
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="key",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="watches", to="sources.apikey"
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="watches", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="watch",
            name="webhook",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="watches", to="claims.webhook"
            ),
        ),
        migrations.AddField(
            model_name="watchedwords",
            name="watch",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="words", to="claims.watch"
            ),
        ),
        migrations.AddIndex(
            model_name="checkedclaim",
            index=pgvector.django.indexes.HnswIndex(
                fields=["vector"], name="checked_vector", opclasses=["vector_cosine_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="checkedclaim",
            index=models.Index(condition=models.Q(("vector", None)), fields=["claim"], name="checked_without_vector"),
        ),
        migrations.AddIndex(
            model_name="checkedclaim",
            index=models.Index(condition=models.Q(("told", False)), fields=["claim"], name="checked_untold"),
        ),
        migrations.AddConstraint(
            model_name="checkedclaim",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["figure", "quote", "attribution"])), name="checked_claim_kind"
            ),
        ),
        migrations.AddIndex(
            model_name="checkedkey",
            index=models.Index(fields=["key", "-at"], include=("checked",), name="checked_key_latest"),
        ),
        migrations.AddConstraint(
            model_name="checkedkey",
            constraint=models.UniqueConstraint(fields=("checked", "key"), name="checked_key_once"),
        ),
        migrations.AddIndex(
            model_name="watch",
            index=models.Index(fields=["expires_at"], name="watch_expires"),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.UniqueConstraint(fields=("owner", "mark"), name="watch_once"),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="watch_text_not_empty"
            ),
        ),
        migrations.AddConstraint(
            model_name="watch",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("created_at"))), name="watch_lasts"
            ),
        ),
        migrations.AddIndex(
            model_name="watchedwords",
            index=django.contrib.postgres.indexes.GinIndex(fields=["keys"], name="watched_keys"),
        ),
        migrations.AddConstraint(
            model_name="watchedwords",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["figure", "quote", "attribution"])), name="watched_words_kind"
            ),
        ),
    ]
