"""Pages for what went wrong on the porch."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

FORM = {"csrfmiddlewaretoken", "key"}


UNREADABLE = "送[おく]られたものが 読[よ]み取[と]れませんでした。前[まえ]の 画面[がめん]に もどってください。"
STALE = "画面[がめん]が 古[ふる]くなっています。もう一度[いちど] 開[ひら]いて 送[おく]ってください。"


def _page(request: HttpRequest, sentence: str, status: int, typed: Sequence[str] = ()) -> HttpResponse:
    return render(request, "front/trouble.html", {"sentence": sentence, "typed": typed}, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, UNREADABLE, 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, "このページは ありません。", 404)


def broken(request: HttpRequest) -> HttpResponse:
    return _page(request, "こちらの まちがいで、画面[がめん]を 出[だ]せませんでした。電話[でんわ]を ください。", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """With what was written, to be copied, when the form came from one of our own pages."""
    ours = request.META.get("HTTP_ORIGIN", "") == f"{request.scheme}://{request.get_host()}"
    typed = [str(words) for name, words in request.POST.items() if name not in FORM and words] if ours else []
    return _page(request, STALE, 403, typed)
