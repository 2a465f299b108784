"""How many characters the columns have room for.

SQLite takes anything and PostgreSQL refuses the row, so the import keeps to it itself.
"""

from publications.names import PersonName
from publications.values import AppearanceRecord, LinkRecord

# The columns of an appearance and, for the first two, of its venue.
APPEARANCE = {
    "venue": 1000,
    "venue_short": 500,
    "label": 500,
    "award": 500,
    "volume": 500,
    "number": 500,
    "pages": 500,
    "publisher": 1000,
}
DATE = 111
NAME, SUFFIX = 1000, 200
IDENTIFIER = 500
ADDRESS, LINK_LABEL = 2000, 300
TOPIC = 1000


def appearance_fits(appearance: AppearanceRecord) -> bool:
    return len(appearance.date.text) <= DATE and all(
        len(getattr(appearance, name)) <= most for name, most in APPEARANCE.items()
    )


def link_fits(link: LinkRecord) -> bool:
    return len(link.url) <= ADDRESS and len(link.label) <= LINK_LABEL


def name_fits(name: PersonName) -> bool:
    return len(name.display) <= NAME and len(name.suffix) <= SUFFIX
