"""The slug of a page in an address: Wagtail allows letters of any script in it."""

PERSON = r"^people/(?P<slug>[-\w]+)/"
