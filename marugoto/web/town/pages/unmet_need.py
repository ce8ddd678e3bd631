"""足りないもの: what people need and the town does not have, without a name; each is somebody's task until it is answered."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.unmet_need import answer_unmet_need, file_unmet_need, go_on, join_unmet_need
from marugoto.community.codes import Interest, Lack, UnmetEnd
from marugoto.community.labels import INTERESTS, LACKS, UNMET_ENDS
from marugoto.community.queries import place as places
from marugoto.community.queries import unmet_need as unmet_needs
from marugoto.community.queries.unmet_need import InList, Missing, Unmet
from marugoto.custody.codes import MatterKind
from marugoto.custody.queries import ball as balls
from marugoto.custody.queries import tower
from marugoto.custody.queries.face import BallFace
from marugoto.kernel.decision import YES, Decision, no
from marugoto.kernel.jst import local_day
from marugoto.web.shell.balls import chip_of, clock_of
from marugoto.web.shell.choices import area_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page
from marugoto.web.shell.matters import theme_words
from marugoto.web.shell.provisions import provisions_for
from marugoto.web.town.audience import READERS, WALKERS, room_of
from marugoto.web.town.forms.unmet_need import AnswerForm, JoinForm, StepForm, UnmetNeedForm
from marugoto.web.town.words import freshness_words, plain_day, said_words, waiting_words, when_words
from marugoto.web.ui.parts import BallChip

OFFERED_PLACES = 20


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    areas = area_choices(viewer)
    return _index(request, viewer, UnmetNeedForm(areas=areas), areas)


@act(*WALKERS)
def file(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """It becomes the task of the writer's own team, which may hand its ball on like any other."""
    areas = area_choices(viewer)
    form = UnmetNeedForm(request.POST, areas=areas)
    if form.is_valid():
        with form_errors(form):
            file_unmet_need(by=viewer, at=at, team=viewer.team, **form.cleaned_data)
            messages.success(request, _("足りないものとして書きました。ボールはあなたの係が持っています。"))
            return redirect("town:unmet")
    return _index(request, viewer, form, areas, status=422)


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, unmet: UUID) -> Page:
    return unmet_page(viewer, unmet, text=request.GET.get("text", "").strip())


@act(*WALKERS)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, unmet: UUID) -> Page | HttpResponse:
    text = request.POST.get("text", "")
    found, _face = _found(viewer, unmet)
    form = AnswerForm(request.POST, places=_offered(viewer, found.need, text))
    if form.is_valid():
        with form_errors(form):
            place = read_id(form.cleaned_data["place"])
            answer_unmet_need(by=viewer, at=at, unmet=unmet, end=form.code(), place=place)
            messages.success(request, _("答えを残しました。待っていた必要の持ち手に知らせました。"))
            return redirect("town:unmet_need", unmet=unmet)
    return unmet_page(viewer, unmet, form=form, text=text, status=422)


@act(*WALKERS)
def step(request: HttpRequest, viewer: Viewer, at: datetime, unmet: UUID) -> Page | HttpResponse:
    form = StepForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            go_on(by=viewer, at=at, unmet=unmet, **form.cleaned_data)
            messages.success(request, _("したことと、次の日を残しました。"))
            return redirect("town:unmet_need", unmet=unmet)
    return unmet_page(viewer, unmet, step_form=form, status=422)


@act(*WALKERS)
def join(request: HttpRequest, viewer: Viewer, at: datetime, unmet: UUID) -> Page | HttpResponse:
    """This one goes on as another: of the same, only one is somebody's work."""
    tasks = [(str(one.pk), _joinable(viewer, one)) for one in unmet_needs.joinable(viewer, unmet)]
    form = JoinForm(request.POST, tasks=tasks)
    if form.is_valid():
        with form_errors(form):
            into = UUID(form.cleaned_data["into"])
            join_unmet_need(by=viewer, at=at, unmet=unmet, into=into)
            messages.success(request, _("一つの仕事にまとめました。"))
            return redirect("town:unmet_need", unmet=into)
    return unmet_page(viewer, unmet, join_form=form, status=422)


def title_of(need: Unmet) -> str:
    """「将棋・囲碁・ゲーム」の場所; without an interest, the trouble it comes from; or what leads to a place."""
    if need.lack != Lack.PLACE and need.lack in set(Lack):
        return str(LACKS[Lack(need.lack)])
    if need.interest in set(Interest):
        return _("「%(interest)s」の場所") % {"interest": INTERESTS[Interest(need.interest)]}
    return _("「%(theme)s」に応える場所") % {"theme": theme_words(need.theme)}


def may_answer(viewer: Viewer, face: BallFace) -> Decision:
    if face.holder.id == viewer.team:
        return YES
    return no(_("答えられるのは、ボールを持っている係だけです。"), _("持ち手に、見つけた場所を知らせてください。"))


