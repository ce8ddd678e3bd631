"""Pages for what went wrong on the porch."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

FORM = {"csrfmiddlewaretoken", "key"}


def _page(request: HttpRequest, sentence: str, status: int, typed: Sequence[str] = ()) -> HttpResponse:
    return render(request, "front/trouble.html", {"sentence": sentence, "typed": typed}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "送られたものが 読み取れませんでした。前の画面に もどってください。", 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "このページは ありません。", 404)


def broken(request: HttpRequest) -> HttpResponse:
    return _page(request, "こちらの まちがいで、画面を 出せませんでした。電話を ください。", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """With what was written, to be copied, when the form came from one of our own pages."""
    ours = request.META.get("HTTP_ORIGIN", "") == f"{request.scheme}://{request.get_host()}"
    typed = [str(words) for name, words in request.POST.items() if name not in FORM and words] if ours else []
    return _page(request, "画面が 古くなっています。もう一度 開いて 送ってください。", 403, typed)
