from django.urls import re_path

from people.metadata_views import MemberFeed, person_card
from people.page_slugs import PERSON

urlpatterns = [
    re_path(rf"{PERSON}feed/$", MemberFeed(), name="member_feed"),
    re_path(rf"{PERSON}card\.png$", person_card, name="person_card"),
]
