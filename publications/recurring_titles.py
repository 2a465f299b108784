"""Titles that say nothing: “Editorial”, “Editor’s Notes”, “Book Review Column”."""

# What a journal prints again and again, by the same people too.
RECURRING = frozenset({
    "abstract", "abstracts", "acknowledgement", "acknowledgements", "addendum",
    "announcement", "announcements", "articles", "author", "authors", "award", "awards",
    "book", "books", "call", "calls", "career", "chair", "chairs", "column", "comment",
    "comments", "conference", "contents", "correction", "corrections", "corrigendum",
    "cover", "database", "discussion", "editor", "editorial", "editors", "errata",
    "erratum", "foreword", "forum", "front", "guest", "guests", "index", "influential",
    "information", "interview", "introduction", "issue", "keynote", "letter", "letters",
    "list", "matter", "meeting", "memoriam", "message", "minutes", "news", "note",
    "notes", "obituary", "opening", "overview", "panel", "paper", "papers", "poster",
    "posters", "preface", "president", "principles", "proceedings", "program",
    "programme", "publications", "reminiscences", "remarks", "reply", "report",
    "reports", "research", "response", "review", "reviewers", "reviews", "s", "section",
    "session", "special", "standards", "summary", "surveys", "table", "title", "track",
    "tutorial", "tutorials", "welcome", "workshop",
})  # fmt: skip


def is_recurring(words: frozenset[str]) -> bool:
    """Whether a title consists of nothing but such words."""
    return words <= RECURRING
