"""足りないもの: what people need and the town does not have, without a name; each is somebody's task until it is answered."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.unmet_need import answer_unmet_need, file_unmet_need
from marugoto.community.codes import Interest, UnmetEnd
from marugoto.community.labels import INTERESTS, UNMET_ENDS
from marugoto.community.queries import place as places
from marugoto.community.queries import unmet_need as unmet_needs
from marugoto.community.queries.unmet_need import Missing, Unmet
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
from marugoto.web.town.audience import READERS, WALKERS, room_of
from marugoto.web.town.forms.unmet_need import AnswerForm, UnmetNeedForm
from marugoto.web.town.words import freshness_words, plain_day, when_words

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
    text = request.GET.get("text", "").strip()
    found, face = _found(viewer, unmet)
    return _page(viewer, found, face, AnswerForm(places=_offered(viewer, found.need, text)), text)


@act(*WALKERS)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, unmet: UUID) -> Page | HttpResponse:
    text = request.POST.get("text", "")
    found, face = _found(viewer, unmet)
    form = AnswerForm(request.POST, places=_offered(viewer, found.need, text))
    if form.is_valid():
        with form_errors(form):
            place = read_id(form.cleaned_data["place"])
            answer_unmet_need(by=viewer, at=at, unmet=unmet, end=form.code(), place=place)
            messages.success(request, _("答えを残しました。ボールはおわりになりました。"))
            return redirect("town:unmet")
    return _page(viewer, found, face, form, text, status=422)


def title_of(need: Unmet) -> str:
    """「将棋・囲碁・ゲーム」の場所; without an interest, the trouble it comes from."""
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
    needs = unmet_needs.by_ids(viewer, {face.matter for face in open_now.faces})
    names = dict(areas)
    values = {
        "rows": [_line(face, needs[face.matter], names) for face in open_now.faces if face.matter in needs],
        "found": open_now,
        "answered": [_answer_line(viewer, one) for one in unmet_needs.answered(viewer)],
        "form": form,
        **room_of(viewer, "unmet"),
    }
    return Page("town/unmet_needs.html", values, status=status)


def _line(face: BallFace, need: Unmet, areas: dict[str, str]) -> dict[str, object]:
    return {
        "id": need.pk,
        "title": title_of(need),
        "trouble": theme_words(need.theme),
        "area": areas.get(need.area, need.area),
        "chip": chip_of(face),
        "clock": clock_of(face),
    }


def _answer_line(viewer: Viewer, one: Missing) -> dict[str, object]:
    ending = one.ending
    assert ending is not None  # noqa: S101 — the query answers ended needs only
    return {
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


def _page(viewer: Viewer, found: Missing, face: BallFace, form: AnswerForm, text: str, status: int = 200) -> Page:
    values = {
        "title": title_of(found.need),
        "need": found.need,
        "trouble": theme_words(found.need.theme),
        "area": dict(area_choices(viewer)).get(found.need.area, _("市のどこでも")),
        "since": plain_day(local_day(found.need.made_at), local_day(viewer.at)),
        "chip": chip_of(face),
        "clock": clock_of(face),
        "ending": _answer_line(viewer, found) if found.ending else None,
        "may_answer": may_answer(viewer, face),
        "form": form,
        "text": text,
        **room_of(viewer, "unmet"),
    }
    return Page("town/unmet_need.html", values, status=status)
