import pytest


@pytest.fixture
def people_csv(tmp_path):
    """Write a table of members from its header and rows; gives the path."""

    def write(header, *rows):
        path = tmp_path / "people.csv"
        path.write_text("\n".join([header, *rows, ""]), encoding="utf-8")
        return path

    return write
