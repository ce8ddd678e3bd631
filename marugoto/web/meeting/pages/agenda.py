"""Items, seats, the pledge and the views."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import duties_at_the_table
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.conferences.actions import agenda
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.rules.agenda import may_name
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.queries.conflict import barred
from marugoto.kernel.decision import no
from marugoto.web.meeting.forms.conference import ProposedForm, SeatForm, ViewForm
from marugoto.web.meeting.seats import proposals, seat_choices
from marugoto.web.meeting.sheet import item_address, item_form, sheet
from marugoto.web.shell.balls import how_many
from marugoto.web.shell.doors import Page, act, form_errors

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@act(*CASEWORK)
def put_on(request: HttpRequest, viewer: Viewer, at: datetime, conference: UUID) -> Page | HttpResponse:
    found = conferences.get(viewer, conference)
    if found is None or found.conference.host_id != viewer.team:
        raise Http404
    if not (named := may_name(found.kind)):
        return sheet(viewer, conference, forms={"refused": named}, status=422)
    if "find" in request.POST:
        return sheet(viewer, conference, forms={"item": item_form(viewer, found, request.POST, finding=True)})
    form = item_form(viewer, found, request.POST)
    if form.is_valid():
        with form_errors(form):
            case, basis = UUID(form.cleaned_data["case"]), BasisCode(form.cleaned_data["basis"])
            made = agenda.put_on_agenda(by=viewer, at=at, conference=found.conference, case=case, basis=basis)
            messages.success(request, _("議題に入れました。次は席です。"))
            return redirect(item_address(conference, made.pk))
    return sheet(viewer, conference, forms={"item": form}, status=422)


@act(*CASEWORK)
def seat(request: HttpRequest, viewer: Viewer, at: datetime, item: UUID) -> Page | HttpResponse:
    row = hosted_item(viewer, item)
    form = SeatForm(request.POST, duties=seat_choices(_may_sit(viewer, row)), auto_id=f"seat-{item}-%s")
    if form.is_valid():
        with form_errors(form):
            duty, reason = UUID(form.cleaned_data["duty"]), form.cleaned_data["reason"]
            agenda.take_seat(by=viewer, at=at, item=row, duty=duty, reason=reason)
            messages.success(request, _("席を作りました。資料は、本人が約束を確かめると開きます。"))
            return redirect("meeting:conference", conference=row.conference_id)
    return sheet(viewer, row.conference_id, forms={f"seat-{item}": form}, status=422)


@act(*CASEWORK)
def seats(request: HttpRequest, viewer: Viewer, at: datetime, item: UUID) -> Page | HttpResponse:
    """Everybody who was chosen among those proposed, each with the reason for which the field is wanted."""
    row = hosted_item(viewer, item)
    found, case = conferences.get(viewer, row.conference_id), cases.get(viewer, row.case)
    if found is None or case is None:
        raise Http404
    page = next(one for one in found.items if one.item == item)
    form = ProposedForm(request.POST, proposals=proposals(page, case, _may_sit(viewer, row)))
    if form.is_valid():
        with form_errors(form):
            if not form.chosen():
                no("だれも選ばれていません。", "来てもらう人を一人以上選んでください。").require()
            for duty, reason in form.chosen():
                agenda.take_seat(by=viewer, at=at, item=row, duty=UUID(duty), reason=reason)
            messages.success(
                request,
                _("席を%(n)s作りました。資料は、本人が約束を確かめると開きます。")
                % {"n": how_many(len(form.chosen()))},
            )
            return redirect(item_address(row.conference_id, item))
    return sheet(viewer, row.conference_id, forms={f"proposed-{item}": form}, status=422)


@act(*CASEWORK)
def pledge(request: HttpRequest, viewer: Viewer, at: datetime, seat: UUID) -> HttpResponse:
    row = _seat(viewer, seat)
    agenda.pledge(by=viewer, at=at, seat=row)
    messages.success(request, _("約束を確かめました。この議題の資料が読めます。"))
    return redirect("meeting:conference", conference=row.item.conference_id)


@act(*CASEWORK)
def view(request: HttpRequest, viewer: Viewer, at: datetime, seat: UUID) -> Page | HttpResponse:
    row = _seat(viewer, seat)
    form = ViewForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            agenda.write_view(by=viewer, at=at, seat=row, **form.cleaned_data)
            messages.success(request, _("見立てを書きました。"))
            return redirect("meeting:conference", conference=row.item.conference_id)
    return sheet(viewer, row.item.conference_id, forms={f"view-{seat}": form}, status=422)


def _may_sit(viewer: Viewer, item: Any) -> list[Any]:
    """Whoever works here, without those who are out of the question for this household: as the page lists them."""
    out = barred(viewer, {item.case}).get(item.case, frozenset())
    return [duty for duty in duties_at_the_table(viewer) if duty.worker_id not in out]


def hosted_item(viewer: Viewer, item: UUID) -> Any:
    """Raises Http404 for all but the host's team."""
    row = conferences.item(viewer, item)
    if row is None or row.conference.host_id != viewer.team:
        raise Http404
    return row


def _seat(viewer: Viewer, seat: UUID) -> Any:
    """One's own seat; anybody else's is not there."""
    row = conferences.seat(viewer, seat)
    if row is None or row.duty_id != viewer.duty:
        raise Http404
    return row
