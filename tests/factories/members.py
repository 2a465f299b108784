from people.models import PeopleIndexPage, PersonPage
from publications.names import make_slug
from publications.renewal import renew_authors
from tests.factories.papers import make_author


def make_member(name, *, author=None, live=True, contacts=(), **fields):
    """A member's page in the directory; `contacts` are ContactPoint rows."""
    page = PersonPage(
        title=name,
        slug=fields.pop("slug", make_slug(name)),
        author=author or make_author(name),
        live=live,
        **fields,
    )
    page.contacts.add(*contacts)
    PeopleIndexPage.objects.get().add_child(instance=page)
    renew_authors([page.author_id])  # as publishing does
    return page
