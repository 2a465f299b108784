from urllib.parse import urlencode

from django.http import QueryDict
from django.shortcuts import get_object_or_404

from people.metadata import PORTRAIT
from people.models import PersonPage
from portal.cards.card import Card
from portal.cards.response import card_response
from publications.feeds import PapersFeed, Subscription, lab_name
from publications.listing import Listing
from publications.public_list import require_list


def person_card(request, slug):
    people = PersonPage.objects.visible().select_related("role", "photo")
    person = get_object_or_404(people, slug=slug)
    photo = person.photo and person.photo.rendition_or_none(PORTRAIT)
    role = person.job_title or (person.role.name if person.role else "")
    card = Card(
        title=person.title,
        eyebrow=role,
        line=person.affiliation,
        site=lab_name(request),
        picture=photo.file.name if photo else "",
    )
    return card_response(request, card)


class MemberFeed(PapersFeed):
    def get_object(self, request, slug):
        require_list()
        person = get_object_or_404(PersonPage.objects.visible(), slug=slug)
        return Subscription(
            title=f"Papers by {person.title}",
            publisher=lab_name(request),
            page=f"/people/{slug}/",
            feed=f"/people/{slug}/feed/",
            listing=Listing(QueryDict(urlencode({"person": slug}))),
        )
