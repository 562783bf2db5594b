"""Which addresses are told what happens, and who says so, belongs to the audit trail. Secrets do not."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

COLUMNS = ("id", "url", "types", "active", "disabled_reason", "earlier_until", "created_by_id", "changed_by_id")
KEPT = ", ".join(f"'{column}'" for column in COLUMNS)
CHANGED = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in COLUMNS)
FORWARDS = f"""
CREATE CONSTRAINT TRIGGER audit_insert AFTER INSERT ON claims_webhook DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION claims_audit({KEPT});
CREATE CONSTRAINT TRIGGER audit_update AFTER UPDATE ON claims_webhook DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN ({CHANGED}) EXECUTE FUNCTION claims_audit({KEPT});
CREATE CONSTRAINT TRIGGER audit_delete AFTER DELETE ON claims_webhook DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION claims_audit({KEPT});
"""
BACKWARDS = """
DROP TRIGGER audit_insert ON claims_webhook;
DROP TRIGGER audit_update ON claims_webhook;
DROP TRIGGER audit_delete ON claims_webhook;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0019_fresh_flags_and_pairs_left_out"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            "webhook",
            "changed_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunSQL(FORWARDS, BACKWARDS),
    ]
