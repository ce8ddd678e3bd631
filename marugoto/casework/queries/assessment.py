"""Look at the assessment sheets of a case: each version, and the picture they give together as far as it is open to the viewer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import OuterRef, Subquery

from marugoto.agencies.models import Duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.models import Assessment, AssessmentAnswer, AssessmentPart, Case
from marugoto.casework.queries.need import home_of, shows_home
from marugoto.casework.rules.assessment import REACH, TROUBLES, Spot, merged
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class Version:
    assessment: UUID
    number: int
    sheet: str
    heard_on: date
    heard_time: time | None
    written_at: datetime
    own_form: str
    own_form_at: str
    writer: str
    team: str


@dataclass(frozen=True)
class Standing:
    """What a version says of one person (None: the household) in one part and folder; of `version`, which may be an older one: whoever
    wrote the later ones did not see this folder. Several folders of one part share its fields. `folder` and its subject are for
    actions."""

    person: UUID | None
    part: Part
    version: Version
    folder: UUID
    subject: UUID
    answers: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Filled:
    """A version with everything that stood when it was written. `history` is every version, the newest first."""

    version: Version
    history: tuple[Version, ...]
    parts: tuple[Standing, ...]

    @property
    def answers(self) -> dict[Spot, tuple[str, ...]]:
        return {(one.person, code): said for one in self.parts for code, said in one.answers.items()}


@dataclass(frozen=True)
class Home:
    """Whose sheet it is; `name` is empty where the household's own folder is not open."""

    case: UUID
    household: UUID
    number: str
    name: str


@looking
def home(viewer: Viewer, case: UUID) -> Home | None:
    rows = Case.objects.open_to(viewer).filter(pk=case)
    row = rows.annotate(home=home_of(viewer, "name"), home_folder=home_of(viewer, "folder")).first()
    if row is None:
        return None
    viewer.sight.shows(row.folder_id, Part.SUPPORT)
    shows_home(viewer, row.home_folder)
    return Home(row.pk, row.household_id, row.number, row.home or "")


@dataclass(frozen=True)
class Met:
    """Of one member, in codes: what came of the meeting, and the troubles."""

    reach: str
    troubles: tuple[str, ...]


@looking
def met(viewer: Viewer, case: UUID) -> dict[UUID, Met]:
    """By member the newest that is known, as far as it is open: one query."""
    newest = AssessmentPart.objects.open_to(viewer).filter(
        case=case, person=OuterRef("part__person"), folder=OuterRef("folder")
    )
    rows = (
        AssessmentAnswer.objects.open_to(viewer)
        .filter(part__case=case, part__person__isnull=False, code__in=(REACH, TROUBLES))
        .filter(part=Subquery(newest.order_by("-made_at", "-pk").values("pk")[:1]))
        .order_by("part__made_at", "part__folder", "choice")
    )
    told: dict[UUID, dict[UUID, dict[str, tuple[str, ...]]]] = {}
    for person, folder, code, choice in rows.values_list("part__person", "folder", "code", "choice"):
        viewer.sight.shows(folder, Part.SUPPORT)
        said = told.setdefault(person, {}).setdefault(folder, {})
        said[code] = (*said.get(code, ()), choice)
    return {person: _met(list(folders.values())) for person, folders in told.items()}


def _met(told: list[dict[str, tuple[str, ...]]]) -> Met:
    stands = {code: said for one in merged(told) for code, said in one.items()}
    return Met("".join(stands.get(REACH, ())), stands.get(TROUBLES, ()))


@looking
def case_of(viewer: Viewer, assessment: UUID) -> UUID | None:
    """Of which household a version is; nothing of it is shown."""
    return Assessment.objects.open_to(viewer).filter(pk=assessment).values_list("case_id", flat=True).first()


@looking
def filled(viewer: Viewer, case: UUID, number: int | None = None) -> Filled | None:
    """The version of this number, or the newest: three queries. None: nothing written, or not for these eyes."""
    history = _history(viewer, case)
    version = next((one for one in history if number in {None, one.number}), None)
    if version is None:
        return None
    return Filled(version, tuple(history), tuple(_parts(viewer, case, history, upto=version.number)))


def _history(viewer: Viewer, case: UUID) -> list[Version]:
    writers = Duty.objects.everywhere("the writer of a row the viewer sees").filter(pk=OuterRef("by"))
    rows = Assessment.objects.open_to(viewer).filter(case=case)
    rows = rows.annotate(
        writer=Subquery(writers.values("worker__name")[:1]), team=Subquery(writers.values("team__name")[:1])
    )
    found = []
    for row in rows.order_by("-number"):
        viewer.sight.shows(row.folder_id, Part.SUPPORT)
        found.append(_version(row))
    return found


def _version(row: Assessment) -> Version:
    return Version(
        assessment=row.pk,
        number=row.number,
        sheet=row.sheet,
        heard_on=row.heard_on,
        heard_time=row.heard_time,
        written_at=row.made_at,
        own_form=row.own_form,
        own_form_at=row.own_form_at,
        writer=getattr(row, "writer", "") or "まるごと",
        team=getattr(row, "team", "") or "",
    )


def _parts(viewer: Viewer, case: UUID, history: Iterable[Version], *, upto: int) -> list[Standing]:
    """Of each person and folder the newest that is open, as it stood then, the oldest first; of each field what was told last."""
    versions = {one.assessment: one for one in history if one.number <= upto}
    rows = AssessmentPart.objects.open_to(viewer).filter(case=case, assessment__in=versions).select_related("folder")
    in_turn = sorted(rows, key=lambda one: (versions[one.assessment_id].number, one.folder_id))
    newest = {(row.person_id, row.folder_id): row.pk for row in in_turn}
    kept = [row for row in in_turn if newest[row.person_id, row.folder_id] == row.pk]
    answers = _answers(viewer, list(newest.values()))
    together: dict[tuple[UUID | None, str], list[AssessmentPart]] = {}
    for row in kept:
        viewer.sight.shows(row.folder_id, Part(row.folder.part))
        together.setdefault((row.person_id, row.folder.part), []).append(row)
    return [
        Standing(person, Part(part), versions[row.assessment_id], row.folder_id, row.folder.subject, said)
        for (person, part), told in together.items()
        for row, said in zip(told, merged([answers.get(one.pk, {}) for one in told]), strict=True)
    ]


def _answers(viewer: Viewer, parts: list[UUID]) -> dict[UUID, dict[str, tuple[str, ...]]]:
    found: dict[UUID, dict[str, tuple[str, ...]]] = {}
    rows = AssessmentAnswer.objects.open_to(viewer).filter(part__in=parts).order_by("code", "choice")
    for row in rows:
        said = found.setdefault(row.part_id, {})
        said[row.code] = (*said.get(row.code, ()), row.choice or row.words)
    return found
