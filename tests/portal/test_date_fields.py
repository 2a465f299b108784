import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.test.utils import isolate_apps
from wagtail.blocks import StreamBlock, StreamValue

from portal.date_blocks import PartialDateBlock
from portal.date_fields import PartialDateField, PartialDateFormField
from portal.dates import PartialDate

REFUSED = (
    "'soon' is not a date. Write 2018, 2018-08, Aug. 2015 – Dec. 2019 "
    "or June 2021 – present."
)


@pytest.fixture
def award_model():
    with isolate_apps("portal"):

        class Award(models.Model):
            date = PartialDateField(help_text="As in 2018 or Aug. 2015.")

            class Meta:
                app_label = "portal"

            def __str__(self):
                return str(self.date)

        yield Award


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("Aug. 2015", "20150800|Aug. 2015"),
        ("2018, 2020", "20180000|2018, 2020"),
        ("in press", "|in press"),
        ("a|b", "|a|b"),
        ("", ""),
    ],
)
def test_date_is_stored_behind_its_sort_key(text, stored):
    field = PartialDateField()

    assert (
        field.get_prep_value(text) == field.get_prep_value(PartialDate(text)) == stored
    )
    assert field.from_db_value(stored, None, None) == PartialDate(text)


def test_date_field_makes_no_difference_to_its_migration():
    name, path, args, kwargs = PartialDateField(help_text="x").deconstruct()

    assert (path, args) == ("portal.date_fields.PartialDateField", [])
    assert kwargs == {"blank": True, "max_length": 120, "help_text": "x"}


def test_assigned_text_is_a_date_at_once(award_model):
    award = award_model(date="Aug. 2015")

    assert award.date == PartialDate("Aug. 2015")
    assert award_model().date == PartialDate()


def test_date_is_dumped_as_its_words(award_model):
    award = award_model(date="Aug. 2015")

    assert award._meta.get_field("date").value_to_string(award) == "Aug. 2015"


def test_record_with_words_that_are_no_date_may_be_kept(award_model):
    award = award_model(date="in press")
    award.clean_fields()

    assert award.date.text == "in press"


def test_date_longer_than_its_column_is_refused(award_model):
    with pytest.raises(ValidationError, match="at most 120 characters"):
        award_model(date="x" * 120).clean_fields()


def test_stored_dates_sort_by_time():
    texts = ["2014", "June 2015 – present", "Dec. 2015", "2016"]
    stored = [PartialDateField().get_prep_value(text) for text in texts]

    assert sorted(stored[::2] + stored[1::2]) == stored


def test_year_is_looked_up_as_a_range_of_the_column(award_model):
    query = award_model.objects.filter(date__in_year=2015).values("pk").query
    sql, params = query.sql_with_params()

    assert params == ("2015", "2016")
    assert sql.endswith(
        'WHERE ("portal_award"."date" >= %s AND "portal_award"."date" < %s)'
    )


def test_form_field_gives_a_date():
    field = PartialDateFormField(required=False)

    assert field.clean(" Aug.  2015 ") == PartialDate("Aug. 2015")
    assert field.clean("") == PartialDate()


def test_form_field_names_what_is_not_a_date():
    with pytest.raises(ValidationError) as refused:
        PartialDateFormField().clean("soon")

    assert refused.value.messages == [REFUSED]


def test_form_field_shows_the_words_as_written(award_model):
    field = PartialDateField().formfield()

    assert field.prepare_value(PartialDate("2015-08")) == "2015-08"
    assert not field.has_changed(PartialDate("2015-08"), "2015-08")
    assert field.has_changed(PartialDate("2015-08"), "2015-09")


def test_block_stores_the_words_and_gives_a_date():
    stream = StreamBlock([("date", PartialDateBlock())])
    value = stream.to_python([{"type": "date", "value": "Aug. 2015", "id": "1"}])

    assert value[0].value == PartialDate("Aug. 2015")
    assert value.get_prep_value() == [{"type": "date", "value": "Aug. 2015", "id": "1"}]


def test_block_takes_a_date_or_its_words():
    stream = StreamBlock([("date", PartialDateBlock())])
    date = PartialDate("Aug. 2015")
    value = StreamValue(stream, [("date", date), ("date", "2018")])

    assert [stored["value"] for stored in value.get_prep_value()] == [
        "Aug. 2015",
        "2018",
    ]
    assert value[0].block.normalize("Aug. 2015") == date


def test_block_is_empty_by_default_and_shows_an_empty_input():
    block = PartialDateBlock()

    assert block.get_default() == PartialDate()
    assert block.get_form_state(PartialDate("2015-08")) == "2015-08"
    assert block.clean(PartialDate("2018")) == PartialDate("2018")
    assert block.get_searchable_content(PartialDate("2018")) == []


def test_block_names_what_is_not_a_date():
    with pytest.raises(ValidationError) as refused:
        PartialDateBlock().clean(PartialDate("soon"))

    assert refused.value.messages == [REFUSED]
