"""Papers that may be recorded twice: merge the two, or say that they are two."""

from django.shortcuts import get_object_or_404, redirect
from wagtail.admin import messages

from publications.admin.columns import short_authors, year
from publications.admin.merging_views import may_merge
from publications.admin.paper_screens import PapersScreen
from publications.importing.duplicates import keep_apart, possible_duplicates
from publications.models import Publication


class DuplicatesView(PapersScreen):
    """`?after=` is the id of the last paper that was looked at on the page before."""

    page_title = "Possible duplicates"
    header_icon = "copy"
    template_name = "admin/merging/duplicates.html"

    def post(self, request):
        pks = [request.POST.get(name, "") for name in ("one", "other")]
        one, other = (
            get_object_or_404(Publication, pk=pk if pk.isdecimal() else 0) for pk in pks
        )
        keep_apart(one=one, other=other, by=request.user)
        messages.success(request, f"“{one}” and “{other}” are kept as two papers.")
        return redirect(request.get_full_path())

    def get_context_data(self, **kwargs):
        after = self.request.GET.get("after", "")
        found = possible_duplicates(int(after[:15]) if after.isdecimal() else None)
        return super().get_context_data(
            found=found,
            pairs=[
                (pair, [_about(paper) for paper in (pair.one, pair.other)])
                for pair in found.pairs
            ],
            may_merge=may_merge(self.request.user, Publication),
            **kwargs,
        )


def _about(paper):
    """(paper, "Ann Smith, Bo Li · Sea · 2020")."""
    primary = paper.primary
    venue = primary.venue_name if primary else ""
    parts = [short_authors(paper), venue, str(year(paper) or "")]
    return paper, " · ".join(part for part in parts if part)
