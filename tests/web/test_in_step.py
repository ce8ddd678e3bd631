"""That nothing is there, or nothing for these eyes, is said after the same time."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from marugoto.web.shell import middleware
from tests.story import one_household
from tests.town import settle_town
from tests.web.client import signed_in

STEP = 0.05
LOOK, LATE = 1e-8, 0.0008  # seconds


class Clock:
    """Each answer takes what it is told to take; a look at the clock takes next to nothing, and who sleeps is woken late."""

    def __init__(self, *takes: float) -> None:
        self.now, self.takes, self.left = 100.0, list(takes), list[float]()

    def monotonic(self) -> float:
        self.now += LOOK
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds + LATE

    def answers(self, status: int) -> Any:
        def answer(request: HttpRequest) -> HttpResponse:
            self.now += self.takes.pop(0)
            return HttpResponse(status=status)

        return answer


@pytest.mark.parametrize(("status", "leaves"), [(404, [0.05, 0.05, 0.1]), (200, [0.012, 0.0124, 0.061])])
def test_a_missing_page_leaves_on_the_stroke(
    monkeypatch: pytest.MonkeyPatch, settings: Any, status: int, leaves: list[float]
) -> None:
    settings.MARUGOTO_MISS_STEP = STEP
    clock = Clock(0.012, 0.0124, 0.061)
    monkeypatch.setattr(middleware, "time", clock)
    walk, taken = middleware.miss_in_step(clock.answers(status)), []
    for _ in range(3):
        began = clock.now
        walk(HttpRequest())
        taken.append(round(clock.now - began, 6))
    assert taken == leaves


@pytest.mark.django_db
def test_it_stands_before_everything_else(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """What is missing waits for the stroke, what is there does not."""
    town = settle_town()
    story = one_household(town)
    settings.MARUGOTO_MISS_STEP = STEP
    waits: list[float] = []
    monkeypatch.setattr(middleware.time, "sleep", waits.append)
    tanaka = signed_in("tanaka")
    assert tanaka.get(reverse("desk:person", args=[story.person])).status_code == 200
    assert waits == []
    assert tanaka.get(reverse("desk:person", args=[story.case])).status_code == 404
    assert len(waits) == 1
    assert 0 < waits[0] <= STEP
    assert settings.MIDDLEWARE[0] == "marugoto.web.shell.middleware.miss_in_step"
