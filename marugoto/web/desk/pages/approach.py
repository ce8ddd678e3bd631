"""訪ねる: who has not asked and is approached all the same, patiently; one approach with all that was tried; how it goes on."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.intake.queries.notice import get as get_notice
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.participation.actions import approach as acts
from marugoto.participation.codes import ApproachEnd, OutreachGround, RestLifter
from marugoto.participation.queries import approach as approaches
from marugoto.participation.queries.approach import Whose
from marugoto.participation.rules.ground import BY_CODE, grounds_of
from marugoto.people.queries.person import search
from marugoto.web.desk.approaching import NAMELESS, line_of, page_of
from marugoto.web.desk.forms import approach as forms
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """Whose day comes first stands first."""
    chosen = request.GET.get("whose", "team")
    ended = chosen == "ended"
    whose = Whose(chosen) if chosen in set(Whose) else Whose.ALL if ended else Whose.TEAM
    found = approaches.recent(viewer, whose=whose, running=not ended, page=read_page(request.GET.get("page", "1")))
    values = {
        "rows": [line_of(viewer, one) for one in found.rows],
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // approaches.PAGE), 1),
        "whose": chosen if ended else whose.value,
        "tabs": [
            ("mine", _("わたしの担当")),
            ("team", _("わたしの係")),
            ("all", _("見えるものぜんぶ")),
            ("ended", _("おわったもの")),
        ],
    }
    return Page("desk/approaches.html", values)


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    """`notice`: from which notice; its words stand in the form."""
    notice = read_id(request.GET.get("notice", ""))
    told = get_notice(viewer, notice) if notice else None
    initial: dict[str, Any] = {"next_on": local_day(viewer.at)}
    if told is not None:
        row = told.notice
        initial |= {"called": row.who_words[:120], "where": row.where, "source": row.source, "why": row.words}
    return _new_page(viewer, _form(viewer, initial=initial), notice if told else None)


@act(*CASEWORK)
def begin(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form, notice = _form(viewer, request), read_id(request.POST.get("notice", ""))
    if form.is_valid():
        with form_errors(form):
            row = acts.begin_approach(by=viewer, at=at, notice=notice, **form.said())
            messages.success(request, _("訪ねはじめます。次の日は「きょう」に出ます。"))
            return redirect("desk:approach", approach=row.pk)
    return _new_page(viewer, form, notice, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, approach: UUID) -> Page:
    return _page(viewer, approach)


@see(*CASEWORK)
def attempt_new(request: HttpRequest, viewer: Viewer, approach: UUID) -> Page:
    found = _found(viewer, approach)
    return _attempt_page(viewer, found, forms.blank_attempt(found.today, found.proposed))


@act(*CASEWORK)
def attempt(request: HttpRequest, viewer: Viewer, at: datetime, approach: UUID) -> Page | HttpResponse:
    found, form = _found(viewer, approach), forms.AttemptForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            made = acts.log_attempt(by=viewer, at=at, approach=approach, **form.said())
            said = (
                _("残しました。会えなくても、これも仕事です。")
                if not made.moved
                else _("残しました。前より近づきました。")
            )
            messages.success(request, said)
            return redirect("desk:approach", approach=approach)
    return _attempt_page(viewer, found, form, status=422)


@act(*CASEWORK)
def plan(request: HttpRequest, viewer: Viewer, at: datetime, approach: UUID) -> Page | HttpResponse:
    form = forms.ApproachPlanForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            acts.plan_approach(by=viewer, at=at, approach=_found(viewer, approach).approach.pk, **form.cleaned_data)
            messages.success(request, _("計画を残しました。"))
            return redirect("desk:approach", approach=approach)
    return _page(viewer, approach, status=422, plan_form=form)


@act(*CASEWORK)
def rest(request: HttpRequest, viewer: Viewer, at: datetime, approach: UUID) -> Page | HttpResponse:
    form = forms.RestForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = _found(viewer, approach).approach
            made = acts.respect(
                by=viewer,
                at=at,
                approach=row.pk,
                until=said["until"],
                words=said["words"],
                lifter=RestLifter(said["lifter"]),
            )
            messages.success(
                request, _("%(day)sまで訪ねません。その日に「きょう」に出ます。") % {"day": say_day(made.until)}
            )
            return redirect("desk:approach", approach=approach)
    return _page(viewer, approach, status=422, rest_form=form)


@act(*CASEWORK)
def lift(request: HttpRequest, viewer: Viewer, at: datetime, approach: UUID) -> Page | HttpResponse:
    found, form = _found(viewer, approach), forms.LiftForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            if found.resting is None:
                form.add_error(None, _("解く断りがありません。画面を開き直してください。"))
            else:
                words = form.cleaned_data["lift_words"]
                acts.lift(by=viewer, at=at, rest=found.resting.rest.pk, reason=form.reason_code(), words=words)
                messages.success(request, _("断りを解きました。わけが残りました。"))
                return redirect("desk:approach", approach=approach)
    return _page(viewer, approach, status=422, lift_form=form)


@act(*CASEWORK)
def person(request: HttpRequest, viewer: Viewer, at: datetime, approach: UUID) -> Page | HttpResponse:
    """Look for somebody kept already, then say that it is he."""
    _found(viewer, approach)
    chosen, form = read_id(request.POST.get("person", "")), forms.ApproachPersonForm(request.POST)
    if chosen:
        acts.join_person(by=viewer, at=at, approach=approach, person=chosen)
        messages.success(request, _("だれのことかを残しました。"))
        return redirect("desk:approach", approach=approach)
    if form.is_valid():
        with form_errors(form):
            rows = search(viewer, form.cleaned_data["who"]).rows
            if not rows:
                form.add_error("who", _("この言葉では、見える人は見つかりません。"))
            return _page(viewer, approach, status=200 if rows else 422, person_form=form, people=rows)
    return _page(viewer, approach, status=422, person_form=form)


@act(*CASEWORK)
def agree(request: HttpRequest, viewer: Viewer, at: datetime, approach: UUID) -> Page | HttpResponse:
    form = forms.AgreeForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = _found(viewer, approach).approach
            made = acts.agree(
                by=viewer, at=at, approach=row.pk, day=said["agreed_on"], words=said["agreed_words"], wish=said["wish"]
            )
            messages.success(request, _("相談として受けました。これまでの足どりは、相談の画面から読めます。"))
            return redirect("desk:consultation", consultation=made.pk)
    return _page(viewer, approach, status=422, agree_form=form)


@act(*CASEWORK)
def end(request: HttpRequest, viewer: Viewer, at: datetime, approach: UUID) -> Page | HttpResponse:
    form = forms.ApproachEndForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            row = _found(viewer, approach).approach
            acts.end_approach(by=viewer, at=at, approach=row.pk, end=ApproachEnd(said["end"]), words=said["end_words"])
            messages.success(request, _("おわりにしました。記録は残ります。"))
            return redirect("desk:approach", approach=approach)
    return _page(viewer, approach, status=422, end_form=form)


def _found(viewer: Viewer, approach: UUID) -> approaches.ApproachPage:
    found = approaches.get(viewer, approach)
    if found is None:
        raise Http404
    return found


def _form(viewer: Viewer, request: HttpRequest | None = None, **kwargs: Any) -> forms.ApproachForm:
    grounds = grounds_of(directory.profile(viewer.body, local_day(viewer.at)))
    if request is not None:
        return forms.ApproachForm(request.POST, grounds=grounds)
    kwargs["initial"]["ground"] = grounds[0].code.value
    return forms.ApproachForm(grounds=grounds, **kwargs)


def _new_page(viewer: Viewer, form: forms.ApproachForm, notice: UUID | None, status: int = 200) -> Page:
    return Page("desk/approach_new.html", {"form": form, "notice": notice}, status=status)


def _attempt_page(viewer: Viewer, found: approaches.ApproachPage, form: forms.AttemptForm, status: int = 200) -> Page:
    row = found.approach
    resting = found.resting
    values = {
        "approach": row,
        "name": row.called or NAMELESS,
        "plan": found.plan,
        "resting": say_day(resting.rest.until) if resting else "",
        "last": found.attempts[0].words if found.attempts else "",
        "form": form,
    }
    return Page("desk/attempt_new.html", values, status=status)


def _page(viewer: Viewer, approach: UUID, status: int = 200, people: Any = (), **sent: Form) -> Page:
    found = _found(viewer, approach)
    values = page_of(viewer, found, sent) | {
        "people": [(one.person, one.face.name) for one in people],
        "ground": BY_CODE[OutreachGround(found.approach.ground)],
    }
    return Page("desk/approach.html", values, status=status)
