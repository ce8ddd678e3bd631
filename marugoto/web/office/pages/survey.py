"""調査: what was asked of whom and how it came out, with its history; six of the forty are counted from it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.survey import take_wave_back, write_wave
from marugoto.evaluation.codes import SurveyQuestion
from marugoto.evaluation.indicators import BY_CODE
from marugoto.evaluation.queries import survey as surveys
from marugoto.evaluation.rules.survey import QUESTION_OF, QUESTIONS, Question
from marugoto.evaluation.rules.thinking import WRITERS, may_think
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.survey import TakeBackForm, WaveForm
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_page
from marugoto.web.ui.parts import Filter

PAGE = 30
SAME = ("since", "until", "population", "asked", "answered", "counted", "first", "source")


@see(*THINKERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """All that was asked, the newest first, and what nobody was asked yet."""
    found = surveys.waves(viewer)
    chosen = _question_in(request)
    shown = [row for row in found if chosen is None or row.question == chosen.code]
    page = read_page(request.GET.get("page", "1"))
    asked = {row.question for row in found}
    values = {
        "sentence": _sentence(len(found), len(asked)),
        "rows": [_line(row) for row in shown[(page - 1) * PAGE : page * PAGE]],
        "count": _("%(count)d件") % {"count": len(shown)},
        "filters": [_filter(chosen)],
        "shown": len(shown),
        "size": PAGE,
        "page": page,
        "pages": max(-(-len(shown) // PAGE), 1),
        "questions": [_question_line(one, asked) for one in QUESTIONS if chosen in {None, one}],
        "writes": bool(may_think(viewer.roles, contracted=viewer.contracted)),
    }
    return Page("office/surveys.html", values)


@see(*WRITERS)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    question = _question_in(request) or QUESTIONS[-1]
    return _new(question, WaveForm(question=question))


@act(*WRITERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    question = _question(request.POST.get("question", ""))
    form = WaveForm(request.POST, question=question or QUESTIONS[-1])
    if question is None:
        form.add_error(None, _("どの問いの調査かがわかりません。「ほかの問い」から選び直してください。"))
    if form.is_valid():
        with form_errors(form):
            row = write_wave(by=viewer, at=at, said=form.said())
            messages.success(request, _("調査の数を残しました。少しして数えなおすと、指標に出ます。"))
            return redirect("office:survey", survey=row.line)
    return _new(form.question, form, status=422)


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, survey: UUID) -> Page:
    return _show(viewer, survey)


@act(*WRITERS)
def change(request: HttpRequest, viewer: Viewer, at: datetime, survey: UUID) -> Page | HttpResponse:
    editions = _editions(viewer, survey)
    form = WaveForm(request.POST, question=surveys.question_of(editions[0]), again=True)
    if form.is_valid():
        with form_errors(form):
            write_wave(by=viewer, at=at, said=form.said(), line=survey, reason=form.cleaned_data["reason"])
            messages.success(request, _("直しました。前の数も、下に残ります。"))
            return redirect("office:survey", survey=survey)
    return _show(viewer, survey, form=form, status=422)


@act(*WRITERS)
def take_back(request: HttpRequest, viewer: Viewer, at: datetime, survey: UUID) -> Page | HttpResponse:
    _editions(viewer, survey)
    form = TakeBackForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            take_wave_back(by=viewer, at=at, line=survey, reason=form.cleaned_data["why"])
            messages.success(request, _("取り消しました。少しして数えなおすと、指標からも外れます。"))
            return redirect("office:survey", survey=survey)
    return _show(viewer, survey, back=form, status=422)


def _new(question: Question, form: WaveForm, status: int = 200) -> Page:
    values = {
        "form": form,
        "question": question,
        "indicator": BY_CODE[question.indicator],
        "others": [_question_line(one, set()) for one in QUESTIONS if one is not question],
    }
    return Page("office/survey_new.html", values, status=status)


def _show(
    viewer: Viewer,
    survey: UUID,
    *,
    form: WaveForm | None = None,
    back: TakeBackForm | None = None,
    status: int = 200,
) -> Page:
    editions = _editions(viewer, survey)
    row = editions[0]
    question = surveys.question_of(row)
    known = {name: getattr(row, name) for name in SAME}
    values = {
        "row": row,
        "line": _line(row),
        "question": question,
        "indicator_url": reverse("office:indicator", args=[question.indicator]),
        "editions": [{"line": _line(one), "row": one, "day": say_era(local_day(one.made_at))} for one in editions],
        "form": form or WaveForm(initial=known, question=question, again=True),
        "back": back or TakeBackForm(),
        "writes": bool(may_think(viewer.roles, contracted=viewer.contracted)) and not row.gone,
    }
    return Page("office/survey.html", values, status=status)


def _editions(viewer: Viewer, survey: UUID) -> list[Any]:
    editions = surveys.editions(viewer, survey)
    if not editions:
        raise Http404
    return editions


def _sentence(waves: int, asked: int) -> str:
    if not waves:
        return _("残した調査は、まだありません。")
    return _("残した調査は%(waves)d回。%(of)dの問いのうち、%(asked)dつをたずねています。") % {
        "waves": waves,
        "of": len(QUESTIONS),
        "asked": asked,
    }


def _line(row: surveys.Row) -> dict[str, Any]:
    """Each number with its word: a table shows them apart, a history in one line."""
    question = surveys.question_of(row)
    return {
        "row": row,
        "question": question,
        "when": _("%(since)sから%(until)sまで") % {"since": say_era(row.since), "until": say_era(row.until)},
        "asked": f"{row.asked:,}",
        "answered": f"{row.answered:,}",
        "rate": f"{round(row.answered * 100 / row.asked)}%",
        "counted": f"{row.counted:,}",
        "first": "" if row.first is None else f"{row.first:,}",
        "words": surveys.inside(row),
        "url": reverse("office:survey", args=[row.line]),
    }


def _question_line(one: Question, asked: set[str]) -> dict[str, Any]:
    return {
        "question": one,
        "asked": one.code in asked,
        "record": getattr(BY_CODE[one.indicator], "record", ""),
        "url": f"{reverse('office:survey_new')}?question={one.code}",
        "indicator_url": reverse("office:indicator", args=[one.indicator]),
    }


def _filter(chosen: Question | None) -> Filter:
    choices = [("", _("すべて")), *((one.code.value, one.name) for one in QUESTIONS)]
    return Filter(name="question", label=_("問い"), choices=choices, value=chosen.code.value if chosen else "")


def _question_in(request: HttpRequest) -> Question | None:
    return _question(request.GET.get("question", ""))


def _question(code: str) -> Question | None:
    return QUESTION_OF[SurveyQuestion(code)] if code in set(SurveyQuestion) else None
