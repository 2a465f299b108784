from django.urls import path

from people import views

# Wagtail's own addresses have no dots; these stand beside it.
urlpatterns = [
    path("people/<slug:slug>/publications.<str:extension>", views.papers_file),
    path(
        "people/<slug:slug>/with/<slug:other>/publications.<str:extension>",
        views.joint_papers_file,
    ),
]
