"""What the columns of other labs' tables of members are called in people.csv."""

SYNONYMS = {
    "full_name": "name",
    "first_name": "given_name",
    "firstname": "given_name",
    "forename": "given_name",
    "last_name": "family_name",
    "lastname": "family_name",
    "surname": "family_name",
    "position": "role",
    "group": "role",
    "start": "joined",
    "start_date": "joined",
    "start_year": "joined",
    "startyear": "joined",
    "end": "left",
    "end_date": "left",
    "end_year": "left",
    "endyear": "left",
    "e_mail": "email",
    "mail": "email",
    "homepage": "website",
    "web": "website",
    "institution": "affiliation",
    "image": "photo",
    "picture": "photo",
    "avatar": "photo",
    "photopath": "photo",
    "photo_path": "photo",
    "bio": "about",
    "biography": "about",
    "research_interests": "interests",
    "research_area": "interests",
    "researcharea": "interests",
    "scholar": "google_scholar",
    "orcid_id": "orcid",
}


def in_our_words(cells: dict[str, str]) -> dict[str, str]:
    """The cells by the columns of people.csv; a column of ours goes before its synonym."""
    ours = {name: text for name, text in cells.items() if name not in SYNONYMS}
    for name, text in cells.items():
        if name in SYNONYMS:
            column = SYNONYMS[name]
            if column == "interests" and ";" not in text:
                text = "; ".join(part.strip() for part in text.split(","))
            ours[name if column in ours else column] = text
    return ours
