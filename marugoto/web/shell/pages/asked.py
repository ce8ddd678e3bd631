"""あなたの閲覧について: what the privacy officer asked of this worker, and the answer in a few words."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.sign import answer_sign
from marugoto.disclosure.labels import SIGNS
from marugoto.disclosure.queries.sign import asked_of
from marugoto.disclosure.rules.watch import Verdict
from marugoto.kernel.era import say_moment
from marugoto.web.shell.doors import Page, act, form_errors, see


class AnswerForm(forms.Form):
    review = forms.UUIDField(widget=forms.HiddenInput)
    words = forms.CharField(label=gettext_lazy("どんな用で見ましたか"), max_length=400)


@see()
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer)


@act()
def answer(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = AnswerForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            answer_sign(by=viewer, at=at, review=form.cleaned_data["review"], words=form.cleaned_data["words"])
            messages.success(request, _("答えました。"))
            return redirect("shell:asked")
    return _page(viewer, form)


def _page(viewer: Viewer, form: AnswerForm | None = None) -> Page:
    values = {"rows": [_row(line, form) for line in asked_of(viewer)], "sent": form}
    return Page("shell/asked.html", values, status=422 if form else 200)


def _row(line: Any, form: AnswerForm | None) -> dict[str, Any]:
    asked = next(one for one in line.reviews if one.verdict is Verdict.ASKED and not one.reply)
    sent = form if form is not None and form.data.get("review") == str(asked.review) else None
    return {
        "when": say_moment(line.at),
        "asked": asked,
        "signs": [SIGNS[sign][0] for sign in line.signs],
        "form": sent or AnswerForm(initial={"review": asked.review}, auto_id=f"asked-{asked.review}-%s"),
    }
