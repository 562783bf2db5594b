"""Requests with an Idempotency-Key, and how they were answered."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sources", "0010_articles_under_embargo"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asker", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=255)),
                ("fingerprint", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("body", models.BinaryField(default=b"")),
                ("content_type", models.CharField(blank=True, default="", max_length=100)),
                ("location", models.CharField(blank=True, default="", max_length=2100)),
                ("lease", models.UUIDField()),
                ("leased_until", models.DateTimeField()),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
                "indexes": [models.Index(fields=["created_at"], name="kept_answer_created")],
                "constraints": [
                    models.UniqueConstraint(fields=("asker", "key"), name="kept_answer_once"),
                    models.CheckConstraint(condition=models.Q(("key", ""), _negated=True), name="kept_answer_key"),
                ],
            },
        ),
    ]
