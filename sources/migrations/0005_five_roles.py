"""Five roles: the editor's acts are the desk head's, approving is a reviewer's, users and settings an admin's."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

RENAMED = {"editor": "desk_head"}
ADDED = ("reviewer", "admin")


def five_roles(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    group = apps.get_model("auth", "Group")
    for was, now in RENAMED.items():
        if not group.objects.filter(name=now).exists():
            group.objects.filter(name=was).update(name=now)
        group.objects.get_or_create(name=now)
    for role in ADDED:
        group.objects.get_or_create(name=role)


class Migration(migrations.Migration):
    dependencies = [("sources", "0004_story_merged_into")]
    operations = [migrations.RunPython(five_roles, migrations.RunPython.noop)]
