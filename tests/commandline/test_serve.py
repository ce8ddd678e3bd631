"""`bin/run` and `bin/marugoto serve`: house and porch start together, quickly the second time, and end together."""

import urllib.error
import urllib.request
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from marugoto.agencies.codes import BodyKind
from marugoto.agencies.models import Body
from marugoto.demo.settle import settle_bodies
from marugoto.demo.town import TOWN
from marugoto.web.shell.management.commands import serve
from tests.serving import READY, served, two_free_ports


def status_of(port: int) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.slow
@pytest.mark.sqlite
def test_house_and_porch_start_and_end_together(tmp_path: Path) -> None:
    port = two_free_ports()
    with served(tmp_path, port) as (said, _):
        assert READY.search(said[-1]), "".join(said)
        assert f"母屋（職員の画面）  http://127.0.0.1:{port}/" in said[-3]
        assert f"軒先（住民の画面）  http://127.0.0.1:{port + 1}/" in said[-2]
        for side in ("母屋（職員の画面）", "軒先（住民の画面）"):
            assert len([line for line in said if line.startswith(f"{side}の表を用意しています")]) == 1
        assert status_of(port) < 500
        assert status_of(port + 1) < 500
    for ended in (port, port + 1):
        with pytest.raises(OSError, match="refused"):
            status_of(ended)
    with served(tmp_path, port) as (said, _):
        assert READY.search(said[-1]), "".join(said)  # how quickly is measured by bin/bench start


@pytest.mark.parametrize("said", ["八千", "80", "70000", ""])
def test_a_port_that_is_none_is_said(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", said)
    with pytest.raises(CommandError, match="PORT は1024から65534までの数でどうぞ"):
        call_command("serve")


@pytest.fixture
def settling(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """The commands that settling the town would run, instead of running them."""
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(settings, "MARUGOTO_HOME", tmp_path)
    monkeypatch.setattr(serve, "_run", lambda *words, environment: ran.append(words))
    return ran


@pytest.mark.django_db
def test_an_empty_installation_is_settled_once(settling: list[tuple[str, ...]], tmp_path: Path) -> None:
    serve.Command()._settle_once()
    assert settling == [("settle", "--demo")]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_a_town_that_broke_off_half_way_is_settled_anew(settling: list[tuple[str, ...]], tmp_path: Path) -> None:
    (tmp_path / "settling").touch()
    serve.Command()._settle_once()
    assert [words[0] for words in settling] == ["flush"] * len(settings.DATABASES) + ["settle"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_everybody_who_can_sign_in_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    settle_bodies(TOWN)
    out = StringIO()
    serve.Command(stdout=out)._say_who_can_sign_in()
    said = out.getvalue()
    for body in TOWN:
        assert f"{body.name}にサインインできる人" in said
        assert not [one.name.full for one in body.cast if f"    {one.name.full}  " not in said], body.name


@pytest.mark.sqlite
@pytest.mark.django_db
def test_a_town_that_stands_is_left_alone(settling: list[tuple[str, ...]]) -> None:
    Body.objects.create(code="992014", name="みなも市", kind=next(iter(BodyKind)).value)
    serve.Command()._settle_once()
    assert settling == []
