"""APA's patterns: Publication Manual, 7th edition, chapters 9 and 10."""

import pytest

from portal.dates import PartialDate
from tests.publications.citing import works
from tests.publications.citing.works import cited, numbered, record

GOLDEN = {
    "article": (
        works.ARTICLE,
        "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in "
        "storybooks. *Psychology of Popular Media Culture*, *8*(3), 207–217. "
        "https://doi.org/10.1037/ppm0000185",
    ),
    "article number": (
        works.PLOS,
        "Jerrentrup, A. (2018). Teaching. *PLOS ONE*, *13*(3), Article e0193972.",
    ),
    "advance online": (
        works.EARLY,
        "Doe, J. (2025). Early. *Journal of Things*. Advance online publication. "
        "https://doi.org/10.1000/early",
    ),
    "in press": (works.ACCEPTED, "Doe, J. (in press). Soon. *Journal of Things*, *1*."),
    "submitted": (
        works.REVIEWED,
        "Doe, J. (2026). *Perhaps* [Manuscript submitted for publication].",
    ),
    "in preparation": (
        works.PREPARED,
        "Doe, J. (2026). *Later* [Manuscript in preparation].",
    ),
    "conference": (
        works.CONFERENCE,
        "Vaswani, A., & Shazeer, N. (2017). Attention is all you need. In *Advances in "
        "Neural Information Processing Systems* (Vol. 30, pp. 5998–6008).",
    ),
    "chapter": (
        works.CHAPTER,
        "Thoreau, H. D. (2016). Walking. In J. D’Agata (Ed.), *The Making of the American "
        "Essay* (pp. 167–195). Graywolf Press.",
    ),
    "book": (works.BOOK, "Smith, Z. (2016). *Swing Time* (2nd ed.). Penguin Press."),
    "edited book": (
        works.EDITED,
        "Kesharwani, P., & Doe, J. (Eds.). (2012). *Handbook of Things*. Academic Press.",
    ),
    "dissertation": (
        works.THESIS,
        "Harris, L. (2014). *Instructional leadership* [Doctoral dissertation, Western "
        "Carolina University]. https://example.org/thesis",
    ),
    "unpublished thesis": (
        works.MASTERS,
        "Harris, L. (2014). *On leaders* [Unpublished master’s thesis]. Sea University.",
    ),
    "preprint": (
        works.PREPRINT,
        "Hu, C., Hu, Y., & Seo, S. (2019). *A Deep Structural Model* (arXiv:2001.00559). "
        "arXiv. https://arxiv.org/abs/2001.00559",
    ),
    "report": (
        works.REPORT,
        "National Cancer Institute. (2018). *Taking time* (Report No. 18-2059). National "
        "Institutes of Health.",
    ),
    "data set": (
        works.DATASET,
        "Lab of Things. (2020). *Trees of the city* [Data set]. Zenodo. "
        "https://doi.org/10.5281/zenodo.1",
    ),
    "software": (
        works.SOFTWARE,
        "Borenstein, M., & Hedges, L. (2014). *Meta-Analysis* (Version 3.3) [Computer "
        "software]. Biostat. https://example.org/meta",
    ),
    "patent": (
        works.PATENT,
        "Wilkinson, J. P. (1990). *Nonlinear resonant circuit devices* (U.S. Patent No. "
        "3,624,125).",
    ),
    "talk": (
        works.TALK,
        "Fistek, A., & Jester, E. (2017, July 12). *Everybody’s got a little music in "
        "them* [Conference presentation]. Autism Society National Conference, Milwaukee.",
    ),
    "web page by its site": (
        works.WEBPAGE,
        "World Health Organization. (2018, May 24). *The top causes of death*. "
        "https://example.org/who",
    ),
    "no author, no date": (
        works.NAMELESS,
        "A title alone? (n.d.). *Journal of Things*.",
    ),
    "particles and Jr.": (
        works.PARTICLES,
        "van der Berg, J.-W., de la Torre, M. J., & King, M. L., Jr. (2020). On names. "
        "*Names*.",
    ),
    "mononyms": (works.MONONYM, "Plato, & Sukarno. (1999). Dialogues. *Classics*."),
    "Hangul": (works.KOREAN, "이규석, & Lee, G. (2021). 추천. *정보과학회지*."),
    "Han and kana": (
        works.CHINESE,
        "王小明, 村上春樹, & マイケル・ジャクソン. (2021). 图. *计算机*.",
    ),
    "no capitals": (works.ARABIC, "حسين, طه. (1929). الأيام. *الهلال*."),
    "and others": (works.CUT, "Doe, J., Bo, A., et al. (2020). Cut. *Things*."),
    "supplement": (
        works.SUPPLEMENT,
        "Geraud, G., Spierings, E. L. H., & Keywood, C. (2002). Tolerability and safety of "
        "frovatriptan. *Headache*, *42*(Suppl. 2), S93–S99.",
    ),
    "double issue": (
        works.DOUBLE_ISSUE,
        "Doe, J. (2020). Twice. *Things*, *7*(1–2), 9.",
    ),
    "short article number": (
        works.NUMBERED,
        "Doe, J. (2013). Sparse. *J. Phys.*, *5*, Article 42.",
    ),
    "biblatex's article number": (
        works.EID,
        "Doe, J. (2001). Light. *Optics*, *5*, Article 045.",
    ),
    "edition in words": (
        works.SERIES,
        "Christensen, S., & Oppacher, F. (2002). An analysis. In J. A. Foster & E. Lutton "
        "(Eds.), *Genetic Programming* (2nd ed., Vol. 2278, pp. 182–191). Springer.",
    ),
    "version": (
        works.VERSIONED,
        "Doe, J. (2021). *Trees* (Version 1.2) [Data set]. Zenodo. "
        "https://doi.org/10.5281/zenodo.7",
    ),
    "report that says so": (
        works.TECHNICAL,
        "Doe, J. (1999). *On lattices* (Research Report 12). Sea Labs.",
    ),
    "particle after the given name": (
        works.PARTICLE_LAST,
        "Gogh, V. van. (1888). On yellow. *Letters*.",
    ),
}


@pytest.mark.parametrize(("work", "reference"), GOLDEN.values(), ids=GOLDEN)
def test_apa_writes_as_its_manual(work, reference):
    assert cited("apa", work) == reference


def test_apa_names_twenty_authors_and_of_more_nineteen_and_the_last():
    all_of_them = cited("apa", record(numbered(20), "T", "2020"))
    cut = cited("apa", record(numbered(21), "T", "2020"))

    assert "Author19, B., & Author20, B. (2020)" in all_of_them
    assert "Author19, B., . . . Author21, B. (2020)" in cut


def test_apa_says_of_a_retracted_work_when_it_was_retracted():
    reference = cited("apa", works.ARTICLE, retracted=PartialDate("2021-05"))

    assert reference.endswith("/ppm0000185 (Retraction published 2021)")
