"""Screens of the admin for what the site writes down itself."""

from wagtail.admin.viewsets.model import ModelViewSet


class RecordViewSet(ModelViewSet):
    """Rows that people may read, but that nobody writes by hand.

    `views`: the names of the views that there are.
    """

    views = ("index", "index_results")
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = []

    def get_common_view_kwargs(self, **kwargs):
        absent = {
            f"{name}_url_name": None
            for name in ("add", "edit", "delete", "history", "usage")
            if name not in self.views
        }
        return super().get_common_view_kwargs(**absent, **kwargs)

    def get_urlpatterns(self):
        return [each for each in super().get_urlpatterns() if each.name in self.views]

    def register_admin_url_finder(self):
        # There is no form whose address could be found.
        pass
