"""What an editor may put on a home or content page."""

from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from portal.rich_texts import RichTexts

RICH_TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(**{"features": RICH_TEXT_FEATURES, **kwargs})

    def bulk_to_python(self, values):
        return list(RichTexts(values))

    class Meta:
        icon = "pilcrow"
        template = "blocks/text.html"


class PictureBlock(blocks.StructBlock):
    image = ImageBlock()
    caption = blocks.CharBlock(required=False)

    class Meta:
        icon = "image"
        template = "blocks/picture.html"


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(max_length=60)
    page = blocks.PageChooserBlock(required=False)
    url = blocks.URLBlock(
        required=False, help_text="Only when the link leads to another site."
    )

    class Meta:
        icon = "link"
        template = "blocks/link.html"


CONTENT_BLOCKS = [
    ("heading", blocks.CharBlock(icon="title", template="blocks/heading.html")),
    ("text", TextBlock()),
    ("picture", PictureBlock()),
    ("link", LinkBlock()),
]
