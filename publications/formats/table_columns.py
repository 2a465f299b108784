"""What the columns and the words of foreign tables of papers mean.

Column names are those of `portal.imports.tables`: lower case, "_" for blanks.
"""

# What each field may be called, the one that says most first. The names of
# publications.csv need no line here.
SYNONYMS = {
    "title": ("article_title", "primary_title", "paper_title"),
    "author": (
        *("author_full_names", "authors", "author_names", "author/s", "first_authors"),
        *("author_s", "저자", "저자명", "作者", "作者全名", "作者姓名"),
    ),
    "editor": ("editors", "book_editors", "secondary_authors"),
    "year": ("publication_year", "publicationyear", "pub_year", "年份", "출판년도"),
    "date": ("date_published", "publication_date", "pub_date", "발행일"),
    "venue": (
        *("source_title", "publication_title", "journal/book", "journal_title"),
        *("journal_name", "publication", "conference", "conference_name"),
        *("来源出版物名称", "來源出版物名稱", "来源", "학술지명", "저널명", "수록지"),
    ),
    "venue_short": ("abbreviated_source_title", "journal_abbreviation"),
    "volume": ("卷", "권"),
    "number": ("issue", "issue_number", "期", "호"),
    "pages": ("page_range", "页码", "頁碼", "페이지", "쪽"),
    "publisher": ("出版商", "발행기관", "출판사"),
    "abstract": ("abstract_note", "summary", "摘要", "초록"),
    "keywords": (
        *("topics", "author_keywords", "tags", "manual_tags", "키워드", "주제어"),
        *("关键词", "關鍵詞", "作者关键字", "作者關鍵字"),
    ),
    "type": (
        *("item_type", "document_type", "publication_type", "type_of_reference"),
        *("文献类型", "文獻類型", "자료유형"),
    ),
    "note": ("notes",),
    "url": ("link", "paper_link", "source_url", "external_url", "链接", "連結", "링크"),
    "pmid": ("pubmed_id", "ids.pmid"),
    "slides": ("slides_url",),
    "isbn": ("isbns",),
    "issn": ("issns",),
    "key": ("citation_key", "bibtex_key", "citekey", "bib_key"),
    "first_page": ("start_page", "page_start", "起始页码", "起始頁碼", "시작페이지"),
    "article_number": ("article_number",),
    "last_page": ("end_page", "page_end", "结束页码", "結束頁碼", "끝페이지"),
}
_TITLES_ABROAD = (
    "文献标题",
    "文獻標題",
    "题名",
    "題名",
    "書名",
    "书名",
    "논문명",
    "제목",
)
_YEARS_ABROAD = ("发表年份", "發表年份", "발행연도", "발행년도", "연도")
SYNONYMS["title"] += _TITLES_ABROAD
SYNONYMS["year"] += _YEARS_ABROAD

# The words of other programs for a type; publications.csv keeps its own.
TYPES = {
    **dict.fromkeys(
        (
            *("article", "journalarticle", "journal article", "journal-article", "j"),
            *("review", "letter", "editorial", "short survey", "data paper", "jour"),
            *("erratum", "editorial material", "note", "journal"),
        ),
        "article-journal",
    ),
    **dict.fromkeys(
        (
            *("conferencepaper", "conference paper", "proceedings paper", "c", "conf"),
            *("conference proceedings article", "cpaper", "meeting abstract"),
        ),
        "paper-conference",
    ),
    **dict.fromkeys(
        ("booksection", "book section", "book chapter", "chap", "encyclopediaarticle"),
        "chapter",
    ),
    **dict.fromkeys(("books", "b", "s", "monograph", "conference review"), "book"),
    **dict.fromkeys(("dissertation", "thes"), "thesis"),
    **dict.fromkeys(("preprint", "posted content", "manuscript"), "article"),
    **dict.fromkeys(("computerprogram", "comp"), "software"),
    **dict.fromkeys(("blogpost", "forumpost", "elec", "web page"), "webpage"),
    **dict.fromkeys(("presentation", "talk", "lecture"), "speech"),
    "rprt": "report",
    "data": "dataset",
    "p": "patent",
    "pat": "patent",
}
