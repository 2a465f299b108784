import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from wagtail.models import Site

from portal.example_stories import tell_stories
from portal.models import HomePage, ImportRun, SiteSettings

EXAMPLE = Path(__file__).resolve().parents[2] / "example"


class Command(BaseCommand):
    """The example lab is brought in by the product's own importers, from files."""

    help = (
        "Fill an empty site with the example lab; a site with content stays as it is."
    )

    def handle(self, *args, **options):
        call_command("migrate", verbosity=0)
        password = self._make_admin()
        if not ImportRun.objects.exists():
            self._name_the_lab()
            self._import_example()
            tell_stories(EXAMPLE / "stories.json")
        self.stdout.write(f"Site   {settings.BASE_URL}/")
        self.stdout.write(
            f"Admin  {settings.BASE_URL}/admin/   user: admin   {password}"
        )

    def _make_admin(self):
        """Make the first account; says its password, which the user may have chosen."""
        users = get_user_model().objects
        path = settings.DATA_DIR / "demo_password"
        if not users.exists():
            chosen = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(9)
            users.create_superuser("admin", password=chosen)
            path.touch(mode=0o600)
            path.write_text(chosen)
        return f"password: {path.read_text()}" if path.exists() else ""

    def _name_the_lab(self):
        lab = SiteSettings.for_site(Site.objects.get(is_default_site=True))
        lab.lab_name = "Example Lab"
        lab.description = "Machine learning for dynamics, documents and recommendation."
        lab.save()
        home = HomePage.objects.get()
        home.intro = (
            "We build models that know some physics, and recommenders that go on "
            "learning. This is an example lab; its members and papers came from files."
        )
        home.save_revision().publish()

    def _import_example(self):
        people, papers = EXAMPLE / "people.csv", EXAMPLE / "publications.bib"
        self._run("import_people", people)
        self._run("import_publications", papers)
        for resume in sorted((EXAMPLE / "cv").glob("*.json")):
            self._run("import_cv", resume)

    def _run(self, command, path):
        self.stdout.write(f"{command} {path.name}")
        try:
            call_command(command, str(path), stdout=self.stdout)
        except SystemExit as end:
            if end.code == 2:
                raise
