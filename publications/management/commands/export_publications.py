from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from publications import members
from publications.exports import WRITERS
from publications.models import Publication


class Command(BaseCommand):
    help = "Write papers to a file or to standard output; what is public unless --all."

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=list(WRITERS), default="bibtex")
        parser.add_argument(
            "--person", metavar="SLUG", help="only this member's papers"
        )
        parser.add_argument(
            "--all", action="store_true", help="private papers and fields too"
        )
        parser.add_argument(
            "--verbatim",
            action="store_true",
            help="BibTeX: what nobody has changed as its file had it, with all its fields",
        )
        parser.add_argument("--output", metavar="FILE")

    def handle(self, *args, **options):
        papers = (
            Publication.objects.all()
            if options["all"]
            else Publication.objects.public()
        )
        if slug := options["person"]:
            member = members.with_slug(slug)
            if member is None:
                raise CommandError(f"There is no member “{slug}”.")
            papers = papers.by(member.author_id)
        content = self._written(papers.newest_first(), options)
        if options["output"]:
            Path(options["output"]).write_bytes(content)
        else:
            self.stdout.write(content.decode("utf-8"), ending="")

    def _written(self, papers, options):
        format, choices = options["format"], {"private": options["all"]}
        if options["verbatim"]:
            if format != "bibtex":
                raise CommandError("--verbatim goes with --format bibtex only.")
            choices["verbatim"] = True
        if format == "xlsx" and not options["output"]:
            raise CommandError("A workbook needs a file: --output papers.xlsx.")
        content = WRITERS[format](papers, **choices)
        return content if isinstance(content, bytes) else content.encode()
