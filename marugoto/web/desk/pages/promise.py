"""約束の日: what became of what was promised; for whoever carries the work now."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.promise import end_promise
from marugoto.casework.codes import PromiseEnd
from marugoto.casework.labels import PROMISE_ENDS
from marugoto.casework.queries.journal import Entry, get
from marugoto.kernel.decision import no
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.desk.forms.promise import PromiseForm
from marugoto.web.desk.pages.need import back
from marugoto.web.shell.doors import Page, act, form_errors, see

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, entry: UUID) -> Page:
    return _page(viewer, _promised(viewer, entry), PromiseForm())


@act(*CASEWORK)
def end(request: HttpRequest, viewer: Viewer, at: datetime, entry: UUID) -> Page | HttpResponse:
    found = _promised(viewer, entry)
    if found.promise_on is None:
        no("この記録に、約束の日はありません。", "画面を開き直してください。").require()
    form = PromiseForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            end_promise(by=viewer, at=at, entry=entry, end=PromiseEnd(said["end"]), why=said["why"])
            messages.success(request, _("約束がどうなったかを残しました。"))
            return redirect(*back(viewer, found.case, found.need))
    return _page(viewer, found, form, status=422)


def _promised(viewer: Viewer, entry: UUID) -> Entry:
    """To whom the entry is not open, it is not there."""
    found = get(viewer, entry)
    if found is None:
        raise Http404
    return found


def _page(viewer: Viewer, entry: Entry, form: PromiseForm, status: int = 200) -> Page:
    route, ref = back(viewer, entry.case, entry.need)
    values: dict[str, Any] = {
        "entry": entry,
        "day": say_day(entry.promise_on) if entry.promise_on else "",
        "late": _late(viewer, entry),
        "written": say_day(local_day(entry.happened_at)),
        "ended": PROMISE_ENDS[entry.promise_end] if entry.promise_end else "",
        "form": form,
        "back_route": route,
        "back_ref": ref,
    }
    return Page("desk/promise.html", values, status=status)


def _late(viewer: Viewer, entry: Entry) -> bool:
    return bool(entry.promise_on and entry.promise_end is None and entry.promise_on < local_day(viewer.at))
