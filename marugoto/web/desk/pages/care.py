"""Beside the ball: record a step, move along, act for the holder until a day, give it back, begin again."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.need import reopen_need
from marugoto.casework.queries import need as needs
from marugoto.custody.actions import asking, care, lesson, settlement
from marugoto.custody.actions import hand_back as returning
from marugoto.custody.codes import MatterKind, StuckOutcome, TouchKind
from marugoto.custody.labels import LEARNT_CODES, MATTER_KINDS
from marugoto.custody.queries.care import LearntLine, LessonLine, learnt
from marugoto.custody.queries.care import lessons as lessons_of
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import no
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.desk.beside import line_of_lesson
from marugoto.web.desk.forms.care import (
    AnswerForm,
    AskingForm,
    CompanionForm,
    DirectionAnswerForm,
    DirectionForm,
    LearntForm,
    RescueForm,
    StuckForm,
    TouchForm,
)
from marugoto.web.desk.pages.ball import HOLDERS, ball_page, found_ball
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.matters import theme_words
from marugoto.web.ui.parts import Filter


@act(*HOLDERS)
def touch(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    """A step without words: who met, spoke or went there. Words belong into the journal."""
    found = found_ball(viewer, ball)
    form = TouchForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            care.touch(by=viewer, at=at, ball=ball, kind=TouchKind(form.cleaned_data["kind"]))
            messages.success(request, _("記録しました。置かれたままの日数は、きょうから数え直します。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, touch=form)


@act(*HOLDERS)
def stuck(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    """One press, no criteria asked; with what one is stuck may be said with it. The ball stays where it is. Where help was called for
    meanwhile, in another window or by another one, the line is added to that call: nobody writes it twice."""
    found = found_ball(viewer, ball)
    form = StuckForm(request.POST, auto_id="id_stuck_%s")
    if not form.is_valid():
        return ball_page(viewer, found, status=422, stuck_form=form)
    words = form.cleaned_data["words"]
    if not words:
        care.call_stuck(by=viewer, at=at, ball=ball)
        messages.success(request, _("司令塔に知らせました。ボールはそのままです。"))
        return redirect(request.META.get("HTTP_REFERER") or "shell:today")
    with form_errors(form):
        if found.stuck is None:
            care.call_stuck(by=viewer, at=at, ball=ball, words=words)
            messages.success(request, _("司令塔に知らせました。ボールはそのままです。"))
        else:
            care.add_to_call(by=viewer, at=at, ball=ball, words=words)
            messages.success(request, _("「困った」はもう届いていました。何に困っているかを、司令塔に届けました。"))
        return redirect(request.META.get("HTTP_REFERER") or "shell:today")
    return ball_page(viewer, found, status=422, stuck_form=form)


@act(*HOLDERS)
def stuck_words(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    """With what one is stuck, after the press."""
    found = found_ball(viewer, ball)
    if found.stuck is None:
        raise Http404
    form = StuckForm(request.POST, must=True, auto_id="id_stuck_%s")
    if form.is_valid():
        with form_errors(form):
            care.add_to_call(by=viewer, at=at, ball=ball, words=form.cleaned_data["words"])
            messages.success(request, _("何に困っているかを、司令塔に届けました。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, stuck_form=form)


@act(*HOLDERS)
def accompany(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    found = found_ball(viewer, ball)
    form = CompanionForm(request.POST, teams=team_choices(viewer))
    if form.is_valid():
        with form_errors(form):
            care.accompany(by=viewer, at=at, ball=ball, team=UUID(form.cleaned_data["team"]))
            messages.success(request, _("伴走を頼みました。ボールは持ち手のままです。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, companion=form)


@act(*HOLDERS)
def part(request: HttpRequest, viewer: Viewer, at: datetime, companion: UUID) -> HttpResponse:
    """A companion moves along no more."""
    row = care.end_companionship(by=viewer, at=at, companion=companion)
    messages.success(request, _("伴走を終えました。ボールは持ち手のままです。"))
    return redirect("desk:ball", ball=row.ball_id)


@act(Role.COORDINATOR)
def rescue(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    found = found_ball(viewer, ball)
    form = RescueForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            care.rescue(by=viewer, at=at, ball=ball, until=form.cleaned_data["until"])
            messages.success(request, _("預かりました。その日までは、司令塔が持ち手のかわりに動きます。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, rescue=form)


@act(Role.COORDINATOR)
def give_back(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    """Acting is over; what the holder can do itself the next time is kept for the next who asks."""
    found = found_ball(viewer, ball)
    form = LearntForm(request.POST)
    if form.is_valid():
        said = form.taught()
        with form_errors(form):
            care.end_rescue(
                by=viewer, at=at, ball=ball, learnt_code=said.code, learnt_words=said.words, shared=said.shared
            )
            messages.success(request, _("持ち手に返しました。次に役立つことを残しました。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, learnt=form)


@act(*HOLDERS)
def say_learnt(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    """Acting ended by its day: what the holder can do itself the next time is still asked."""
    found = found_ball(viewer, ball)
    form = LearntForm(request.POST, auto_id="id_unsaid_%s")
    if form.is_valid():
        with form_errors(form):
            lesson.say_learnt(by=viewer, at=at, ball=ball, taught=form.taught())
            messages.success(request, _("次に困った人のために残しました。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, unsaid=form)


@act(*HOLDERS)
def hand_back(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> HttpResponse:
    """What was told with it has shut: one press, and those who handed it on hold it again."""
    found_ball(viewer, ball)
    returning.hand_back(by=viewer, at=at, ball=ball)
    messages.success(request, _("渡した係に返しました。ボールはその係が持っています。"))
    return redirect("shell:today")


@act(*HOLDERS)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    """The answer to the call for help on this ball: alone after all, together, or taken until a day."""
    found = found_ball(viewer, ball)
    if found.stuck is None:
        raise Http404
    form = AnswerForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            outcome = StuckOutcome(said["outcome"])
            care.answer_stuck(
                by=viewer, at=at, stuck=found.stuck, outcome=outcome, until=said["until"], taught=form.taught()
            )
            messages.success(request, _("「困った」に答えました。ボールは持ち手のままです。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, answer=form)


@act(*HOLDERS)
def answer_asking(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    """A line to whoever asked how it stands."""
    found = found_ball(viewer, ball)
    form = DirectionAnswerForm(request.POST) if found.asked_until else AskingForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            done = said["done"] == "yes" if "done" in said else None
            asking.answer_asking(by=viewer, at=at, ball=ball, words=said["words"], done=done)
            messages.success(request, _("返事を届けました。ボールはあなたの係のままです。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, asking=form)


@act(Role.COORDINATOR, Role.CHIEF)
def direct(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    """What the holder is to do until a day; the ball stays where it is."""
    found = found_ball(viewer, ball)
    form = DirectionForm(request.POST, auto_id="id_direction_%s")
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            asking.direct(by=viewer, at=at, ball=ball, words=said["words"], due=said["due"])
            messages.success(request, _("指示を届けました。ボールはそのままです。返事は「お知らせ」に届きます。"))
            return redirect("desk:ball", ball=ball)
    return ball_page(viewer, found, status=422, direction=form)


@act(*HOLDERS)
def reopen(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> HttpResponse:
    found = found_ball(viewer, ball)
    if found.matter_kind is MatterKind.NEED:
        if needs.get(viewer, found.matter) is None:
            no(
                "中身があなたの係に開かれていないので、ここからは始められません。", "まとめ役に頼んでください。"
            ).require()
        reopen_need(by=viewer, at=at, need=found.matter)
    else:
        settlement.reopen(by=viewer, at=at, ball=ball)
    messages.success(request, _("もう一度始めました。最後の持ち手が持っています。"))
    return redirect("desk:ball", ball=ball)


@see(*HOLDERS)
def lessons(request: HttpRequest, viewer: Viewer) -> Page:
    """What agencies can do themselves the next time: found by the next who asks, by theme; the viewer's own agency first."""
    theme = request.GET.get("theme", "")
    theme = theme if theme in set(TroubleCode) else ""
    found = lessons_of(viewer, theme=theme)
    themes = [("", _("ぜんぶ")), *((str(code), theme_words(code)) for code in TroubleCode)]
    values = {
        "agencies": _by_agency(viewer, found),
        "count": len(found),
        "own": [said_lesson(one) for one in learnt(viewer, theme=theme)],
        "filters": [Filter("theme", _("テーマ"), themes, theme)],
        "theme": theme_words(theme) if theme else "",
    }
    return Page("desk/lessons.html", values)


def _by_agency(viewer: Viewer, found: list[LessonLine]) -> list[dict[str, Any]]:
    agencies: dict[UUID, dict[str, Any]] = {}
    for one in sorted(found, key=lambda line: line.agency != viewer.agency):
        agency = agencies.setdefault(one.agency, {"name": one.agency_name, "lessons": []})
        agency["lessons"].append(line_of_lesson(one))
    return list(agencies.values())


def said_lesson(line: LearntLine) -> dict[str, Any]:
    return {
        "day": say_day(local_day(line.at)),
        "theme": theme_words(line.theme),
        "kind": MATTER_KINDS[line.matter_kind],
        "holder": line.holder.said,
        "learnt": LEARNT_CODES[line.code],
        "words": line.words,
    }
