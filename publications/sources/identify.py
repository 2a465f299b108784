"""What a person types into one box: which works, or whose works, are meant."""

import re
from dataclasses import dataclass

from publications.identifiers import normalise, recognise
from publications.isbn import isbn13
from publications.orcid import explain_orcid, normalise_orcid

MOST = 500
MOST_PROBLEMS = 20
OPENALEX_AUTHOR = re.compile(
    r"(?:https?://)?(?:(?:api|explore)\.)?(?:openalex\.org/)?(?:authors/|people/)?(A[0-9]{4,12})/?",
    re.IGNORECASE,
)
DBLP_PERSON = re.compile(
    r"(?:https?://)?(?:www\.)?(?:dblp\.org|dblp\.uni-trier\.de)/pid/"
    r"([0-9a-z]{1,4}/[0-9A-Za-z-]+?)(?:\.(?:html|bib|xml|rdf|nt|ttl))?/?",
)
BARE_DBLP_PERSON = re.compile(
    r"(?:dblp:)?([0-9]{1,4}/[0-9]{1,6}(?:-[0-9]+)?|[a-z]/[A-Z][0-9A-Za-z-]+)"
)
LOOKS_LIKE_ORCID = re.compile(r"(?:https?://)?(?:www\.)?orcid\.org/.*|(?:\d{4}-){3}.*")
# A bare number is no evidence of a PubMed identifier.
NAMES_PUBMED = re.compile(r"pmid|pubmed", re.IGNORECASE)
# "doi: 10.1/x" is one thing for all its blank.
LABEL = re.compile(r"\b(doi|arxiv|orcid|pmid|isbn|dblp):\s+", re.IGNORECASE)
WHAT_FITS = (
    "Give a DOI (10.1000/xyz123), an arXiv identifier (1706.03762), an ORCID iD "
    "(0000-0002-1825-0097), an OpenAlex author (A5023888391), a DBLP person "
    "(dblp.org/pid/12/3456-1) or a PubMed identifier (pmid:25741868)."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """`kind`: doi, arxiv, pmid (a work each); orcid, openalex, dblp (all of a person)."""

    kind: str
    value: str


def identify(text: str) -> Wanted | str:
    """What a text or web address stands for, or a sentence why it stands for nothing."""
    written = text.strip().strip("<>,;")
    if orcid := normalise_orcid(written):
        return Wanted("orcid", orcid)
    if LOOKS_LIKE_ORCID.fullmatch(written) and not isbn13(written):
        return explain_orcid(written)
    if person := _person(written):
        return person
    # arXiv first: 10.48550/arXiv.… is the DOI of a preprint.
    for scheme in ("arxiv", "doi", "pmid"):
        value = normalise(scheme, written)
        if value and (scheme != "pmid" or NAMES_PUBMED.search(written)):
            return Wanted(scheme, value)
    scheme, value = recognise(written) or ("", "")
    if scheme in {"arxiv", "doi", "pmid"}:
        return Wanted(scheme, value)
    if isbn13(re.sub(r"^isbn:?\s*", "", written, flags=re.IGNORECASE)):
        return f"'{_short(written)}' is an ISBN, by which none of our sources finds a book. Its DOI would do."
    return _explain(written)


def _explain(written: str) -> str:
    return f"'{_short(written)}' is no identifier that we can ask for. {WHAT_FITS}"


def _person(written: str) -> Wanted | None:
    if match := OPENALEX_AUTHOR.fullmatch(written):
        return Wanted("openalex", match[1].upper())
    match = DBLP_PERSON.fullmatch(written) or BARE_DBLP_PERSON.fullmatch(written)
    return Wanted("dblp", match[1]) if match else None


def identify_all(texts: list[str]) -> tuple[list[Wanted], list[str]]:
    """All that is wanted, each once, and a sentence for each that is nothing.

    Each text may hold several, between line ends, commas or blanks. What stands for
    nothing is explained once a line.
    """
    found, problems = {}, []
    for line in (line for text in texts for line in text.splitlines()):
        wanted, unclear = _of_line(line)
        found |= dict.fromkeys(wanted)
        problems += unclear
    if len(found) > MOST:
        problems.append(
            f"These are {len(found)} identifiers; the first {MOST} were asked for, "
            "the most that one import takes."
        )
    return list(found)[:MOST], _some(_explained_once(list(dict.fromkeys(problems))))


def _of_line(line):
    results = {word: identify(word) for word in _words(line)}
    wanted = [each for each in results.values() if isinstance(each, Wanted)]
    sentences = {word: each for word, each in results.items() if isinstance(each, str)}
    unclear = [word for word, each in sentences.items() if each.endswith(WHAT_FITS)]
    problems = [each for word, each in sentences.items() if word not in unclear]
    return wanted, problems + ([_explain(" ".join(unclear))] if unclear else [])


def _explained_once(problems):
    """What would do is told with the first problem alone."""
    hint = f" {WHAT_FITS}"
    bare = [problem.removesuffix(hint) for problem in problems]
    unclear = [at for at, each in enumerate(problems) if each.endswith(hint)]
    return [problems[at] if at in unclear[:1] else each for at, each in enumerate(bare)]


def _some(problems):
    """Whoever pastes a page of prose gets no page of complaints."""
    left = len(problems) - MOST_PROBLEMS
    if left <= 0:
        return problems
    return [*problems[:MOST_PROBLEMS], f"{left} more lines are no identifiers either."]


def _words(line):
    for word in LABEL.sub(r"\1:", line).split():
        yield from _split_at_commas(word.strip(",;"))


def _split_at_commas(word):
    """A DOI may hold a comma: split only where every part is something."""
    parts = [part for part in re.split("[,;]", word) if part]
    if len(parts) > 1 and not all(isinstance(identify(each), Wanted) for each in parts):
        whole = identify(word)
        return [word] if isinstance(whole, Wanted) else parts
    return parts


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:80]}…"
