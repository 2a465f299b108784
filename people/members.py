from people.models import PersonPage
from publications.members import Member

SHOWN = (
    *("slug", "title", "live", "url_path", "author"),
    *("joined", "left", "job_title", "affiliation"),
)


class PersonPages:
    """The members' pages, as the bibliography asks for them."""

    def everyone(self):
        return [self._member(page) for page in self._pages()]

    def of_authors(self, author_ids):
        wanted = set(author_ids) - {None}
        if not wanted:
            return {}
        pages = self._pages().filter(author_id__among=wanted)
        return {page.author_id: self._member(page) for page in pages}

    def with_slug(self, slug):
        page = self._pages().filter(slug=slug).first()
        return self._member(page) if page else None

    @staticmethod
    def _pages():
        return (
            PersonPage.objects.with_visibility()
            .select_related("role", "author")
            .only(*SHOWN, "role__name", "author__orcid")
            .order_by("pk")
        )

    @staticmethod
    def _member(page):
        url = f"/people/{page.slug}/" if page.is_visible else ""
        role = page.role.name if page.role else ""
        return Member(
            page.author_id,
            page.slug,
            page.title,
            url,
            page.joined.year,
            page.left.year,
            position=", ".join(filter(None, (role, page.job_title))),
            affiliation=page.affiliation,
            orcid=page.author.orcid,
            page_id=page.pk,
        )
