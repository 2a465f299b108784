"""MLA's patterns: MLA Handbook, 9th edition, chapter 5."""

import pytest

from tests.publications.citing import works
from tests.publications.citing.works import cited

GOLDEN = {
    "article": (
        works.ARTICLE,
        "Grady, Jenifer S., et al. “Emotions in storybooks.” *Psychology of Popular Media "
        "Culture*, vol. 8, no. 3, 2019, pp. 207–17, https://doi.org/10.1037/ppm0000185.",
    ),
    "month": (
        works.NEJM,
        "Halpern, Scott D., et al. “Solid-organ transplantation in HIV-infected "
        "patients.” *New England Journal of Medicine*, vol. 347, no. 4, July 2002, pp. "
        "284–87.",
    ),
    "article number": (
        works.PLOS,
        "Jerrentrup, Andreas. “Teaching.” *PLOS ONE*, vol. 13, no. 3, 2018, article "
        "e0193972.",
    ),
    "accepted": (
        works.ACCEPTED,
        "Doe, Jo. “Soon.” *Journal of Things*, vol. 1, forthcoming.",
    ),
    "submitted": (
        works.REVIEWED,
        "Doe, Jo. “Perhaps.” 2026. Manuscript submitted for publication.",
    ),
    "in preparation": (works.PREPARED, "Doe, Jo. “Later.” 2026. In preparation."),
    "two authors": (
        works.CONFERENCE,
        "Vaswani, Ashish, and Noam Shazeer. “Attention is all you need.” *Advances in "
        "Neural Information Processing Systems*, vol. 30, Dec. 2017, pp. 5998–6008.",
    ),
    "chapter": (
        works.CHAPTER,
        "Thoreau, Henry David. “Walking.” *The Making of the American Essay*, edited by "
        "John D’Agata, Graywolf Press, 2016, pp. 167–95.",
    ),
    "book": (works.BOOK, "Smith, Zadie. *Swing Time*. 2nd ed., Penguin Press, 2016."),
    "edited book": (
        works.EDITED,
        "Kesharwani, Praful, and Jo Doe, editors. *Handbook of Things*. Academic Press, "
        "2012.",
    ),
    "dissertation": (
        works.THESIS,
        "Harris, Lee. *Instructional leadership*. 2014. Western Carolina University, PhD "
        "dissertation, https://example.org/thesis.",
    ),
    "preprint": (
        works.PREPRINT,
        "Hu, Changwei, et al. “A Deep Structural Model.” *arXiv*, 30 Dec. 2019, "
        "https://arxiv.org/abs/2001.00559.",
    ),
    "report": (
        works.REPORT,
        "National Cancer Institute. *Taking time*. Report 18-2059, National Institutes of "
        "Health, 2018.",
    ),
    "talk": (
        works.TALK,
        "Fistek, Anthony, and Emily Jester. “Everybody’s got a little music in them.” "
        "Autism Society National Conference, 12 July 2017, Milwaukee. Conference "
        "presentation.",
    ),
    "web page by its site": (
        works.WEBPAGE,
        "World Health Organization. “The top causes of death.” 24 May 2018, "
        "https://example.org/who.",
    ),
    "no author, no date": (works.NAMELESS, "“A title alone?” *Journal of Things*."),
    "Hangul": (works.KOREAN, "이규석, and Gyuseok Lee. “추천.” *정보과학회지*, 2021."),
    "Han and kana": (works.CHINESE, "王小明, et al. “图.” *计算机*, 2021."),
    "Jr., turned round": (
        works.record("King, Jr., Martin Luther", "Hope", "1963", venue="Things"),
        "King, Martin Luther, Jr. “Hope.” *Things*, 1963.",
    ),
    "quotes": (works.QUOTING, "Doe, Jo. “On ‘truth’ and ‘proof.’” *Things*, 2020."),
    "and others": (works.CUT, "Doe, Jo, et al. “Cut.” *Things*, 2020."),
    "supplement": (
        works.SUPPLEMENT,
        "Geraud, Gérard, et al. “Tolerability and safety of frovatriptan.” *Headache*, "
        "vol. 42, supplement 2, 2002, pp. S93–S99.",
    ),
    "double issue": (
        works.DOUBLE_ISSUE,
        "Doe, Jo. “Twice.” *Things*, vol. 7, nos. 1–2, 2020, p. 9.",
    ),
    "short article number": (
        works.NUMBERED,
        "Doe, Jo. “Sparse.” *J. Phys.*, vol. 5, Apr. 2013, article 42.",
    ),
    "series": (
        works.SERIES,
        "Christensen, Steffen, and Franz Oppacher. “An analysis.” *Genetic Programming*, "
        "edited by James A. Foster and Evelyne Lutton, 2nd ed., Springer, 2002, pp. "
        "182–91. LNCS 2278.",
    ),
    "version": (
        works.VERSIONED,
        "Doe, Jo. *Trees*. Version 1.2, Zenodo, 2021, https://doi.org/10.5281/zenodo.7. "
        "Data set.",
    ),
    "patent": (
        works.PATENT,
        "Wilkinson, James P. “Nonlinear resonant circuit devices.” US patent 3,624,125, "
        "16 July 1990.",
    ),
}


@pytest.mark.parametrize(("work", "reference"), GOLDEN.values(), ids=GOLDEN)
def test_mla_writes_as_its_handbook(work, reference):
    assert cited("mla", work) == reference
