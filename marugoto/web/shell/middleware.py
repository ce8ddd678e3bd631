"""What every request passes: characters no database takes are refused with a sentence; pages with persons are never stored."""

import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import activate

Answer = Callable[[HttpRequest], HttpResponse]
LONGEST_ADDRESS = 4_000
WOKEN_LATE = 0.001  # seconds: a busy machine wakes whoever used more of it later than whoever used less


def clean_request(answer: Answer) -> Answer:
    """NUL is refused everywhere at once: PostgreSQL cannot keep it, SQLite would (stack.md, trap 10)."""

    def walk(request: HttpRequest) -> HttpResponse:
        address = request.get_full_path()
        if len(address) > LONGEST_ADDRESS or "\x00" in unquote(address):
            return render(request, "shell/bad_characters.html", {}, status=400)
        if request.method == "POST" and _has_nul(values for _, values in request.POST.lists()):
            return render(request, "shell/bad_characters.html", {}, status=400)
        return answer(request)

    return walk


def miss_in_step(answer: Answer) -> Answer:
    """「見つかりません」 leaves on the stroke of a step, `MARUGOTO_MISS_STEP` seconds long, counted from when the question came.

    What is hidden is found by its key and then shut by the database, which takes some tenths of a millisecond longer than
    what was never there: over many questions that can be felt. Whoever waits the rest of the step learns nothing of it.
    The last of the wait is watched, not slept: how late a sleeper is woken depends on what it did before.
    """

    def walk(request: HttpRequest) -> HttpResponse:
        began = time.monotonic()
        response = answer(request)
        step = settings.MARUGOTO_MISS_STEP
        if response.status_code == HTTPStatus.NOT_FOUND and step:
            stroke = time.monotonic() + step - (time.monotonic() - began) % step
            time.sleep(max(0.0, stroke - time.monotonic() - WOKEN_LATE))
            while time.monotonic() < stroke:
                pass
        return response

    return walk


def speak_japanese(answer: Answer) -> Answer:
    """The one language is chosen outright: to find that none was chosen costs a page as much again for each of its hundreds of words."""

    def walk(request: HttpRequest) -> HttpResponse:
        activate(settings.LANGUAGE_CODE)
        return answer(request)

    return walk


def _has_nul(lists: Iterable[Iterable[object]]) -> bool:
    return any("\x00" in value for values in lists for value in values if isinstance(value, str))


def no_store(answer: Answer) -> Answer:
    """Only files of the design system may stay in a browser's cache."""

    def walk(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return walk
