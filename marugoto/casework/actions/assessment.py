"""Write the assessment sheet: the first time, and again as the next version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.casework.access import new_assessment_ref
from marugoto.casework.actions.case import hold_still, require_running
from marugoto.casework.actions.case import mine as my_case
from marugoto.casework.events import AssessmentWritten, TroubleNamed
from marugoto.casework.models import Assessment, AssessmentAnswer, AssessmentPart, Case
from marugoto.casework.queries.assessment import Filled, filled
from marugoto.casework.rules import assessment as rules
from marugoto.casework.rules.assessment import REACH, REACH_ON, Answers, Spot, about
from marugoto.casework.sheets import sheet_on
from marugoto.casework.sheets.sheet import About, Sheet
from marugoto.custody.actions.care import touch_ball
from marugoto.custody.actions.hand import moving
from marugoto.custody.codes import TouchKind
from marugoto.disclosure.actions.attachment import Paper, attach
from marugoto.disclosure.codes import Part
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce
from marugoto.people.actions.about import open_about
from marugoto.people.models import Member

WORDS_LIMIT = 5_000


@dataclass(frozen=True)
class Heard:
    """When it was heard; which form of its own the agency wrote on, if it did, with the form itself or where that is kept."""

    day: date
    hour: time | None = None
    own_form: str = ""
    own_form_at: str = ""
    papers: tuple[Paper, ...] = ()


@moving
def write(*, by: Viewer, at: datetime, case: UUID, said: Answers, heard: Heard, follows: int = 0) -> Assessment:
    """The next version. What is not in `said` stays as it was, as far as the viewer sees it; what is there and empty becomes
    "not known" again. `follows`: the version on the screen when writing began (0: none)."""
    hold_still(by, case)
    row = my_case(by, case)
    require_running(by, row.pk)
    former, today = filled(by, case), local_day(at)
    own, kept = clean(heard.own_form, limit=120).strip(), clean(heard.own_form_at, limit=200).strip()
    rules.may_follow(follows, former.version.number if former else 0).require()
    rules.may_attach(own, kept, papers=len(heard.papers)).require()
    sheet, members = sheet_on(today), _members(by, row, today)
    whole = _whole(sheet, members, former, said)
    rules.may_write(sheet, members=members, said=whole, heard_on=heard.day, today=today, own_form=bool(own)).require()
    made = Assessment.objects.create(
        body=by.body,
        made_at=at,
        folder_id=row.folder_id,
        case=row,
        number=follows + 1,
        sheet=sheet.code,
        heard_on=heard.day,
        heard_time=heard.hour,
        own_form=own,
        own_form_at=kept,
        by=by.duty,
    )
    attach(by=by, at=at, matter=made.pk, folder=made.folder_id, papers=heard.papers)
    _keep(by, at, made, sheet, whole, former)
    _tell(by, at, made, whole)
    return made


def _members(by: Viewer, case: Case, day: date) -> set[UUID]:
    rows = Member.objects.open_to(by).filter(
        Q(since=None) | Q(since__lte=day), Q(until=None) | Q(until__gt=day), household=case.household_id
    )
    return set(rows.values_list("person_id", flat=True))


def _whole(sheet: Sheet, members: set[UUID], former: Filled | None, said: Answers) -> dict[Spot, tuple[str, ...]]:
    before = rules.carried(sheet, former.answers) if former else {}
    kept = {spot: values for spot, values in before.items() if spot[0] is None or spot[0] in members}
    return kept | {spot: _cleaned(values) for spot, values in said.items()}


def _cleaned(values: tuple[str, ...]) -> tuple[str, ...]:
    cleaned = (clean(value, limit=WORDS_LIMIT).strip() for value in values)
    return tuple(dict.fromkeys(value for value in cleaned if value))


def _keep(by: Viewer, at: datetime, made: Assessment, sheet: Sheet, whole: Answers, former: Filled | None) -> None:
    """A part for every person and folder of which something is said, or was: what is blank now must not show through. A field stays
    in the folder in which it lies, for another may be open to others."""
    parts = former.parts if former else ()
    lies = {(one.person, one.part, code): one.folder for one in parts for code in one.answers}
    folders: dict[tuple[UUID | None, Part], list[UUID]] = {}
    for one in parts:
        folders.setdefault((one.person, one.part), []).append(one.folder)
    said: dict[tuple[UUID | None, UUID], dict[str, tuple[str, ...]]] = {}
    for (who, code), values in whole.items():
        part = sheet.part_of(about(who), code)
        if values and (who, part) not in folders:
            folders[who, part] = [_folder(by, at, made.case, who, part)]
        known = folders.get((who, part), [])
        for folder in known:
            said.setdefault((who, folder), {})
        if known:
            beside = REACH if code == REACH_ON else code
            said[who, lies.get((who, part, beside), known[-1])][code] = values
    for (who, folder), answers in said.items():
        row = AssessmentPart.objects.create(
            body=by.body, made_at=at, folder_id=folder, case=made.case, assessment=made, person_id=who
        )
        _answer(by, at, row, sheet, about(who), answers)


def _folder(by: Viewer, at: datetime, case: Case, who: UUID | None, part: Part) -> UUID:
    if who is None and part is Part.SUPPORT:
        return case.folder_id
    persons, homes = ([who], []) if who else ([], [case.household_id])
    return open_about(by=by, at=at, subject=new_assessment_ref(), part=part, persons=persons, households=homes).pk


def _answer(
    by: Viewer,
    at: datetime,
    part: AssessmentPart,
    sheet: Sheet,
    whose: About,
    answers: Mapping[str, tuple[str, ...]],
) -> None:
    rows = []
    for code, values in answers.items():
        one = sheet.field_of(whose, code)
        column = "choice" if one is not None and one.chosen else "words"
        common = {"body": by.body, "made_at": at, "folder_id": part.folder_id, "part": part, "code": code}
        rows += [AssessmentAnswer(**common, **{column: value}) for value in values]
    AssessmentAnswer.objects.within(by.body).bulk_create(rows)


def _tell(by: Viewer, at: datetime, made: Assessment, whole: Answers) -> None:
    """Numbers to the book of facts; and somebody who was met or sought that day is a step of the case's ball."""
    count = rules.counted(whole)
    step = rules.step_of(whole, made.heard_on, own_form=bool(made.own_form))
    if step:
        touch_ball(by, at, made.case.ball, TouchKind(step))
    told = AssessmentWritten(edition=made.number, members=count.members, reached=count.reached, refused=count.refused)
    announce(told, by=by, at=at, matter=made.case_id)
    for trouble, members in count.troubles:
        named = TroubleNamed(trouble=trouble, edition=made.number, members=members)
        announce(named, by=by, at=at, matter=made.case_id)
