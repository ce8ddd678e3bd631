"""声: whoever works here brings what should be otherwise, his own or somebody's who told him, and reads what became of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries import ball as balls
from marugoto.evaluation.actions.opinion import answer_opinion, give_opinion, say_told
from marugoto.evaluation.codes import Party, ReviewSaid
from marugoto.evaluation.labels import PARTIES, SAID, TOLD_OF
from marugoto.evaluation.queries import means_review as reviews
from marugoto.evaluation.queries import opinion as opinions
from marugoto.evaluation.queries.opinion import OpinionLine
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.opinion import OpinionAnswerForm, OpinionForm, ToldForm
from marugoto.web.office.pages.review_words import change_words, opinion_said
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.balls import chip_of
from marugoto.web.shell.doors import Page, act, form_errors, see


@see()
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _index(viewer, OpinionForm(means=_means(viewer)))


@act()
def give(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = OpinionForm(request.POST, means=_means(viewer))
    if form.is_valid():
        with form_errors(form):
            made = give_opinion(by=viewer, at=at, **form.said())
            messages.success(
                request, _("声を届けました。%(day)sまでに返事をします。") % {"day": say_day(made.answer_by)}
            )
            return redirect("office:opinion", opinion=made.pk)
    return _index(viewer, form, status=422)


@see()
def show(request: HttpRequest, viewer: Viewer, opinion: UUID) -> Page:
    return _page(viewer, opinion)


@act()
def answer(request: HttpRequest, viewer: Viewer, at: datetime, opinion: UUID) -> Page | HttpResponse:
    form = OpinionAnswerForm(request.POST, reviews=_open(viewer))
    page = _page(viewer, opinion, {"answer_form": form}, status=422)
    if form.is_valid():
        with form_errors(form):
            answer_opinion(by=viewer, at=at, opinion=opinion, **form.answer())
            messages.success(request, _("返事をしました。届けた係に知らせました。"))
            return redirect("office:opinion", opinion=opinion)
    return page


@act()
def tell(request: HttpRequest, viewer: Viewer, at: datetime, opinion: UUID) -> Page | HttpResponse:
    form = ToldForm(request.POST)
    page = _page(viewer, opinion, {"told_form": form}, status=422)
    if form.is_valid():
        with form_errors(form):
            say_told(by=viewer, at=at, opinion=opinion, of=form.code(), words=form.cleaned_data["how"])
            messages.success(request, _("伝えたことを残しました。"))
            return redirect("office:opinion", opinion=opinion)
    return page


def _index(viewer: Viewer, form: OpinionForm, status: int = 200) -> Page:
    thinks = viewer.has(*THINKERS)
    rows = opinions.opinions(viewer, everybody=thinks)
    waiting = sum(one.answer is None for one in rows)
    said = (
        _("返事を待つ声が%(n)dつあります。") % {"n": waiting}
        if waiting
        else _("返事を待つ声はありません。")
        if rows
        else _("困ること、こうだとよいことを、ここから届けられます。")
    )
    values = {"rows": [_line(one) for one in rows], "sentence": said, "form": form, "thinks": thinks}
    return Page("office/opinions.html", values, status=status)


def _page(viewer: Viewer, opinion: UUID, forms: dict[str, Any] | None = None, status: int = 200) -> Page:
    """To the team that brought it, to whoever holds it, and to those who plan; to others it is not there."""
    found = opinions.get(viewer, opinion)
    if found is None:
        raise Http404
    face = balls.faces(viewer, [opinion], companions=False)[opinion]
    holds, brought, thinks = face.holder.id == viewer.team, found.row.team == viewer.team, viewer.has(*THINKERS)
    if not (holds or brought or thinks):
        raise Http404
    untold = found.untold()
    values: dict[str, Any] = {
        **_line(found),
        "chip": chip_of(face),
        "thinks": thinks,
        "answer": found.answer,
        "answer_said": opinion_said(found.answer.said) if found.answer else "",
        "decisions": [
            {
                "one": one,
                "said": SAID[ReviewSaid(one.said)],
                "change": change_words(getattr(one, "change", None), local_day(viewer.at)),
            }
            for one in found.decisions
        ],
        "told": [TOLD_OF[one] for one in sorted(found.told)],
        "answer_form": OpinionAnswerForm(reviews=_open(viewer)) if holds and not found.answer else None,
        "told_form": ToldForm(initial={"of": untold[-1]}) if untold and (brought or thinks) else None,
    }
    sent = {name: form for name, form in (forms or {}).items() if values[name] is not None}
    return Page("office/opinion.html", values | sent, status=status)


def _line(line: OpinionLine) -> dict[str, Any]:
    row = line.row
    return {
        "row": row,
        "party": PARTIES[Party(row.party)],
        "given": say_era(local_day(row.made_at)),
        "answer_by": say_day(row.answer_by),
        "by_name": line.by_name,
        "state": _state(line),
    }


def _state(line: OpinionLine) -> str:
    """How far it came: opinion → proposal → decision → change."""
    if line.changes:
        return _("手段が変わりました")
    if line.decisions:
        return _("決まりました")
    if line.answer is None:
        return _("返事を待っています")
    return opinion_said(line.answer.said)


def _means(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in reviews.running_means(viewer)]


def _open(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(one.pk), one.question) for one in reviews.open_reviews(viewer)]
