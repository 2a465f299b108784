"""Chicago's patterns: CMOS, 17th edition, chapter 15 (author-date)."""

import pytest

from tests.publications.citing import works
from tests.publications.citing.works import cited, numbered, record

GOLDEN = {
    "article": (
        works.KENG,
        "Keng, Shao-Hsun, Chun-Hung Lin, and Peter F. Orazem. 2017. “Expanding College "
        "Access in Taiwan.” *Journal of Human Capital* 11 (1): 1–34. "
        "https://doi.org/10.1086/690235.",
    ),
    "month": (
        works.NEJM,
        "Halpern, Scott D., Peter A. Ubel, and Arthur L. Caplan. 2002. “Solid-organ "
        "transplantation in HIV-infected patients.” *New England Journal of Medicine* "
        "347, no. 4 (July): 284–87.",
    ),
    "article number": (
        works.PLOS,
        "Jerrentrup, Andreas. 2018. “Teaching.” *PLOS ONE* 13 (3): e0193972.",
    ),
    "ahead of print": (
        works.EARLY,
        "Doe, Jo. 2025. “Early.” *Journal of Things*, ahead of print. "
        "https://doi.org/10.1000/early.",
    ),
    "accepted": (
        works.ACCEPTED,
        "Doe, Jo. Forthcoming. “Soon.” *Journal of Things* 1.",
    ),
    "submitted": (works.REVIEWED, "Doe, Jo. 2026. “Perhaps.” Unpublished manuscript."),
    "in preparation": (
        works.PREPARED,
        "Doe, Jo. 2026. “Later.” Unpublished manuscript.",
    ),
    "conference": (
        works.CONFERENCE,
        "Vaswani, Ashish, and Noam Shazeer. 2017. “Attention is all you need.” In "
        "*Advances in Neural Information Processing Systems*, vol. 30, 5998–6008.",
    ),
    "chapter": (
        works.CHAPTER,
        "Thoreau, Henry David. 2016. “Walking.” In *The Making of the American Essay*, "
        "edited by John D’Agata, 167–95. Minneapolis: Graywolf Press.",
    ),
    "book": (
        works.BOOK,
        "Smith, Zadie. 2016. *Swing Time*. 2nd ed. New York: Penguin Press.",
    ),
    "edited book": (
        works.EDITED,
        "Kesharwani, Praful, and Jo Doe, eds. 2012. *Handbook of Things*. Academic Press.",
    ),
    "dissertation": (
        works.THESIS,
        "Harris, Lee. 2014. “Instructional leadership.” PhD diss., Western Carolina "
        "University. https://example.org/thesis.",
    ),
    "preprint": (
        works.PREPRINT,
        "Hu, Changwei, Yifan Hu, and Sungyong Seo. 2019. “A Deep Structural Model.” "
        "Preprint, arXiv. https://arxiv.org/abs/2001.00559.",
    ),
    "report": (
        works.REPORT,
        "National Cancer Institute. 2018. *Taking time*. Report 18-2059. National "
        "Institutes of Health.",
    ),
    "patent": (
        works.PATENT,
        "Wilkinson, James P. 1990. “Nonlinear resonant circuit devices.” US Patent "
        "3,624,125, issued July 16, 1990.",
    ),
    "talk": (
        works.TALK,
        "Fistek, Anthony, and Emily Jester. 2017. “Everybody’s got a little music in "
        "them.” Paper presented at Autism Society National Conference, Milwaukee, July "
        "12.",
    ),
    "no author, no date": (
        works.NAMELESS,
        "“A title alone?” n.d. *Journal of Things*.",
    ),
    "particles and Jr.": (
        works.PARTICLES,
        "van der Berg, Jan-Willem, María José de la Torre, and Martin Luther King Jr. "
        "2020. “On names.” *Names*.",
    ),
    "Hangul": (works.KOREAN, "이규석, and Gyuseok Lee. 2021. “추천.” *정보과학회지*."),
    "quotes": (
        works.QUOTING,
        "Doe, Jo. 2020. “On ‘truth’ and ‘proof.’” *Things*.",
    ),
    "and others": (works.CUT, "Doe, Jo, Al Bo, et al. 2020. “Cut.” *Things*."),
    "supplement": (
        works.SUPPLEMENT,
        "Geraud, Gérard, Egilius L. H. Spierings, and Chris Keywood. 2002. “Tolerability "
        "and safety of frovatriptan.” *Headache* 42, supp. 2: S93–S99.",
    ),
    "double issue": (
        works.DOUBLE_ISSUE,
        "Doe, Jo. 2020. “Twice.” *Things* 7 (1–2): 9.",
    ),
    "series": (
        works.SERIES,
        "Christensen, Steffen, and Franz Oppacher. 2002. “An analysis.” In *Genetic "
        "Programming*, 2nd ed., edited by James A. Foster and Evelyne Lutton, 182–91. "
        "LNCS 2278. Köln: Springer.",
    ),
    "version": (
        works.VERSIONED,
        "Doe, Jo. 2021. *Trees*. Data set, version 1.2. Zenodo. "
        "https://doi.org/10.5281/zenodo.7.",
    ),
    "ahead of print in a month": (
        record(
            "Doe, Jo", "E", "2024-02-03", venue="J", extra={"pubstate": "aheadofprint"}
        ),
        "Doe, Jo. 2024. “E.” *J*, ahead of print, February 3.",
    ),
    "exclamation": (works.EXCLAIMED, "Doe, Jo. 2020. “He said ‘Yes!’” *Things*."),
}


@pytest.mark.parametrize(("work", "reference"), GOLDEN.values(), ids=GOLDEN)
def test_chicago_writes_as_its_manual(work, reference):
    assert cited("chicago", work) == reference


def test_chicago_names_ten_authors_and_of_more_the_first_seven():
    ten, eleven = (record(numbered(count), "T", "2020") for count in (10, 11))

    assert "Bo Author9, and Bo Author10. 2020." in cited("chicago", ten)
    assert "Bo Author6, Bo Author7, et al. 2020." in cited("chicago", eleven)
