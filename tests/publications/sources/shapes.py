"""Answers as the sources document them, with works that we made up."""

import json

DOI_ITEM = {
    "indexed": {"date-parts": [[2024, 1, 2]], "timestamp": 1704164645000},
    "reference-count": 40,
    "publisher": "Example Press",
    "issue": "2",
    "license": [{"URL": "https://journal.example/tdm", "delay-in-days": 0}],
    "short-container-title": ["J Eng"],
    "DOI": "10.1234/engines",
    "type": "proceedings-article",
    "created": {"date-parts": [[2021, 3, 1]], "timestamp": 1614556800000},
    "page": "1-9",
    "source": "Crossref",
    "is-referenced-by-count": 3,
    "title": "On <i>Engines</i> &amp; Looms",
    "subtitle": ["A Sketch"],
    "prefix": "10.1234",
    "volume": "7",
    "author": [
        {
            "ORCID": "http://orcid.org/0000-0002-1825-0097",
            "authenticated-orcid": False,
            "given": "Ada",
            "family": "Lovelace",
            "sequence": "first",
            "affiliation": [],
        },
        {"name": "The Loom Consortium", "sequence": "additional", "affiliation": []},
    ],
    "event": {"name": "Conference on Engines", "acronym": "CoE '21"},
    "member": "297",
    "reference": [{"key": "1", "DOI": "10.1234/older"}],
    "container-title": "Proceedings of the Conference on Engines",
    "link": [{"URL": "https://journal.example/x.pdf", "content-version": "vor"}],
    "score": 1,
    "issued": {"date-parts": [[2021, 3, 4]]},
    "URL": "https://doi.org/10.1234/engines",
    "relation": {},
    "abstract": "<jats:title>Abstract</jats:title><jats:p>Engines weave.</jats:p>",
}

OPENALEX_WORK = {
    "id": "https://openalex.org/W2741809807",
    "doi": "https://doi.org/10.1234/Engines",
    "title": "On <i>Engines</i> &amp; Looms",
    "publication_year": 2021,
    "publication_date": "2021-03-04",
    "ids": {
        "openalex": "https://openalex.org/W2741809807",
        "doi": "https://doi.org/10.1234/engines",
        "pmid": "https://pubmed.ncbi.nlm.nih.gov/29456894",
        "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5815332",
    },
    "type": "article",
    "primary_location": {
        "is_oa": True,
        "landing_page_url": "https://doi.org/10.1234/engines",
        "pdf_url": "https://journal.example/engines.pdf",
        "source": {
            "id": "https://openalex.org/S1983995261",
            "display_name": "Journal of Engines",
            "issn_l": "2167-8359",
            "host_organization_name": "Example Press",
            "type": "journal",
        },
    },
    "locations": [
        {"landing_page_url": "https://doi.org/10.1234/engines"},
        {"landing_page_url": "http://arxiv.org/abs/2101.00001"},
    ],
    "authorships": [
        {
            "author_position": "first",
            "author": {
                "id": "https://openalex.org/A5023888391",
                "display_name": "Ada Lovelace",
                "orcid": "https://orcid.org/0000-0002-1825-0097",
            },
            "is_corresponding": True,
            "raw_author_name": "A. Lovelace",
        },
        {
            "author_position": "last",
            "author": {"id": None, "display_name": "Charles Babbage", "orcid": None},
            "is_corresponding": False,
            "raw_author_name": None,
        },
    ],
    "biblio": {"volume": "7", "issue": "2", "first_page": "1", "last_page": "9"},
    "is_retracted": False,
    "abstract_inverted_index": {"Engines": [0, 2], "weave": [1]},
}

ORCID_WORK = {
    "put-code": 733536,
    "title": {
        "title": {"value": "On Engines"},
        "subtitle": {"value": "A Sketch"},
        "translated-title": None,
    },
    "journal-title": {"value": "Journal of Engines"},
    "short-description": "Engines weave.",
    "citation": None,
    "type": "journal-article",
    "publication-date": {
        "year": {"value": "2021"},
        "month": {"value": "03"},
        "day": None,
    },
    "external-ids": {
        "external-id": [
            {
                "external-id-type": "doi",
                "external-id-value": "https://doi.org/10.1234/ENGINES",
                "external-id-relationship": "self",
            },
            {
                "external-id-type": "issn",
                "external-id-value": "2167-8359",
                "external-id-relationship": "part-of",
            },
            {
                "external-id-type": "doi",
                "external-id-value": "10.1234/volume",
                "external-id-relationship": "part-of",
            },
        ]
    },
    "url": {"value": "https://journal.example/engines"},
    "contributors": {
        "contributor": [
            {
                "contributor-orcid": {
                    "uri": "https://orcid.org/0000-0002-1825-0097",
                    "path": "0000-0002-1825-0097",
                    "host": "orcid.org",
                },
                "credit-name": {"value": "Ada Lovelace"},
                "contributor-attributes": {
                    "contributor-sequence": "first",
                    "contributor-role": "author",
                },
            },
            {
                "contributor-orcid": None,
                "credit-name": {"value": "Babbage, Charles"},
                "contributor-attributes": {
                    "contributor-sequence": "additional",
                    "contributor-role": "editor",
                },
            },
        ]
    },
    "visibility": "public",
}

ARXIV_FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?id_list=2101.00001" rel="self"/>
  <title type="html">ArXiv Query: id_list=2101.00001</title>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1</opensearch:totalResults>
  <entry>
    <id>http://arxiv.org/abs/2101.00001v2</id>
    <updated>2021-02-01T18:00:00Z</updated>
    <published>2021-01-01T18:00:00Z</published>
    <title>On $\\alpha$ Engines
  and Looms at 50% Load</title>
    <summary>  Engines weave
in $O(n)$.
</summary>
    <author><name>Ada Lovelace</name></author>
    <author><name>Charles van der Babbage</name>
      <arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">London</arxiv:affiliation>
    </author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1234/engines</arxiv:doi>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Engines 7 (2021) 1-9</arxiv:journal_ref>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">9 pages</arxiv:comment>
    <link href="http://arxiv.org/pdf/2101.00001v2" rel="related" type="application/pdf"/>
    <category term="cs.AR" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
</feed>
"""
ARXIV_NOTHING = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?id_list=2101.99999" rel="self"/>
</feed>
"""
DBLP_BIB = """@article{DBLP:journals/je/Lovelace21,
  author    = {Ada Lovelace and
               Charles Babbage},
  title     = {On Engines},
  journal   = {J. Engines},
  volume    = {7},
  year      = {2021},
  doi       = {10.1234/ENGINES},
}
"""


def as_bytes(value):
    return json.dumps(value).encode()


def openalex_page(*works, cursor=None):
    meta = {"count": len(works), "per_page": 100, "next_cursor": cursor}
    return as_bytes({"meta": meta, "results": works, "group_by": []})


def orcid_details(*works):
    return as_bytes({"bulk": [{"work": work} for work in works]})


def orcid_list(*works):
    """The list of a record: summaries in groups, without contributors."""
    summaries = [
        {name: part for name, part in work.items() if name != "contributors"}
        for work in works
    ]
    groups = [{"work-summary": [{**each, "display-index": "0"}]} for each in summaries]
    return as_bytes({"group": groups, "path": "/0000-0002-1825-0097/works"})
