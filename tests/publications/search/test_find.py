"""Both databases find the same papers and put them in the same order.

The order is written down here, and the suite runs on either database.
"""

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from publications.models import AuthorName, Publication, SearchText
from publications.search import find, forget, index
from tests.factories import make_author, make_paper

pytestmark = pytest.mark.django_db

LIBRARY = {
    "exact": ("Graph Neural Networks", (), {"year": "2017"}),
    "newer": ("A survey of graph neural networks", (), {"year": "2021-03"}),
    "apart": ("Neural methods for the graph of networks", (), {"year": "2022"}),
    "split": ("Neural networks", (), {"year": "2023", "topics": ("Graphs",)}),
    "graphene": ("Graphene on neural networks", (), {"year": "2024"}),
    "abstract": ("Sets", (), {"abstract": "Graphs; a neural network.", "year": "2025"}),
    "venue": (
        "Walks",
        (),
        {"venue": "Conference on Neural Graph Networks", "venue_short": "NGN"},
    ),
    "arik": ("Attentive tables", ("Sercan Ö. Arık",), {"year": "2019"}),
    "sogne": ("Fjords", ("Ola Søgne", "Yan Liu"), {"year": "2018-08"}),
    "williams": ("Poems", ("Ada Williams", "Fei Yan", "Liu Wei"), {"year": "1999"}),
    "chinese": ("基于深度学习的方法", ("李明",), {"year": "2016"}),
    "korean": ("딥러닝을 위한 그래프", ("홍길동",), {"year": ""}),
    "doi": ("Numbers", (), {"identifiers": (("doi", "10.1000/5e10abc.7"),)}),
    "twin": ("Numbers again", (), {"identifiers": (("arxiv", "2001.00559"),)}),
    "studies": ("Case studies of classes", ("Ann Jones",), {"year": "2012"}),
}


@pytest.fixture
def library():
    made = {
        name: make_paper(title, authors, slug=name, **fields)
        for name, (title, authors, fields) in LIBRARY.items()
    }
    index([paper.pk for paper in made.values()])
    return made


def found(text, limit=1000):
    slugs = dict(Publication.objects.values_list("pk", "slug"))
    return " ".join(slugs[key] for key in find(text, limit).ranked)


EXPECTED = {
    "graph neural networks": "newer exact apart split venue abstract",
    "graph": "apart newer exact split venue graphene abstract",
    "networks graph": "apart newer exact split venue graphene abstract",
    '"graph neural"': "newer exact",
    "grap": "graphene apart newer exact split venue abstract",
    "Arik": "arik",
    "ARIK sercan": "arik",
    "sogne": "sogne",
    "Søgne": "sogne",
    "author:williams": "williams",
    "author:william": "williams",
    'author:"william" fei': "",
    'author:"yan liu"': "sogne",
    "yan liu": "sogne williams",
    "jones": "studies",
    "study class": "studies",
    "studie": "studies",
    "venue:ngn": "venue",
    "topic:graph": "split",
    "title:graph year:2021-": "graphene apart newer",
    "year:2018–2019": "arik sogne",
    "graph year:-2020": "exact venue",
    "arXiv:2001.00559v2": "twin",
    "10.48550/arXiv.2001.00559": "twin",
    "arxiv.org/abs/2001.00559": "twin",
    "DOI: 10.1000/5E10ABC.7": "doi",
    "doi.org/10.1000/5e10abc.7": "doi",
    "graph -year:2022 -year:2023": "newer exact venue abstract",
    "neural -graph": "graphene",
    "neural -graphs -title:graphene": "",
    "深度学习": "chinese",
    "学习": "chinese",
    "习学": "",
    "딥러닝": "korean",
    "홍길동": "korean",
    "10.1000/5e10abc.7": "doi",
    "https://doi.org/10.1000/5e10abc.7": "doi",
    "doi:10.1000/5e10": "doi",
    "2001.00559": "twin",
    "arxiv:2001.00559": "twin",
    "numbers": "doi twin",
    "2016": "chinese",
    "the graph of": "apart newer exact split venue abstract",
    "nothing has this": "",
}


def test_what_is_found_and_in_which_order(library):
    assert {text: found(text) for text in EXPECTED} == EXPECTED


def test_all_hits_are_there_whatever_the_limit(library):
    result = find("neural", limit=2)

    assert found("neural", limit=2) == "graphene split"
    assert len(result.all_ids) == 7
    assert set(result.ranked) < set(result.all_ids)


HARMLESS = [
    *('"', '""', "'", '"unbalanced', "AND", "graph OR", "NOT", "NEAR(a, 2)", "*"),
    *("^graph", "a* *", "title:", "title:*", "{title}: x", "-", "--", "-title:"),
    *("\x00", "gra\x00ph", "\ud800", "graph\udfff", "%s", "%", "\\", ";", "&|!<->"),
    *("x" * 10_000, "graph " * 2_000, '"' * 999, "(" * 999, "深" * 2_000, "٣" * 9),
    *("year:", "year:x", "year:9999-", "year:0000", "year:٢٠٢٠", "year:99999"),
    *("???", " ", "", "a:b:c:d", "🎉", "\u202e", ":", "author:-", 'author:"'),
]


def test_no_text_is_an_error(library):
    results = [find(text) for text in HARMLESS]

    assert [set(each.ranked) for each in results] == [
        set(each.all_ids) for each in results
    ]


def test_names_of_a_linked_author_are_found_but_hidden_ones_are_not():
    author = make_author("Kim Park", native_name="박김")
    for text, hidden in (("Kimberly Park", False), ("Deadname Park", True)):
        AuthorName.objects.create(author=author, text=text, hidden=hidden)
    paper = make_paper("On parks", ["K. Park"])
    paper.authorships.update(author=author)
    index([paper.pk])

    assert [found(name) for name in ("kim", "kimberly", "박김", "deadname")] == [
        *(["on-parks"] * 3),
        "",
    ]


def test_index_follows_changes(library):
    paper = library["exact"]
    Publication.objects.filter(pk=paper.pk).update(title="Quaternions")
    index([paper.pk])
    Publication.objects.filter(slug="newer").update(visibility="private")
    index([library["newer"].pk])
    library["apart"].delete()
    forget([library["split"].pk])

    assert found("graph") == "venue graphene abstract"
    assert found("quaternion") == "exact"
    assert SearchText.objects.count() == len(LIBRARY) - 3


def test_index_is_undone_with_its_transaction(library):
    with transaction.atomic():
        forget([library["arik"].pk])
        transaction.set_rollback(True)

    assert found("arik") == "arik"


def test_rebuild_finds_everything_again(library, capsys):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE publications_searchindex")
    call_command("rebuild_search")

    assert found("graph year:2021") == "newer"
    assert capsys.readouterr().out == "15 papers are in the search index.\n"


def test_number_of_queries_is_fixed(library, django_assert_num_queries):
    ids = [paper.pk for paper in library.values()]
    with django_assert_num_queries(1):
        find("graph networks year:2010-")
    for few_or_many in (ids[:1], ids):
        with django_assert_num_queries(9):
            index(few_or_many)
