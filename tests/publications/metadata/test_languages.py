import pytest

from publications.metadata.languages import language_tag


@pytest.mark.parametrize(
    ("extra", "tag"),
    [
        ({}, ""),
        ({"language": "en"}, "en"),
        ({"language": "English"}, "en"),
        ({"langid": "ngerman"}, "de"),
        ({"language": "zh-Hant"}, "zh-Hant"),
        ({"ris.la": "kor"}, "ko"),
        ({"language": "", "langid": "french"}, "fr"),
        ({"language": '"><script>'}, ""),
        ({"language": "English and German"}, ""),
    ],
)
def test_language_is_a_tag_or_nothing(extra, tag):
    assert language_tag(extra) == tag
