"""What the address of the network asks for: ?person= &from= &to= &least= &order=."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

ORDERS = ("papers", "name", "first", "last")
LONGEST = 255


@dataclass(frozen=True, slots=True)
class Question:
    """`first` and `last` are years; what is no year, number or order is not asked."""

    person: str = ""
    first: int | None = None
    last: int | None = None
    least: int = 1
    order: str = ORDERS[0]

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> "Question":
        first, last = _year(parameters.get("from")), _year(parameters.get("to"))
        if first and last and first > last:
            first, last = last, first
        order = parameters.get("order", "")
        return cls(
            person=parameters.get("person", "").replace("\x00", "").strip()[:LONGEST],
            first=first,
            last=last,
            least=_number(parameters.get("least"), 3) or 1,
            order=order if order in ORDERS else ORDERS[0],
        )

    @property
    def narrows(self) -> bool:
        return bool(self.person or self.first or self.last or self.least > 1)

    @property
    def selection(self) -> str:
        """The end of an address that selects the same pairs, in the usual order."""
        asked = {
            "person": self.person,
            "from": self.first,
            "to": self.last,
            "least": self.least if self.least > 1 else None,
        }
        chosen = {name: value for name, value in asked.items() if value}
        return f"?{urlencode(chosen)}" if chosen else ""

    def in_order(self, order: str) -> str:
        """The end of an address that selects the same pairs, in this order."""
        usual = order == ORDERS[0]
        start = f"{self.selection}&" if self.selection else "?"
        return (self.selection or "?") if usual else f"{start}order={order}"


def _year(text: str | None) -> int | None:
    return _number(text, 4)


def _number(text: str | None, digits: int) -> int | None:
    text = (text or "").strip()
    fits = len(text) <= digits and text.isascii() and text.isdigit()
    return int(text) or None if fits else None
