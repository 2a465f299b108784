from portal.imports.command import ImportCommand
from publications.importing.text_formats import FORMATS


class Command(ImportCommand):
    help = (
        "Bring papers in from BibTeX, RIS, JSON, XML, a table or a zip of a site; "
        "importing again changes nothing."
    )
    kind = "publications"
    several_files = True

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--format", choices=FORMATS, default="")

    def importer_options(self, options):
        return {"format": options["format"]}
