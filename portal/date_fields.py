"""Model and form fields for dates that people write."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from portal.dates import PartialDate

# The column holds nine characters more than the words: "20150800|Aug. 2015".
COLUMN_LENGTH = 120
TEXT_LENGTH = COLUMN_LENGTH - len("YYYYMMDD|")


class PartialDateFormField(forms.CharField):
    """A text input whose value is a PartialDate that is empty or understood."""

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": TEXT_LENGTH, **kwargs})

    def clean(self, value):
        written = PartialDate(super().clean(self.prepare_value(value)))
        if written and not written.understood:
            raise ValidationError(
                "'%(text)s' is not a date. Write 2018, 2018-08, "
                "Aug. 2015 – Dec. 2019 or June 2021 – present.",
                code="invalid",
                params={"text": written.text},
            )
        return written

    def prepare_value(self, value):
        return value.text if isinstance(value, PartialDate) else value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


class WrittenDateAttribute(DeferredAttribute):
    """Lets `record.date = "Aug. 2015"` hold a PartialDate at once."""

    def __set__(self, instance, value):
        if not hasattr(value, "resolve_expression"):
            value = self.field.to_python(value)
        instance.__dict__[self.field.attname] = value


class PartialDateField(models.CharField):
    """A PartialDate, stored as "YYYYMMDD|words" so that the column sorts by time.

    Words that are not understood are stored as "|words", and no date as "". What is
    not a date is refused by forms; an import may keep it.
    """

    descriptor_class = WrittenDateAttribute

    def __init__(self, *args, **kwargs):
        super().__init__(
            *args, **{"max_length": COLUMN_LENGTH, "blank": True, **kwargs}
        )

    def to_python(self, value):
        if isinstance(value, PartialDate):
            return value
        return PartialDate(str(value or ""))

    def from_db_value(self, value, expression, connection):
        return PartialDate((value or "").partition("|")[2])

    def get_prep_value(self, value):
        return self.to_python(value).as_column

    def value_to_string(self, obj):
        return self.value_from_object(obj).text

    def validate(self, value, model_instance):
        super().validate(value.text, model_instance)

    def run_validators(self, value):
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs):
        defaults = {"form_class": PartialDateFormField, "max_length": TEXT_LENGTH}
        return super().formfield(**{**defaults, **kwargs})


@PartialDateField.register_lookup
class InYear(models.Lookup):
    """Those that start in a year, `date__in_year=2018`: a range that an index serves."""

    lookup_name = "in_year"

    def get_prep_lookup(self):
        return int(self.rhs)

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        bounds = [f"{self.rhs:04}", f"{self.rhs + 1:04}"]
        return f"({column} >= %s AND {column} < %s)", [
            *params,
            bounds[0],
            *params,
            bounds[1],
        ]


@PartialDateField.register_lookup
class SortKey(models.Transform):
    """The digits by which a date sorts; "" where there is none, or it is not understood."""

    lookup_name = "sort_key"
    output_field = models.CharField()

    def as_sql(self, compiler, connection):
        column, params = compiler.compile(self.lhs)
        return f"substr({column}, 1, instr({column}, '|') - 1)", [*params, *params]

    def as_postgresql(self, compiler, connection):
        column, params = compiler.compile(self.lhs)
        return f"split_part({column}, '|', 1)", params
