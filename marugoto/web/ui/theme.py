"""Light, dark, or as the machine says: kept in a cookie of this browser, for it concerns the eyes and not the account."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE = "theme"
A_YEAR = 365 * 24 * 3600
THEMES = frozenset({"light", "dark"})


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Any other word than light or dark follows the machine again. Leads back to where the reader was."""
    answer = redirect(_back(request))
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        answer.set_cookie(
            COOKIE, chosen, max_age=A_YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE
        )
    else:
        answer.delete_cookie(COOKIE, samesite="Lax")
    return answer


def _back(request: HttpRequest) -> str:
    address = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if safe else "/"
