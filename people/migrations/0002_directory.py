from django.db import migrations

from portal.first_pages import add_child_page


def make_page(apps, schema_editor):
    HomePage = apps.get_model("portal", "HomePage")
    add_child_page(
        apps,
        HomePage.objects.get(slug="home"),
        apps.get_model("people", "PeopleIndexPage"),
        title="People",
        slug="people",
        show_in_menus=True,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("publications", "0002_list_of_publications"),
    ]

    operations = [migrations.RunPython(make_page, migrations.RunPython.noop)]
