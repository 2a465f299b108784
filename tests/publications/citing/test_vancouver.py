"""Vancouver's patterns: ICMJE's samples of references, NLM's "Citing Medicine"."""

import pytest

from tests.publications.citing import works
from tests.publications.citing.works import cited, numbered, record

GOLDEN = {
    "article": (
        works.NEJM,
        "Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected "
        "patients. N Engl J Med. 2002;347(4):284-7.",
    ),
    "DOI": (
        works.ARTICLE,
        "Grady JS, Her M, Moreno G, Perez C, Yelinek J. Emotions in storybooks. "
        "Psychology of Popular Media Culture. 2019;8(3):207-17. doi: 10.1037/ppm0000185.",
    ),
    "article number": (
        works.PLOS,
        "Jerrentrup A. Teaching. PLOS ONE. 2018;13(3):e0193972.",
    ),
    "ahead of print": (
        works.EARLY,
        "Doe J. Early. Journal of Things. 2025. Epub ahead of print. doi: 10.1000/early.",
    ),
    "forthcoming": (
        works.ACCEPTED,
        "Doe J. Soon. Journal of Things. Forthcoming 2026.",
    ),
    "submitted": (works.REVIEWED, "Doe J. Perhaps [submitted for publication]. 2026."),
    "in preparation": (works.PREPARED, "Doe J. Later [in preparation]. 2026."),
    "conference": (
        works.CONFERENCE,
        "Vaswani A, Shazeer N. Attention is all you need. In: Advances in Neural "
        "Information Processing Systems. Vol. 30; 2017. p. 5998-6008.",
    ),
    "chapter": (
        works.CHAPTER,
        "Thoreau HD. Walking. In: D’Agata J, editor. The Making of the American Essay. "
        "Minneapolis: Graywolf Press; 2016. p. 167-95.",
    ),
    "book": (works.BOOK, "Smith Z. Swing Time. 2nd ed. New York: Penguin Press; 2016."),
    "edited book": (
        works.EDITED,
        "Kesharwani P, Doe J, editors. Handbook of Things. Academic Press; 2012.",
    ),
    "dissertation": (
        works.THESIS,
        "Harris L. Instructional leadership [dissertation]. Western Carolina University; "
        "2014. Available from: https://example.org/thesis",
    ),
    "preprint": (
        works.PREPRINT,
        "Hu C, Hu Y, Seo S. A Deep Structural Model. arXiv [Preprint]. 2019 Dec 30. "
        "Available from: https://arxiv.org/abs/2001.00559",
    ),
    "report": (
        works.REPORT,
        "National Cancer Institute. Taking time. National Institutes of Health; 2018. "
        "Report No.: 18-2059.",
    ),
    "patent": (
        works.PATENT,
        "Wilkinson JP, inventor. Nonlinear resonant circuit devices. United States patent "
        "US 3,624,125. 1990 Jul 16.",
    ),
    "talk": (
        works.TALK,
        "Fistek A, Jester E. Everybody’s got a little music in them. Paper presented at: "
        "Autism Society National Conference; 2017 Jul 12; Milwaukee.",
    ),
    "no author, no date": (
        works.NAMELESS,
        "A title alone? Journal of Things. [date unknown].",
    ),
    "particles and Jr.": (
        works.PARTICLES,
        "van der Berg JW, de la Torre MJ, King ML Jr. On names. Names. 2020.",
    ),
    "rank, saint and three initials": (
        record("St. James, III, Jo R. R.", "On rank", "2020", venue="Names"),
        "St James JR 3rd. On rank. Names. 2020.",
    ),
    "Han and kana": (
        works.CHINESE,
        "王小明, 村上春樹, マイケル・ジャクソン. 图. 计算机. 2021.",
    ),
    "and others": (works.CUT, "Doe J, Bo A, et al. Cut. Things. 2020."),
    "supplement": (
        works.SUPPLEMENT,
        "Geraud G, Spierings EL, Keywood C. Tolerability and safety of frovatriptan. "
        "Headache. 2002;42 Suppl 2:S93-9.",
    ),
    "double issue": (works.DOUBLE_ISSUE, "Doe J. Twice. Things. 2020;7(1-2):9."),
    "abbreviated journal": (works.NUMBERED, "Doe J. Sparse. J Phys. 2013;5:42."),
    "series": (
        works.SERIES,
        "Christensen S, Oppacher F. An analysis. In: Foster JA, Lutton E, editors. "
        "Genetic Programming. 2nd ed. Köln: Springer; 2002. p. 182-91. (LNCS; vol. 2278).",
    ),
    "version": (
        works.VERSIONED,
        "Doe J. Trees [dataset]. Version 1.2. Zenodo; 2021. doi: 10.5281/zenodo.7.",
    ),
    "particle after the given name": (
        works.PARTICLE_LAST,
        "van Gogh V. On yellow. Letters. 1888.",
    ),
}


@pytest.mark.parametrize(("work", "reference"), GOLDEN.values(), ids=GOLDEN)
def test_vancouver_writes_as_its_samples(work, reference):
    assert cited("vancouver", work) == reference


def test_vancouver_names_six_authors_before_et_al():
    six, seven = (record(numbered(count), "T", "2020") for count in (6, 7))

    assert "Author5 B, Author6 B. T." in cited("vancouver", six)
    assert "Author5 B, Author6 B, et al. T." in cited("vancouver", seven)
