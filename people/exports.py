"""Members as files that `import_people` reads back as unchanged."""

from people.facts import COLUMNS, facts_of
from portal.imports.tables import write_csv, write_xlsx


def write_people_csv(people):
    columns, rows = _table(people)
    return write_csv(columns, rows).encode()


def write_people_xlsx(people):
    return write_xlsx(*_table(people))


WRITERS = {"csv": write_people_csv, "xlsx": write_people_xlsx}


def _table(people):
    people = people.select_related("author", "role").order_by("path")
    people = people.prefetch_related("author__names", "contacts")
    rows = [
        {name.removeprefix("extra."): fact for name, fact in facts_of(page).items()}
        for page in people
    ]
    further = {name for row in rows for name in row} - set(COLUMNS)
    return (*COLUMNS, *sorted(further)), rows
