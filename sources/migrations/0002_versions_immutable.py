"""Versions and snapshots never change: offsets, verdicts and citations stand on their letters."""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION sources_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is immutable: record a new version instead', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER articleversion_immutable BEFORE UPDATE OR DELETE ON sources_articleversion
    FOR EACH ROW EXECUTE FUNCTION sources_refuse_change();
CREATE TRIGGER snapshot_immutable BEFORE UPDATE OR DELETE ON sources_snapshot
    FOR EACH ROW EXECUTE FUNCTION sources_refuse_change();
"""
BACKWARDS = """
DROP TRIGGER articleversion_immutable ON sources_articleversion;
DROP TRIGGER snapshot_immutable ON sources_snapshot;
DROP FUNCTION sources_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("sources", "0001_initial")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
