from django.contrib.auth.management import create_permissions
from django.db import migrations


def allow_lab_admins(apps, schema_editor):
    """Django makes permissions only after all migrations."""
    for config in apps.get_app_configs():
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None
    group = apps.get_model("auth", "Group").objects.filter(name="Lab admins").first()
    if group:
        group.permissions.add(
            *apps.get_model("auth", "Permission").objects.filter(
                content_type__app_label="publications", content_type__model="source"
            )
        )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_lab_admins"),
        ("publications", "0005_sources"),
    ]

    operations = [migrations.RunPython(allow_lab_admins, migrations.RunPython.noop)]
