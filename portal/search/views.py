from django.shortcuts import render

from portal.search import LONGEST_TEXT, sections


def search(request):
    """/search/?q=: people, papers and pages. Whatever is typed is taken as words."""
    text = " ".join(request.GET.get("q", "").replace("\x00", " ").split())
    text = text[:LONGEST_TEXT].encode(errors="ignore").decode()
    found = [section for section in sections(text) if section.count] if text else []
    context = {
        "q": text,
        "sections": found,
        "count": sum(section.count for section in found),
        # Whoever finds what was typed has meant it.
        "suggestion": found[0].suggestion if len(found) == 1 else "",
    }
    return render(request, "portal/search.html", context)
