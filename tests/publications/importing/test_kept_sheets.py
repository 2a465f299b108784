"""What is kept of a plan is what would be made of it again."""

import pytest

from portal.imports.files import SourceFile
from portal.imports.importers import AT_ONCE
from portal.models import ImportRow
from publications.importing.preparing import Planned, prepared
from publications.importing.run import PublicationImporter
from tests.factories import make_member, make_paper

pytestmark = pytest.mark.django_db

BIB = b"""@article{a, title={On {\\"U}ber Engines}, author={Lovelace*, Ada and Turing*, Alan and others},
  journal={J. of Engines}, year=2020, month=mar, doi={10.1000/1}, keywords={graphs, Engines},
  url={https://example.org/a}, abstract={We \\& they.}, pages={1--9}, owner={ann}}
@misc{b, title={Preprint}, author={{The Group} and Hopper, G. and Lovelace, Ada}, eprint={2001.00001},
  eprinttype={arxiv}, status={submitted}, equal={1}}
@article{c, title={On {\\"U}ber Engines}, author={Lovelace, Ada and Turing, Alan and others}, year=2020,
  journal={J. of Engines}, doi={10.1000/1}, editor={Doe, Jr., Jim}}
@article{d, author={Nobody}}
@book{e, title={Known}, author={Stranger, Sue and Lovelace, Adah}, year=2001, publisher={P}}
"""


def planned(**options):
    source = SourceFile("papers.bib", BIB)
    plan = PublicationImporter().plan([source], options)
    rows = list(plan.rows)
    for position, row in enumerate(rows):
        row.position = position
    return plan.kept, rows


def test_sheet_that_was_kept_is_the_one_of_the_plan():
    make_member("Ada Lovelace")
    make_paper("Another", ["Sue Stranger"])
    kept, rows = planned(**{AT_ONCE: True})
    created = [row for row in rows if row.action == ImportRow.Action.CREATED]
    again = [prepared(Planned(row.target, row.plan, row.source)) for row in created]
    taken = [kept.take(row) for row in created]
    for row, each in zip(created, taken, strict=True):
        each.sheet.paper[0] = row.target

    assert taken == again
    assert [row.key for row in created] == ["a", "b", "e"]


def test_other_entries_have_no_sheet():
    make_member("Ada Lovelace")
    kept, rows = planned(**{AT_ONCE: True})
    others = [row for row in rows if row.action != ImportRow.Action.CREATED]

    assert [row.key for row in others] == ["c", "d"]
    assert [kept.take(row) for row in others] == [None, None]


def test_plan_that_waits_keeps_no_sheets():
    kept, _ = planned()

    assert kept is None
