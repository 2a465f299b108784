"""Two records of one venue; and back."""

import pytest

from portal.imports.ledger import Ledger
from publications.merging.refusal import CannotMerge
from publications.merging.venues import merge_venues
from publications.models import Appearance, Venue, VenueName
from tests.factories.papers import make_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    make_paper("Waves", ["Jo Doe"], venue="Neural Networks")
    make_paper("Tides", ["Jo Doe"], venue="Neural Netw.", venue_short="NN")
    return Venue.objects.get(name="Neural Networks"), Venue.objects.get(acronym="NN")


def standing():
    appearances = Appearance.objects.order_by("publication__title")
    return (
        [str(venue) for venue in Venue.objects.all()],
        [(str(each), str(each.venue)) for each in VenueName.objects.all()],
        [(str(each.venue), each.venue_printed) for each in appearances],
    )


def test_merged_venue_has_the_papers_and_what_they_print_stays(two):
    keep, gone = two
    merge_venues(Ledger(), keep=keep, gone=gone)

    whole = "Neural Networks (NN)"
    assert standing() == (
        [whole],
        [("Neural Netw.", whole)],
        [(whole, "Neural Netw."), (whole, "")],
    )


def test_merge_of_venues_taken_back_leaves_everything_as_it_was(two):
    keep, gone = two
    before, ledger = standing(), Ledger()
    merge_venues(ledger, keep=keep, gone=gone)

    assert (ledger.take_back(), standing()) == ([], before)


def test_venue_cannot_be_merged_with_itself(two):
    with pytest.raises(CannotMerge, match="^Choose another venue"):
        merge_venues(Ledger(), keep=two[0], gone=two[0])
