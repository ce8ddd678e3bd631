"""The gallery: every part in every state, so that a change is seen before it is on forty pages. Development and demo only."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from marugoto.kernel.decision import no
from marugoto.web.ui import gallery_values
from marugoto.web.ui.fields import DateWords
from marugoto.web.ui.parts import Porch, Toast


class PartsForm(forms.Form):
    """One field of every kind."""

    title = forms.CharField(label=_("見出し"), max_length=40, help_text=_("何がほしいのかを、短く書きます。"))
    due = DateWords(label=_("返事の期限"))
    to = forms.ChoiceField(
        label=_("渡す先"), choices=[("", _("選んでください")), ("a", _("障害福祉課 相談係")), ("b", _("北部包括"))]
    )
    urgency = forms.ChoiceField(
        label=_("急ぎぐあい"),
        choices=[("now", _("いますぐ")), ("soon", _("早めに")), ("usual", _("ふつう"))],
        widget=forms.RadioSelect,
    )
    fields_of_life = forms.MultipleChoiceField(
        label=_("関わること"),
        choices=[("care", _("介護")), ("money", _("お金")), ("home", _("住まい")), ("school", _("学び"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    words = forms.CharField(label=_("伝えたいこと"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    people = forms.IntegerField(label=_("人数"), min_value=1, required=False)
    paper = forms.FileField(label=_("手紙の写し"), required=False)
    may_reply = forms.BooleanField(label=_("知らせた方に、結果を返してよい"), required=False)


def show(request: HttpRequest) -> HttpResponse:
    """All parts on one page; `?many=1` gives the frame a long name and many hats."""
    _only_where_invented()
    good = PartsForm(initial={"due": date(2026, 12, 2), "urgency": "usual"}, prefix="good")
    bad = PartsForm({"bad-title": "", "bad-urgency": "", "bad-people": "0"}, prefix="bad")
    values: dict[str, Any] = {
        "frame": gallery_values.frame(many="many" in request.GET),
        "key": uuid4(),
        "toast": Toast(str(_("「いっしょに動く」にしました。ボールは田中さんのままです。")), undo_url="/ui/parts/")
        if "toast" in request.GET
        else None,
        "good": good,
        "bad": bad,
        "decision": no("まだできません。持ち手のいなくなるボールが4つあります。", "先に渡してください。"),
        **gallery_values.VALUES,
    }
    return render(request, "ui/gallery.html", values)


def show_porch(request: HttpRequest) -> HttpResponse:
    _only_where_invented()
    porch = Porch(
        body_name="みなも市",
        phone="0000-22-1200",
        furigana="plain" not in request.GET,
        furigana_url="/ui/parts/porch/",
        english_url="/ui/parts/porch/?plain=1",
    )
    return render(
        request,
        "ui/gallery_porch.html",
        {"porch": porch, "places": gallery_values.PLACES, "verbs": gallery_values.VERBS},
    )


def _only_where_invented() -> None:
    if not (settings.DEBUG or getattr(settings, "MARUGOTO_DEMO", False)):
        raise Http404
