"""Forms of surveys: how a wave came out, that it is taken back, and files beside a decision."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.actions.survey import Asked
from marugoto.evaluation.rules.survey import MOST, Answers, Question
from marugoto.web.shell.forms.attachment import PapersForm
from marugoto.web.ui.fields import DateWords


class WaveForm(forms.Form):
    """Whole numbers and the words around them. `again`: it stands already, so the reason is asked."""

    since = DateWords(label=_("たずね始めた日"))
    until = DateWords(label=_("締め切った日"), help_text=_("この日から1年のあいだ、指標の数になります。"))
    population = forms.CharField(
        label=_("だれにたずねたか"),
        max_length=200,
        help_text=_("「18歳以上の住民から無作為に」のように。人の名前は要りません。"),
    )
    asked = forms.IntegerField(label=_("たずねた数"), min_value=1, max_value=MOST, help_text=_("配った紙の数。"))
    answered = forms.IntegerField(label=_("答えた数"), min_value=0, max_value=MOST)
    first = forms.IntegerField(label=_("はじめの点の合計"), min_value=0, max_value=MOST)
    counted = forms.IntegerField(min_value=0, max_value=MOST)
    source = forms.CharField(label=_("よりどころ"), max_length=400, help_text=_("報告書や集計表の名前と、置き場所。"))
    reason = forms.CharField(label=_("直すわけ"), max_length=200)

    def __init__(self, *args: Any, question: Question, again: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        self.fields["counted"].label = question.counted
        if question.in_points:
            words = _("1人%(low)d点から%(high)d点。すべての問いに答えた人だけを、答えた数に入れます。")
            self.fields["counted"].help_text = words % {"low": question.low, "high": question.high}
        if question.paired:
            self.fields["answered"].label = _("両方で答えた数")
        else:
            del self.fields["first"]
        if not again:
            del self.fields["reason"]

    def said(self) -> Asked:
        typed = self.cleaned_data
        since: date = typed["since"]
        return Asked(
            question=self.question.code,
            since=since,
            until=typed["until"],
            population=typed["population"],
            answers=Answers(typed["asked"], typed["answered"], typed["counted"], typed.get("first")),
            source=typed["source"],
        )


class TakeBackForm(forms.Form):
    why = forms.CharField(label=_("取り消すわけ"), max_length=200, help_text=_("書いた数は、履歴に残ります。"))


class JudgementPapersForm(PapersForm):
    """Files beside a decision."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        files = self.fields["papers"]
        files.label, files.required = _("調査の報告書や、読み取った紙を付ける"), True


class PaperOutForm(forms.Form):
    why = forms.CharField(
        label=_("外すわけ"), max_length=200, help_text=_("中身はすぐ消え、付けていたことは残ります。")
    )
