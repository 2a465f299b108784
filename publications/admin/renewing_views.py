"""Screens whose rows are shown with papers: what lists show of those is made anew."""

from wagtail.admin.views.generic import DeleteView, EditView

from publications.renewal import papers_of, renew, together


class RenewingEditView(EditView):
    def save_instance(self):
        with together():
            renew(ids=papers_of(self.object))
            row = super().save_instance()
            renew(ids=papers_of(row))
        return row


class RenewingDeleteView(DeleteView):
    def delete_action(self):
        with together():
            renew(ids=papers_of(self.object))
            super().delete_action()
