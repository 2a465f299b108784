"""Pictures on a page of the site; see `portal.pictures`."""

from django import template
from django.utils.safestring import mark_safe

from portal import pictures

register = template.Library()


class PicturesNode(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        with pictures.on_page() as put_into:
            html = self.nodelist.render(context)
        return mark_safe(put_into(html))


@register.tag("pictures")
def with_pictures(parser, token):
    """`{% pictures %}…{% endpictures %}` around a whole page."""
    nodelist = parser.parse(("endpictures",))
    parser.delete_first_token()
    return PicturesNode(nodelist)


@register.simple_tag
def picture(image, spec, **attributes):
    """An image in a size of Wagtail's: `{% picture photo "fill-320x320" alt="" %}`."""
    return mark_safe(pictures.img(image, spec, **attributes))
