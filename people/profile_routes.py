"""The addresses below a member's page."""

from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from people.joint import PaperList
from people.outside import outside_coauthors
from publications.public_list import shown_papers


class ProfileRoutes(RoutablePageMixin):
    @path("")
    def profile(self, request):
        papers = PaperList([self.author_id])
        chosen = [each.publication_id for each in self.selected.all()]
        return self.render(
            request,
            context_overrides={
                "contacts": self.contacts_for(request.user),
                "papers": papers,
                "paper_count": len(papers),
                "selected": papers.chosen(chosen),
                "outside": outside_coauthors(papers.year_of, self.slug),
                "cv_sections": [block.value for block in self.sections],
            },
        )

    def papers(self):
        """The member's papers that anybody may see."""
        return shown_papers().by(self.author_id)
