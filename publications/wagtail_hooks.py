from wagtail import hooks

from publications.admin.choosers import (
    AuthorChooserViewSet,
    PublicationChooserViewSet,
    VenueChooserViewSet,
)
from publications.admin.viewsets import BibliographyGroup, PublicationViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [
        AuthorChooserViewSet("author_chooser"),
        VenueChooserViewSet("venue_chooser"),
        PublicationChooserViewSet("paper_chooser"),
        PublicationViewSet(),
        BibliographyGroup(),
    ]
