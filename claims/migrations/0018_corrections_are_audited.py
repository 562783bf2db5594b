"""What people corrected of the engine's reading belongs to the audit trail too."""

from django.db import migrations

FORWARDS = """
CREATE CONSTRAINT TRIGGER audit_insert AFTER INSERT ON claims_correction DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION claims_audit();
CREATE CONSTRAINT TRIGGER audit_update AFTER UPDATE ON claims_correction DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION claims_audit();
CREATE CONSTRAINT TRIGGER audit_delete AFTER DELETE ON claims_correction DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION claims_audit();
INSERT INTO claims_auditentry (what, relation, subject, payload)
    SELECT 'found', 'claims_correction', id::text, to_jsonb(t) FROM claims_correction AS t ORDER BY id;
"""
BACKWARDS = """
DROP TRIGGER audit_insert ON claims_correction;
DROP TRIGGER audit_update ON claims_correction;
DROP TRIGGER audit_delete ON claims_correction;
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0017_note_drafts")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
