"""The claims that an open flag hangs on, each once, with how grave the gravest of its flags is."""

from django.db import migrations, models

# Each mention is looked up by its key: a join would have the planner read them all.
FLAGGED = """
CREATE VIEW claims_flaggedclaim AS
SELECT claim_id, max(severity) AS gravest
FROM (
    SELECT (SELECT claim_id FROM claims_mention WHERE id = flag.a_id) AS claim_id, severity
    FROM claims_contradictionflag AS flag WHERE state = 'open'
    UNION ALL
    SELECT (SELECT claim_id FROM claims_mention WHERE id = flag.b_id) AS claim_id, severity
    FROM claims_contradictionflag AS flag WHERE state = 'open'
) AS sides
GROUP BY claim_id
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0011_dropped_claims_do_not_stand")]

    operations = [
        migrations.RunSQL(FLAGGED, "DROP VIEW claims_flaggedclaim"),
        migrations.CreateModel(
            name="FlaggedClaim",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="flagged",
                        serialize=False,
                        to="claims.claim",
                    ),
                ),
                ("gravest", models.PositiveSmallIntegerField()),
            ],
            options={"managed": False},
        ),
    ]
