"""The members in a ring, their names outside, the lines drawn towards the centre.

A ring is the one arrangement in which eighty names never lie upon each other.
"""

from math import cos, degrees, hypot, pi, sin

from people.network.drawing import Company, Drawing

SPACING = 20  # along the ring, from name to name
GAP = 0.7  # between groups, in names
SMALLEST = 170
FEW = 12  # so few stand far enough apart for names that are not turned
TO_NAME = 14
MARGIN = 12
LINE = 20


def circle(company: Company) -> Drawing:
    around = company.size + GAP * len(company.groups)
    ring = max(SMALLEST, around * SPACING / (2 * pi))
    angles = _angles(company.groups, around)
    left, right, top, bottom = _margins(company, angles, ring)
    x, y = ring + left, ring + top
    points = {
        member: (x + ring * sin(angle), y - ring * cos(angle))
        for member, angle in angles.items()
    }

    def chord(one, two):
        """A curve from point to point, bent the more towards the centre the longer."""
        (x1, y1), (x2, y2) = points[one], points[two]
        middle_x, middle_y = (x1 + x2) / 2 - x, (y1 + y2) / 2 - y
        bent = 0.15 + 0.6 * (hypot(middle_x, middle_y) / ring) ** 2
        to_x, to_y = x + bent * middle_x, y + bent * middle_y
        return f"M{x1:.0f} {y1:.0f}Q{to_x:.0f} {to_y:.0f} {x2:.0f} {y2:.0f}"

    return Drawing(
        width=round(2 * ring + left + right),
        height=round(2 * ring + top + bottom),
        spots=[
            company.spot(each, *points[each], _turn(company, angle), angle > pi)
            for each, angle in angles.items()
        ],
        lines=company.lines(chord),
    )


def _margins(company, angles, ring):
    """How far the names reach beyond the ring: left, right, above and below it."""
    reached_x, reached_y = [0.0], [0.0]
    for member, angle in angles.items():
        length = TO_NAME + company.length(member)
        is_level = company.size <= FEW
        along = length if is_level else length * abs(sin(angle))
        reached_x.append(ring * sin(angle) + (along if angle <= pi else -along))
        reached_y.append(-(ring + (LINE if is_level else length)) * cos(angle))
    ends = (-min(reached_x), max(reached_x), -min(reached_y), max(reached_y))
    return [max(0, end - ring) + MARGIN for end in ends]


def _angles(groups, around):
    """Clockwise from the top, in radians."""
    angles, at = {}, 0.5
    for group in groups:
        for member in group:
            angles[member] = 2 * pi * at / around
            at += 1
        at += GAP
    return angles


def _turn(company, angle):
    """Names run outwards on the right, and inwards on the left: none is upside down."""
    if company.size <= FEW:
        return 0
    return degrees(angle) + (90 if angle > pi else -90)
