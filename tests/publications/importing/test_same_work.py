"""The same work in a CV and on a homepage, with other words in its title."""

import pytest

from publications.models import Decision, Publication
from tests.publications.importing.test_run import counts

pytestmark = pytest.mark.django_db

SOCIAL = "Social Media: Analyzing Misinformation in Twitter Conversations"
AUTHORS = "Sharma, Karishma and Meng, Chuizheng and Seo, Sungyong and Liu, Yan"
INFERRING = """@inproceedings{seo2018, title = {Automatically Inferring Data Quality for
  Spatiotemporal Forecasting}, author = {Seo, Sungyong and Mohegh, Arash and Ban-Weiss,
  George and Liu, Yan}, booktitle = {ICLR}, year = {2018}}
"""
NETWORK = """@inproceedings{seo2017, title = {Data Quality Network for Spatiotemporal
  Forecasting}, author = {Seo, Sungyong and Mohegh, Arash and Ban-Weiss, George and Liu,
  Yan}, booktitle = {NeurIPS Workshop}, year = {2017}}
"""


def covid(word, key):
    return (
        f"@misc{{{key}, title = {{{word} on {SOCIAL}}}, author = {{{AUTHORS}}}, "
        "howpublished = {arXiv}, year = {2020}}\n"
    )


@pytest.fixture
def bring_in(run_command, tmp_path):
    def write(*entries, name="papers.bib"):
        path = tmp_path / name
        path.write_text("".join(entries), encoding="utf-8")
        return run_command("import_publications", path)

    return write


def titles():
    return sorted(paper.title for paper in Publication.objects.all())


def test_other_title_of_a_work_is_put_to_review(bring_in):
    bring_in(covid("Covid-19", "a"))

    status, report = bring_in(covid("Coronavirus", "b"))

    assert (status, counts(report)) == (1, (0, 0, 0, 1, 0))
    assert "may be the same work as “Covid-19 on" in report["entries"][0]["reason"]
    assert titles() == [f"Covid-19 on {SOCIAL}"]


def test_other_title_in_the_same_file_is_put_to_review(bring_in):
    status, report = bring_in(covid("Covid-19", "a"), covid("Coronavirus", "b"))

    assert (status, counts(report)) == (1, (1, 0, 0, 1, 0))


def test_workshop_version_under_another_title_is_not_merged(bring_in):
    bring_in(INFERRING)

    status, report = bring_in(NETWORK)

    assert (status, counts(report)) == (1, (0, 0, 0, 1, 0))
    assert "Data Quality Network" not in " ".join(titles())


def test_decision_that_it_is_the_same_work_is_kept_to(bring_in):
    bring_in(covid("Covid-19", "a"))
    decide(f"Coronavirus on {SOCIAL}", same=True)

    _, report = bring_in(covid("Coronavirus", "b"))

    assert Publication.objects.count() == 1
    assert report["entries"][0]["publication"] == Publication.objects.get().slug


def test_decision_that_it_is_another_work_is_kept_to(bring_in):
    bring_in(covid("Covid-19", "a"))
    decide(f"Coronavirus on {SOCIAL}", same=False)

    status, report = bring_in(covid("Coronavirus", "b"))

    assert (status, counts(report)) == (0, (1, 0, 0, 0, 0))
    assert Publication.objects.count() == 2


def decide(title, same):
    paper = Publication.objects.get()
    Decision.objects.create(work_title=title, publication=paper, same=same)


def test_same_title_by_other_people_is_another_work(bring_in):
    one = "@article{a, title={Editorial}, author={Doe, Jo}, year={2020}}\n"
    other = "@article{b, title={Editorial}, author={Bo, Al}, year={2020}}\n"

    status, report = bring_in(one, other)

    assert (status, counts(report)) == (0, (2, 0, 0, 0, 0))


def test_same_doi_with_another_spelling_of_the_title_is_one_work(bring_in):
    fields = "author={Doe, Jo}, year={2020}, doi={10.1000/x}"
    bring_in(f"@article{{a, title={{Deep Graphs for Physics}}, {fields}}}\n")

    _, report = bring_in(
        f"@article{{b, title={{DEEP graphs, for physics}}, {fields}}}\n"
    )

    assert Publication.objects.count() == 1
    assert report["entries"][0]["publication"] == "deep-graphs-for-physics"


def test_works_with_the_same_doi_and_other_titles_are_several(bring_in):
    fields = "author={Doe, Jo}, year={2020}, doi={10.1000/supplement}"
    entries = [
        f"@article{{k{title}, title={{{title}}}, {fields}}}\n"
        for title in ("Immunology of Mice", "Statistics of Stars")
    ]

    assert counts(bring_in(*entries)[1]) == (2, 0, 0, 0, 0)


def test_several_files_are_one_run(run_command, tmp_path):
    paths = [tmp_path / name for name in ("a.bib", "b.bib")]
    paths[0].write_text(INFERRING)
    paths[1].write_text(covid("Covid-19", "a"))

    _, report = run_command("import_publications", *paths)

    files = [entry["file"] for entry in report["entries"]]
    assert (files, report["created"]) == (["a.bib", "b.bib"], 2)
