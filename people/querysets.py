from django.db.models import BooleanField, Case, F, Q, Value, When
from wagtail.query import PageQuerySet

from portal.private_places import in_private_place


class PersonPageQuerySet(PageQuerySet):
    def visible(self):
        """What anybody may see: published, and in no private part of the site."""
        return self.live().exclude(in_private_place())

    def with_visibility(self):
        """Every page, each saying in `is_visible` whether anybody may see it."""
        visible = Q(live=True) & ~in_private_place()
        return self.annotate(
            is_visible=Case(
                When(visible, then=Value(True)),
                default=Value(False),
                output_field=BooleanField(),
            )
        )

    def for_cards(self):
        """In the directory's order, with what a card shows."""
        cards = self.select_related("role", "photo", "author")
        return cards.order_by(
            F("role__position").asc(nulls_last=True),
            "role_id",
            "author__family_name",
            "title",
        )
