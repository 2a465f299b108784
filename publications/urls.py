from django.urls import path

from publications import views

urlpatterns = [
    path("publications.<str:extension>", views.listing_file, name="publications_file"),
    path(
        "publications/<slug:slug>.<str:extension>",
        views.publication_file,
        name="publication_file",
    ),
    path("publications/<slug:slug>/", views.publication, name="publication"),
]
