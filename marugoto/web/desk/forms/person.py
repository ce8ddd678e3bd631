"""Forms of the person's own page: put right what is written, add and end how they are reached, a death."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.people.codes import NameKind
from marugoto.people.labels import NAME_KINDS, SEXES
from marugoto.people.queries.life import Life
from marugoto.web.ui.fields import BIRTH_HINT, DateWords

KEPT_AS = (NameKind.SPELLING, NameKind.FORMER, NameKind.KNOWN_AS)


class CorrectionOfPersonForm(forms.Form):
    """`seen`: how many corrections there were when the page was opened."""

    name = forms.CharField(label=_("名前"), required=False, max_length=300)
    kana = forms.CharField(label=_("よみ"), required=False, max_length=300)
    keep_as = forms.ChoiceField(
        label=_("いまの名前は、どう残しますか"),
        required=False,
        choices=[(kind.value, NAME_KINDS[kind]) for kind in KEPT_AS],
        help_text=_("名前かよみを直すときだけ。どの名前からでも、さがせます。"),
    )
    birth = DateWords(label=_("生年月日"), required=False, help_text=BIRTH_HINT)
    birth_year = forms.IntegerField(
        label=_("生まれた年だけ分かるとき(西暦)"), required=False, min_value=1868, max_value=2099
    )
    sex = forms.ChoiceField(label=_("性別"), choices=list(SEXES.items()))
    seen = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, life: Life) -> "CorrectionOfPersonForm":
        face = life.face
        initial = {"name": face.name, "kana": face.kana, "birth": face.birth, "birth_year": face.birth_year}
        return cls(initial=initial | {"sex": face.sex, "seen": life.version})


class NameForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("どんな名前ですか"),
        choices=[(kind.value, NAME_KINDS[kind]) for kind in (NameKind.KNOWN_AS, NameKind.FORMER)],
    )
    other_name = forms.CharField(label=_("その名前"), max_length=300)
    other_kana = forms.CharField(label=_("その名前のよみ"), required=False, max_length=300)


class PhoneForm(forms.Form):
    number = forms.CharField(label=_("電話番号"), max_length=60)
    phone_note = forms.CharField(label=_("かけてよい時間・だれが出るか"), required=False, max_length=200)
    phone_guarded = forms.BooleanField(label=_("知られてはいけない番号(保護の綴りに入れる)"), required=False)


class AddressForm(forms.Form):
    text = forms.CharField(label=_("住所"), max_length=300)
    postal = forms.CharField(label=_("郵便番号"), required=False, max_length=10)
    lives_since = DateWords(
        label=_("いつから"), required=False, help_text=_("書かなければ、きょうから。まえの住所はその日に終わります。")
    )
    address_note = forms.CharField(label=_("メモ"), required=False, max_length=200)
    address_guarded = forms.BooleanField(label=_("知られてはいけない住所(保護の綴りに入れる)"), required=False)


class EndForm(forms.Form):
    """A number or an address holds no more."""

    day = DateWords(label=_("いつまで"), required=True, help_text="")


class DeathForm(forms.Form):
    died_on = DateWords(
        label=_("亡くなった日"), required=False, help_text=_("分からないときは、下に印をつけてください。")
    )
    unknown = forms.BooleanField(label=_("日は分からない"), required=False)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "died_on" in said and not said["died_on"] and not said.get("unknown"):
            self.add_error("died_on", _("日を書くか、「日は分からない」に印をつけてください。"))
        return said
