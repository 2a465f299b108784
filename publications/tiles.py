"""A small picture for a paper without one, always the same for the same paper."""

from hashlib import blake2s
from html import escape


def tile(seed, tone, colour=""):
    """Three ranges of hills behind each other, in the tone or colour of the venue."""
    heights = blake2s(seed.encode(), digest_size=12).digest()
    ranges = "".join(
        _range(heights[4 * nth : 4 * nth + 4], top=18 + 20 * nth) for nth in range(3)
    )
    classes = " ".join(filter(None, ("paper__tile", "" if colour else tone)))
    fill = f' fill="{escape(colour)}"' if colour else ""
    return (
        f'<svg class="{classes}"{fill} viewBox="0 0 120 90" aria-hidden="true">'
        f"{ranges}</svg>"
    )


def _range(heights, top):
    a, b, c, d = (top + height // 8 for height in heights)
    return f'<path d="M0 {a}C30 {b} 40 {b} 60 {c}S100 {d} 120 {a}V90H0z"/>'
