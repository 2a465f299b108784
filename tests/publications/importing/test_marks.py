import pytest

from portal.imports.files import SourceFile
from publications.importing.normalise import normalise
from publications.importing.reading import read

PAPER = "@article{a, title={T}, author={%s}}"


def record_of(authors, **options):
    source = SourceFile("p.bib", (PAPER % authors).encode())
    (entry,) = [entry for found in read(source, options) for entry in found.entries]
    return normalise(entry)


def meanings(record):
    return [
        (each.name.display, each.equal_group, each.corresponding)
        for each in record.contributors
    ]


def test_usual_signs_have_their_usual_meaning():
    record = record_of("Seo*, S. and Liu†, Y. and Lee‡, G.")

    assert meanings(record) == [
        ("S. Seo", 1, False),
        ("Y. Liu", 2, False),
        ("G. Lee", None, True),
    ]


def test_person_may_say_what_the_signs_mean():
    marks = {"*": "corresponding", "§": "equal", "†": "none"}
    record = record_of("Seo*, S. and Liu$^{§}$, Y. and Lee†, G.", marks=marks)

    assert (meanings(record), record.problems) == (
        [("S. Seo", None, True), ("Y. Liu", 1, False), ("G. Lee", None, False)],
        (),
    )


def test_dialect_has_a_meaning_of_its_own():
    prism = "@article{a, title={T}, author={Seo#, S. and Liu*, Y.},\n description={x},\n preview={a.png}}"
    (found,) = read(SourceFile("p.bib", prism.encode()))
    (entry,) = found.entries

    assert (found.reading.dialect, meanings(normalise(entry))) == (
        "PRISM",
        [("S. Seo", 1, False), ("Y. Liu", None, True)],
    )


@pytest.mark.parametrize("sign", ["¶", "✦", "+"])
def test_sign_that_nobody_explains_is_reported_and_no_part_of_the_name(sign):
    record = record_of(f"Seo{sign}, S.")

    assert meanings(record) == [("S. Seo", None, False)]
    assert [problem.text for problem in record.problems] == [
        f"“{sign}” beside “S. Seo” has no meaning here and was left out. Say when "
        "importing whether it is equal contribution or the corresponding author."
    ]
