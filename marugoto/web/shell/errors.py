"""Pages for what went wrong: what happened, what is safe, what to do."""

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from marugoto.web.shell import kept_form
from marugoto.web.shell.leaving import written_here
from marugoto.web.shell.pages.leaving import left_with


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """More text than is ever read at once was read by nobody: the page says so, and that the screen, where it was to be left, is not.
    A session that ended while its request was answered ends no deed: it may be done. Nor has it ended where the database fell away."""
    if isinstance(exception, RequestDataTooBig):
        leaving = request.path == reverse("shell:leave")
        return render(request, "413.html", {"leaving": leaving}, status=413)
    if isinstance(exception, SessionInterrupted):
        return broken(request) if _fell_away(exception) else render(request, "400_signed_out.html", {}, status=400)
    return render(request, "400.html", {}, status=400)


def _fell_away(trouble: BaseException | None) -> bool:
    """Whether a database that did not answer stands behind it: Django takes any trouble of keeping a session for one that is gone."""
    while trouble is not None and not isinstance(trouble, OperationalError):
        trouble = trouble.__context__
    return trouble is not None


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", {}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", {}, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """With what was typed, to be copied, when the form came from one of our own pages. Whoever leaves the screen has left it, also from
    a page that was opened before he signed in anew: nothing of it is to be read."""
    if request.path == reverse("shell:leave"):
        return left_with(request, written_here(request) if _is_ours(request) else [])
    return render(request, "403_csrf.html", {"typed": typed_here(request)}, status=403)


def typed_here(request: HttpRequest) -> list[kept_form.Typed]:
    """What was written on a page of this very server; what another site sends is not shown as if it were ours."""
    if not _is_ours(request):
        return []
    return [field for field in kept_form.typed_fields(request) if field.by_hand]


def _is_ours(request: HttpRequest) -> bool:
    return bool(request.META.get("HTTP_ORIGIN", "") == f"{request.scheme}://{request.get_host()}")
