from django.shortcuts import get_object_or_404

from people.models import PersonPage
from publications.exports import papers_response


def papers_file(request, slug, extension):
    person = get_object_or_404(PersonPage.objects.visible(), slug=slug)
    return papers_response(person.papers(), extension, f"{slug}-publications")


def joint_papers_file(request, slug, other, extension):
    people = PersonPage.objects.visible()
    one = get_object_or_404(people, slug=slug)
    two = get_object_or_404(people.exclude(pk=one.pk), slug=other)
    name = f"{slug}-with-{other}-publications"
    return papers_response(one.joint_papers(two), extension, name)
