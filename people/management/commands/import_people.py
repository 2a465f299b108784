from portal.imports.command import ImportCommand


class Command(ImportCommand):
    help = "Bring members in from a table; importing again changes nothing."
    kind = "people"
