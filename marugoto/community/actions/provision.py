"""A prefecture says what it provides; a municipality takes it up, for itself or for somebody, who is named nowhere."""

from datetime import datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.codes import BodyKind
from marugoto.agencies.models import Body
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import GroundKind, Lack, UptakeKind
from marugoto.community.events.beside import (
    ProvisionChanged,
    ProvisionEnded,
    ProvisionLeftOff,
    ProvisionOffered,
    ProvisionTakenUp,
)
from marugoto.community.models import Provision, ProvisionEnding, ProvisionUptake
from marugoto.community.queries.provision import prefecture_code, taken_by_town
from marugoto.community.rules.provision import (
    Wording,
    may_leave_off,
    may_say_provision,
    may_take_up,
    may_use,
    may_write_provision,
    runs,
)
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

LIMITS = {"name": 120, "does": 2_000, "audience": 200, "contact": 200, "ground_words": 200}


@acting
def offer_provision(*, by: Viewer, at: datetime, said: Wording, lack: Lack, ground: GroundKind) -> Provision:
    """Every municipality of the prefecture reads it from now on."""
    values = _checked(by, at, said)
    _must_be_the_only(by, values["name"])
    row = Provision.objects.create(body=by.body, made_at=at, lack=lack, ground=ground, by=by.duty, **values)
    announce(ProvisionOffered(provision=row.pk, lack=lack), by=by, at=at, matter=row.pk)
    return row


@acting
def change_provision(
    *, by: Viewer, at: datetime, provision: UUID, said: Wording, lack: Lack, ground: GroundKind
) -> Provision:
    """Another telephone, a later end: those who take it up read it as it is now. Raises Provision.DoesNotExist."""
    values = _checked(by, at, said)
    row = _running(by, provision)
    if row.name != values["name"]:
        _must_be_the_only(by, values["name"])
    for field, value in {**values, "lack": lack, "ground": ground}.items():
        setattr(row, field, value)
    row.save(update_fields=[*values, "lack", "ground"])
    announce(ProvisionChanged(provision=row.pk, lack=lack), by=by, at=at, matter=row.pk)
    return row


@acting
def end_provision(*, by: Viewer, at: datetime, provision: UUID, reason: str) -> ProvisionEnding:
    """No municipality is led there any more; how often it was taken up stays."""
    may_write_provision(by.roles, prefecture=_is_prefecture(by)).require()
    row = _running(by, provision)
    said = clean(reason, limit=200).strip()
    if not said:
        no("終えるわけが書かれていません。", "一言で書いてください。").require()
    made = ProvisionEnding.objects.create(body=by.body, made_at=at, day=local_day(at), reason=said, by=by.duty)
    row.ended = made
    row.save(update_fields=["ended"])
    announce(ProvisionEnded(provision=row.pk), by=by, at=at, matter=row.pk)
    return made


@acting
def take_up(*, by: Viewer, at: datetime, provision: UUID) -> ProvisionUptake:
    """As a municipality. Raises Provision.DoesNotExist."""
    row = Provision.objects.everywhere("of the prefecture the municipality lies in").get(pk=provision)
    taken = taken_by_town(by, provision).exists()
    may_take_up(by.roles, running=_runs(row, at), ours=row.body == prefecture_code(by), taken=taken).require()
    return _take(by, at, row, UptakeKind.TOWN)


@acting
def leave_off(*, by: Viewer, at: datetime, provision: UUID) -> ProvisionUptake:
    """The municipality uses it no more."""
    found = taken_by_town(by, provision).first()
    may_leave_off(by.roles, taken=found is not None).require()
    assert found is not None  # noqa: S101 — the rule above has just said so
    found.until = max(local_day(at), found.day)
    found.save(update_fields=["until"])
    announce(ProvisionLeftOff(provision=provision), by=by, at=at, matter=provision)
    return found


@acting
def use_for_somebody(*, by: Viewer, at: datetime, provision: UUID) -> ProvisionUptake:
    """One more use, counted; the row names nobody. Raises Provision.DoesNotExist."""
    row = Provision.objects.everywhere("of the prefecture the municipality lies in").get(pk=provision)
    may_use(by.roles, running=_runs(row, at), ours=row.body == prefecture_code(by)).require()
    return _take(by, at, row, UptakeKind.SOMEBODY)


def _take(by: Viewer, at: datetime, row: Provision, kind: UptakeKind) -> ProvisionUptake:
    made = ProvisionUptake.objects.create(body=by.body, made_at=at, provision=row, kind=kind, day=local_day(at))
    announce(ProvisionTakenUp(provision=row.pk, how=kind), by=by, at=at, matter=row.pk)
    return made


def _checked(by: Viewer, at: datetime, said: Wording) -> dict[str, Any]:
    may_write_provision(by.roles, prefecture=_is_prefecture(by)).require()
    may_say_provision(said, today=local_day(at)).require()
    words = {name: clean(getattr(said, name), limit=limit).strip() for name, limit in LIMITS.items()}
    return {**words, "since": said.since, "until": said.until}


def _is_prefecture(by: Viewer) -> bool:
    return Body.objects.filter(pk=by.body, kind=BodyKind.PREFECTURE).exists()


def _must_be_the_only(by: Viewer, name: str) -> None:
    if Provision.objects.within(by.body).filter(name=name, ended=None).exists():
        no("同じ名前の支援メニューが、もうあります。", "一覧から開いて直してください。").require()


def _running(by: Viewer, provision: UUID) -> Provision:
    """Held until the end of the transaction: it is ended once, and not changed beside that."""
    hold(Provision.objects.within(by.body).filter(pk=provision))
    row = Provision.objects.within(by.body).get(pk=provision)
    if row.ended_id:
        no("この支援メニューは、もう終わっています。", "新しく書いてください。").require()
    return row


def _runs(row: Provision, at: datetime) -> bool:
    return runs(ended=row.ended_id is not None, until=row.until, today=local_day(at))
