"""Every write to what the desk must be able to trust adds an entry to the chain, when it commits.

Entries are written by deferred triggers, so that the lock which puts them in one line is held for the commit alone, and
is taken after every other lock: nobody waits for it in a ring.
"""

from django.db import migrations

CHAIN = """
CREATE FUNCTION claims_audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    latest claims_auditentry;
BEGIN
    PERFORM pg_advisory_xact_lock(4014, 0);
    SELECT * INTO latest FROM claims_auditentry ORDER BY seq DESC LIMIT 1;
    NEW.seq := coalesce(latest.seq, 0) + 1;
    NEW.previous := coalesce(latest.hash, repeat('0', 64));
    NEW.at := clock_timestamp();
    NEW.hash := encode(sha256(convert_to(concat_ws(E'\\n', NEW.previous, NEW.seq,
        to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        NEW.what, NEW.relation, NEW.subject, NEW.payload::text), 'UTF8')), 'hex');
    RETURN NEW;
END $$;
CREATE TRIGGER entry_chained BEFORE INSERT ON claims_auditentry
    FOR EACH ROW EXECUTE FUNCTION claims_audit_chain();
CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE ON claims_auditentry
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('entry_stays');
CREATE TRIGGER entry_stays_whole BEFORE TRUNCATE ON claims_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION claims_append_only('entry_stays');

-- Arguments: the columns to keep, all of them where there are none. The times in the payload are in UTC, whoever writes.
CREATE FUNCTION claims_audit() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
    written jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
    kept jsonb := written;
BEGIN
    IF TG_NARGS > 0 THEN
        SELECT jsonb_object_agg(key, value) INTO kept FROM jsonb_each(written) WHERE key = ANY (TG_ARGV);
    END IF;
    INSERT INTO claims_auditentry (what, relation, subject, payload)
        VALUES (lower(TG_OP), TG_TABLE_NAME, coalesce(written ->> 'id', written ->> 'user_id'), kept);
    RETURN NULL;
END $$;
"""
CHAIN_BACK = """
DROP FUNCTION claims_audit();
DROP TRIGGER entry_stays_whole ON claims_auditentry;
DROP TRIGGER entry_stays ON claims_auditentry;
DROP TRIGGER entry_chained ON claims_auditentry;
DROP FUNCTION claims_audit_chain();
"""

# Table, which rows, which columns (none for all).
TABLES = [
    ("claims_review", "", ""),
    ("claims_verdict", "", ""),
    ("claims_verdictcontributor", "", ""),
    ("claims_verdictevidence", "", ""),
    ("claims_evidence", "", ""),
    ("claims_comment", "", ""),
    ("claims_claimmove", "{row}.by_id IS NOT NULL", ""),
    ("claims_flagmove", "{row}.by_id IS NOT NULL", ""),
    ("auth_user_groups", "", ""),
    ("auth_user", "", "id, username, is_active, is_staff, is_superuser"),
    ("sources_profile", "", "user_id, service"),
]


def _watch(table: str, rows: str, columns: str) -> str:
    """Three triggers, since a condition may name OLD or NEW alone; what stands already is entered as found."""
    names = [name.strip() for name in columns.split(",") if name.strip()]
    update = " OR ".join(
        [f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in names] or ["OLD.* IS DISTINCT FROM NEW.*"]
    )
    conditions = {
        "insert": rows.format(row="NEW") or "true",
        "update": f"({update})" + (f" AND ({rows.format(row='OLD')} OR {rows.format(row='NEW')})" if rows else ""),
        "delete": rows.format(row="OLD") or "true",
    }
    arguments = ", ".join(f"'{name}'" for name in names)
    triggers = [
        f"CREATE CONSTRAINT TRIGGER audit_{what} AFTER {what.upper()} ON {table} DEFERRABLE INITIALLY DEFERRED"
        f" FOR EACH ROW WHEN ({condition}) EXECUTE FUNCTION claims_audit({arguments});"
        for what, condition in conditions.items()
    ]
    found = "to_jsonb(t)"
    if names:
        found = "jsonb_build_object({})".format(", ".join(f"'{name}', t.{name}" for name in names))
    key = names[0] if names else "id"
    standing = (
        f"INSERT INTO claims_auditentry (what, relation, subject, payload) SELECT 'found', '{table}', t.{key}::text,"  # noqa: S608  # from the list above
        f" {found} FROM {table} AS t WHERE {rows.format(row='t') or 'true'} ORDER BY t.{key};"
    )
    return "\n".join([*triggers, standing])


def _unwatch(table: str) -> str:
    return "\n".join(f"DROP TRIGGER audit_{what} ON {table};" for what in ("insert", "update", "delete"))


class Migration(migrations.Migration):
    dependencies = [("claims", "0013_audit_trail"), ("sources", "0006_profiles")]
    operations = [
        migrations.RunSQL(CHAIN, CHAIN_BACK),
        *(migrations.RunSQL(_watch(*row), _unwatch(row[0])) for row in TABLES),
    ]
