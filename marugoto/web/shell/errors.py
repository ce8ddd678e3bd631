"""Pages for what went wrong: what happened, what is safe, what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marugoto.web.shell import kept_form


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", {}, status=400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", {}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", {}, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """With what was typed, to be copied, when the form came from one of our own pages."""
    return render(request, "403_csrf.html", {"typed": typed_here(request)}, status=403)


def typed_here(request: HttpRequest) -> list[kept_form.Typed]:
    """What was written on a page of this very server; what another site sends is not shown as if it were ours."""
    ours = f"{request.scheme}://{request.get_host()}"
    if request.META.get("HTTP_ORIGIN", "") != ours:
        return []
    return [field for field in kept_form.typed_fields(request) if field.by_hand]
