"""Forms of who lives together: join, leave, split, merge, and what they are to the one at the centre."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.people.codes import LeaveReason, Sex
from marugoto.people.labels import DESTINATIONS, LEAVE_REASONS, SEXES
from marugoto.web.desk.twins import TwinForm
from marugoto.web.ui.fields import BIRTH_HINT, DateWords, offer

REASONS = (LeaveReason.MOVED_OUT, LeaveReason.MISTAKE)  # a death is said on the person's own page


class NewcomerForm(TwinForm):
    """Somebody who lives here now; looked for among those who are kept before a new record begins."""

    name = forms.CharField(label=_("名前"), required=False, max_length=300)
    kana = forms.CharField(label=_("よみ"), required=False, max_length=300)
    birth = DateWords(label=_("生年月日"), required=False, help_text=BIRTH_HINT)
    sex = forms.ChoiceField(label=_("性別"), required=False, choices=list(SEXES.items()), initial=Sex.UNKNOWN)
    phone = forms.CharField(label=_("電話"), required=False, max_length=60)
    relation = forms.CharField(
        label=_("続柄"), required=False, max_length=60, help_text=_("本人から見て。「母」「長男」のように。")
    )
    since = DateWords(label=_("いつから"), required=False, help_text=_("書かなければ、分からない日から。"))

    field_order = ("name", "kana", "birth", "sex", "phone", "twin", "relation", "since")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not (said.get("name") or said.get("kana") or said.get("relation")):
            self.add_error("name", _("名前か、よみか、続柄のどれかを書いてください。"))
        return said


class RelationForm(forms.Form):
    """`was`: what stood there when the page was opened."""

    relation = forms.CharField(label=_("続柄"), required=False, max_length=60)
    was = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.BooleanField(widget=forms.HiddenInput, initial=True)


class LeaveForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("どうして"),
        choices=[(code.value, LEAVE_REASONS[code]) for code in REASONS],
        initial=LeaveReason.MOVED_OUT,
        widget=forms.RadioSelect,
    )
    left_on = DateWords(label=_("いつから、ここにいませんか"), required=True)
    destination = forms.ChoiceField(label=_("行き先"), required=False, choices=list(DESTINATIONS.items()))
    address = forms.CharField(
        label=_("新しい住所"), required=False, max_length=300, help_text=_("書くと、この方の連絡先に入ります。")
    )


class SplitForm(forms.Form):
    persons = forms.MultipleChoiceField(label=_("分かれて暮らす人"), widget=forms.CheckboxSelectMultiple, choices=[])
    name = forms.CharField(
        label=_("新しい世帯の呼び名"),
        required=False,
        max_length=120,
        help_text=_("書かなければ、はじめの人の名字から。"),
    )
    day = DateWords(label=_("いつから"), required=True)
    go_on = forms.BooleanField(label=_("新しい世帯の支援も、わたしの係で始める"), required=False, initial=True)

    def __init__(self, *args: Any, members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "persons", members)


class MergeForm(forms.Form):
    words = forms.CharField(label=_("もう一つの世帯を、名前・よみ・電話・番号でさがす"), required=False, max_length=200)
    other = forms.ChoiceField(label=_("いっしょになる世帯"), required=True, widget=forms.RadioSelect, choices=[])
    day = DateWords(label=_("いつから"), required=True)

    def __init__(self, *args: Any, homes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "other", homes)


class HouseholdNameForm(forms.Form):
    name = forms.CharField(label=_("世帯の呼び名"), max_length=120)
    area = forms.ChoiceField(label=_("圏域"), required=False, choices=[])

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "area", [("", _("まだ分からない")), *areas])
