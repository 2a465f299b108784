"""Works that the styles' manuals print, and odd ones, as Records."""

from portal.dates import PartialDate
from publications.citing import citations
from publications.names import parse_name
from publications.values import AppearanceRecord, Contributor, LinkRecord, Record

PLACE = set(AppearanceRecord.__dataclass_fields__) - {"title", "date"}


def record(authors="", title="", year="", **fields):
    """`authors` and `editors` are names in BibTeX's order, with semicolons between."""
    place = {name: fields.pop(name) for name in list(fields) if name in PLACE}
    people = [
        *_people(authors, "author"),
        *_people(fields.pop("editors", ""), "editor"),
    ]
    identifiers = [
        (name, fields.pop(name)) for name in ("doi", "arxiv") if name in fields
    ]
    url = fields.pop("url", "")
    return Record(
        type=fields.pop("type", "article-journal"),
        title=title,
        contributors=tuple(people),
        appearances=(
            AppearanceRecord(date=PartialDate(year), **place),
            *fields.pop("also", ()),
        ),
        identifiers=tuple(identifiers),
        links=(LinkRecord("paper", url),) if url else (),
        **fields,
    )


def cited(style, work, **options):
    """The reference in plain text, what is emphasised between stars."""
    (found,) = (each for each in citations(work, **options) if each.style == style)
    return "".join(
        f"*{text}*" if kind == "em" else text for text, kind in found.text.runs
    )


def numbered(count):
    """Authors A1, B. and so on, told apart by their family names."""
    return "; ".join(f"Author{number}, Bo" for number in range(1, count + 1))


def _people(names, role):
    return [
        Contributor(parse_name(each), role) for each in names.split(";") if each.strip()
    ]


