"""Roles at the import desk."""

from people.models import Role
from portal.desk.table_kind import TableKind


class RoleKind(TableKind):
    name = "roles"
    label = "Import roles"
    order = 5
    one, many = "role", "roles"
    model = Role
    columns = "name, heading and position"
