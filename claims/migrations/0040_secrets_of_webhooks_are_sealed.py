"""Secrets of webhooks lie in the database encrypted, with a key that is made of SECRET_KEY and lies outside of it."""

from typing import Any

from django.db import migrations, models
from django.db.models.functions import Cast
from django.db.models.lookups import StartsWith

from sources.models.sealed import SealedField
from sources.sealing import seal, unseal

CONSTRAINT = "webhook_secret"


def _each(editor: Any, changed: Any) -> None:
    with editor.connection.cursor() as cursor:
        cursor.execute("SELECT id, secret, earlier_secret FROM claims_webhook")
        for key, *secrets in cursor.fetchall():
            new = [changed(one) if one else one for one in secrets]
            cursor.execute("UPDATE claims_webhook SET secret = %s, earlier_secret = %s WHERE id = %s", [*new, key])


def seal_all(apps: Any, editor: Any) -> None:
    _each(editor, lambda plain: seal(plain.encode(), of="fields").decode())


def unseal_all(apps: Any, editor: Any) -> None:
    _each(editor, lambda sealed: (unseal(sealed.encode(), of="fields") or b"").decode())


class Migration(migrations.Migration):
    dependencies = [("claims", "0039_words_are_found_in_the_sentence")]
    operations = [
        migrations.RemoveConstraint("webhook", CONSTRAINT),
        migrations.AlterField("webhook", "secret", SealedField()),
        migrations.AlterField("webhook", "earlier_secret", SealedField(blank=True, default="")),
        migrations.RunPython(seal_all, unseal_all),
        migrations.AddConstraint(
            "webhook",
            models.CheckConstraint(condition=StartsWith(Cast("secret", models.TextField()), "gAAAA"), name=CONSTRAINT),
        ),
    ]
