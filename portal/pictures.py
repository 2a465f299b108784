"""Pictures as a page shows them: all of its sizes are asked for in one query, at its end.

A page never draws one. Where a size is missing, the address leads to the view that draws
it: so a page with a hundred new photos is there at once, and each photo soon after.
"""

import re
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from pathlib import PurePosixPath
from secrets import token_hex

from django.forms.utils import flatatt
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.models import Filter
from wagtail.images.utils import generate_signature

from portal.metadata import absolute

_page: ContextVar["Pictures | None"] = ContextVar("pictures of a page", default=None)


def img(image, spec, **attributes):
    """The tag, or what `on_page` will put it in the place of."""
    return _shown(image, spec, partial(_tag, attributes))


def with_address(image, spec, make):
    """What `make` makes of its whole address; of "" where there is no such picture."""
    if image is None:
        return make("")
    return _shown(image, spec, lambda *shown: make(_whole_address(*shown)))


@contextmanager
def on_page():
    """Gives a function that puts the pictures into the page that this block has made."""
    pictures = Pictures()
    before = _page.set(pictures)
    try:
        yield pictures.put_into
    finally:
        _page.reset(before)


class Pictures:
    def __init__(self):
        # Nobody can write such a mark into a text: it is another one on each page.
        self.mark, self.shown = f"picture-{token_hex(8)}-", []

    def place(self, image, spec, write):
        self.shown.append((image, spec, write))
        return f"{self.mark}{len(self.shown) - 1}."

    def put_into(self, html):
        texts = self.texts()
        return re.sub(rf"{self.mark}(\d+)\.", lambda found: texts[int(found[1])], html)

    def texts(self):
        drawn = _drawn(self.shown)
        return [
            write(drawn.get(_key(image, spec)) or _undrawn(image, spec), image)
            for image, spec, write in self.shown
        ]


def _shown(image, spec, write):
    pictures = _page.get() or Pictures()
    place = pictures.place(image, spec, write)
    return place if pictures is _page.get() else pictures.put_into(place)


def _drawn(shown):
    """{key: rendition} of what is there, in one query."""
    if not shown:
        return {}
    renditions = (
        get_image_model()
        .get_rendition_model()
        .objects.filter(
            image__in={image.pk for image, *_ in shown},
            filter_spec__in={spec for _, spec, _ in shown},
        )
    )
    return {
        (each.image_id, each.filter_spec, each.focal_point_key): each
        for each in renditions
    }


def _key(image, spec):
    return image.pk, spec, Filter(spec).get_cache_key(image)


def _undrawn(image, spec):
    """As large as it will be."""
    width, height = map(round, Filter(spec).get_transform(image).size)
    model = image.get_rendition_model()
    return model(filter_spec=spec, width=width, height=height)


def _address(rendition, image):
    if rendition.pk:
        return rendition.url
    spec, name = rendition.filter_spec, PurePosixPath(image.file.name).name
    signature = generate_signature(image.pk, spec)
    return reverse("picture", args=[signature, image.pk, spec, name])


def _tag(attributes, rendition, image):
    rendition.image = image
    about = {
        "src": _address(rendition, image),
        "width": rendition.width,
        "height": rendition.height,
        "alt": rendition.alt,
    }
    return f"<img{flatatt({**about, **attributes})}>"


def _whole_address(rendition, image):
    """No file, no address: nobody is told of a picture that can never be drawn."""
    file = image.file
    if not rendition.pk and not (file and file.storage.exists(file.name)):
        return ""
    return absolute(_address(rendition, image))
