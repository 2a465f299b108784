from django.urls import path

from publications.feeds import PapersFeed
from publications.metadata import views

# Before the papers' own addresses: none of them may be called "feed".
urlpatterns = [
    path("publications/feed/", PapersFeed(), name="publications_feed"),
    path("publications/<slug:slug>/paper.pdf", views.paper_pdf, name="paper_pdf"),
    path("publications/<slug:slug>/card.png", views.paper_card, name="paper_card"),
    path("doi/<path:doi>", views.doi, name="doi"),
]
