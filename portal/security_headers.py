"""Response headers that Django 5.2 does not set itself.

Public pages need no inline script or style at all; Wagtail's admin needs both, so it
has a policy of its own (measured: it works with no outside host).
"""

PUBLIC = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:{media}",
        "media-src 'self'{media}",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'self'",
    ]
)
ADMIN = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self' 'unsafe-inline'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:{media}",
        "font-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'self'",
    ]
)


class SecurityHeadersMiddleware:
    def __init__(self, get_response, media_host=""):
        self.get_response = get_response
        self.media = f" {media_host}" if media_host else ""

    def __call__(self, request):
        response = self.get_response(request)
        policy = ADMIN if self._is_for_editors(request) else PUBLIC
        response.headers.setdefault(
            "Content-Security-Policy", policy.format(media=self.media)
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
        )
        return response

    @staticmethod
    def _is_for_editors(request):
        """The admin, and a public page that shows a signed-in editor Wagtail's bar."""
        if request.path.startswith("/admin/"):
            return True
        user = getattr(request, "user", None)
        return bool(user and user.is_authenticated)