ARTICLE = record(
    "Grady, Jenifer S.; Her, Mai; Moreno, Geena; Perez, Cristina; Yelinek, Jan",
    "Emotions in storybooks",
    "2019",
    venue="Psychology of Popular Media Culture",
    volume="8",
    number="3",
    pages="207--217",
    doi="10.1037/ppm0000185",
)
NEJM = record(
    "Halpern, Scott D.; Ubel, Peter A.; Caplan, Arthur L.",
    "Solid-organ transplantation in HIV-infected patients",
    "2002-07-25",
    venue="New England Journal of Medicine",
    volume="347",
    number="4",
    pages="284-287",
    extra={"shortjournal": "N Engl J Med"},
)
KENG = record(
    "Keng, Shao-Hsun; Lin, Chun-Hung; Orazem, Peter F.",
    "Expanding College Access in Taiwan",
    "2017",
    venue="Journal of Human Capital",
    volume="11",
    number="1",
    pages="1–34",
    doi="10.1086/690235",
)
CHAPTER = record(
    "Thoreau, Henry David",
    "Walking",
    "2016",
    type="chapter",
    editors="D’Agata, John",
    venue="The Making of the American Essay",
    pages="167–195",
    publisher="Graywolf Press",
    extra={"address": "Minneapolis"},
)
CONFERENCE = record(
    "Vaswani, Ashish; Shazeer, Noam",
    "Attention is all you need",
    "2017-12",
    type="paper-conference",
    venue="Advances in Neural Information Processing Systems",
    volume="30",
    pages="5998-6008",
)
BOOK = record(
    "Smith, Zadie",
    "Swing Time",
    "2016",
    type="book",
    publisher="Penguin Press",
    extra={"address": "New York", "edition": "2"},
)
EDITED = record(
    "",
    "Handbook of Things",
    "2012",
    type="book",
    editors="Kesharwani, Praful; Doe, Jo",
    publisher="Academic Press",
)
THESIS = record(
    "Harris, Lee",
    "Instructional leadership",
    "2014",
    type="thesis",
    venue="Western Carolina University",
    url="https://example.org/thesis",
)
MASTERS = record(
    "Harris, Lee",
    "On leaders",
    "2014",
    type="thesis",
    venue="Sea University",
    extra={"type": "Master's thesis"},
)
PREPRINT = record(
    "Hu, Changwei; Hu, Yifan; Seo, Sungyong",
    "A Deep Structural Model",
    "2019-12-30",
    type="article",
    venue="arXiv preprint arXiv:2001.00559",
    arxiv="2001.00559",
)
REPORT = record(
    "{National Cancer Institute}",
    "Taking time",
    "2018",
    type="report",
    number="18-2059",
    venue="National Institutes of Health",
)
DATASET = record(
    "{Lab of Things}",
    "Trees of the city",
    "2020",
    type="dataset",
    publisher="Zenodo",
    doi="10.5281/zenodo.1",
)
SOFTWARE = record(
    "Borenstein, Michael; Hedges, Larry",
    "Meta-Analysis",
    "2014",
    type="software",
    volume="3.3",
    publisher="Biostat",
    url="https://example.org/meta",
)
PATENT = record(
    "Wilkinson, James P.",
    "Nonlinear resonant circuit devices",
    "1990-07-16",
    type="patent",
    number="US 3,624,125",
)
TALK = record(
    "Fistek, Anthony; Jester, Emily",
    "Everybody’s got a little music in them",
    "2017-07-12",
    type="speech",
    venue="Autism Society National Conference",
    extra={"address": "Milwaukee"},
)
WEBPAGE = record(
    "{World Health Organization}",
    "The top causes of death",
    "2018-05-24",
    type="webpage",
    venue="World Health Organization",
    url="https://example.org/who",
)
KOREAN = record("이, 규석; Lee, Gyuseok", "추천", "2021", venue="정보과학회지")
CHINESE = record(
    "王, 小明; 村上, 春樹; マイケル・ジャクソン", "图", "2021", venue="计算机"
)
PARTICLES = record(
    "van der Berg, Jan-Willem; de la Torre, María José; King, Jr., Martin Luther",
    "On names",
    "2020",
    venue="Names",
)
NAMELESS = record("", "A title alone?", "", venue="Journal of Things")
MONONYM = record("Plato; Sukarno", "Dialogues", "1999", venue="Classics")
ARABIC = record("حسين, طه", "الأيام", "1929", venue="الهلال")
ACCEPTED = record(
    "Doe, Jo", "Soon", "2026", venue="Journal of Things", volume="1", status="accepted"
)
REVIEWED = record(
    "Doe, Jo", "Perhaps", "2026", venue="Journal of Things", status="under-review"
)
PREPARED = record("Doe, Jo", "Later", "2026", status="in-preparation", venue="ICLR")
EARLY = record(
    "Doe, Jo",
    "Early",
    "2025",
    venue="Journal of Things",
    doi="10.1000/early",
    note="Epub ahead of print",
)
CUT = record("Doe, Jo; Bo, Al", "Cut", "2020", venue="Things", truncated=True)
QUOTING = record("Doe, Jo", 'On “truth” and "proof"', "2020", venue="Things")
PLOS = record(
    "Jerrentrup, Andreas", "Teaching", "2018", venue="PLOS ONE", volume="13", number="3",
    pages="e0193972",
)  # fmt: skip
SUPPLEMENT = record(
    "Geraud, Gérard; Spierings, Egilius L. H.; Keywood, Chris",
    "Tolerability and safety of frovatriptan",
    "2002",
    venue="Headache",
    volume="42",
    number="Supplement-2",
    pages="S93--S99",
)
DOUBLE_ISSUE = record(
    "Doe, Jo", "Twice", "2020", venue="Things", volume="7", number="1-2", pages="9--9"
)
NUMBERED = record(
    "Doe, Jo", "Sparse", "2013-04", venue="J. Phys.", volume="5", pages="Article 42"
)
EID = record(
    "Doe, Jo", "Light", "2001", venue="Optics", volume="5", extra={"eid": "045"}
)
SERIES = record(
    "Christensen, Steffen; Oppacher, Franz",
    "An analysis",
    "2002",
    type="paper-conference",
    venue="Genetic Programming",
    editors="Foster, James A.; Lutton, Evelyne",
    volume="2278",
    pages="182--191",
    publisher="Springer",
    extra={"series": "LNCS", "address": 'K{\\"o}ln', "edition": "Second"},
)
VERSIONED = record(
    "Doe, Jo",
    "Trees",
    "2021-03-02",
    type="dataset",
    publisher="Zenodo",
    doi="10.5281/zenodo.7",
    extra={"version": "v1.2"},
)
TECHNICAL = record(
    "Doe, Jo",
    "On lattices",
    "1999",
    type="report",
    publisher="Sea Labs",
    number="Research Report 12",
)
PARTICLE_LAST = record("Gogh, Vincent van", "On yellow", "1888", venue="Letters")
EXCLAIMED = record("Doe, Jo", "He said “Yes!”", "2020", venue="Things")
ABBREVIATED = record("Doe, Jo", "Made in the U.S.", "2020", venue="Things")
STOPPED = record("Doe, Jo", "A title with a stop.", "2020", venue="Things")
