"""How a work is cited: five styles, each a function that makes a Text of a Work.

Ours rather than a processor's, because CSL's shorten or garble lists of names.
"""

from dataclasses import dataclass

from portal.dates import PartialDate
from publications.citing.apa import apa
from publications.citing.chicago import chicago
from publications.citing.ieee import ieee
from publications.citing.mla import mla
from publications.citing.of_record import work_of
from publications.citing.text import Text
from publications.citing.vancouver import vancouver
from publications.values import Record

STYLES = (
    ("apa", "APA", "7th edition", apa),
    ("ieee", "IEEE", "Reference Guide 2023", ieee),
    ("chicago", "Chicago", "17th edition, author-date", chicago),
    ("mla", "MLA", "9th edition", mla),
    ("vancouver", "Vancouver", "ICMJE and NLM", vancouver),
)


@dataclass(frozen=True, slots=True)
class Citation:
    style: str
    name: str
    edition: str
    text: Text


def citations(
    record: Record,
    retracted: PartialDate | None = None,
    withdrawn: PartialDate | None = None,
) -> tuple[Citation, ...]:
    """The work in each style; the dates are those of its retraction and withdrawal."""
    work = work_of(record, retracted, withdrawn)
    return tuple(
        Citation(style, name, edition, write(work))
        for style, name, edition, write in STYLES
    )
