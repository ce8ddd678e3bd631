"""`bin/marugoto seal` and `verify`: a fact that was changed after its sealing shows, with the stretch it stands in."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from typing import ClassVar

import pytest
from django.core.management import CommandError, call_command

from marugoto.agencies.codes import BodyKind
from marugoto.agencies.models import Body
from marugoto.agencies.queries.system import system_viewer
from marugoto.ledger.actions import announce
from marugoto.ledger.events import Event
from marugoto.ledger.models import Fact

AT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
TOWN = "992014"


@dataclass(frozen=True, kw_only=True)
class BellRung(Event):
    kind: ClassVar[str] = "bell.rung"
    times: int


def said_by(command: str) -> str:
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


@pytest.fixture
def town(db: None) -> Body:
    """A body in whose ledger two facts stand, both sealed."""
    body = Body.objects.create(code=TOWN, name="みなも市", kind=next(iter(BodyKind)).value)
    viewer = system_viewer(TOWN, AT)
    for times in (1, 2):
        announce(BellRung(times=times), by=viewer, at=AT)
    assert "2件を封印しました" in said_by("seal")
    return body


@pytest.mark.sqlite
def test_an_unchanged_ledger_agrees_with_its_seals(town: Body) -> None:
    assert "みなも市  封印のときから変わっていません。行2、封印1、" in said_by("verify")
    assert "0件を封印しました" in said_by("seal")


@pytest.mark.sqlite
def test_a_changed_fact_shows(town: Body) -> None:
    Fact.objects.within(TOWN).filter(num_1=2).update(num_1=3)
    row, out = Fact.objects.within(TOWN).get(num_1=3), StringIO()
    with pytest.raises(CommandError, match="封印と合わない帳面があります: みなも市"):
        call_command("verify", stdout=out)
    assert f"事実の行 {row.uid.hex}（位置 {row.seq}、封印1番）が書きかえられています。" in out.getvalue()
