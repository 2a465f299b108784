from django.db import migrations

from portal.first_pages import add_child_page


def make_home(apps, schema_editor):
    """The home page takes the place of Wagtail's page of welcome."""
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("portal", "HomePage")
    root = Page.objects.get(depth=1)
    Page.objects.filter(depth=2, slug="home").delete()
    home = add_child_page(apps, root, HomePage, title="Home", slug="home")
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page_id=home.pk, is_default_site=True)


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0002_pages_and_imports"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(make_home, migrations.RunPython.noop)]
