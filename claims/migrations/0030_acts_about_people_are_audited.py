"""Acts about people, embargoes and second factors belong to the audit trail too. Secrets do not."""

from django.db import migrations

WEBHOOK = ("id", "url", "types", "active", "disabled_reason", "earlier_until", "created_by_id", "changed_by_id")
FACTOR = ("id", "user_id", "type")
TABLES = {"sources_personact": (), "sources_embargomove": (), "mfa_authenticator": FACTOR}


def _watch(table: str, columns: tuple[str, ...]) -> str:
    changed = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in columns or ("*",))
    kept = ", ".join(f"'{name}'" for name in columns)
    when = {"insert": "", "update": f" WHEN ({changed})", "delete": ""}
    return "\n".join(
        f"CREATE CONSTRAINT TRIGGER audit_{what} AFTER {what.upper()} ON {table} DEFERRABLE INITIALLY DEFERRED"
        f" FOR EACH ROW{condition} EXECUTE FUNCTION claims_audit({kept});"
        for what, condition in when.items()
    ) + _found(table, columns)


def _found(table: str, columns: tuple[str, ...]) -> str:
    """What stands, and the trail knows nothing of."""
    row = "to_jsonb(t)"
    if columns:
        row = "jsonb_build_object({})".format(", ".join(f"'{name}', t.{name}" for name in columns))
    return f"""
        INSERT INTO claims_auditentry (what, relation, subject, payload)
            SELECT 'found', '{table}', t.id::text, {row} FROM {table} AS t WHERE NOT EXISTS (
                SELECT FROM claims_auditentry AS e WHERE e.relation = '{table}' AND e.subject = t.id::text
            ) ORDER BY t.id;
    """  # noqa: S608  # names from the list above


STAYS = """
CREATE TRIGGER person_act_stays BEFORE UPDATE ON sources_personact
    FOR EACH ROW EXECUTE FUNCTION claims_append_only('person_act_stays');
"""


def _unwatch(table: str) -> str:
    return "\n".join(f"DROP TRIGGER audit_{what} ON {table};" for what in ("insert", "update", "delete"))


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0029_audit_trail_has_a_page"),
        ("sources", "0010_articles_under_embargo"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [
        *(migrations.RunSQL(_watch(table, columns), _unwatch(table)) for table, columns in TABLES.items()),
        migrations.RunSQL(_found("claims_webhook", WEBHOOK), migrations.RunSQL.noop),
        migrations.RunSQL(STAYS, "DROP TRIGGER person_act_stays ON sources_personact;"),
    ]
