"""確かめ: whose turn it is, a round of calls written down at once, and what groups ask to have put right."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.host_link import answer_change
from marugoto.community.actions.place_check import confirm_many
from marugoto.community.actions.place_facts import WHEN
from marugoto.community.actions.place_values import BESIDE
from marugoto.community.codes import DoubtReason
from marugoto.community.labels import DOUBTS, PLACE_FIELDS
from marugoto.community.queries import host_link as links
from marugoto.community.queries import place_check as checks
from marugoto.community.queries.host_link import Request
from marugoto.community.queries.place_check import DueLine, DueList
from marugoto.community.rules.change_request import ASKABLE
from marugoto.community.rules.check import TRIES, age_words
from marugoto.community.rules.place import may_tend
from marugoto.kernel.era import say_whole_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page
from marugoto.web.town.audience import READERS, TENDERS, room_of
from marugoto.web.town.forms.place_check import AnswerForm, RoundForm
from marugoto.web.town.words import plain_day, said, when_words
from marugoto.web.ui.parts import Filter


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    found = _due(request, viewer)
    return _page(viewer, found, RoundForm(places=[line.place.pk for line in found.rows]))


@act(*TENDERS)
def write_round(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """「変わりありません」 of each that was called."""
    found = _due(request, viewer)
    form = RoundForm(request.POST, places=[UUID(one) for one in request.POST.getlist("places") if read_id(one)])
    if form.is_valid():
        with form_errors(form):
            count = confirm_many(by=viewer, at=at, places=form.chosen(), how=form.way())
            messages.success(request, _("%(n)dか所を確かめました。内容は変えていません。") % {"n": count})
            return redirect("town:checks")
    return _page(viewer, found, form, status=422)


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, change_request: UUID) -> Page:
    return _request_page(viewer, _asked(viewer, change_request))


@act(*TENDERS)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, change_request: UUID) -> Page | HttpResponse:
    found = _asked(viewer, change_request)
    form = AnswerForm(request.POST, fields=list(found.asked.wants))
    if form.is_valid():
        with form_errors(form):
            taken = form.cleaned_data["taken"]
            answer_change(by=viewer, at=at, request=change_request, taken=taken, words=form.cleaned_data["words"])
            words = (
                _("%(n)dか所を書き換えました。") % {"n": len(taken)} if taken else _("書き換えずに、答えを残しました。")
            )
            messages.success(request, words)
            return redirect("town:place", place=found.asked.place_id)
    return _request_page(viewer, found, form, status=422)


def sentence_of(found: DueList) -> str:
    if not found.count:
        return _("いま確かめる場所はありません。")
    return _("確かめる番の場所が%(n)dか所あります。") % {"n": found.count}


def _due(request: HttpRequest, viewer: Viewer) -> DueList:
    return checks.due(
        viewer, holder=read_id(request.GET.get("owner", "")), page=read_page(request.GET.get("page", "1"))
    )


def _page(viewer: Viewer, found: DueList, form: RoundForm, status: int = 200) -> Page:
    chosen = set(form["places"].value() or ()) if form.is_bound else set()
    owners = [("", _("すべて")), *((str(team.pk), directory.called(team)) for team in found.teams)]
    values = {
        "found": found,
        "form": form,
        "sentence": sentence_of(found),
        "rows": [_row(line, viewer, chosen) for line in found.rows],
        "filters": [Filter("owner", _("受け持つ係"), owners, str(found.holder or ""))],
        "requests": [
            (
                one.pk,
                one.place.name,
                say_whole_day(local_day(one.made_at)),
                "・".join(_asked_words(one.wants, one.words)),
            )
            for one in links.waiting(viewer)
        ],
        "may_tend": may_tend(viewer.roles),
        **room_of(viewer, "checks"),
    }
    return Page("town/checks.html", values, status=status)


def _row(line: DueLine, viewer: Viewer, chosen: set[str]) -> dict[str, Any]:
    place, today = line.place, local_day(viewer.at)
    return {
        "id": place.pk,
        "name": place.name,
        "phone": place.phone,
        "when": when_words(place),
        "age": age_words(line.confirmed_on, today),
        "tone": "late" if line.confirmed_on else "soon",
        "due": plain_day(line.due_on, today) if line.confirmed_on else "",
        "owner": place.owner.name if place.owner else _("地域づくりの係"),
        "doubt": str(DOUBTS[DoubtReason(line.doubt)]) if line.doubt else "",
        "tries": line.tries,
        "unreachable": line.tries >= TRIES,
        "checked": str(place.pk) in chosen,
    }


def _asked(viewer: Viewer, asked: UUID) -> Request:
    found = links.request(viewer, asked)
    if found is None:
        raise Http404
    return found


def _request_page(viewer: Viewer, found: Request, form: AnswerForm | None = None, status: int = 200) -> Page:
    asked, answered = found.asked, found.answer
    rows = [
        {
            "field": name,
            "label": PLACE_FIELDS[name],
            "was": said(name, asked.was.get(name, "")),
            "now": said(name, getattr(asked.place, name)),
            "becomes": said(name, asked.wants[name]),
            "moved": getattr(asked.place, name) != asked.was.get(name, ""),
            "taken": answered is not None and name in answered.taken,
        }
        for name in ASKABLE
        if name in asked.wants
    ]
    values = {
        "asked": asked,
        "place": asked.place,
        "rows": rows,
        "beside": not WHEN.union(BESIDE).isdisjoint(asked.wants),
        "by_link": asked.link_id is not None,
        "day": say_whole_day(local_day(asked.made_at)),
        "answer": answered,
        "form": form or AnswerForm(fields=list(asked.wants)),
        "may_tend": may_tend(viewer.roles),
        **room_of(viewer, "checks"),
    }
    return Page("town/change_request.html", values, status=status)


def _asked_words(wants: dict[str, str], words: str) -> list[str]:
    told = [str(PLACE_FIELDS[name]) for name in ASKABLE if name in wants]
    return [*told, _("言葉で")] if words else told
