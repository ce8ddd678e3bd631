"""Is somebody known to another office? Ask with a reason and a ground; be told; answer."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import called, names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, PurposeState
from marugoto.disclosure.queries.purpose import own
from marugoto.disclosure.rules.basis import BY_CODE
from marugoto.intake.actions.inquiry import answer_inquiry, inquire
from marugoto.intake.codes import InquiryAnswer, InquiryReason
from marugoto.intake.labels import INQUIRY_ANSWERS, INQUIRY_REASONS
from marugoto.intake.queries import inquiry as inquiries
from marugoto.intake.queries.inquiry import InquiryLine, OfficeLine
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.people.rules.pointer import may_ask
from marugoto.web.desk.forms.inquiry import InquiryAnswerForm, InquiryForm
from marugoto.web.desk.pointed import carried
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """Where a search before writing found nobody, what was typed there stands in the form."""
    return _index_page(viewer, InquiryForm(initial=carried(request.GET.dict()), purposes=_purposes(viewer)))


@act(*CASEWORK)
def send(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    """Answered with a redirect also where nothing is found: the question is counted and kept."""
    form = InquiryForm(request.POST, purposes=_purposes(viewer))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = inquire(
                by=viewer,
                at=at,
                reason=InquiryReason(said["reason"]),
                basis=BasisCode(said["basis"]),
                name=said["name"],
                birth=said["birth"],
                phone=said["phone"],
                purpose=read_id(said.get("purpose", "")),
            )
            return redirect("desk:inquiry", inquiry=row.pk)
    return _index_page(viewer, form, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, inquiry: UUID) -> Page:
    page = inquiries.get(viewer, inquiry)
    if page is None:
        raise Http404
    values = {
        "line": _line(page.line),
        "sentence": _sentence(page.offices),
        "offices": [_office(one) for one in page.offices],
    }
    return Page("desk/inquiry.html", values)


@see(*CASEWORK)
def inquired(request: HttpRequest, viewer: Viewer, inquired: UUID) -> Page:
    return _inquired_page(viewer, inquired, InquiryAnswerForm())


@act(*CASEWORK)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, inquired: UUID) -> Page | HttpResponse:
    form = InquiryAnswerForm(request.POST)
    page = _inquired_page(viewer, inquired, form, status=422)
    if form.is_valid():
        with form_errors(form):
            said = InquiryAnswer(form.cleaned_data["answer"])
            answer_inquiry(by=viewer, at=at, inquired=inquired, answer=said)
            messages.success(request, _("答えました。相手の「きょう」に届きます。ボールはおわりになりました。"))
            return redirect("desk:inquired", inquired=inquired)
    return page


def _index_page(viewer: Viewer, form: InquiryForm, status: int = 200) -> Page:
    """Whether the asker belongs to the house itself is asked when the question is sent."""
    values = {
        "form": form,
        "may": may_ask(viewer.roles, contracted=viewer.contracted, own_staff=True),
        "lines": [_line(one) for one in inquiries.sent(viewer)],
    }
    return Page("desk/inquiries.html", values, status=status)


def _inquired_page(viewer: Viewer, inquired: UUID, form: InquiryAnswerForm, status: int = 200) -> Page:
    page = inquiries.inquired_of_us(viewer, inquired)
    if page is None:
        raise Http404
    asker = names_of_duties([page.by])[page.by]
    ground = BY_CODE[page.basis]
    values = {
        "page": page,
        "form": form,
        "asker": asker.worker.name,
        "office": called(asker.team),
        "phone": asker.team.phone,
        "day": say_era(local_day(page.at)),
        "reason": INQUIRY_REASONS[page.reason],
        "basis": f"{ground.name}({ground.article})",
        "answered": INQUIRY_ANSWERS[page.answer] if page.answer else "",
    }
    return Page("desk/inquired.html", values, status=status)


def _purposes(viewer: Viewer) -> list[tuple[str, str]]:
    """What was decided for our team and is in force: to whom, and why; who it is about is compared when the question is sent."""
    return [
        (str(one.request), f"{one.receiver_name} — {one.reason}")
        for one in own(viewer)
        if one.state is PurposeState.AGREED
    ]


def _line(one: InquiryLine) -> dict[str, Any]:
    ground = BY_CODE[one.basis]
    who = " ".join(part for part in (one.name, say_era(one.birth) if one.birth else "", one.phone) if part)
    return {
        "inquiry": one.inquiry,
        "who": who,
        "day": say_era(local_day(one.at)),
        "reason": INQUIRY_REASONS[one.reason],
        "basis": f"{ground.name}({ground.article})",
    }


def _office(one: OfficeLine) -> dict[str, str | bool]:
    return {
        "called": one.called,
        "phone": one.phone,
        "ours": one.ours,
        "answer": str(INQUIRY_ANSWERS[one.answer]) if one.answer else "",
        "day": say_era(local_day(one.answered_at)) if one.answered_at else "",
    }


def _sentence(offices: tuple[OfficeLine, ...]) -> str:
    if not offices:
        return _("尋ねられる記録は、見つかりませんでした。")
    others = [one for one in offices if not one.ours]
    if not others:
        return _("あなたの係に記録があります。「さがす」で見つかります。")
    if all(one.answer for one in others):
        return _("記録があります。答えが届いています。")
    return _("記録があります。答えを待っています。")
