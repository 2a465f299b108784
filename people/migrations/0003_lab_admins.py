from django.contrib.auth.management import create_permissions
from django.db import migrations

RECORDS = {
    "publications": ["publication", "author", "venue", "topic", "decision"],
    "people": ["role"],
    "portal": ["importrun", "sitesettings"],
    "wagtailadmin": ["admin"],
}
PAGE_ACTS = ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]
FILE_ACTS = {
    "wagtailimages": ["add_image", "change_image", "choose_image"],
    "wagtaildocs": ["add_document", "change_document", "choose_document"],
}


def make_group(apps, schema_editor):
    """Who keeps the lab's site without being its technician."""
    _make_permissions(apps)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    group, _ = Group.objects.get_or_create(name="Lab admins")
    for app, models in RECORDS.items():
        group.permissions.add(
            *Permission.objects.filter(
                content_type__app_label=app, content_type__model__in=models
            )
        )
    _allow_pages(apps, group, Permission)
    _allow_files(apps, group, Permission)


def _make_permissions(apps):
    """Django makes them only after all migrations."""
    for config in apps.get_app_configs():
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None


def _allow_pages(apps, group, Permission):
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    home = apps.get_model("wagtailcore", "Page").objects.get(depth=2, slug="home")
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=PAGE_ACTS
    ):
        GroupPagePermission.objects.get_or_create(
            group=group, page=home, permission=permission
        )


def _allow_files(apps, group, Permission):
    GroupCollectionPermission = apps.get_model(
        "wagtailcore", "GroupCollectionPermission"
    )
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for app, codenames in FILE_ACTS.items():
        for permission in Permission.objects.filter(
            content_type__app_label=app, codename__in=codenames
        ):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission
            )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_directory"),
        ("publications", "0002_list_of_publications"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0002_initial_data"),
        ("wagtaildocs", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(make_group, migrations.RunPython.noop)]
