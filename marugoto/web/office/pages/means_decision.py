"""決めたこと: what was decided of one means, in whose hands it is, what is otherwise now, and whether it helped."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries import ball as balls
from marugoto.evaluation.actions.means_change import change_means, check_effect, undo_change
from marugoto.evaluation.codes import ReviewSaid
from marugoto.evaluation.queries import means_review as reviews
from marugoto.evaluation.queries.means_review import Answered
from marugoto.evaluation.rules.review import may_review
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.review import ChangeForm, EffectForm, UndoForm
from marugoto.web.office.pages.review_words import answer_words
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.balls import chip_of
from marugoto.web.shell.doors import Page, act, form_errors, see


@see()
def show(request: HttpRequest, viewer: Viewer, means_decision: UUID) -> Page:
    return _page(viewer, means_decision)


@act()
def change(request: HttpRequest, viewer: Viewer, at: datetime, means_decision: UUID) -> Page | HttpResponse:
    form = ChangeForm(request.POST)
    page = _page(viewer, means_decision, {"change_form": form}, status=422)
    if form.is_valid():
        with form_errors(form):
            change_means(by=viewer, at=at, decision=means_decision, **form.said())
            messages.success(request, _("変わったことを残しました。ききめを確かめる日に、きょうの画面に出ます。"))
            return redirect("office:means_decision", means_decision=means_decision)
    return page


@act()
def effect(request: HttpRequest, viewer: Viewer, at: datetime, means_decision: UUID) -> Page | HttpResponse:
    form = EffectForm(request.POST)
    page = _page(viewer, means_decision, {"effect_form": form}, status=422)
    if form.is_valid():
        with form_errors(form):
            words = form.cleaned_data["words"]
            check_effect(by=viewer, at=at, decision=means_decision, said=form.code(), words=words)
            messages.success(request, _("ききめを残しました。この仕事のボールは終わりです。"))
            return redirect("office:means_decision", means_decision=means_decision)
    return page


@act()
def undo(request: HttpRequest, viewer: Viewer, at: datetime, means_decision: UUID) -> Page | HttpResponse:
    form = UndoForm(request.POST)
    page = _page(viewer, means_decision, {"undo_form": form}, status=422)
    if form.is_valid():
        with form_errors(form):
            undo_change(by=viewer, at=at, decision=means_decision, reason=form.cleaned_data["undone"])
            messages.success(request, _("元に戻したことを残しました。"))
            return redirect("office:means_decision", means_decision=means_decision)
    return page


def _page(viewer: Viewer, decision: UUID, forms: dict[str, Any] | None = None, status: int = 200) -> Page:
    """To whoever holds it, and to those who plan; to others it is not there."""
    found = reviews.decision(viewer, decision)
    if found is None:
        raise Http404
    review, one = found
    face = balls.faces(viewer, [decision], companions=False).get(decision)
    holds, thinks = face is not None and face.holder.id == viewer.team, viewer.has(*THINKERS)
    if not (holds or thinks):
        raise Http404
    made = one.change
    checked, undone = hasattr(made, "check_made"), hasattr(made, "undoing")
    today = local_day(viewer.at)
    values: dict[str, Any] = {
        "review": review,
        "thinks": thinks,
        "one": answer_words(one, today, figures=thinks),
        "chip": chip_of(face) if face else None,
        "sentence": _sentence(one, moves=face is not None, checked=checked, undone=undone),
        "change_form": ChangeForm(initial={"effective": today}) if holds and made is None else None,
        "effect_form": EffectForm() if holds and made is not None and not checked else None,
        "check_on": say_era(made.check_on) if made is not None and today < made.check_on else "",
        "undo_form": UndoForm() if made is not None and not undone and may_review(viewer.roles) else None,
    }
    sent = {name: form for name, form in (forms or {}).items() if values[name] is not None}
    return Page("office/means_decision.html", values | sent, status=status)


def _sentence(one: Answered, *, moves: bool, checked: bool, undone: bool) -> str:
    stops = one.said is ReviewSaid.STOP
    if not moves:
        said = _("「%(name)s」は、いまの手段を続けます。")
    elif undone:
        said = (
            _("「%(name)s」は、いちどやめて、元に戻しました。")
            if stops
            else _("「%(name)s」は、変えてから元に戻しました。")
        )
    elif checked:
        said = (
            _("「%(name)s」はやめて、ききめも確かめました。")
            if stops
            else _("「%(name)s」は変わり、ききめも確かめました。")
        )
    elif one.change is not None:
        said = (
            _("「%(name)s」はやめました。ききめを確かめるまで、ボールは持ち手にあります。")
            if stops
            else _("「%(name)s」は変わりました。ききめを確かめるまで、ボールは持ち手にあります。")
        )
    else:
        said = (
            _("「%(name)s」をやめることになっています。やめたら、何がどう変わったかを残します。")
            if stops
            else _("「%(name)s」を変えることになっています。変わったら、何がどう変わったかを残します。")
        )
    return said % {"name": one.means.name}
