"""Words of claims are found by three letters of them, and each mention of an open flag is looked up once."""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations
from django.db.models.functions import Upper

# Each mention is looked up by its key, and once: a plain join would have the planner read them all, and a column of a
# subquery would be asked for again by each condition on it. OFFSET 0 keeps the look-up where it is.
FLAGGED = """
CREATE OR REPLACE VIEW claims_flaggedclaim AS
SELECT mention.claim_id, max(side.severity) AS gravest
FROM (
    SELECT a_id AS mention_id, severity FROM claims_contradictionflag WHERE state = 'open'
    UNION ALL
    SELECT b_id, severity FROM claims_contradictionflag WHERE state = 'open'
) AS side
CROSS JOIN LATERAL (SELECT claim_id FROM claims_mention WHERE id = side.mention_id OFFSET 0) AS mention
GROUP BY mention.claim_id
"""
BEFORE = """
CREATE OR REPLACE VIEW claims_flaggedclaim AS
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
    dependencies = [("claims", "0021_keys_are_audited")]

    operations = [
        TrigramExtension(),
        migrations.RunSQL(FLAGGED, BEFORE),
        migrations.AddIndex(
            model_name="mention",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass(Upper("text"), "gin_trgm_ops"),
                django.contrib.postgres.indexes.OpClass(Upper("sentence"), "gin_trgm_ops"),
                name="mention_words",
            ),
        ),
    ]
