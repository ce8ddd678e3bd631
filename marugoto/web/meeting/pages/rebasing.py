"""会議の外に出す: words of an item leave its ring on consent, chosen with a reason; and what came so to one's own team."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import called, holding_teams
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.actions.rebasing import rebase
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import rebasing
from marugoto.conferences.queries.rebasing import RebasedLine
from marugoto.conferences.rules.rebasing import may_choose
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.rules.basis import BY_CODE
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.meeting.forms.rebasing import RebaseForm
from marugoto.web.meeting.pages.agenda import CASEWORK
from marugoto.web.meeting.sheet import item_address
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """What one's own team was told out of conferences at which it did not sit."""
    rows = [_line(one) for one in rebasing.told_us(viewer)]
    return Page("meeting/rebased_list.html", {"rows": rows, "count": len(rows)})


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, item: UUID) -> Page:
    """What of that item was told to us; for the host's team all that left it. For others it is not there."""
    lines = rebasing.of_item(viewer, item)
    if not lines:
        _read(viewer, item)
    ours = any(one.receiver != viewer.team for one in lines) or not lines
    values = {"rows": [_line(one) for one in lines], "ours": ours, "consent": BY_CODE[BasisCode.CONSENT]}
    return Page("meeting/rebased.html", values)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer, item: UUID) -> Page:
    """For whoever hosts and reads the item; who may not choose reads why, and whom to ask."""
    row, page = _read(viewer, item)
    form = RebaseForm(teams=_teams(viewer), initial={"words": page.minutes})
    return _page(viewer, row, form)


@act(*CASEWORK)
def send(request: HttpRequest, viewer: Viewer, at: datetime, item: UUID) -> Page | HttpResponse:
    row, _item = _read(viewer, item)
    form = RebaseForm(request.POST, teams=_teams(viewer))
    if form.is_valid():
        said, to = form.cleaned_data, read_id(form.cleaned_data["to"])
        with form_errors(form):
            if to is not None:
                rebase(by=viewer, at=at, item=row, to=to, words=said["words"], reason=said["reason"])
                messages.success(
                    request, _("同意を根拠に移しました。その係が読めます。もとの議題は、会議の中に残っています。")
                )
                return redirect("meeting:rebased", item=item)
    return _page(viewer, row, form, status=422)


def _read(viewer: Viewer, item: UUID) -> tuple[Any, Any]:
    """Raises Http404 for all but the host's team, and where the item is shut."""
    row = conferences.item(viewer, item)
    if row is None or row.conference.host_id != viewer.team:
        raise Http404
    found = conferences.get(viewer, row.conference_id)
    page = next((one for one in found.items if one.item == item), None) if found else None
    if page is None or not page.open:
        raise Http404
    return row, page


def _page(viewer: Viewer, row: Any, form: RebaseForm, status: int = 200) -> Page:
    values: dict[str, Any] = {
        "item": row,
        "basis": BY_CODE[BasisCode(row.basis)],
        "consent": BY_CODE[BasisCode.CONSENT],
        "may": may_choose(roles=viewer.roles, hosts=True, contracted=viewer.contracted),
        "form": form,
        "before": [_line(one) for one in rebasing.of_item(viewer, row.pk)],
        "back": item_address(row.conference_id, row.pk),
        "case": row.case,
    }
    return Page("meeting/rebase.html", values, status=status)


def _teams(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(team.pk), called(team)) for team in holding_teams(viewer) if team.pk != viewer.team]


def _line(one: RebasedLine) -> dict[str, Any]:
    ground = BY_CODE[one.from_basis]
    return {"line": one, "day": say_day(local_day(one.at)), "said_on": f"{ground.name}({ground.article})"}
