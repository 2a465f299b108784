"""Rich texts of one stream: where their links lead is asked once for all of them."""

from functools import cached_property

from django.template.loader import render_to_string
from wagtail.rich_text import RichText, expand_db_html

# No text of a form holds it.
BETWEEN = "\x00"


class RichTexts:
    def __init__(self, sources):
        self.sources = [source or "" for source in sources]

    def __iter__(self):
        return (_OneOfThem(self, place) for place in range(len(self.sources)))

    @cached_property
    def html(self):
        return expand_db_html(BETWEEN.join(self.sources)).split(BETWEEN)


class _OneOfThem(RichText):
    def __init__(self, texts, place):
        super().__init__(texts.sources[place])
        self.texts, self.place = texts, place

    def __html__(self):
        html = {"html": self.texts.html[self.place]}
        return render_to_string("wagtailcore/shared/richtext.html", html)
