from django.core.management.base import BaseCommand

from publications import search


class Command(BaseCommand):
    help = (
        "Make the search index of all papers anew. Only needed after a change of the "
        "database by hand, or when its index is damaged."
    )

    def handle(self, *args, **options):
        self.done = 0
        search.rebuild(self._progress)
        self.stdout.write(f"{self.done} papers are in the search index.")

    def _progress(self, done, total):
        self.done = done
        if self.stderr.isatty():
            self.stderr.write(
                f"\r{done} of {total}", ending="" if done < total else "\n"
            )
