from django.core.management.base import BaseCommand

from publications.renewal import renew_all


class Command(BaseCommand):
    help = (
        "Make anew what lists show and search finds of all papers. Only needed after a "
        "change of the database by hand."
    )

    def handle(self, *args, **options):
        count = renew_all()
        self.stdout.write(f"{count} papers are renewed.")
