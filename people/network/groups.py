"""An order of members in which those who often write together stand side by side.

Two groups at a time are joined, those first whose union gains most modularity (Clauset,
Newman and Moore, 2004). Where it would only lose, the groups stand as they are; the
joining goes on for the sake of the order alone, so that related groups are neighbours.
"""

from collections.abc import Iterable

from people.network.pairs import Pair

ROUNDS = 6


def grouped(pairs: Iterable[Pair]) -> list[list[int]]:
    """The members of the pairs in groups, groups and members in the order to draw."""
    weights = _weights(pairs)
    groups = [[member] for member in sorted(weights)]
    strengths = {member: sum(near.values()) for member, near in weights.items()}
    total = sum(strengths.values())
    while joined := _best_union(groups, weights, strengths, total):
        groups = _joined(groups, *joined, weights)
    order = [[each] for each in range(len(groups))]
    between = _between(groups, weights)
    while joined := _nearest(order, between):
        order = _joined(order, *joined, between)
    ordered = [groups[number] for chain in order for number in chain]
    return _polished(ordered, weights)


def _weights(pairs):
    weights = {}
    for pair in pairs:
        weights.setdefault(pair.one, {})[pair.two] = pair.count
        weights.setdefault(pair.two, {})[pair.one] = pair.count
    return weights


def _best_union(groups, weights, strengths, total):
    """The two groups whose union gains most modularity, or None when none gains."""
    power = [sum(strengths[member] for member in group) for group in groups]
    gains = {
        (one, two): weight - power[one] * power[two] / total
        for (one, two), weight in _links(groups, weights).items()
    }
    best = max(gains, key=lambda two: (gains[two], -two[0], -two[1]), default=None)
    return best if best and gains[best] > 0 else None


def _nearest(chains, weights):
    """The two chains with the most between them, or None when nothing is."""
    links = _links(chains, weights)
    return max(links, key=lambda two: (links[two], -two[0], -two[1]), default=None)


def _links(groups, weights):
    """{(i, j): weight between the groups i < j} of those that are linked."""
    home = {member: place for place, group in enumerate(groups) for member in group}
    links = {}
    for member, near in weights.items():
        for other, weight in near.items():
            if home[member] < home[other]:
                two = home[member], home[other]
                links[two] = links.get(two, 0) + weight
    return links


def _between(groups, weights):
    between = {number: {} for number in range(len(groups))}
    for (one, two), weight in _links(groups, weights).items():
        between[one][two] = between[two][one] = weight
    return between


def _joined(groups, one, two, weights):
    """The groups with these two made one, turned so that friends are close."""
    turns = [
        left + right
        for left in (groups[one], groups[one][::-1])
        for right in (groups[two], groups[two][::-1])
    ]
    best = min(turns, key=lambda turn: _length(turn, weights))
    rest = [group for place, group in enumerate(groups) if place not in (one, two)]
    return [*rest[:one], best, *rest[one:]]


def _length(chain, weights):
    """How far apart the linked ones stand, heavier links counting more."""
    place = {member: number for number, member in enumerate(chain)}
    return sum(
        weight * abs(place[member] - place[other])
        for member in chain
        for other, weight in weights[member].items()
        if other in place
    )


def _polished(groups, weights):
    """Neighbours within a group change places as long as that shortens the links."""
    order = [member for group in groups for member in group]
    inside = {member: number for number, group in enumerate(groups) for member in group}
    for _ in range(ROUNDS):
        changed = False
        for at in range(len(order) - 1):
            one, two = order[at], order[at + 1]
            if inside[one] == inside[two] and _gain(order, at, weights) > 0:
                order[at], order[at + 1] = two, one
                changed = True
        if not changed:
            break
    return [[each for each in order if inside[each] == n] for n in range(len(groups))]


def _gain(order, at, weights):
    """How much shorter the links get when `at` and the next change places."""
    place = {member: number for number, member in enumerate(order)}
    one, two = order[at], order[at + 1]

    def cost(member, number, partner):
        return sum(
            weight * _apart(number, place[other], len(order))
            for other, weight in weights[member].items()
            if other != partner
        )

    now = cost(one, at, two) + cost(two, at + 1, one)
    return now - cost(one, at + 1, two) - cost(two, at, one)


def _apart(one, two, around):
    return min(abs(one - two), around - abs(one - two))
