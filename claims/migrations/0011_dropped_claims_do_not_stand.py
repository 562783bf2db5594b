"""Claims that the latest text of their article no longer makes, from before there was a column for it."""

from django.db import migrations

DROPPED = """
UPDATE claims_claim SET stands = false
FROM (
    SELECT DISTINCT ON (version.article_id) version.article_id, version.id
    FROM sources_articleversion AS version
    JOIN claims_extractionrun AS run ON run.version_id = version.id AND run.state = 'done'
    ORDER BY version.article_id, version.number DESC
) AS latest
WHERE latest.article_id = claims_claim.article_id
  AND NOT EXISTS (
      SELECT FROM claims_mention AS mention
      WHERE mention.claim_id = claims_claim.id AND mention.version_id = latest.id AND NOT mention.withdrawn
  )
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0010_claims_have_a_rank")]

    operations = [migrations.RunSQL(DROPPED, migrations.RunSQL.noop)]
