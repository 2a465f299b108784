"""Retractions and corrections: kept, shown, carried along, and never lost."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError

from portal.imports.files import SourceFile
from portal.imports.run import apply, prepare, undo
from publications.merging.run import carry_out
from publications.models import Notice, Publication
from tests.factories import make_paper
from tests.portal.browsing import text_of
from tests.publications.test_admin_forms import edit_form, save, submitted

pytestmark = pytest.mark.django_db

ENTRY = b"@article{doe, title={Waves}, author={Doe, Jo}, journal={Sea}, year={2020}}"


def make_notice(paper, kind="retraction", **fields):
    return Notice.objects.create(publication=paper, kind=kind, **fields)


def kinds(paper):
    return sorted(paper.notices.values_list("kind", flat=True))


def test_retracted_paper_says_so_first_with_the_reason_and_the_notice(client):
    paper = make_paper("Waves", ["Jo Doe"], year="2018")
    make_notice(paper, "erratum", date="2019", url="https://example.org/erratum")
    make_notice(paper, date="2020-03", doi="10.1000/gone", text="Invented <b>data</b>.")

    response = client.get("/publications/waves/")
    text = text_of(response)

    said = "This paper has been retracted. March 2020 Invented <b>data</b>. Read the"
    said += " notice: doi:10.1000/gone A correction to this paper has been published."
    assert said in text
    assert text.index(said) < text.index("Jo Doe")
    assert 'href="https://doi.org/10.1000/gone"' in response.content.decode()
    assert "(Retraction published 2020)" in text
    assert "“RETRACTED: Waves,”" in text


def test_withdrawn_paper_is_cited_as_withdrawn(client):
    make_notice(make_paper("Waves", ["Jo Doe"]), "withdrawal", date="2021")

    text = text_of(client.get("/publications/waves/"))

    assert "(Withdrawal published 2021)" in text
    assert "“WITHDRAWN: Waves,”" in text
    assert "retract" not in text.casefold()


def test_corrected_paper_is_cited_as_before(client):
    make_notice(make_paper("Waves", ["Jo Doe"]), "erratum")

    text = text_of(client.get("/publications/waves/"))

    assert "A correction to this paper has been published." in text
    assert "etracted" not in text.lower().replace("retraction", "")


def test_merged_paper_has_the_notices_of_both_each_once():
    keep, gone = make_paper("Waves"), make_paper("Waves again")
    for paper in (keep, gone):
        make_notice(paper, doi="10.1000/gone")
    make_notice(gone, "erratum")
    plan = {"act": "papers", "keep": keep.pk, "gone": gone.pk}
    carry_out(plan=plan | {"take": [], "further": False}, title="Waves")

    assert kinds(keep) == ["erratum", "retraction"]


def test_undone_import_keeps_a_paper_with_a_notice():
    run = prepare(kind="publications", sources=[SourceFile("a.bib", ENTRY)])
    apply(run=run)
    paper = Publication.objects.get()
    make_notice(paper)
    _, kept = undo(run=run)

    assert kinds(paper) == ["retraction"]
    assert [row.reason for row in kept] == ["It was edited since the import: notices."]


def test_full_export_holds_notices(tmp_path):
    make_notice(make_paper("Waves"), date="2020-03", doi="10.1000/gone", text="Why.")
    path = tmp_path / "all.json"
    call_command("export_publications", "--format", "json", "--output", path)

    (paper,) = json.loads(path.read_text())
    assert paper["notices"] == [
        {
            "kind": "retraction",
            "date": "2020-03",
            "doi": "10.1000/gone",
            "url": "",
            "text": "Why.",
        }
    ]


def with_notices(form, *notices):
    """The form's fields with these notices in its rows."""
    fields = {"notices-TOTAL_FORMS": str(len(notices))}
    for place, notice in enumerate(notices):
        empty = dict.fromkeys(("date", "doi", "url", "text", "id", "DELETE"), "")
        rows = {"kind": "concern", **empty, **notice}
        fields |= {f"notices-{place}-{name}": value for name, value in rows.items()}
    return submitted(form, **fields)


def test_editor_adds_a_notice_in_the_form_of_the_paper(admin_client):
    paper = make_paper("Waves", ["Jo Doe"])
    notice = {"date": "2021", "doi": "https://doi.org/10.1000/Concern"}
    form = with_notices(edit_form(admin_client, "papers", paper), notice)
    save(admin_client, "papers", paper, form)

    notice = paper.notices.get()
    assert (notice.kind, str(notice.date), notice.doi) == (
        "concern",
        "2021",
        "10.1000/concern",
    )


def test_editor_who_says_a_thing_twice_is_told(admin_client):
    paper = make_paper("Waves", ["Jo Doe"])
    notice = {"date": "2021", "doi": "10.1000/concern"}
    form = with_notices(edit_form(admin_client, "papers", paper), notice, notice)
    response = admin_client.post(f"/admin/papers/edit/{paper.pk}/", form)

    assert response.status_code == 200
    assert paper.notices.count() == 0


@pytest.mark.parametrize(
    "fields", [{"doi": "no doi"}, {"url": "javascript:alert(1)"}], ids=str
)
def test_notice_leads_to_the_web_or_nowhere(fields):
    notice = Notice(publication=make_paper("Waves"), kind="erratum", **fields)

    with pytest.raises(ValidationError):
        notice.full_clean()


@pytest.mark.parametrize("kind", ["retraction", "rumour"])
def test_database_takes_a_known_kind_and_each_notice_once(kind):
    paper = make_paper("Waves")
    make_notice(paper)

    with pytest.raises(IntegrityError):
        make_notice(paper, kind)
