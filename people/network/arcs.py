"""The members one below the other, arcs at their side: for a telephone's width."""

from people.network.drawing import Company, Drawing

AXIS = 118  # where the dots are; the arcs have what is left of it
ROW = 26
GAP = 14  # between groups
TO_NAME = 14
MARGIN = 12


def arcs(company: Company) -> Drawing:
    heights, y = {}, ROW / 2
    for group in company.groups:
        for member in group:
            heights[member] = y
            y += ROW
        y += GAP
    farthest = max(1, y - GAP - ROW)

    def arc(one, two):
        low, high = sorted((heights[one], heights[two]))
        reach = (AXIS - MARGIN) * ((high - low) / farthest) ** 0.5
        half = (high - low) / 2
        return f"M{AXIS} {low:.0f}A{reach:.0f} {half:.0f} 0 0 0 {AXIS} {high:.0f}"

    return Drawing(
        width=round(AXIS + TO_NAME + max(map(company.length, heights), default=0)),
        height=round(y - GAP - ROW / 2 if company.groups else ROW),
        spots=[company.spot(each, AXIS, y, 0) for each, y in heights.items()],
        lines=company.lines(arc),
    )
