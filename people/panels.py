from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)

PERSON_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("author"),
            FieldRowPanel([FieldPanel("role"), FieldPanel("job_title")]),
            FieldPanel("affiliation"),
            FieldRowPanel([FieldPanel("joined"), FieldPanel("left")]),
            FieldPanel("photo"),
        ],
        heading="In the group",
    ),
    FieldPanel("about"),
    FieldPanel("interests"),
    InlinePanel("contacts", heading="Contact", label="contact"),
    InlinePanel(
        "selected",
        heading="Selected papers",
        label="paper",
        help_text="Shown first on the page, in this order.",
    ),
    FieldPanel("sections", heading="CV"),
    FieldPanel("updated_on"),
]
CONTACT_PANELS = [
    FieldRowPanel([FieldPanel("kind"), FieldPanel("value")]),
    FieldRowPanel([FieldPanel("visibility"), FieldPanel("label")]),
]
SELECTED_PANELS = [FieldPanel("publication")]
