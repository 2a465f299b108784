from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import get_text_list
from wagtail.views import serve

from people.joint import PaperList
from people.joint_address import JointAddress
from people.models import PersonPage
from people.profile_rows import hold_parts, with_parts
from portal.restrictions import guard, serve_guarded, with_restrictions
from publications.exports import papers_response
from publications.public_list import require_list, shown_papers

MOST_FURTHER = 12
LONGEST_NAME = 150


def profile(request, slug):
    """A public profile in a few queries: Wagtail's own way there takes eight of them.

    Whatever is no profile goes that way: it knows where a page has moved.
    """
    live = with_parts(PersonPage.objects.live().for_cards().filter(slug=slug))
    person = with_restrictions(live, request.user).first()
    if person is None:
        return serve(request, f"people/{slug}/")
    hold_parts(person)
    guard(person, person)
    return serve_guarded(person, request, lambda: person.profile(request))


def papers_file(request, slug, extension):
    require_list()
    person = get_object_or_404(PersonPage.objects.visible(), slug=slug)
    return papers_response(person.papers(), extension, f"{slug}-publications")


def joint(request, slug, others):
    address = JointAddress(slug, others)
    people = address.people()
    if request.path != address.path:
        return redirect(address.path, permanent=True)
    papers = PaperList(each.author_id for each in people)
    further = papers.partners[:MOST_FURTHER] if address.has_room else []
    context = {
        "people": people,
        "names": get_text_list([each.title for each in people], "and"),
        "papers": papers,
        "further": [(each, address.and_with(each.member.slug)) for each in further],
        "canonical": address.canonical,
    }
    return render(request, "people/joint_page.html", context)


def joint_file(request, slug, others, extension):
    """Exactly the papers of the joint page, however its address was typed."""
    require_list()
    address = JointAddress(slug, others)
    papers = shown_papers()
    for person in address.people():
        papers = papers.by(person.author_id)
    name = "-".join([slug, "with", *address.others])[:LONGEST_NAME]
    return papers_response(papers, extension, f"{name}-publications")
