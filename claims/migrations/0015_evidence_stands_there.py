"""A passage's words are those of its version at its offsets, and a flag may name the evidence that it hangs on."""

import django.db.models.deletion
from django.db import migrations, models

# substr counts characters from 1, Python from 0; both count code points.
FORWARDS = """
CREATE FUNCTION claims_evidence_stands_there() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    standing text;
BEGIN
    SELECT substr(CASE NEW.part WHEN 'headline' THEN title ELSE text END, NEW.start + 1, NEW."end" - NEW.start)
        INTO standing FROM sources_articleversion WHERE id = NEW.version_id;
    -- No span and no words are refused by constraints of their own.
    IF NEW.text <> '' AND NEW.start < NEW."end" AND standing IS DISTINCT FROM NEW.text THEN
        RAISE EXCEPTION 'evidence at % to % of version % is not what stands there', NEW.start, NEW."end", NEW.version_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_stands_there';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER evidence_stands_there BEFORE INSERT OR UPDATE OF version_id, part, start, "end", text ON claims_evidence
    FOR EACH ROW EXECUTE FUNCTION claims_evidence_stands_there();
"""
BACKWARDS = """
DROP TRIGGER evidence_stands_there ON claims_evidence;
DROP FUNCTION claims_evidence_stands_there();
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0014_audit_trail_by_triggers")]
    operations = [
        migrations.RunSQL(FORWARDS, BACKWARDS),
        migrations.AddField(
            model_name="contradictionflag",
            name="evidence",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="flags", to="claims.evidence"
            ),
        ),
    ]
