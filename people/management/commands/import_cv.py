from portal.imports.command import ImportCommand


class Command(ImportCommand):
    help = (
        "Fill a member's CV from a JSON Resume file; importing again changes nothing."
    )
    kind = "cv"

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--person", metavar="SLUG", default="")

    def importer_options(self, options):
        return {"person": options["person"]}
