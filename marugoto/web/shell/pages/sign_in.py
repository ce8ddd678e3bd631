"""Sign in: by account, or, where the town of the demo lives, as a member of its cast with one click."""

from django.conf import settings
from django.contrib.auth import get_user_model, login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from marugoto.agencies.queries.cast import cast_by_body
from marugoto.kernel.jst import local_day
from marugoto.web.shell import kept_form, leaving
from marugoto.web.shell.signed_in import HAT

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


def sign_in(request: HttpRequest) -> HttpResponse:
    """The door itself. `next` is where the reader wanted to go."""
    return render(request, "shell/sign_in.html", _values(request, fate=None))


def kept_sign_in(request: HttpRequest) -> HttpResponse:
    """The same door for somebody whose sign-in ended in the middle of a form; 401 says so to scripts."""
    return render(request, "shell/sign_in.html", _values(request, fate=kept_form.fate_of(request)), status=401)


@require_POST
def as_cast(request: HttpRequest) -> HttpResponse:
    """One click, demo only. The account must be one of the cast: a real worker's never is."""
    if not settings.MARUGOTO_DEMO:
        raise Http404
    user = get_user_model().objects.filter(username=request.POST.get("who", ""), username__startswith="cast-").first()
    if user is None:
        raise Http404
    login(request, user, backend=MODEL_BACKEND)
    request.session.pop(HAT, None)
    onward = leaving.came_in(request)
    if kept_form.waits_for(request, user):
        return redirect("shell:kept_form")
    return redirect(onward or safe_next(request.POST.get("next", ""), request))


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("shell:sign_in")


def _values(request: HttpRequest, *, fate: kept_form.Fate | None) -> dict[str, object]:
    towns = cast_by_body(local_day(timezone.now())) if settings.MARUGOTO_DEMO else []
    # The largest cast stands first and alone: it is the town the first ten minutes are about.
    first = max(towns, key=lambda town: len(town.members), default=None)
    others = [town for town in towns if town is not first]
    return {
        "fate": fate,
        "columns": [[first], others] if first else [],
        "next": request.GET.get("next", "/"),
        "demo": settings.MARUGOTO_DEMO,
    }


def safe_next(wanted: str, request: HttpRequest) -> str:
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else "/"
