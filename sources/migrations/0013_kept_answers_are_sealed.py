"""What a request was answered may hold a secret, such as that of a new webhook: it is stored encrypted from here on."""

from typing import Any

from django.db import migrations

from sources.sealing import seal, unseal

OF = "kept answers"


def seal_all(apps: Any, editor: Any) -> None:
    for row in apps.get_model("sources", "KeptAnswer").objects.exclude(body=b"").iterator():
        row.body = seal(bytes(row.body), of=OF)
        row.save(update_fields=["body"])


def unseal_all(apps: Any, editor: Any) -> None:
    for row in apps.get_model("sources", "KeptAnswer").objects.exclude(body=b"").iterator():
        row.body = unseal(bytes(row.body), of=OF) or b""
        row.save(update_fields=["body"])


class Migration(migrations.Migration):
    dependencies = [("sources", "0012_versions_are_found_by_words")]
    operations = [migrations.RunPython(seal_all, unseal_all)]
