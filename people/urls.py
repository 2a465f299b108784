from django.urls import path, re_path

from people import views
from people.network import views as network
from people.page_slugs import PERSON

WITH = rf"{PERSON}with/(?P<others>[^/]+)/"

# These stand before Wagtail's own addresses, which have neither dots nor plus signs.
urlpatterns = [
    re_path(rf"{PERSON}$", views.profile, name="profile"),
    re_path(rf"{PERSON}publications\.(?P<extension>\w+)$", views.papers_file),
    re_path(rf"{WITH}$", views.joint, name="joint"),
    re_path(rf"{WITH}publications\.(?P<extension>\w+)$", views.joint_file),
    path("network/", network.network, name="network"),
    path("network.csv", network.network_file, name="network_file"),
]
