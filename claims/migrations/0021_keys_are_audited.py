"""Who may work with which key belongs to the audit trail: what a key is good for, until when, and who revoked it."""

from django.db import migrations

COLUMNS = (
    "id",
    "public_id",
    "owner_id",
    "name",
    "scopes",
    "created_by_id",
    "expires_at",
    "revoked_at",
    "revoked_by_id",
)
NAMES = ", ".join(f"'{name}'" for name in COLUMNS)
CHANGED = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in COLUMNS)
FORWARDS = f"""
CREATE CONSTRAINT TRIGGER audit_insert AFTER INSERT ON sources_apikey DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION claims_audit({NAMES});
CREATE CONSTRAINT TRIGGER audit_update AFTER UPDATE ON sources_apikey DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN ({CHANGED}) EXECUTE FUNCTION claims_audit({NAMES});
CREATE CONSTRAINT TRIGGER audit_delete AFTER DELETE ON sources_apikey DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION claims_audit({NAMES});
"""
BACKWARDS = """
DROP TRIGGER audit_insert ON sources_apikey;
DROP TRIGGER audit_update ON sources_apikey;
DROP TRIGGER audit_delete ON sources_apikey;
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0020_webhooks_are_audited"), ("sources", "0008_api_keys")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
