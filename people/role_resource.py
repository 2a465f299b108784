"""The table of roles as django-import-export knows it, and the importer of it."""

from import_export.fields import Field

from people.models import Role
from portal.imports.resource_cells import NumberCell
from portal.imports.resource_importer import ResourceImporter
from portal.imports.table_resource import TableResource


class RoleResource(TableResource):
    plural = Field("plural", "heading")
    position = Field("position", "position", widget=NumberCell())

    class Meta(TableResource.Meta):
        model = Role
        fields = ("name", "plural", "position")
        import_id_fields = ("name",)

    fold = staticmethod(str.casefold)

    def get_queryset(self):
        return Role.objects.all()

    def spellings(self, role):
        return [role.name]

    claims = spellings

    def used(self, role):
        members = role.people.count()
        return f"It stays: {members} of the members have it." if members else ""


class RoleImporter(ResourceImporter):
    kind = "roles"
    label = "roles"
    subject = "role"
    resource_class = RoleResource
