"""Forms of the standard: what the body says of itself, on which way it goes, and in which words it reads a criterion."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.labels import PARTS, PATHS, WORDS
from marugoto.evaluation.rules.evidence import LAST_CASES
from marugoto.web.ui.fields import DateWords

NO_NAMES = _("何を、いつ、どの係で。人の名前は書きません。")


class StatementForm(forms.Form):
    """Of one statement; several stand on a page, so each has ids of its own."""

    statement = forms.CharField(widget=forms.HiddenInput)
    word = forms.ChoiceField(
        label=_("いまは"),
        choices=[(one.value, WORDS[one]) for one in (Word.YES, Word.NOT_YET)],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("一行で"), max_length=300, help_text=NO_NAMES)
    until = DateWords(label=_("いつまで言えるか"), help_text=_("長くて2年。その日が過ぎると、判定不能に戻ります。"))

    def __init__(self, *args: Any, statement: str, **kwargs: Any) -> None:
        kwargs["initial"] = {"statement": statement} | kwargs.get("initial", {})
        super().__init__(*args, **{"auto_id": f"{statement}-%s", **kwargs})


class CasesForm(forms.Form):
    """Of the cases of a criterion themselves."""

    word = forms.ChoiceField(
        label=_("件数のこと"),
        choices=[(one.value, WORDS[one]) for one in (Word.WALKED, Word.NO_CASE)],
        widget=forms.RadioSelect,
    )
    cases = forms.IntegerField(
        label=_("たどった数(書かなくてもよい)"), min_value=0, max_value=LAST_CASES, required=False
    )
    passed = forms.IntegerField(
        label=_("そのうち「はい」だった数(書かなくてもよい)"), min_value=0, max_value=LAST_CASES, required=False
    )
    words = forms.CharField(label=_("いつ、どの場で"), max_length=300, help_text=NO_NAMES)
    until = DateWords(label=_("いつまで言えるか"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "cases-%s", **kwargs})


class WordingForm(forms.Form):
    part = forms.ChoiceField(label=_("どこを"), choices=list(PARTS.items()))
    words = forms.CharField(
        label=_("この町のことば(空なら、もとに戻す。書かなくてもよい)"), max_length=300, required=False
    )
    reason = forms.CharField(label=_("わけ"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "wording-%s", **kwargs})


class PathForm(forms.Form):
    path = forms.ChoiceField(
        label=_("進め方"), choices=[(one.value, PATHS[one]) for one in Path], widget=forms.RadioSelect
    )
    words = forms.CharField(label=_("なぜこの進め方か"), max_length=300, help_text=NO_NAMES)
