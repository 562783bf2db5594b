"""A mention's words are those of its version at its offsets; the database itself looks."""

from django.db import migrations

# substr counts characters from 1, Python from 0; both count code points.
FORWARDS = """
CREATE FUNCTION claims_mention_stands_there() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    standing text;
BEGIN
    SELECT substr(CASE NEW.part WHEN 'headline' THEN title ELSE text END, NEW.start + 1, NEW."end" - NEW.start)
        INTO standing FROM sources_articleversion WHERE id = NEW.version_id;
    IF standing IS DISTINCT FROM NEW.text THEN
        RAISE EXCEPTION 'mention at % to % of version % is not what stands there', NEW.start, NEW."end", NEW.version_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mention_stands_there';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mention_stands_there BEFORE INSERT OR UPDATE OF version_id, part, start, "end", text ON claims_mention
    FOR EACH ROW EXECUTE FUNCTION claims_mention_stands_there();
"""
BACKWARDS = """
DROP TRIGGER mention_stands_there ON claims_mention;
DROP FUNCTION claims_mention_stands_there();
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial"), ("sources", "0002_versions_immutable")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
