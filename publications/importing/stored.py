"""Records as JSON and back, for the plan that a run keeps."""

from dataclasses import asdict

from portal.dates import PartialDate
from publications.names import PersonName
from publications.values import (
    AppearanceRecord,
    Contributor,
    LinkRecord,
    Problem,
    Record,
)


def record_to_json(record: Record) -> dict:
    stored = asdict(record)
    for appearance in stored["appearances"]:
        appearance["date"] = appearance["date"]["text"]
    return stored


def record_from_json(stored: dict) -> Record:
    return Record(
        **stored
        | {
            "contributors": tuple(
                Contributor(**each | {"name": PersonName(**each["name"])})
                for each in stored["contributors"]
            ),
            "appearances": tuple(
                AppearanceRecord(**each | {"date": PartialDate(each["date"])})
                for each in stored["appearances"]
            ),
            "identifiers": tuple(tuple(pair) for pair in stored["identifiers"]),
            "links": tuple(LinkRecord(**each) for each in stored["links"]),
            "topics": tuple(stored["topics"]),
            "problems": tuple(Problem(**each) for each in stored["problems"]),
        }
    )
