"""The tokens of before had no scopes, no end, and lay in the database as they were. Who had one makes a key."""

from django.db import migrations

FORWARDS = """
DROP TABLE IF EXISTS authtoken_token;
DELETE FROM django_migrations WHERE app = 'authtoken';
"""


class Migration(migrations.Migration):
    dependencies = [("sources", "0008_api_keys")]
    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
