"""Which hosts may be asked at all, and the connection that refuses every other.

Nobody leads a request elsewhere: an address off the list is refused before it is
opened, and one in a private network as the connection is made, whatever name it has
and whatever that name meant a moment ago.
"""

import re
from urllib.parse import urlsplit

from django.conf import settings
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter_adapter import IPFilterAdapter

from portal.models import SiteSettings

# What people call them, by their key in settings.SOURCES.
NAMES = {
    "doi": "doi.org",
    "arxiv": "arXiv",
    "orcid": "ORCID",
    "openalex": "OpenAlex",
    "dblp": "DBLP",
}
PORTS = {"https": 443, "http": 80}
MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+", re.ASCII)


def is_source(url: str) -> bool:
    """Say whether an address is one of a source of the settings."""
    return _origin(url) in {_origin(base) for base in settings.SOURCES.values()}


def _origin(url: str) -> tuple[str, str, int | None] | None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in PORTS or not parts.hostname or "@" in parts.netloc:
        return None
    return parts.scheme, parts.hostname, port or PORTS[parts.scheme]


class _Session(HTTPSession):
    def get_redirect_target(self, resp):
        """None: the client looks at redirects itself, before they are even parsed."""
        return None


def open_session(connect: float, read: float) -> HTTPSession:
    """A session that connects to no private address; timeouts in seconds."""
    session = _Session(
        Config(
            ip_filter_enable=True,
            ip_filter_allow_loopback_ips=False,
            never_redirect=True,
            default_timeout=(connect, read),
            user_agent_override=user_agent(),
        )
    )
    for base in settings.SOURCES_ON_THIS_MACHINE:
        on_tls = base.startswith("https:")
        adapter = IPFilterAdapter(on_tls, allow_loopback=True)
        session.mount(f"{base.rstrip('/')}/", adapter)
    return session


def user_agent() -> str:
    """Who asks, and whom the source can write to, as Crossref and others request it."""
    contact = SiteSettings.objects.values_list("contact", flat=True).first() or ""
    mail = MAIL.search(contact)
    written_to = f"; mailto:{mail[0]}" if mail else ""
    name = f"Coauthor ({settings.BASE_URL}{written_to})"
    return name.encode("ascii", "replace").decode()
