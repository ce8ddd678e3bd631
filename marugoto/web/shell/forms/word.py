"""Forms of the list of words: how a division says it, and what the body calls it across divisions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.agencies.rules.word import LONGEST_WORD
from marugoto.web.ui.fields import offer

NOT_CHOSEN = ("", _("選んでください"))


class WordForm(forms.Form):
    """`concept`: the code of one of ours, or the id of one of the body's own."""

    concept = forms.ChoiceField(label=_("どのことばを"), choices=[])
    agency = forms.ChoiceField(label=_("どの課・機関が"), choices=[])
    word = forms.CharField(
        label=_("何と言うか"),
        max_length=40,
        help_text=_("%(n)d文字まで。その課の人の画面に、このことばが出ます。") % {"n": LONGEST_WORD},
    )
    note = forms.CharField(
        label=_("意味のずれ"),
        required=False,
        max_length=200,
        help_text=_("「納税の相談のときだけ」のように、少しちがうところがあれば。"),
    )

    def __init__(
        self, *args: Any, concepts: list[tuple[str, str]], agencies: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "concept", [NOT_CHOSEN, *concepts])
        offer(self, "agency", [NOT_CHOSEN, *agencies])


class ConceptForm(forms.Form):
    name = forms.CharField(label=_("まちのことば"), max_length=40)
    meaning = forms.CharField(
        label=_("意味"), max_length=300, help_text=_("どの課の人が読んでも分かるように、一文で。人の名前は書きません。")
    )


class ConceptEndForm(forms.Form):
    reason = forms.CharField(label=_("外すわけ"), max_length=200)
