"""The addresses below a member's page."""

from django.shortcuts import get_object_or_404
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from publications.models import Publication
from publications.rows import rows, with_years


class ProfileRoutes(RoutablePageMixin):
    @path("")
    def profile(self, request):
        papers = rows(self.papers().with_rows().newest_first(), own={self.author_id})
        chosen = {each.publication_id: each.sort_order for each in self.selected.all()}
        selected = [row for row in papers if row.paper.pk in chosen]
        return self.render(
            request,
            context_overrides={
                "contacts": self.contacts_for(request.user),
                "papers": with_years(papers),
                "paper_count": len(papers),
                "selected": sorted(selected, key=lambda row: chosen[row.paper.pk]),
                "coauthors": self.member_coauthors(papers),
                "cv_sections": [block.value for block in self.sections],
            },
        )

    @path("with/<slug:slug>/")
    def joint(self, request, slug):
        other = self._other(slug)
        papers = rows(
            self.joint_papers(other).with_rows().newest_first(),
            own={self.author_id, other.author_id},
        )
        return self.render(
            request,
            context_overrides={
                "other": other,
                "papers": with_years(papers),
                "paper_count": len(papers),
                "years": sorted({row.year for row in papers if row.year}),
            },
            template="people/joint_page.html",
        )

    def papers(self):
        """The member's papers that anybody may see."""
        return Publication.objects.public().by(self.author_id)

    def joint_papers(self, other):
        return self.papers().by(other.author_id)

    def member_coauthors(self, papers):
        """(member, number of joint papers) for each other member, most first."""
        counts = {}
        for row in papers:
            for place in row.authors:
                if place.member and place.member.author_id != self.author_id:
                    counts[place.member] = counts.get(place.member, 0) + 1
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].name))

    def _other(self, slug):
        """The other member of a pair; nobody writes jointly with oneself."""
        everybody = type(self).objects.visible().exclude(pk=self.pk)
        return get_object_or_404(everybody, slug=slug)
