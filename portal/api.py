"""The read-only JSON API: what everybody may see, and nothing else.

Each app brings its own part (`API_ROUTERS` in the settings). Anybody's page may read it,
a client that has it already is told so, and whoever asks wrongly gets a sentence.
"""

from hashlib import blake2s

from django.conf import settings
from django.http import Http404, JsonResponse
from django.utils.cache import get_conditional_response
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from portal.metadata import absolute


class PublicAPI(NinjaAPI):
    def create_response(self, request, data, **kwargs):
        return _shared(request, super().create_response(request, data, **kwargs))


api = PublicAPI(
    title="Publications and members",
    version="1",
    description="Read-only; what is public, as the pages show it.",
    openapi_url=None,
    docs_url=None,
    servers=[{"url": settings.BASE_URL}],
)
for path, router in settings.API_ROUTERS.items():
    api.add_router(path, router)


@api.get("", summary="What there is")
def root(request) -> dict[str, str]:
    return {
        **{path.strip("/"): absolute(f"/api/{path}") for path in settings.API_ROUTERS},
        "openapi": absolute("/api/openapi.json"),
    }


def _parameter(fault):
    """Its name; within a list the place of the value follows it."""
    return [part for part in fault["loc"] if isinstance(part, str)][-1]


def nothing(request, path):
    """Any other address below /api/: a program reads no page for people."""
    return _shared(
        request,
        JsonResponse({"detail": f"There is nothing at /api/{path[:80]}."}, status=404),
    )


def openapi(request):
    return _shared(request, JsonResponse(api.get_openapi_schema()))


@api.exception_handler(Http404)
def not_found(request, error):
    detail = str(error) or "There is nothing at this address."
    return api.create_response(request, {"detail": detail}, status=404)


@api.exception_handler(HttpError)
def refused(request, error):
    return api.create_response(
        request, {"detail": str(error)}, status=error.status_code
    )


@api.exception_handler(ValidationError)
def misunderstood(request, error):
    sentences = [f"{_parameter(fault)}: {fault['msg']}." for fault in error.errors]
    return api.create_response(request, {"detail": " ".join(sentences)}, status=422)


def _shared(request, response):
    """Readable by any page on the web, and asked for again only when it has changed."""
    digest = blake2s(response.content, digest_size=16).hexdigest()
    if response.status_code == 200:
        response = get_conditional_response(
            request, etag=f'"{digest}"', response=response
        )
        response["ETag"] = f'"{digest}"'
    response["Cache-Control"] = "no-cache"
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
