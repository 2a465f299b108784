from portal.sitemaps import OurSitemap
from publications.public_list import shown_papers


class Papers(OurSitemap):
    def items(self):
        return shown_papers().order_by("pk").only("slug", "updated_at")

    def lastmod(self, paper):
        return paper.updated_at
