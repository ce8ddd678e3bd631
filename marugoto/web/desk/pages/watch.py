"""見守り: who looks in on whom, which rounds were missed, the sheet for a round, and the agreements with firms."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.need import case_heads
from marugoto.custody.queries.ball import faces
from marugoto.intake.actions.agreement import begin_agreement, end_agreement
from marugoto.intake.codes import FirmSort
from marugoto.intake.labels import FIRM_SORTS
from marugoto.intake.queries.agreement import agreements as all_agreements
from marugoto.intake.queries.agreement import running as agreements_running
from marugoto.kernel.era import say_day, say_era, say_near
from marugoto.kernel.jst import local_day
from marugoto.participation.actions import watch as acts
from marugoto.participation.codes import Looker, LookResult, WatchEnd
from marugoto.participation.labels import LOOK_RESULTS, LOOKERS, WATCH_ENDS
from marugoto.participation.queries import approach as approaches
from marugoto.participation.queries import watch as watches
from marugoto.participation.queries.approach import Whose
from marugoto.people.queries.person import search
from marugoto.web.desk.approaching import NAMELESS
from marugoto.web.desk.forms.approach import ApproachPersonForm
from marugoto.web.desk.forms.watch import AgreementEndForm, AgreementForm, LookForm, WatchEndForm, WatchForm
from marugoto.web.shell.balls import chip_of, clock_of
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    chosen = request.GET.get("whose", "team")
    ended = chosen == "ended"
    whose = Whose(chosen) if chosen in set(Whose) else Whose.ALL if ended else Whose.TEAM
    found = watches.recent(viewer, whose=whose, running=not ended, page=read_page(request.GET.get("page", "1")))
    values = {
        "rows": [_line(viewer, one) for one in found.rows],
        "count": found.count,
        "missed": found.missed,
        "page": found.page,
        "pages": max(-(-found.count // watches.PAGE), 1),
        "whose": chosen if ended else whose.value,
        "tabs": [
            ("mine", _("わたしの担当")),
            ("team", _("わたしの係")),
            ("all", _("見えるものぜんぶ")),
            ("ended", _("おわったもの")),
        ],
    }
    return Page("desk/watches.html", values)


@see(*CASEWORK)
def sheet(request: HttpRequest, viewer: Viewer) -> Page:
    """On paper: what is due up to the end of the week stands first; with room to write, to be shredded when it is typed in."""
    found = watches.recent(viewer, whose=Whose.TEAM)
    values = {"rows": [_line(viewer, one) for one in found.rows], "day": say_era(local_day(viewer.at))}
    return Page("desk/watch_sheet.html", values)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    near = read_id(request.GET.get("approach", ""))
    told = approaches.get(viewer, near) if near else None
    home = read_id(request.GET.get("case", ""))
    head = case_heads(viewer, {home}).get(home) if home else None
    initial = {"called": told.approach.called, "where": told.approach.where} if told else {}
    initial |= {"called": head.household} if head else {}
    form = WatchForm(initial=initial, agreements=agreements_running(viewer))
    return _new_page(form, near if told else None, home if head else None)


@act(*CASEWORK)
def begin(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = WatchForm(request.POST, agreements=agreements_running(viewer))
    near, home = read_id(request.POST.get("approach", "")), read_id(request.POST.get("case", ""))
    if form.is_valid():
        with form_errors(form):
            row = acts.begin_watch(by=viewer, at=at, approach=near, case=home, **form.said())
            messages.success(request, _("見守りを始めました。次の日をすぎると「きょう」に出ます。"))
            return redirect("desk:watch", watch=row.pk)
    return _new_page(form, near, home, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, watch: UUID) -> Page:
    return _page(viewer, watch)


@act(*CASEWORK)
def look(request: HttpRequest, viewer: Viewer, at: datetime, watch: UUID) -> Page | HttpResponse:
    form = LookForm(request.POST)
    found = _found(viewer, watch)
    if form.is_valid():
        with form_errors(form):
            made = acts.look(by=viewer, at=at, watch=found.watch.pk, **form.said())
            messages.success(request, _looked(LookResult(made.result)))
            return redirect("desk:watch", watch=watch)
    return _page(viewer, watch, status=422, form=form)


@act(*CASEWORK)
def person(request: HttpRequest, viewer: Viewer, at: datetime, watch: UUID) -> Page | HttpResponse:
    """Look for somebody kept already, then say that it is he."""
    found = _found(viewer, watch)
    chosen, form = read_id(request.POST.get("person", "")), ApproachPersonForm(request.POST)
    if chosen:
        with form_errors(form):
            acts.join_watched(by=viewer, at=at, watch=found.watch.pk, person=chosen)
            messages.success(request, _("だれのことかを残しました。これまでの見守りも、この方の記録として守られます。"))
            return redirect("desk:watch", watch=watch)
    elif form.is_valid():
        rows = search(viewer, form.cleaned_data["who"]).rows
        if not rows:
            form.add_error("who", _("この言葉では、見える人は見つかりません。"))
        return _page(viewer, watch, status=200 if rows else 422, people=rows, person_form=form)
    return _page(viewer, watch, status=422, person_form=form)


@act(*CASEWORK)
def end(request: HttpRequest, viewer: Viewer, at: datetime, watch: UUID) -> Page | HttpResponse:
    form = WatchEndForm(request.POST)
    found = _found(viewer, watch)
    if form.is_valid():
        with form_errors(form):
            words = form.cleaned_data["end_words"]
            acts.end_watch(by=viewer, at=at, watch=found.watch.pk, end=form.end_code(), words=words)
            messages.success(request, _("見守りを終えました。"))
            return redirect("desk:watch", watch=watch)
    return _page(viewer, watch, status=422, end_form=form)


@see(*CASEWORK)
def agreements(request: HttpRequest, viewer: Viewer) -> Page:
    return _agreements(viewer)


@act(*CASEWORK)
def agreement_begin(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = AgreementForm(request.POST)
    if form.is_valid():
        said = dict(form.cleaned_data)
        with form_errors(form):
            row = begin_agreement(by=viewer, at=at, sort=FirmSort(said.pop("sort")), **said)
            messages.success(request, _("「%(firm)s」との協定を残しました。") % {"firm": row.firm})
            return redirect("desk:agreements")
    return _agreements(viewer, status=422, form=form)


@act(*CASEWORK)
def agreement_end(request: HttpRequest, viewer: Viewer, at: datetime, agreement: UUID) -> Page | HttpResponse:
    form = AgreementEndForm(request.POST, auto_id=f"end-{agreement}-%s")
    if form.is_valid():
        with form_errors(form):
            row = end_agreement(by=viewer, at=at, agreement=agreement, until=form.cleaned_data["until"])
            messages.success(request, _("「%(firm)s」との協定のおわりを残しました。") % {"firm": row.firm})
            return redirect("desk:agreements")
    return _agreements(viewer, status=422, ending=(agreement, form))


def _new_page(form: WatchForm, near: UUID | None, home: UUID | None, status: int = 200) -> Page:
    """Of whom an approach tells, or a household whose support runs; or of nobody yet."""
    return Page("desk/watch_new.html", {"form": form, "approach": near, "case": home}, status=status)


def _looked(result: LookResult) -> str:
    if result is LookResult.WORRY:
        return _("残しました。きょうのうちに、だれかが様子を見に行ってください。行くまで一覧の上に残ります。")
    if result is LookResult.NOT_SEEN:
        return _("残しました。あした、もう一度見る日として出ます。")
    return _("残しました。")


def _found(viewer: Viewer, watch: UUID) -> watches.WatchPage:
    found = watches.get(viewer, watch)
    if found is None:
        raise Http404
    return found


def _line(viewer: Viewer, one: watches.WatchLine) -> dict[str, Any]:
    today, row = local_day(viewer.at), one.watch
    return {
        "row": row,
        "name": row.called or NAMELESS,
        "looker": one.firm or row.looker_words or LOOKERS[Looker(row.looker)],
        "next": say_near(one.face.due, today) if one.face.due else "",
        "chip": chip_of(one.face, own=viewer.team),
        "late": one.late,
        "last": say_near(one.last, today) if one.last else "",
        "result": LOOK_RESULTS[one.result] if one.result else _("まだ見ていません"),
        "worry": one.result is LookResult.WORRY,
    }


def _page(viewer: Viewer, watch: UUID, status: int = 200, people: Sequence[Any] = (), **sent: Form) -> Page:
    found = _found(viewer, watch)
    row, face = found.watch, faces(viewer, [watch])[watch]
    ours = face.holder.id == viewer.team
    values = {
        "page": found,
        "watch": row,
        "name": row.called or NAMELESS,
        "looker": LOOKERS[Looker(row.looker)],
        "chip": chip_of(face),
        "clock": clock_of(face),
        "ball": face,
        "next": say_day(face.due) if face.due else "",
        "ours": ours,
        "running": found.ending is None,
        "ended": WATCH_ENDS[WatchEnd(found.ending.end)] if found.ending else "",
        "looks": [
            {"one": one, "day": say_day(one.day), "result": LOOK_RESULTS[LookResult(one.result)]} for one in found.looks
        ],
        "form": LookForm(initial={"day": local_day(viewer.at)}),
        "end_form": WatchEndForm(),
        "person_form": ApproachPersonForm(),
        "people": [(one.person, one.face.name) for one in people],
        "may_join": found.person is None and row.approach_id is None,
        "open": next(iter(sent), ""),
        **sent,
        "stray": _stray(found, sent, ours=ours),
    }
    return Page("desk/watch.html", values, status=status)


def _stray(found: watches.WatchPage, sent: Mapping[str, Form], *, ours: bool) -> Form | None:
    """What was sent from a page that has changed since, and has no place on it any more."""
    gone = {"form": found.ending is not None, "end_form": found.ending is not None or not ours}
    gone["person_form"] = found.person is not None or found.watch.approach_id is not None
    return next((form for name, form in sent.items() if gone[name]), None)


def _agreements(
    viewer: Viewer,
    status: int = 200,
    form: AgreementForm | None = None,
    ending: tuple[UUID, AgreementEndForm] | None = None,
) -> Page:
    now, former = all_agreements(viewer)
    ends = dict([ending]) if ending else {}
    if ending and ending[0] not in {row.pk for row in now}:
        raise Http404
    values = {
        "now": [
            {
                "row": row,
                "sort": FIRM_SORTS[FirmSort(row.sort)],
                "since": say_era(row.since),
                "until": say_era(row.until) if row.until else "",
                "end": ends.get(row.pk) or AgreementEndForm(auto_id=f"end-{row.pk}-%s"),
                "open": row.pk in ends,
            }
            for row in now
        ],
        "former": [
            {"row": row, "sort": FIRM_SORTS[FirmSort(row.sort)], "until": say_era(row.until)}
            for row in former
            if row.until
        ],
        "form": form or AgreementForm(initial={"since": local_day(viewer.at)}),
    }
    return Page("desk/agreements.html", values, status=status)
