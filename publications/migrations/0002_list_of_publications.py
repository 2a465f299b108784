from django.db import migrations

from portal.first_pages import add_child_page


def make_page(apps, schema_editor):
    HomePage = apps.get_model("portal", "HomePage")
    add_child_page(
        apps,
        HomePage.objects.get(slug="home"),
        apps.get_model("publications", "PublicationIndexPage"),
        title="Publications",
        slug="publications",
        show_in_menus=True,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0003_home_page"),
        ("publications", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_page, migrations.RunPython.noop)]
