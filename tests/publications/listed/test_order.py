"""The listing has the papers in the order in which the database lists them."""

import random

import pytest

from publications.listed import index
from publications.models import Appearance, Publication
from publications.renewal import renew
from tests.factories import make_paper

pytestmark = pytest.mark.django_db

DATES = [
    *("", "2018", "2018-08", "2018-08-03", "Aug. 2018", "2017/2019", "June 2018"),
    *("soon", "in press", "1999", "2018-12-31", "2018, 2020", "June 2018 – present"),
    *("until 2019", "0987"),
]


@pytest.mark.parametrize("seed", range(4))
def test_index_has_the_order_of_the_database(seed):
    chance = random.Random(seed)
    for number in range(25):
        make_paper(f"Paper {number}", year=chance.choice(DATES))
    bare = make_paper("It appeared nowhere")
    Appearance.objects.filter(publication=bare).delete()
    renew(ids=[bare.pk])

    public = Publication.objects.public().newest_first()

    listed = index.current().select({}).all_ids()
    assert listed == list(public.values_list("pk", flat=True))
    assert [year for year, _, _ in index.current().select({}).years()][-1] is None
