"""Members as files that `import_people` reads back as unchanged."""

from people.resources import PersonResource
from portal.imports.tables import write_csv, write_xlsx


def write_people_csv(people):
    table = _table(people)
    return write_csv(table.headers, table.dict).encode()


def write_people_xlsx(people):
    table = _table(people)
    return write_xlsx(table.headers, table.dict)


WRITERS = {"csv": write_people_csv, "xlsx": write_people_xlsx}


def _table(people):
    people = people.select_related("author", "role").order_by("path")
    people = people.prefetch_related("author__names", "contacts")
    further = sorted({name for page in people for name in page.extra})
    return PersonResource(further).export(people)
