"""IEEE's patterns: IEEE Reference Guide, section II."""

import pytest

from portal.dates import PartialDate
from tests.publications.citing import works
from tests.publications.citing.works import cited, numbered, record

GOLDEN = {
    "article": (
        works.ARTICLE,
        "J. S. Grady, M. Her, G. Moreno, C. Perez, and J. Yelinek, “Emotions in "
        "storybooks,” *Psychology of Popular Media Culture*, vol. 8, no. 3, pp. 207–217, "
        "2019, doi: 10.1037/ppm0000185.",
    ),
    "month": (
        works.NEJM,
        "S. D. Halpern, P. A. Ubel, and A. L. Caplan, “Solid-organ transplantation in "
        "HIV-infected patients,” *New England Journal of Medicine*, vol. 347, no. 4, pp. "
        "284–287, Jul. 2002.",
    ),
    "article number": (
        works.PLOS,
        "A. Jerrentrup, “Teaching,” *PLOS ONE*, vol. 13, no. 3, 2018, Art. no. e0193972.",
    ),
    "early access": (
        works.EARLY,
        "J. Doe, “Early,” *Journal of Things*, early access, 2025, doi: 10.1000/early.",
    ),
    "accepted": (
        works.ACCEPTED,
        "J. Doe, “Soon,” *Journal of Things*, vol. 1, to be published.",
    ),
    "submitted": (
        works.REVIEWED,
        "J. Doe, “Perhaps,” submitted for publication, 2026.",
    ),
    "in preparation": (works.PREPARED, "J. Doe, “Later,” in preparation, 2026."),
    "conference": (
        works.CONFERENCE,
        "A. Vaswani and N. Shazeer, “Attention is all you need,” in *Advances in Neural "
        "Information Processing Systems*, vol. 30, Dec. 2017, pp. 5998–6008.",
    ),
    "chapter": (
        works.CHAPTER,
        "H. D. Thoreau, “Walking,” in *The Making of the American Essay*, J. D’Agata, "
        "Ed. Minneapolis: Graywolf Press, 2016, pp. 167–195.",
    ),
    "book": (
        works.BOOK,
        "Z. Smith, *Swing Time*, 2nd ed. New York: Penguin Press, 2016.",
    ),
    "edited book": (
        works.EDITED,
        "P. Kesharwani and J. Doe, Eds., *Handbook of Things*. Academic Press, 2012.",
    ),
    "dissertation": (
        works.THESIS,
        "L. Harris, “Instructional leadership,” Ph.D. dissertation, Western Carolina "
        "University, 2014. [Online]. Available: https://example.org/thesis",
    ),
    "master's thesis": (
        works.MASTERS,
        "L. Harris, “On leaders,” M.S. thesis, Sea University, 2014.",
    ),
    "preprint": (
        works.PREPRINT,
        "C. Hu, Y. Hu, and S. Seo, “A Deep Structural Model,” 2019, arXiv:2001.00559.",
    ),
    "report": (
        works.REPORT,
        "National Cancer Institute, “Taking time,” National Institutes of Health, Rep. "
        "18-2059, 2018.",
    ),
    "data set": (
        works.DATASET,
        "Lab of Things, *Trees of the city*. Zenodo, 2020, doi: 10.5281/zenodo.1.",
    ),
    "software": (
        works.SOFTWARE,
        "M. Borenstein and L. Hedges, *Meta-Analysis*, Version 3.3. Biostat, 2014. "
        "[Online]. Available: https://example.org/meta",
    ),
    "patent": (
        works.PATENT,
        "J. P. Wilkinson, “Nonlinear resonant circuit devices,” U.S. Patent 3,624,125, "
        "Jul. 16, 1990.",
    ),
    "talk": (
        works.TALK,
        "A. Fistek and E. Jester, “Everybody’s got a little music in them,” presented at "
        "the Autism Society National Conference, Milwaukee, Jul. 12, 2017.",
    ),
    "no author, no date": (works.NAMELESS, "“A title alone?” *Journal of Things*."),
    "particles and Jr.": (
        works.PARTICLES,
        "J.-W. van der Berg, M. J. de la Torre, and M. L. King Jr., “On names,” *Names*, "
        "2020.",
    ),
    "Han and kana": (
        works.CHINESE,
        "王小明, 村上春樹, and マイケル・ジャクソン, “图,” *计算机*, 2021.",
    ),
    "quotes": (works.QUOTING, "J. Doe, “On ‘truth’ and ‘proof,’” *Things*, 2020."),
    "and others": (works.CUT, "J. Doe, A. Bo, *et al.*, “Cut,” *Things*, 2020."),
    "title alone": (record("Doe, Jo", "Alone", type="document"), "J. Doe, “Alone.”"),
    "supplement": (
        works.SUPPLEMENT,
        "G. Geraud, E. L. H. Spierings, and C. Keywood, “Tolerability and safety of "
        "frovatriptan,” *Headache*, vol. 42, suppl. 2, pp. S93–S99, 2002.",
    ),
    "double issue": (
        works.DOUBLE_ISSUE,
        "J. Doe, “Twice,” *Things*, vol. 7, nos. 1–2, p. 9, 2020.",
    ),
    "short article number": (
        works.NUMBERED,
        "J. Doe, “Sparse,” *J. Phys.*, vol. 5, Apr. 2013, Art. no. 42.",
    ),
    "series, editors and publisher": (
        works.SERIES,
        "S. Christensen and F. Oppacher, “An analysis,” in *Genetic Programming*, ser. "
        "LNCS, vol. 2278, J. A. Foster and E. Lutton, Eds., 2nd ed. Köln: Springer, 2002, "
        "pp. 182–191.",
    ),
    "version": (
        works.VERSIONED,
        "J. Doe, *Trees*, Version 1.2. Zenodo, 2021, doi: 10.5281/zenodo.7.",
    ),
    "report of a publisher": (
        works.TECHNICAL,
        "J. Doe, “On lattices,” Sea Labs, Research Report 12, 1999.",
    ),
    "particle after the given name": (
        works.PARTICLE_LAST,
        "V. van Gogh, “On yellow,” *Letters*, 1888.",
    ),
    "exclamation": (works.EXCLAIMED, "J. Doe, “He said ‘Yes!’” *Things*, 2020."),
    "abbreviation": (
        works.ABBREVIATED,
        "J. Doe, “Made in the U.S.,” *Things*, 2020.",
    ),
    "full stop": (works.STOPPED, "J. Doe, “A title with a stop,” *Things*, 2020."),
}


@pytest.mark.parametrize(("work", "reference"), GOLDEN.values(), ids=GOLDEN)
def test_ieee_writes_as_its_guide(work, reference):
    assert cited("ieee", work) == reference


def test_ieee_names_six_authors_and_of_more_the_first():
    six, seven = (record(numbered(count), "T", "2020") for count in (6, 7))

    assert cited("ieee", six).endswith("B. Author5, and B. Author6, “T,” 2020.")
    assert cited("ieee", seven) == "B. Author1 *et al.*, “T,” 2020."


def test_title_of_a_retracted_work_says_so():
    reference = cited("ieee", works.PLOS, retracted=PartialDate(""))

    assert reference.startswith("A. Jerrentrup, “RETRACTED: Teaching,” *PLOS ONE*")
