"""What a visitor's browser makes of the site: the words of a page, and every address."""

import html
import re
from urllib.parse import urldefrag, urljoin

ADDRESS = re.compile(r'(?:href|action)="([^"]+)"|<loc>([^<]+)</loc>')
ELSEWHERE = ("/admin/", "/static/", "/media/", "/documents/")
FIRST = ("/", "/sitemap.xml", "/robots.txt", "/people/", "/publications/")
LINKED = re.compile(r"text/html|(?:text|application)/(?:\w+\+)?xml")
# Of many members together, lists that are narrowed twice, and files of a narrowed list:
# there is no end of them. Of two members one file stands for all, since each paper's own
# come in every format.
OF_THE_SAME_KIND = re.compile(
    r"/with/[^/]*(\+|%2B)|\?.*&|/publications\.\w+\?|/with/[^/]+/publications\.(?!json)"
)
OUR_HOSTS = re.compile(r"^https?://(localhost|127\.0\.0\.1|testserver)(:\d+)?/")


def text_of(response):
    """The text of a page, in one line, without its markup, scripts and styles."""
    page = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", response.content.decode())
    page = re.sub(r"</?(?:a|bdi|em|span|strong|sup|b|i)\b[^>]*>", "", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def walk(client, *further):
    """{address: response} of all that is reached from the first addresses by links."""
    reached, waiting = {}, [*FIRST, *further]
    while waiting:
        address = waiting.pop()
        if address in reached:
            continue
        reached[address] = response = client.get(address)
        if LINKED.match(response["Content-Type"]):
            waiting += _addresses(address, response.content.decode())
    return reached


def _addresses(base, page):
    for found in ADDRESS.findall(page):
        url = html.unescape("".join(found))
        url = urldefrag(OUR_HOSTS.sub("/", urljoin(base, url)))[0]
        if OF_THE_SAME_KIND.search(url):
            continue
        if url.startswith("/") and not url.startswith(ELSEWHERE):
            yield url
