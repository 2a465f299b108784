"""The picture that goes with an address where people share it: 1200 × 630 pixels."""

from dataclasses import dataclass
from hashlib import blake2s
from io import BytesIO
from math import dist

from django.core.files.storage import default_storage
from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

from portal.cards.letters import BOLD, REGULAR, font, runs, wrapped

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN = 80
PAPER, INK, MUTED = "#fbfcfd", "#16232e", "#4b5b68"
DEEP, PALE, FAINT = "#0f4c69", "#9fd3e6", "#e1edf2"
NODES = 11
PICTURE = 260
# Title: size, lines. The first one in which it fits whole, else the last.
STEPS = ((74, 2), (62, 3), (52, 4), (44, 5))
LONGEST = 400
REPERTOIRE = dict.fromkeys((*range(32), *range(127, 160)))


@dataclass(frozen=True, slots=True)
class Card:
    """`line` stands under the title; `picture` is a file in the media storage."""

    title: str
    eyebrow: str = ""
    line: str = ""
    site: str = ""
    picture: str = ""

    def png(self) -> bytes:
        image = Image.new("RGB", SIZE, PAPER)
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, 0, 24, HEIGHT), fill=DEEP)
        _network(draw, self.title)
        room = WIDTH - 2 * MARGIN - 24
        if self.picture and _paste(image, self.picture):
            room -= PICTURE + 40
        top = _write(draw, MARGIN, [clean(self.eyebrow)], REGULAR, 30, DEEP, room, 1)
        top = _title(draw, top + 18, clean(self.title), room)
        _write(draw, top + 26, [clean(self.line)], REGULAR, 32, MUTED, room, 2)
        _foot(draw, clean(self.site))
        saved = BytesIO()
        image.quantize(128).save(saved, "PNG")
        return saved.getvalue()


def clean(text):
    text = "".join(each for each in text[:LONGEST] if not "\ud800" <= each <= "\udfff")
    return " ".join(text.replace("\n", " ").translate(REPERTOIRE).split())


def _title(draw, top, title, room):
    for size, most in STEPS:
        lines = wrapped(title, BOLD, size, room, most)
        if lines and not lines[-1].endswith("…"):
            break
    return _write(draw, top, lines, BOLD, size, INK, room, most)


def _write(draw, top, texts, path, size, colour, room, most):
    """Draw from `top` down; gives where the next line would begin."""
    lines = [line for text in texts for line in wrapped(text, path, size, room, most)]
    for line in lines:
        left = MARGIN + 24
        for piece, each in runs(line, path):
            letters = font(each, size)
            draw.text((left, top), piece, font=letters, fill=colour)
            left += letters.getlength(piece)
        top += round(size * 1.24)
    return top


def _network(draw, seed):
    """People and who wrote with whom, faintly: the same for the same title."""
    digest = blake2s(seed.encode("utf-8", "replace"), digest_size=2 * NODES).digest()
    places = [
        (700 + 470 * digest[2 * i] / 255, 330 + 270 * digest[2 * i + 1] / 255)
        for i in range(NODES)
    ]
    for i, one in enumerate(places):
        for other in sorted(places[:i], key=lambda place: dist(place, one))[:2]:
            draw.line((one, other), fill=FAINT, width=3)
    for i, place in enumerate(places):
        draw.circle(place, 8 + digest[i] % 9, fill=FAINT)


def _foot(draw, site):
    """The mark of the site and the name of the lab."""
    left, top = MARGIN + 24, HEIGHT - 104
    draw.rounded_rectangle((left, top, left + 48, top + 48), 11, fill=DEEP)
    draw.line(
        ((left + 15, top + 32), (left + 24, top + 15), (left + 33, top + 32)),
        fill=PALE,
        width=3,
    )
    for x, y, colour in ((24, 15, "#fff"), (14, 33, "#fff"), (34, 33, PALE)):
        draw.circle((left + x, top + y), 6, fill=colour)
    for line in wrapped(site, BOLD, 30, WIDTH - left - 200, 1):
        x = left + 68
        for piece, each in runs(line, BOLD):
            draw.text((x, top + 24), piece, font=font(each, 30), fill=INK, anchor="lm")
            x += font(each, 30).getlength(piece)


def _paste(image, name):
    """A round picture at the right; a file that is gone or broken is left out."""
    try:
        with default_storage.open(name) as file:
            picture = Image.open(file).convert("RGB")
    except (OSError, UnidentifiedImageError):
        return False
    twice = (2 * PICTURE, 2 * PICTURE)
    mask = Image.new("L", twice)
    ImageDraw.Draw(mask).ellipse((0, 0, *twice), fill=255)
    square = (PICTURE, PICTURE)
    round_one = ImageOps.fit(picture, square, Image.Resampling.LANCZOS)
    place = (WIDTH - MARGIN - PICTURE, MARGIN + 60)
    image.paste(round_one, place, mask.resize(square, Image.Resampling.LANCZOS))
    return True
