"""The order of the queue as a column, whether a claim still stands, and the indexes of the queue."""

import django.db.models.expressions
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0009_four_eyes_held_by_triggers"),
        ("sources", "0005_five_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="claim",
            name="claim_queue",
        ),
        migrations.RemoveIndex(
            model_name="claim",
            name="claim_assignee",
        ),
        migrations.AddField(
            model_name="claim",
            name="rank",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.expressions.CombinedExpression(
                    django.db.models.expressions.CombinedExpression(
                        django.db.models.expressions.CombinedExpression(models.Value(3), "-", models.F("priority")),
                        "*",
                        models.Value(100000000000),
                    ),
                    "+",
                    django.db.models.functions.comparison.Coalesce(
                        models.Func(
                            models.F("due_at"),
                            output_field=models.BigIntegerField(),
                            template="floor(extract(epoch FROM %(expressions)s AT TIME ZONE 'UTC'))::bigint",
                        ),
                        models.Value(99999999999),
                    ),
                ),
                output_field=models.BigIntegerField(),
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="stands",
            field=models.BooleanField(default=True),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("stands", True)), fields=["state", "rank", "id"], name="claim_state_rank"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(
                    ("stands", True), ("state__in", ["unchecked", "check", "sent_back", "review", "recheck"])
                ),
                fields=["rank", "id"],
                name="claim_open_rank",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(
                    ("stands", True),
                    ("state__in", ["unchecked", "check", "sent_back", "review", "recheck"]),
                    ("assignee", None),
                ),
                fields=["rank", "id"],
                name="claim_nobodys_rank",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("glance", True), ("stands", True)), fields=["rank", "id"], name="claim_glance_rank"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(
                    ("stands", True), ("state__in", ["unchecked", "check", "sent_back", "review", "recheck"])
                ),
                fields=["due_at", "id"],
                name="claim_open_due",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("assignee__isnull", False)),
                fields=["assignee", "state", "rank", "id"],
                name="claim_assignee",
            ),
        ),
    ]
