"""A StreamField block for dates that people write."""

from wagtail.blocks import FieldBlock

from portal.date_fields import PartialDateFormField
from portal.dates import PartialDate


class PartialDateBlock(FieldBlock):
    """A PartialDate; the stream holds its words, as they were written."""

    def __init__(self, required=False, help_text=None, validators=(), **kwargs):
        self.field = PartialDateFormField(
            required=required, help_text=help_text, validators=validators
        )
        super().__init__(**kwargs)

    class Meta:
        icon = "date"
        default = ""

    def to_python(self, value):
        return value if isinstance(value, PartialDate) else PartialDate(value or "")

    normalize = to_python
    value_from_form = to_python

    def get_prep_value(self, value):
        return self.to_python(value).text

    value_for_form = get_prep_value
