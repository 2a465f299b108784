"""The one settings module; every value that a site may change comes from the environment.

Nothing needs to be set for a site on one machine: SQLite, media and a generated
secret lie under DATA_DIR. The README lists the variables.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("DATA_DIR") or ROOT / "var").resolve()
# Private contacts and imported files lie there: for nobody else on this machine.
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)

DEBUG = os.environ.get("DEBUG", "").lower() in {"1", "true", "yes", "on"}
BASE_URL = (os.environ.get("BASE_URL") or "http://127.0.0.1:8000").rstrip("/")
HTTPS = urlsplit(BASE_URL).scheme == "https"
if not urlsplit(BASE_URL).hostname:
    raise ImproperlyConfigured(
        f"BASE_URL is {BASE_URL!r}. Write it whole, for example https://lab.example.org."
    )


def _secret_key():
    """The key from the environment, or one made once and kept with the data."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    path = DATA_DIR / "secret_key"
    try:
        with path.open("x") as file:
            os.chmod(path, 0o600)
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text().strip()


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = [
    host.strip()
    for host in os.environ.get("ALLOWED_HOSTS", "").split(",")
    if host.strip()
] or [urlsplit(BASE_URL).hostname, "127.0.0.1", "localhost", "[::1]"]

INSTALLED_APPS = [
    "people",
    "publications",
    "portal",
    "import_export",
    "django_tasks_db",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "portal.security_headers.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    }
]


def _databases():
    """SQLite tuned so that an import never stops a visitor; or what DATABASE_URL names."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'coauthor.sqlite3'}"
    database = dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)
    if database["ENGINE"].endswith("sqlite3"):
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
                "PRAGMA mmap_size=268435456; PRAGMA cache_size=-65536;"
                "PRAGMA journal_size_limit=67108864;"
            ),
        }
    else:
        # Without statistics it takes a page's query for a costly one, and spends a second
        # on compiling what then runs for a millisecond.
        options = database.setdefault("OPTIONS", {})
        options["options"] = f"{options.get('options', '')} -c jit=off".strip()
    return {"default": database}


DATABASES = _databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def _caches():
    if url := os.environ.get("CACHE_URL"):
        return {
            "default": {
                "BACKEND": "django.core.cache.backends.redis.RedisCache",
                "LOCATION": url,
            }
        }
    return {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


CACHES = _caches()

AUTH_USER_MODEL = "portal.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)  # whitenoise warns of a missing one
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"


def _storages():
    """Files beside the database, or in an S3-compatible bucket when one is named."""
    media = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    if bucket := os.environ.get("S3_BUCKET"):
        options = {
            "bucket_name": bucket,
            "endpoint_url": os.environ.get("S3_ENDPOINT_URL") or None,
            "region_name": os.environ.get("S3_REGION") or None,
            "access_key": os.environ.get("S3_ACCESS_KEY_ID") or None,
            "secret_key": os.environ.get("S3_SECRET_ACCESS_KEY") or None,
            "custom_domain": os.environ.get("S3_CUSTOM_DOMAIN") or None,
        }
        media = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    static = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if DEBUG:
        static = "django.contrib.staticfiles.storage.StaticFilesStorage"
    return {"default": media, "staticfiles": {"BACKEND": static}}


STORAGES = _storages()
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Wagtail's own tasks run where they are asked for. Imports wait for a worker process,
# which `serve` starts beside the server.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "imports": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["imports"]},
}

# Where papers are asked for by identifier. No other host is ever asked, whatever is
# typed or wherever an answer leads.
SOURCES = {
    "doi": "https://doi.org",
    "crossref": "https://api.crossref.org",
    "crosscite": "https://data.crosscite.org",
    "datacite": "https://api.datacite.org",
    "arxiv": "https://export.arxiv.org",
    "orcid": "https://pub.orcid.org",
    "openalex": "https://api.openalex.org",
    "dblp": "https://dblp.org",
}
# Those of them that may lie on this machine: the tests' stand-ins.
SOURCES_ON_THIS_MACHINE = []
# OpenAlex answers more than a few requests a day only with a key, which costs nothing.
OPENALEX_API_KEY = os.environ.get("OPENALEX_API_KEY", "")

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
if HTTPS:
    # The server in front ends TLS and says so in this header.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [BASE_URL]
X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin's preview frames the site
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50_000  # a paper of 3,000 authors is one form
# The import desk says itself, in a sentence, that 200 files are too many.
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
SILENCED_SYSTEM_CHECKS = ["security.W019"]

# Parts of the sitemap beside the pages; who gives them is named as text only.
SITEMAPS = {"papers": "publications.sitemaps.Papers"}
# The read-only API: {path below /api/: its router}.
API_ROUTERS = {
    "publications/": "publications.api.router",
    "people/": "people.api.router",
}

WAGTAIL_SITE_NAME = "Coauthor"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILIMAGES_IMAGE_MODEL = "portal.PortalImage"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 30_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_EXTENSIONS = [
    "bib",
    "csv",
    "docx",
    "key",
    "odt",
    "pdf",
    "pptx",
    "txt",
    "xlsx",
    "zip",
]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database"},
}
# Each autosave writes a revision; SQLite has one writer.
WAGTAIL_AUTOSAVE_INTERVAL = 3000
# The admin of a lab tells nobody outside that it exists.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILAPI_DOCS_ENABLED = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
