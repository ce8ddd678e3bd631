"""見直し: the question first, the figures that were stopped for it, an answer for each means, and who took part."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries import ball as balls
from marugoto.evaluation.actions.means_review import (
    cite,
    close_review,
    decide,
    open_review,
    publish_review,
    say_parties,
)
from marugoto.evaluation.codes import PartyStage, ReviewLevel, ReviewSaid
from marugoto.evaluation.labels import EFFECTS, LEVELS
from marugoto.evaluation.queries import means_review as reviews
from marugoto.evaluation.queries.frozen import checked_later, counted_since, picks
from marugoto.evaluation.queries.means_review import ReviewLine, Whole
from marugoto.evaluation.rules.review import WRITERS, may_review
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.review import CiteForm, CloseForm, JoinForm, PublishForm, ReviewForm, RulingForm
from marugoto.web.office.pages.review_words import (
    EFFECT_TONES,
    answer_words,
    citation_words,
    opinion_said,
    parties_said,
    publication_words,
)
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.balls import chip_of
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see

WRITE = tuple(WRITERS)


@see(*THINKERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    rows = reviews.reviews(viewer)
    today = local_day(viewer.at)
    values = {
        "rows": [_line(row, today) for row in rows],
        "sentence": _sentence(rows, today),
        "writes": bool(may_review(viewer.roles)),
    }
    return Page("office/reviews.html", values)


@see(*WRITE)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    """`question` in the address: what another page asks, a decision on whether the programme is needed for instance."""
    return _new(viewer, None, question=request.GET.get("question", "")[:300])


@act(*WRITE)
def start(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = ReviewForm(request.POST, means=_means(viewer))
    if form.is_valid():
        with form_errors(form):
            made = open_review(by=viewer, at=at, **form.said())
            messages.success(request, _("見直しを始めました。次は、問いに答えるのに要る指標を選びます。"))
            return redirect("office:review", review=made.pk)
    return _new(viewer, form, status=422)


@see(*THINKERS)
def show(request: HttpRequest, viewer: Viewer, review: UUID) -> Page:
    return _page(viewer, review)


@act(*WRITE)
def pick(request: HttpRequest, viewer: Viewer, at: datetime, review: UUID) -> Page | HttpResponse:
    form = CiteForm(request.POST, picks=_picks(viewer))
    if form.is_valid():
        with form_errors(form):
            made = cite(by=viewer, at=at, review=review, picked=form.cleaned_data["picked"])
            messages.success(request, _("%(n)d本の値を、いまの値で止めて残しました。") % {"n": len(made)})
            return redirect("office:review", review=review)
    return _page(viewer, review, {"cite_form": form}, status=422)


@act(*WRITE)
def join(request: HttpRequest, viewer: Viewer, at: datetime, review: UUID) -> Page | HttpResponse:
    form = JoinForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            say_parties(by=viewer, at=at, review=review, parties=form.codes(), stage=PartyStage.CAME)
            messages.success(request, _("加わった人の種類を残しました。"))
            return redirect("office:review", review=review)
    return _page(viewer, review, {"join_form": form}, status=422)


@act(*WRITE)
def answer(request: HttpRequest, viewer: Viewer, at: datetime, review: UUID, scope: UUID) -> Page | HttpResponse:
    whole = _found(viewer, review)
    if all(one.scope != scope for one in whole.answers):
        raise Http404
    form = _ruling_form(viewer, whole, scope, request.POST)
    if form.is_valid():
        with form_errors(form):
            decide(by=viewer, at=at, scope=scope, ruling=form.ruling())
            messages.success(request, _("答えを残しました。"))
            return redirect("office:review", review=review)
    return _page(viewer, review, {"scope": scope, "ruling_form": form}, status=422)


@act(*WRITE)
def close(request: HttpRequest, viewer: Viewer, at: datetime, review: UUID) -> Page | HttpResponse:
    form = CloseForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            close_review(by=viewer, at=at, review=review, why_kept=form.cleaned_data["why_kept"])
            messages.success(request, _("見直しを閉じました。変えることは、持ち手のボールになっています。"))
            return redirect("office:review", review=review)
    return _page(viewer, review, {"close_form": form}, status=422)


@act(*WRITE)
def publish(request: HttpRequest, viewer: Viewer, at: datetime, review: UUID) -> Page | HttpResponse:
    form = PublishForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            publish_review(by=viewer, at=at, review=review, **form.said())
            messages.success(request, _("公表したことを残しました。"))
            return redirect("office:review", review=review)
    return _page(viewer, review, {"publish_form": form}, status=422)


def _new(viewer: Viewer, form: ReviewForm | None, *, question: str = "", status: int = 200) -> Page:
    means = _means(viewer)
    values = {"form": form or ReviewForm(means=means, initial={"question": question}), "means": means}
    return Page("office/review_new.html", values, status=status)


def _page(viewer: Viewer, review: UUID, forms: dict[str, Any] | None = None, status: int = 200) -> Page:
    """`forms`: those that came back, with what was typed."""
    whole, forms = _found(viewer, review), forms or {}
    row = whole.review
    going_on = row.closed is None and bool(may_review(viewer.roles))
    held = [one.decision.pk for one in whole.answers if one.decision and one.decision.ball_id]
    faces = balls.faces(viewer, held, companions=False)
    rows = [answer_words(one, local_day(viewer.at)) for one in whole.answers]
    for one in rows:
        face = faces.get(one["decision"].pk) if one["decided"] else None
        one["chip"] = chip_of(face) if face else None
    values: dict[str, Any] = {
        "whole": whole,
        "row": row,
        "level": LEVELS[ReviewLevel(row.level)],
        "due": say_era(row.due),
        "opened": say_era(local_day(row.made_at)),
        "closed": say_era(local_day(row.closed.made_at)) if row.closed else "",
        "invited": parties_said(whole.invited),
        "came": parties_said(whole.came),
        **_figures(viewer, whole),
        "answers": rows,
        "proposals": [{"row": one, "said": opinion_said(one.answer.said)} for one in whole.proposals],
        "going_on": going_on,
        "again": row.closed is not None and bool(may_review(viewer.roles)),
        "sentence": _state_of(whole),
    }
    if going_on:
        values |= _forms(viewer, whole, forms)
    values |= _published(viewer, row, forms)
    return Page("office/review.html", values, status=status)


def _published(viewer: Viewer, row: Any, given: dict[str, Any]) -> dict[str, Any]:
    """Where it was published, or the form for it once it is closed."""
    if hasattr(row, "publication"):
        return {"published": publication_words(row.publication)}
    if row.closed is None or not may_review(viewer.roles):
        return {}
    today = {"published": local_day(viewer.at)}
    return {"publish_form": given.get("publish_form") or PublishForm(initial=today)}


def _figures(viewer: Viewer, whole: Whole) -> dict[str, Any]:
    """What was stopped, and the same figures as they were stopped again when somebody looked whether it helped, or as they were counted
    last."""
    checked = checked_later(viewer, whole.citations)
    later = checked or counted_since(viewer, whole.citations)
    days = {seen.on for some in later.values() for seen in some}
    head = _("ききめを確かめた日の値") if checked else _("いまの値")
    one_day = _("%(head)s(%(day)s)") % {"head": head, "day": say_era(min(days))} if len(days) == 1 else head
    return {
        "citations": [citation_words(one, later.get(one.pk, ())) for one in whole.citations],
        "later": one_day if later else "",
        "days": len(days) > 1,
    }


def _forms(viewer: Viewer, whole: Whole, given: dict[str, Any]) -> dict[str, Any]:
    """The answer is asked of one means at a time: the first that has none, or the one whose form came back."""
    waiting = [one for one in whole.answers if one.decision is None]
    scope = given.get("scope") or (waiting[0].scope if waiting else None)
    asked = next((one for one in whole.answers if one.scope == scope), None)
    return {
        "cite_form": given.get("cite_form") or CiteForm(picks=_picks(viewer)),
        "join_form": given.get("join_form") or JoinForm(initial={"parties": [str(one) for one in whole.invited]}),
        "close_form": given.get("close_form") or CloseForm(),
        "asked": asked,
        "ruling_form": given.get("ruling_form") or (_ruling_form(viewer, whole, scope) if asked else None),
        "waiting": len(waiting),
        "moved": any(one.said in {ReviewSaid.MEANS, ReviewSaid.STOP} for one in whole.answers),
    }


def _ruling_form(viewer: Viewer, whole: Whole, scope: UUID | None, sent: Any = None) -> RulingForm:
    evidence = [(str(one["pk"]), f"{one['name']} {one['said']}") for one in map(citation_words, whole.citations)]
    opinions = [(str(one.pk), one.words) for one in whole.proposals]
    return RulingForm(sent, evidence=evidence, opinions=opinions, teams=team_choices(viewer))


def _found(viewer: Viewer, review: UUID) -> Whole:
    whole = reviews.get(viewer, review)
    if whole is None:
        raise Http404
    return whole


def _means(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(one.pk), f"{one.name}({one.runner})") for one in reviews.running_means(viewer)]


def _picks(viewer: Viewer) -> list[tuple[str, str]]:
    return [(one.key, one.name) for one in picks(viewer)]


def _line(line: ReviewLine, today: date) -> dict[str, Any]:
    row = line.review
    moves = sum(one in {ReviewSaid.MEANS, ReviewSaid.STOP} for one in line.said)
    return {
        "row": row,
        "level": LEVELS[ReviewLevel(row.level)],
        "due": say_day(row.due),
        "closed": say_era(local_day(row.closed.made_at)) if row.closed else "",
        "waiting": line.waiting,
        "means": len(line.said),
        "moves": moves,
        "moved": line.moved,
        "check": say_era(line.checks[0]) if line.checks else "",
        "late": bool(line.checks) and line.checks[0] < today,
        "published": say_era(row.publication.day) if hasattr(row, "publication") else "",
        "seen": [(EFFECTS[one], EFFECT_TONES[one]) for one in line.seen],
        "came": parties_said(line.parties),
    }


def _sentence(rows: list[ReviewLine], today: date) -> str:
    going_on = sum(row.review.closed is None for row in rows)
    moved = sum(row.moved for row in rows)
    if not rows:
        return _("見直しは、まだ一度も始まっていません。")
    said = (
        _("続いている見直しが%(n)dつあります。") % {"n": going_on} if going_on else _("続いている見直しはありません。")
    )
    checks = [day for row in rows for day in row.checks]
    late = sum(day < today for day in checks)
    said += _("これまでに変わった手段は%(n)dつです。") % {"n": moved}
    if late:
        return said + _("ききめを確かめる日を過ぎたものが%(n)dつあります。") % {"n": late}
    return said + (_("そのうち%(n)dつは、ききめをこれから確かめます。") % {"n": len(checks)} if checks else "")


def _state_of(whole: Whole) -> str:
    waiting = sum(one.decision is None for one in whole.answers)
    if whole.review.closed is None:
        return (
            _("あと%(n)dつの手段に答えると、閉じられます。") % {"n": waiting}
            if waiting
            else _("どの手段にも答えがあります。")
        )
    moves = sum(one.said in {ReviewSaid.MEANS, ReviewSaid.STOP} for one in whole.answers)
    done = sum(one.moved for one in whole.answers)
    if not moves:
        return _("手段は変えないと決めました。")
    return _("手段を変えるかやめると決めたものは%(n)dつ、もう変わったものは%(done)dつです。") % {
        "n": moves,
        "done": done,
    }
