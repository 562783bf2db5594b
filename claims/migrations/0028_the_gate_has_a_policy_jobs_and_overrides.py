"""What the gate goes by, texts it was asked about, and who let one out nevertheless; nobody rewrites that."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

WATCH = """
CREATE CONSTRAINT TRIGGER audit_insert AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION claims_audit();
CREATE CONSTRAINT TRIGGER audit_update AFTER UPDATE ON {table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION claims_audit();
CREATE CONSTRAINT TRIGGER audit_delete AFTER DELETE ON {table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION claims_audit();
"""
WATCH_BACK = """
DROP TRIGGER audit_insert ON {table};
DROP TRIGGER audit_update ON {table};
DROP TRIGGER audit_delete ON {table};
"""
RULES = """
CREATE FUNCTION claims_gate_by_a_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM sources_profile WHERE user_id = NEW.by_id AND service) THEN
        PERFORM claims_refuse(TG_ARGV[0], 'a machine never says what may go out');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER gate_override_by_a_person BEFORE INSERT OR UPDATE ON claims_gateoverride
    FOR EACH ROW EXECUTE FUNCTION claims_gate_by_a_person('gate_override_by_a_person');
CREATE TRIGGER gate_policy_by_a_person BEFORE INSERT ON claims_gatepolicy
    FOR EACH ROW EXECUTE FUNCTION claims_gate_by_a_person('gate_policy_by_a_person');
-- An override may be taken back, once; nothing else of it changes.
CREATE TRIGGER gate_override_stays BEFORE UPDATE ON claims_gateoverride FOR EACH ROW
    WHEN (OLD.withdrawn_at IS NOT NULL OR (to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_by_id')
        IS DISTINCT FROM (to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_by_id'))
    EXECUTE FUNCTION claims_append_only('gate_override_stays');
CREATE TRIGGER gate_override_is_kept BEFORE DELETE ON claims_gateoverride
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('gate_override_stays');
CREATE TRIGGER gate_policy_stays BEFORE UPDATE OR DELETE ON claims_gatepolicy
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('gate_policy_stays');
"""
RULES_BACK = """
DROP TRIGGER gate_policy_stays ON claims_gatepolicy;
DROP TRIGGER gate_override_is_kept ON claims_gateoverride;
DROP TRIGGER gate_override_stays ON claims_gateoverride;
DROP TRIGGER gate_policy_by_a_person ON claims_gatepolicy;
DROP TRIGGER gate_override_by_a_person ON claims_gateoverride;
DROP FUNCTION claims_gate_by_a_person();
"""
TABLES = ("claims_gatepolicy", "claims_gateoverride")


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0027_what_is_checked_already"),
        ("sources", "0010_articles_under_embargo"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="GateJob",
            fields=[
                (
                    "state",
                    models.CharField(
                        choices=[("due", "Due"), ("running", "Running"), ("done", "Done"), ("failed", "Failed")],
                        default="due",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("due_at", models.DateTimeField()),
                ("lease", models.UUIDField(null=True)),
                ("leased_until", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("error", models.TextField(blank=True, default="")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sees_embargoed", models.BooleanField()),
                ("digest", models.CharField(max_length=64)),
                ("title", models.CharField(max_length=1000)),
                ("text", models.TextField()),
                ("note", models.TextField(blank=True, default="")),
                ("language", models.CharField(default="en", max_length=12)),
                ("source", models.CharField(blank=True, default="", max_length=200)),
                ("published_at", models.DateTimeField()),
                ("parse", models.BinaryField(default=b"")),
                ("engine_version", models.CharField(blank=True, default="", max_length=40)),
                ("found", models.JSONField(default=list)),
                ("grounds", models.JSONField(default=list)),
                ("grounds_open", models.JSONField(default=list)),
                ("desk_mark", models.CharField(blank=True, default="", max_length=80)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="sources.article"
                    ),
                ),
                (
                    "asker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["due", "running"])),
                        fields=["due_at"],
                        name="gatejob_unfinished",
                    ),
                    models.Index(fields=["expires_at"], name="gate_job_expires"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "running"), _negated=True),
                            models.Q(("lease__isnull", False), ("leased_until__isnull", False)),
                            _connector="OR",
                        ),
                        name="gatejob_running_has_lease",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), _negated=True),
                            models.Q(("error", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="gatejob_failed_says_why",
                    ),
                    models.UniqueConstraint(fields=("asker", "sees_embargoed", "digest"), name="gate_job_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="GateOverride",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text_mark", models.CharField(max_length=64)),
                ("basis", models.CharField(max_length=64)),
                ("basis_open", models.CharField(max_length=64)),
                (
                    "against",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=24), size=None),
                ),
                (
                    "against_open",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=24), default=list, size=None
                    ),
                ),
                ("reason", models.TextField()),
                ("role", models.CharField(max_length=20)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gate_overrides",
                        to="sources.article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("withdrawn_at", None)), fields=["text_mark"], name="gate_override_text"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="gate_override_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="gate_override_withdrawn_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GatePolicy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("revision", models.PositiveIntegerField(unique=True)),
                ("effects", models.JSONField(default=dict)),
                ("unchecked_percent", models.PositiveSmallIntegerField(default=50)),
                ("stale_days", models.PositiveSmallIntegerField(default=30)),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("figure", "Figure"), ("quote", "Quote"), ("attribution", "Attribution")],
                            max_length=12,
                        ),
                        size=None,
                    ),
                ),
                ("least_priority", models.PositiveSmallIntegerField(default=0)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "gate policies",
                "ordering": ["revision"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("unchecked_percent__lte", 100)), name="gate_policy_percent"
                    ),
                    models.CheckConstraint(condition=models.Q(("stale_days__gte", 1)), name="gate_policy_days"),
                    models.CheckConstraint(condition=models.Q(("kinds", []), _negated=True), name="gate_policy_kinds"),
                ],
            },
        ),
        *(migrations.RunSQL(WATCH.format(table=table), WATCH_BACK.format(table=table)) for table in TABLES),
        migrations.RunSQL(RULES, RULES_BACK),
    ]
