"""Pictures from strangers: what they are, and a clean copy of them.

The copy is made of the pixels alone, so that no place and no camera is left in it.
"""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

LARGEST = 20 * 1024 * 1024
MOST_PIXELS = 30_000_000
# Pillow's names for the formats, and the endings of files in them.
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
# Modes that all four formats can hold.
MODES = {"L", "RGB"}


class NoPortrait(Exception):
    """The picture cannot be used; the message is a sentence without a subject."""


def portrait(content: bytes) -> tuple[bytes, str]:
    """A clean copy and the ending of its name; NoPortrait for what is no such picture.

    The size is checked from the header before a pixel is decoded.
    """
    if len(content) > LARGEST:
        raise NoPortrait(f"is larger than {LARGEST // 1024**2} MB.")
    with warnings.catch_warnings():
        # Pillow warns of what we refuse below anyway, and of odd metadata.
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content), formats=list(ENDINGS)) as image:
                _refuse_large(image)
                return _copy(image), ENDINGS[image.format]
        except Image.DecompressionBombError as error:
            raise NoPortrait(_too_large()) from error
        except NoPortrait:
            raise
        except Exception as error:  # Pillow lets out whatever its decoders meet
            raise NoPortrait(
                "is no picture in JPEG, PNG, WebP or AVIF, or it is damaged."
            ) from error


def _refuse_large(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise NoPortrait(_too_large())


def _too_large() -> str:
    return f"has more than {MOST_PIXELS // 10**6} million pixels; make it smaller."


def _copy(image: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(image)
    has_alpha = image.format != "JPEG" and "A" in upright.convert().getbands()
    if upright.mode not in MODES:
        upright = upright.convert("RGBA" if has_alpha else "RGB")
    profile = image.info.get("icc_profile")
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    written = BytesIO()
    colours = {"icc_profile": profile} if profile and image.mode == bare.mode else {}
    bare.save(written, format=image.format, quality=90, **colours)
    return written.getvalue()
