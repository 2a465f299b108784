"""Dates as reference lists write them."""

from portal.date_spans import MONTHS, Point

IEEE = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sep.", "Oct.")
IEEE += ("Nov.", "Dec.")
MLA = (*IEEE[:5], "June", "July", "Aug.", "Sept.", *IEEE[9:])
PLAIN = tuple(month[:3] for month in MONTHS)


def month_first(point: Point | None, months: tuple[str, ...] = MONTHS) -> str:
    """ "March 3" or "March"; "" where no month is known."""
    if not point or not point.month:
        return ""
    day = f" {point.day}" if point.day else ""
    return f"{months[point.month - 1]}{day}"


def month_only(point: Point | None, months: tuple[str, ...] = MONTHS) -> str:
    return months[point.month - 1] if point and point.month else ""


def day_first(point: Point | None, months: tuple[str, ...] = MONTHS) -> str:
    """ "3 Mar." or "Mar."."""
    day = f"{point.day} " if point and point.day else ""
    return f"{day}{month_only(point, months)}"
