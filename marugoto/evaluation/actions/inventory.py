"""Write down what the body has and what it has tried; put it right, or take it off, with the reason. No edition is written over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.recount import count_soon
from marugoto.evaluation.events import SystemWritten, TrialWritten
from marugoto.evaluation.labels import PLACES
from marugoto.evaluation.models import ExistingSystem, Trial
from marugoto.evaluation.rules.necessity import Signal
from marugoto.evaluation.rules.thinking import Fulfils, may_change_edition, may_list, may_think, may_try
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class System:
    """All that is said of something the body has. `staff` in tenths of a full post."""

    name: str
    runner: str
    staff: int | None = None
    since: date | None = None
    words: str = ""
    evidence: str = ""
    fulfils: Mapping[str, Fulfils] = field(default_factory=dict)


@dataclass(frozen=True)
class Tried:
    signal: Signal
    instrument: str
    since: date
    until: date | None = None
    found: str = ""


@acting
def write_system(
    *, by: Viewer, at: datetime, said: System, line: UUID | None = None, reason: str = "", gone: bool = False
) -> ExistingSystem:
    """`line`: of which this is the next edition. Raises ExistingSystem.DoesNotExist."""
    may_think(by.roles, contracted=by.contracted).require()
    may_list(name=said.name, runner=said.runner, fulfils=said.fulfils, evidence=said.evidence).require()
    row = ExistingSystem.objects.create(
        **_edition(ExistingSystem, by, at, line, reason=reason, gone=gone),
        name=clean(said.name.strip(), limit=120),
        runner=clean(said.runner.strip(), limit=120),
        staff=said.staff,
        since=said.since,
        words=clean(said.words.strip(), limit=2_000),
        evidence=clean(said.evidence.strip(), limit=400),
        fulfils={place: Fulfils(said.fulfils[place]).value for place in PLACES if place in said.fulfils},
    )
    announce(SystemWritten(system=row.line, edition=row.edition, gone=gone), by=by, at=at, matter=row.line)
    return row


@acting
def write_trial(
    *, by: Viewer, at: datetime, said: Tried, line: UUID | None = None, reason: str = "", gone: bool = False
) -> Trial:
    """`line`: of which this is the next edition. Raises Trial.DoesNotExist."""
    may_think(by.roles, contracted=by.contracted).require()
    may_try(instrument=said.instrument, since=said.since, until=said.until, today=local_day(at)).require()
    row = Trial.objects.create(
        **_edition(Trial, by, at, line, reason=reason, gone=gone),
        signal=said.signal.value,
        instrument=clean(said.instrument.strip(), limit=160),
        since=said.since,
        until=said.until,
        found=clean(said.found.strip(), limit=400),
    )
    told = TrialWritten(trial=row.line, signal=said.signal, edition=row.edition, since=row.since, until=row.until)
    announce(told, by=by, at=at, matter=row.line)
    count_soon(by=by, at=at)
    return row


def _edition(model: Any, by: Viewer, at: datetime, line: UUID | None, *, reason: str, gone: bool) -> dict[str, Any]:
    before = model.objects.within(by.body).filter(line=line).order_by("-edition").first() if line else None
    if line and before is None:
        raise model.DoesNotExist
    may_change_edition(again=before is not None, gone=bool(before and before.gone), reason=reason).require()
    return {
        "body": by.body,
        "made_at": at,
        "by": by.duty,
        "line": line or uuid4(),
        "edition": before.edition + 1 if before else 1,
        "reason": clean(reason.strip(), limit=200),
        "gone": gone,
    }
