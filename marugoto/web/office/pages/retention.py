"""保存期間と保存の停止: for how long each type of record is kept, and what is not to be destroyed at all for now."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.retention.actions.hold import lift_hold, place_hold
from marugoto.retention.actions.schedule import set_schedule
from marugoto.retention.codes import Counted, RecordKind
from marugoto.retention.labels import COUNTED, HOLD_REASONS, RECORDS, WHAT_GOES
from marugoto.retention.queries.disposal import leads
from marugoto.retention.queries.hold import HoldLine, holds
from marugoto.retention.queries.schedule import ScheduleLine, schedule_book
from marugoto.web.office.forms.retention import HoldForm, LiftForm, ScheduleForm
from marugoto.web.shell.doors import Page, act, form_errors, see

KEEPERS = (Role.PRIVACY, Role.CHIEF, Role.MAYOR)


@see(*KEEPERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _schedule(viewer, ScheduleForm(initial={"since": local_day(viewer.at)}))


@act(*KEEPERS)
def change(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    only_who_leads(viewer)
    form = ScheduleForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = set_schedule(
                by=viewer,
                at=at,
                record=RecordKind(said["record"]),
                years=said["years"],
                counted=Counted(said["counted"]),
                since=said["since"],
                source=said["source"],
                reason=said["reason"],
            )
            messages.success(
                request,
                _("「%(record)s」の保存期間を、%(day)sから第%(number)d版にします。前の版も残ります。")
                % {"record": RECORDS[RecordKind(row.record)], "day": say_day(row.since), "number": row.number},
            )
            return redirect("office:retention")
    return _schedule(viewer, form, status=422)


@see(*KEEPERS)
def hold_list(request: HttpRequest, viewer: Viewer) -> Page:
    return _holds(viewer)


@act(*KEEPERS)
def hold(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    only_who_leads(viewer)
    form = HoldForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            place_hold(
                by=viewer, at=at, number=said["number"], reason=form.why(), words=said["words"], since=said["since"]
            )
            messages.success(request, _("保存を止めました。廃棄の一覧に載りません。"))
            return redirect("office:holds")
    return _holds(viewer, form=form, status=422)


@act(*KEEPERS)
def lift(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    only_who_leads(viewer)
    form = LiftForm(request.POST, holds=hold_choices(holds(viewer)))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = lift_hold(by=viewer, at=at, hold=form.which(), over_on=said["over_on"], words=said["lifted"])
            messages.success(request, _("保存の停止は、%(day)sの前の日までです。") % {"day": say_era(row.until)})
            return redirect("office:holds")
    return _holds(viewer, lifting=form, status=422)


def only_who_leads(viewer: Viewer) -> None:
    """The body's own staff: whoever works under contract, or for another body, meets no page here."""
    if not leads(viewer):
        raise Http404


def _schedule(viewer: Viewer, form: ScheduleForm, status: int = 200) -> Page:
    only_who_leads(viewer)
    now, others = schedule_book(viewer)
    own = sum(bool(line.version) for line in now)
    said = (
        _("%(own)d種類の記録に、この自治体の保存期間があります。") % {"own": own}
        if own
        else _("保存期間は、まだ一つも決まっていません。決まるまで、何も廃棄されません。")
    )
    values = {
        "sentence": said,
        "now": [_line(line, viewer.at) for line in now],
        "others": [_line(line, viewer.at) for line in others],
        "form": form,
    }
    return Page("office/retention.html", values, status=status)


def _line(line: ScheduleLine, now: datetime) -> dict[str, Any]:
    return {
        "record": RECORDS[line.record],
        "what": WHAT_GOES[line.record],
        "set": bool(line.version),
        "version": line.version,
        "years": _("%(years)d年") % {"years": line.years} if line.years else _("ずっと残す"),
        "counted": COUNTED[line.counted] if line.years else "",
        "since": say_era(line.since) if line.since else "",
        "coming": bool(line.since and line.since > local_day(now)),
        "source": line.source,
        "reason": line.reason,
        "who": line.who or _("コマンドから"),
    }


def _holds(viewer: Viewer, status: int = 200, **sent: Any) -> Page:
    only_who_leads(viewer)
    rows = holds(viewer)
    today, count = local_day(viewer.at), sum(line.held for line in rows)
    values = {
        "sentence": _("保存を止めているものが%(count)d件あります。") % {"count": count}
        if count
        else _("保存を止めているものは、ありません。"),
        "rows": [hold_row(line, viewer) for line in rows],
        "form": HoldForm(initial={"since": today}),
        "lifting": LiftForm(holds=hold_choices(rows), initial={"over_on": today}),
        "liftable": bool(hold_choices(rows)),
        **sent,
    }
    return Page("office/holds.html", values, status=status)


def hold_row(line: HoldLine, viewer: Viewer) -> dict[str, Any]:
    return {
        "line": line,
        "number": line.number or _("ひとりの人"),
        "reason": HOLD_REASONS[line.reason],
        "since": say_era(line.since),
        "until": say_era(line.until) if line.until else "",
        "over_on": say_era(line.over_on) if line.over_on else "",
        "own": line.worker == viewer.worker,
    }


def hold_choices(rows: list[HoldLine]) -> list[tuple[str, str]]:
    """Which nobody has ended yet; whoever placed it is told by the rule that another must."""
    return [
        (str(one.hold), f"{one.number or _('ひとりの人')} {HOLD_REASONS[one.reason]} {one.words} {say_era(one.since)}")
        for one in rows
        if one.until is None
    ]
