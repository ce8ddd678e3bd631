"""Forms of the family: couples, parents and children, also such as live elsewhere."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.people.codes import DescentKind, MarkKind, Sex, UnionKind, UnionState
from marugoto.people.labels import DESCENT_KINDS, FEELINGS, SEXES, UNION_KINDS, UNION_STATES
from marugoto.web.desk.twins import TwinForm
from marugoto.web.ui.fields import DateWords, offer

PARENT, CHILD, PARTNER = "parent", "child", "partner"
ROLES = {
    MarkKind.KEY_PERSON: _("☆ キーパーソン"),
    MarkKind.MAIN_CARER: _("主に介護する人(主)"),
    MarkKind.SECOND_CARER: _("介護を手伝う人(副)"),
}
KIN = ((PARENT, _("親")), (CHILD, _("子")), (PARTNER, _("夫・妻・つれあい")))


class UnionForm(forms.Form):
    """Both are chosen from those who are shown."""

    one = forms.ChoiceField(label=_("だれが"), choices=[])
    other = forms.ChoiceField(label=_("だれと"), choices=[])
    union = forms.ChoiceField(label=_("どんな間柄"), choices=list(UNION_KINDS.items()))
    united = DateWords(label=_("いつから"), required=False, help_text=_("分からなければ、空けておけます。"))

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("one", "other"):
            offer(self, name, [("", _("選んでください")), *people])


class TurnForm(forms.Form):
    """`seen`: how they stood when the page was opened."""

    state = forms.ChoiceField(label=_("どうなりましたか"), choices=list(UNION_STATES.items()))
    turned = DateWords(label=_("いつ"), required=False, help_text=_("分からなければ、空けておけます。"))
    seen = forms.ChoiceField(choices=[(code.value, code.value) for code in UnionState], widget=forms.HiddenInput)


class DescentForm(forms.Form):
    parent = forms.ChoiceField(label=_("親"), choices=[])
    child = forms.ChoiceField(label=_("子"), choices=[])
    descent = forms.ChoiceField(label=_("どんな親子"), choices=list(DESCENT_KINDS.items()), initial=DescentKind.BIRTH)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("parent", "child"):
            offer(self, name, [("", _("選んでください")), *people])


class FeelingForm(forms.Form):
    """How two of those who are shown stand to each other; one of the two lives here, or the picture would not show it."""

    one_of = forms.ChoiceField(label=_("だれと、だれの間柄ですか"), choices=[])
    other_of = forms.ChoiceField(label=_("もう一人"), choices=[])
    feeling = forms.ChoiceField(label=_("どんな間柄"), choices=list(FEELINGS.items()))

    def __init__(self, *args: Any, people: list[tuple[str, str]], here: Collection[UUID], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.here = {str(person) for person in here}
        for name in ("one_of", "other_of"):
            offer(self, name, [("", _("選んでください")), *people])

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and self.here.isdisjoint({said["one_of"], said["other_of"]}):
            self.add_error(
                None,
                _(
                    "別に暮らす家族どうしの間柄は、この図には描かれません。一人は、この世帯でいっしょに暮らす人を選んでください。"
                ),
            )
        return said


class RoleForm(forms.Form):
    """Whom one turns to for this household, and who cares."""

    role_of = forms.ChoiceField(label=_("だれの役割ですか"), choices=[])
    role = forms.ChoiceField(label=_("どんな役割"), choices=list(ROLES.items()))

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role_of", [("", _("選んでください")), *people])


class RelativeForm(TwinForm):
    """Somebody of the family who lives elsewhere, or has died, and is not written down yet."""

    whose = forms.ChoiceField(label=_("だれの"), choices=[])
    kin = forms.ChoiceField(label=_("何にあたる人"), choices=KIN)
    name = forms.CharField(label=_("名前"), required=False, max_length=300)
    kana = forms.CharField(label=_("よみ"), required=False, max_length=300)
    birth = DateWords(label=_("生年月日"), required=False, help_text="")
    sex = forms.ChoiceField(label=_("性別"), required=False, choices=list(SEXES.items()), initial=Sex.UNKNOWN)
    descent_kind = forms.ChoiceField(
        label=_("親子なら"), required=False, choices=list(DESCENT_KINDS.items()), initial=DescentKind.BIRTH
    )
    union_kind = forms.ChoiceField(
        label=_("夫婦・つれあいなら"), required=False, choices=list(UNION_KINDS.items()), initial=UnionKind.MARRIAGE
    )

    field_order = ("whose", "kin", "name", "kana", "birth", "sex", "twin", "descent_kind", "union_kind")

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "whose", [("", _("選んでください")), *people])
