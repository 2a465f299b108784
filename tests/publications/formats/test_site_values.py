from publications.formats import hugoblox
from publications.importing.normalise import normalise
from publications.values import LinkRecord

PAPER = """\
---
title: On Engines
publication: Engines
links:
- name: Wiki [new]
  url: https://example.org/engine_(disambiguation)
- name: Half
  url: https://example.org/a(b
- name: Page
  url: https://example.org/my page
- name: Nothing
  url: '#'
---
"""


def test_links_of_a_site_come_whatever_their_addresses_hold():
    (entry,) = hugoblox.read(PAPER, "content/publication/x/index.md")

    assert normalise(entry).links == (
        LinkRecord(
            "other", "https://example.org/engine_(disambiguation)", "Wiki [new]"
        ),
        LinkRecord("other", "https://example.org/a%28b", "Half"),
        LinkRecord("other", "https://example.org/my%20page", "Page"),
    )