def _index(
    request: HttpRequest, viewer: Viewer, form: UnmetNeedForm, areas: list[tuple[str, str]], status: int = 200
) -> Page:
    open_now = tower.all_open(viewer, kind=MatterKind.RESOURCE_TASK, page=read_page(request.GET.get("page", "1")))
    tasks = unmet_needs.in_list(viewer, {face.matter for face in open_now.faces})
    names = dict(areas)
    rows = [_line(viewer, face, tasks[face.matter], names) for face in open_now.faces if face.matter in tasks]
    values = {
        "rows": sorted(rows, key=lambda row: row.next_on or date.max),
        "found": open_now,
        "answered": [_answer_line(viewer, one) for one in unmet_needs.answered(viewer)],
        "form": form,
        **room_of(viewer, "unmet"),
    }
    return Page("town/unmet_needs.html", values, status=status)


@dataclass(frozen=True)
class Row:
    """A task in the list; `waiting` is said to those who make places, and to nobody else."""

    id: UUID
    title: str
    trouble: str
    area: str
    chip: BallChip
    next_on: date | None
    next_words: str
    late: bool
    waiting: str


def _line(viewer: Viewer, face: BallFace, task: InList, areas: dict[str, str]) -> Row:
    today, next_on = local_day(viewer.at), task.next_on
    return Row(
        id=task.need.pk,
        title=title_of(task.need),
        trouble=theme_words(task.need.theme),
        area=areas.get(task.need.area, task.need.area),
        chip=chip_of(face),
        next_on=next_on,
        next_words=plain_day(next_on, today) if next_on else "",
        late=next_on is not None and next_on < today,
        waiting=waiting_words(task.behind) if viewer.has(*WALKERS) else "",
    )


def _answer_line(viewer: Viewer, one: Missing) -> dict[str, object]:
    ending = one.ending
    assert ending is not None  # noqa: S101 — the query answers ended needs only
    return {
        "id": one.need.pk,
        "title": title_of(one.need),
        "end": UNMET_ENDS[UnmetEnd(ending.end)],
        "place": ending.place,
        "day": plain_day(local_day(ending.made_at), local_day(viewer.at)),
    }


def _found(viewer: Viewer, unmet: UUID) -> tuple[Missing, BallFace]:
    found = unmet_needs.get(viewer, unmet)
    if found is None:
        raise Http404
    return found, balls.faces(viewer, matters=[unmet])[unmet]


def _offered(viewer: Viewer, need: Unmet, text: str) -> list[tuple[str, str]]:
    """Places by the words searched for; without words, those where one can do what is missing."""
    found = places.search(viewer, text=text, interest="" if text else need.interest)
    today = local_day(viewer.at)
    return [
        (
            str(line.place.pk),
            "・".join(
                part
                for part in (line.place.name, when_words(line.place), freshness_words(line.confirmed_on, today))
                if part
            ),
        )
        for line in found.rows[:OFFERED_PLACES]
    ]


def unmet_page(
    viewer: Viewer,
    unmet: UUID,
    *,
    form: AnswerForm | None = None,
    step_form: StepForm | None = None,
    join_form: JoinForm | None = None,
    text: str = "",
    status: int = 200,
) -> Page:
    found, face = _found(viewer, unmet)
    need, today = found.need, local_day(viewer.at)
    ours = not found.ending and not found.into and face.holder.id == viewer.team
    joinable = [(str(one.pk), _joinable(viewer, one)) for one in unmet_needs.joinable(viewer, unmet)] if ours else []
    values = {
        "title": title_of(need),
        "need": need,
        "trouble": theme_words(need.theme),
        "area": standing(viewer.body).districts.get(need.area, _("市のどこでも")),
        "since": plain_day(local_day(need.made_at), today),
        "chip": chip_of(face),
        "clock": clock_of(face),
        "ending": _answer_line(viewer, found) if found.ending else None,
        "into": found.into,
        "steps": [(plain_day(local_day(one.made_at), today), one.words) for one in found.steps if one.words],
        "next_words": plain_day(found.next_on, today) if found.next_on else "",
        "late": found.next_on is not None and found.next_on < today,
        **_behind(viewer, found),
        "ours": ours,
        "may_answer": may_answer(viewer, face),
        "form": form or AnswerForm(places=_offered(viewer, need, text) if ours else []),
        "step_form": step_form or StepForm(),
        "join_form": join_form or JoinForm(tasks=joinable),
        "joinable": joinable,
        "text": text,
        "provisions": [] if found.ending or found.into else provisions_for(viewer, lack=need.lack),
        **room_of(viewer, "unmet"),
    }
    return Page("town/unmet_need.html", values, status=status)


def _behind(viewer: Viewer, found: Missing) -> dict[str, object]:
    """How many wait and what their holders answered: for those who make places."""
    if not viewer.has(*WALKERS):
        return {"waiting": "", "said": []}
    behind = unmet_needs.waiting_of(viewer, {found.need.pk})[found.need.pk]
    return {"waiting": waiting_words(behind), "said": said_words(behind) if found.ending else []}


def _joinable(viewer: Viewer, need: Unmet) -> str:
    since = plain_day(local_day(need.made_at), local_day(viewer.at))
    area = standing(viewer.body).districts.get(need.area, _("市のどこでも"))
    return f"{title_of(need)}・{theme_words(need.theme)}・{area}・{since}"
