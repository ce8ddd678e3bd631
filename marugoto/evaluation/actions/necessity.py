"""Say what the town knows of itself, and keep a decision on 要否 with everything it rested on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import NoteTheme, Partner
from marugoto.community.labels import NOTE_THEMES, PARTNERS
from marugoto.community.queries import dialogue as dialogues
from marugoto.evaluation.actions.recount import count_soon
from marugoto.evaluation.events import NecessityDecided, TownFactsSaid
from marugoto.evaluation.models import JudgementWave, NecessityDecision, TownFacts
from marugoto.evaluation.queries import survey as surveys
from marugoto.evaluation.queries.necessity import weighed
from marugoto.evaluation.rules.necessity import Answer, Limits, Signal
from marugoto.evaluation.rules.necessity_sheet import counted, sheet
from marugoto.evaluation.rules.thinking import LawSays, may_decide, may_say_town, may_think, months_after
from marugoto.ground.transaction import acting
from marugoto.kernel.era import say_era
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce

SOON = frozenset({Answer.W0, Answer.E, Answer.W1})  # judged again in half a year


@dataclass(frozen=True)
class Town:
    """What no record tells. Staff in tenths of a full post, bookkeeping in hundredths."""

    source: str
    desks: int | None = None
    staff: int | None = None
    headquarters: int | None = None
    depopulated: bool = False
    bookkeeping: int | None = None
    refused_post: bool = False
    sponsor: str = ""
    sunset: bool = False
    law: LawSays = LawSays.UNSURE
    law_source: str = ""
    said: Mapping[Signal, tuple[bool, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Decided:
    """What the body decides; of a yes also which gap, what it expects to move, and when it becomes smaller."""

    follows: bool
    decided: str
    decider: str
    day: date
    survey: str = ""
    waves: Collection[UUID] = ()
    talks: Collection[UUID] = ()
    evidence: str = ""
    gap: str = ""
    expects: str = ""
    shrinks: str = ""


@acting
def say_town(*, by: Viewer, at: datetime, said: Town) -> TownFacts:
    may_think(by.roles, contracted=by.contracted).require()
    may_say_town(source=said.source, law=said.law, law_source=said.law_source).require()
    row = TownFacts.objects.create(
        body=by.body,
        made_at=at,
        by=by.duty,
        desks=said.desks,
        staff=said.staff,
        headquarters=said.headquarters,
        depopulated=said.depopulated,
        bookkeeping=said.bookkeeping,
        refused_post=said.refused_post,
        sponsor=clean(said.sponsor.strip(), limit=120),
        sunset=said.sunset,
        law=said.law.value,
        law_source=clean(said.law_source.strip(), limit=200),
        said={one.value: [on, clean(source.strip(), limit=200)] for one, (on, source) in said.said.items()},
        source=clean(said.source.strip(), limit=400),
    )
    announce(TownFactsSaid(facts=row.pk), by=by, at=at)
    count_soon(by=by, at=at)
    return row


@acting
def decide(*, by: Viewer, at: datetime, said: Decided) -> NecessityDecision:
    """What the records up to the day of the decision say is kept, and never counted again; what came later was no ground for it."""
    may_think(by.roles, contracted=by.contracted).require()
    found, talks, waves = weighed(by, day=said.day), _heard(by, said.talks), _waves(by, said.waves)
    may_decide(
        answer=found.answer,
        follows=said.follows,
        decided=said.decided,
        survey=said.survey,
        waves=len(waves),
        talks=len(talks),
        registered=all(one.strip() for one in (said.gap, said.expects, said.shrinks)),
        day=said.day,
        today=local_day(at),
        last=_last_of(waves, talks),
    ).require()
    last = NecessityDecision.objects.within(by.body).order_by("-number").first()
    row = NecessityDecision.objects.create(
        body=by.body,
        made_at=at,
        by=by.duty,
        number=last.number + 1 if last else 1,
        answer=found.answer.value,
        version=found.limits.version,
        as_of=found.as_of,
        counted_until=found.until,
        stood=[[title, list(lines)] for title, lines in sheet(found)],
        counted=counted(found),
        talks=[_talk_words(one) for one in talks],
        day=said.day,
        follows=said.follows,
        again_on=_again(found.answer, said.day, found.limits),
        **_words(said),
    )
    _put_beside(row, waves)
    told = NecessityDecided(
        decision=row.pk, answer=found.answer, follows=said.follows, talks=len(talks), again_on=row.again_on
    )
    announce(told, by=by, at=at, matter=row.pk)
    return row


def _last_of(waves: Collection[surveys.Row], talks: Collection[Any]) -> date | None:
    return max((*(one.until for one in waves), *(one.day for one in talks)), default=None)


def _put_beside(row: NecessityDecision, waves: Collection[surveys.Row]) -> None:
    """Each in the words of the day, as they may be printed: the paper of a decision leaves the house."""
    population = directory.body(row.body).population
    for wave in waves:
        JudgementWave.objects.create(
            body=row.body,
            made_at=row.made_at,
            decision=row,
            line=wave.line,
            edition=wave.edition,
            said=surveys.printed(wave, surveys.outside(wave, population)),
        )


def _again(answer: Answer, day: date, limits: Limits) -> date:
    return months_after(day, limits.again if answer in SOON else limits.renewed)


def _words(said: Decided) -> dict[str, str]:
    limits = {
        "decided": 2_000,
        "decider": 120,
        "survey": 400,
        "evidence": 400,
        "gap": 200,
        "expects": 400,
        "shrinks": 400,
    }
    return {name: clean(getattr(said, name).strip(), limit=limit) for name, limit in limits.items()}


def _heard(by: Viewer, chosen: Collection[UUID]) -> list[Any]:
    """What this viewer may not read cannot be named: raises LookupError."""
    found = []
    for one in dict.fromkeys(chosen):
        row = dialogues.get(by, one)
        if row is None:
            raise LookupError(one)
        found.append(row)
    return found


def _talk_words(row: Any) -> list[str]:
    """Day, with whom, about what."""
    partner, theme = PARTNERS[Partner(row.partner)], NOTE_THEMES[NoteTheme(row.theme)]
    return [say_era(row.day), f"{row.partner_name}({partner})", str(theme)]


def _waves(by: Viewer, chosen: Collection[UUID]) -> list[surveys.Row]:
    """As they stand now; what was taken back, or is not of this body, cannot be named: raises LookupError."""
    standing = {row.line: row for row in surveys.waves(by)}
    return [standing[one] for one in dict.fromkeys(chosen)]
