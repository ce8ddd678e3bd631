"""Write down what has begun, put it right with a reason, and say that it is over."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.models import District
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import NoteTheme
from marugoto.community.labels import NOTE_THEMES
from marugoto.community.models import Place, Undertaking
from marugoto.evaluation.events import InitiativeBegun, InitiativeChanged, InitiativeEnded
from marugoto.evaluation.models import Initiative, InitiativeChange, InitiativeEnding, InitiativePart
from marugoto.evaluation.rules.initiative import may_begin, may_change, may_end_initiative, may_write_initiative
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.decision import Decision, no
from marugoto.kernel.era import say_era
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

LINKED = ("place", "undertaking")


@dataclass(frozen=True)
class Said:
    """All that is said of an initiative."""

    name: str
    runner: str
    since: date
    theme: NoteTheme | None = None
    words: str = ""
    districts: Collection[UUID] = ()
    places: Collection[UUID] = ()
    undertakings: Collection[UUID] = ()


@acting
def begin_initiative(*, by: Viewer, at: datetime, said: Said) -> Initiative:
    may_write_initiative(by.roles).require()
    _may_be_said(by, at, said).require()
    row = Initiative.objects.create(body=by.body, made_at=at, by=by.duty, **_plain(said))
    _write_parts(by, at, row, said)
    told = InitiativeBegun(
        initiative=row.pk, since=said.since, places=len(set(said.places)), districts=len(set(said.districts))
    )
    announce(told, by=by, at=at, matter=row.pk)
    return row


@acting
def change_initiative(*, by: Viewer, at: datetime, initiative: UUID, said: Said, reason: str) -> Initiative:
    """What was said before is kept in words beside it. Raises Initiative.DoesNotExist."""
    may_write_initiative(by.roles).require()
    row = _held(by, initiative)
    may_change(reason, running=row.ended_id is None).require()
    _may_be_said(by, at, said, own=row.pk).require()
    was, linked, moved = _in_words(by, row), _linked(by, row), (said.since - row.since).days
    for name, value in _plain(said).items():
        setattr(row, name, value)
    row.save()
    InitiativePart.objects.within(by.body).filter(initiative=row).delete()
    _write_parts(by, at, row, said)
    becomes = _in_words(by, row)
    if was == becomes and linked == _linked(by, row):
        no("前と同じです。", "直すところを書きかえてから、送ってください。").require()
    InitiativeChange.objects.create(
        body=by.body,
        made_at=at,
        initiative=row,
        was=was,
        becomes=becomes,
        reason=clean(reason.strip(), limit=200),
        by=by.duty,
    )
    announce(InitiativeChanged(initiative=row.pk, moved=moved), by=by, at=at, matter=row.pk)
    return row


@acting
def end_initiative(*, by: Viewer, at: datetime, initiative: UUID, day: date, reason: str) -> InitiativeEnding:
    may_write_initiative(by.roles).require()
    row = _held(by, initiative)
    may_end_initiative(reason, running=row.ended_id is None, since=row.since, day=day).require()
    row.ended = InitiativeEnding.objects.create(
        body=by.body, made_at=at, day=day, reason=clean(reason.strip(), limit=200), by=by.duty
    )
    row.save(update_fields=["ended"])
    announce(InitiativeEnded(initiative=row.pk, day=day), by=by, at=at, matter=row.pk)
    return row.ended


def _held(by: Viewer, initiative: UUID) -> Initiative:
    """Until the end of the transaction: two who end it or change it at once do so one after the other."""
    hold(Initiative.objects.within(by.body).filter(pk=initiative))
    return Initiative.objects.within(by.body).get(pk=initiative)


def _may_be_said(by: Viewer, at: datetime, said: Said, own: UUID | None = None) -> Decision:
    others = Initiative.objects.within(by.body).filter(name=said.name.strip(), ended=None)
    taken = (others.exclude(pk=own) if own else others).exists()
    return may_begin(said.name, said.runner, since=said.since, today=local_day(at), taken=taken)


def _plain(said: Said) -> dict[str, object]:
    return {
        "name": clean(said.name.strip(), limit=120),
        "runner": clean(said.runner.strip(), limit=120),
        "since": said.since,
        "theme": said.theme or "",
        "words": clean(said.words.strip(), limit=2_000),
    }


def _write_parts(by: Viewer, at: datetime, row: Initiative, said: Said) -> None:
    """What is not of this body is not there: raises DoesNotExist."""
    kinds: tuple[tuple[str, Any, Collection[UUID]], ...] = (
        ("district", District, said.districts),
        ("place", Place, said.places),
        ("undertaking", Undertaking, said.undertakings),
    )
    for name, model, wanted in kinds:
        found = list(model.objects.within(by.body).filter(pk__in=set(wanted)))
        if len(found) != len(set(wanted)):
            raise model.DoesNotExist
        parts = [InitiativePart(body=by.body, made_at=at, initiative=row, **{name: one}) for one in found]
        InitiativePart.objects.bulk_create(parts)


def _linked(by: Viewer, row: Initiative) -> set[tuple[UUID | None, ...]]:
    parts = InitiativePart.objects.within(by.body).filter(initiative=row)
    return set(parts.values_list("district_id", "place_id", "undertaking_id"))


def _in_words(by: Viewer, row: Initiative) -> str:
    """As whoever reads the history is to see it; of places how many, for not every reader may see each."""
    parts = list(InitiativePart.objects.within(by.body).filter(initiative=row).select_related("district"))
    districts = "・".join(sorted(one.district.name for one in parts if one.district))
    places, undertakings = (sum(getattr(one, f"{name}_id") is not None for one in parts) for name in LINKED)
    counts = (f"場所{places}つ" if places else "", f"施策{undertakings}つ" if undertakings else "")
    theme = str(NOTE_THEMES[NoteTheme(row.theme)]) if row.theme else ""
    said = (row.name, row.runner, f"{say_era(row.since)}から", theme, districts, *counts, row.words)
    return "、".join(one for one in said if one)[:1000]
