from portal.sitemaps import OurSitemap
from publications.models import Publication, PublicationIndexPage


class Papers(OurSitemap):
    def items(self):
        papers = Publication.objects.public().order_by("pk").only("slug", "updated_at")
        shown = PublicationIndexPage.objects.live().public().exists()
        return papers if shown else papers.none()

    def lastmod(self, paper):
        return paper.updated_at
