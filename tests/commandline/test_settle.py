"""While the invented town lives, whoever waits reads how far it has come, and at last that all of it has."""

from contextlib import nullcontext
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from marugoto.demo.life import Lived, Progress
from marugoto.demo.management.commands import settle

DAY = date(2026, 11, 24)


@pytest.fixture
def lived(monkeypatch: pytest.MonkeyPatch) -> None:
    """A town of 420 households that is told up to the 404th."""

    def live(_settled: object, *, progress: Any, **_said: object) -> Lived:
        progress(Progress(DAY, 404, 420, told=999, to_tell=1000))
        return Lived({"990019": [None] * 420})  # type: ignore[list-item]

    monkeypatch.setattr(settle, "live", live)
    monkeypatch.setattr(settle, "settle_bodies", lambda _town: None)
    monkeypatch.setattr(settle, "take_statistics", lambda: None)
    monkeypatch.setattr(settle, "_whole", nullcontext)
    monkeypatch.setattr(settle, "SAID_EVERY", 0.0)


@pytest.mark.django_db
@pytest.mark.usefixtures("lived")
def test_the_last_household_is_said_too_and_what_follows() -> None:
    out = StringIO()
    call_command("settle", demo=True, stdout=out)
    last = [line.split("（")[0].strip() for line in out.getvalue().splitlines()]
    assert last == [
        "令和8年11月まで  404/420世帯  0秒たちました",
        "420/420世帯  暮らし終わりました。書きとめています…",
        "架空の町ができました",
    ]


@pytest.mark.parametrize(("told", "said"), [(500, "およそ10分"), (999, "1分ほど"), (10, "")])
def test_the_rest_is_never_said_to_the_second(told: int, said: str) -> None:
    words = settle._clock(600.0, Progress(DAY, 1, 420, told=told, to_tell=1000))
    assert words == (f"600秒たちました（のこり {said}）" if said else "600秒")
