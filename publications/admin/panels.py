"""How the admin lays out the forms of a paper, an author and a venue."""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)

from publications.admin.forms import (
    AuthorForm,
    AuthorshipForm,
    IdentifierForm,
    PublicationForm,
)
from publications.admin.undecided_panel import UndecidedNamesPanel
from publications.admin.venue_forms import VenueForm, VenueNameForm

# Without a number Django refuses forms of more than 2,000 rows.
MOST_AUTHORS = 10_000


class RowsPanel(InlinePanel):
    """An InlinePanel whose rows have a form class of their own."""

    def __init__(self, *args, row_form, **kwargs):
        super().__init__(*args, **kwargs)
        self.row_form = row_form

    def clone_kwargs(self):
        return {**super().clone_kwargs(), "row_form": self.row_form}

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = self.row_form
        return options


AUTHORSHIPS = RowsPanel(
    "authorships",
    row_form=AuthorshipForm,
    heading="Authors and editors",
    label="author",
    max_num=MOST_AUTHORS,
    help_text="As the paper has them: in its order (drag a row, or use its arrows) and "
    "in its spelling, misprints too. A printed name left empty is the author's name; a "
    "row without an author is shown unlinked. Put the name of a group in braces: "
    "{ATLAS Collaboration}.",
    panels=[
        FieldRowPanel([FieldPanel("author"), FieldPanel("printed_name")]),
        FieldRowPanel(
            [FieldPanel("role"), FieldPanel("equal_group"), FieldPanel("corresponding")]
        ),
    ],
)
APPEARANCES = InlinePanel(
    "appearances",
    heading="Where it appeared",
    label="appearance",
    min_num=1,
    help_text="The first one dates and cites the paper; further ones stand below it.",
    panels=[
        FieldPanel("venue"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("date"), FieldPanel("kind")]),
        FieldRowPanel(
            [FieldPanel("label"), FieldPanel("presentation"), FieldPanel("award")]
        ),
        FieldRowPanel(
            [FieldPanel("volume"), FieldPanel("number"), FieldPanel("pages")]
        ),
        FieldRowPanel([FieldPanel("venue_printed"), FieldPanel("publisher")]),
        FieldPanel("title"),
    ],
)
LINKS = InlinePanel(
    "links",
    heading="Links",
    label="link",
    panels=[
        FieldRowPanel([FieldPanel("kind"), FieldPanel("label")]),
        FieldRowPanel(
            [
                FieldPanel("url", help_text="For example https://example.org/paper."),
                FieldPanel("document", help_text="Instead of an address: a file here."),
            ]
        ),
    ],
)
IDENTIFIERS = RowsPanel(
    "identifiers",
    row_form=IdentifierForm,
    heading="Identifiers",
    label="identifier",
    help_text="For example DOI 10.1000/xyz123 or arXiv 1706.03762; addresses will do.",
    panels=[FieldRowPanel([FieldPanel("scheme"), FieldPanel("value")])],
)
NOTICES = InlinePanel(
    "notices",
    heading="Notices",
    label="notice",
    help_text="That the paper was retracted or corrected. It stands at the top of the "
    "paper's page, and lists mark the paper.",
    panels=[
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date")]),
        FieldRowPanel([FieldPanel("doi"), FieldPanel("url")]),
        FieldPanel("text"),
    ],
)
PUBLICATION_FORM = ObjectList(
    [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("type"), FieldPanel("visibility")]),
        UndecidedNamesPanel(),
        AUTHORSHIPS,
        APPEARANCES,
        FieldPanel("featured"),
        FieldPanel("topics"),
        FieldPanel("abstract"),
        FieldPanel("note"),
        LINKS,
        IDENTIFIERS,
        NOTICES,
        FieldPanel("thumbnail"),
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    help_text="The permanent address of the paper's page, filled from "
                    "the title. When it changes, the former one leads to the new one.",
                ),
                FieldPanel("citation_key"),
                FieldPanel("authors_truncated"),
            ],
            heading="Address and key",
            classname="collapsed",
        ),
    ],
    base_form_class=PublicationForm,
)
AUTHOR_FORM = ObjectList(
    [
        FieldRowPanel([FieldPanel("given_name"), FieldPanel("family_name")]),
        FieldRowPanel([FieldPanel("suffix"), FieldPanel("native_name")]),
        FieldRowPanel([FieldPanel("orcid"), FieldPanel("website")]),
        FieldPanel("is_group"),
        InlinePanel(
            "names",
            heading="Other names",
            label="name",
            help_text="Other spellings in print. Imports take a paper by this name for "
            "this author's; undecided names of papers are linked as you save.",
            panels=[
                FieldRowPanel([FieldPanel("text"), FieldPanel("kind")]),
                FieldPanel(
                    "hidden",
                    help_text="Imports match it; it is shown only where a paper prints "
                    "it, unless you change the name there.",
                ),
            ],
        ),
        InlinePanel(
            "sources",
            heading="Watched sources",
            label="source",
            help_text="Where this author's papers are listed on the web. They are looked "
            "up from time to time; what is new waits as an import, until somebody has "
            "seen it.",
            panels=[
                FieldRowPanel([FieldPanel("kind"), FieldPanel("value")]),
                FieldRowPanel([FieldPanel("every"), FieldPanel("enabled")]),
                FieldPanel("last_result", read_only=True),
            ],
        ),
    ],
    base_form_class=AuthorForm,
)
VENUE_FORM = ObjectList(
    [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("acronym"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("url"), FieldPanel("colour")]),
        RowsPanel(
            "names",
            row_form=VenueNameForm,
            heading="Other names",
            label="name",
            help_text="Imports that print one of these mean this venue.",
            panels=[FieldPanel("text")],
        ),
    ],
    base_form_class=VenueForm,
)
