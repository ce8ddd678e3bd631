"""Forms around the household: who lives there, needs, journal, consent, closing."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.casework.codes import CaseEnd, Method
from marugoto.casework.labels import CASE_ENDS, METHODS
from marugoto.casework.rules.case import NEEDS_A_SUCCESSOR
from marugoto.custody.codes import Urgency
from marugoto.custody.labels import URGENCIES
from marugoto.disclosure.codes import GUARDED_PARTS, ConsentForm, ConsentState, Part
from marugoto.disclosure.labels import CONSENT_FORMS, CONSENT_STATES, CONSENT_TEXTS, PARTS
from marugoto.intake.rules.troubles import TROUBLE_SETS
from marugoto.people.codes import Sex
from marugoto.people.labels import SEXES
from marugoto.web.desk.twins import TwinForm
from marugoto.web.shell.forms.attachment import PapersForm
from marugoto.web.ui.fields import BIRTH_HINT, DateWords, offer

MOST_ROWS = 20  # the person asking and one more at first; a button brings a row at a time
TELLABLE = [part for part in Part if part not in GUARDED_PARTS]


@dataclass(frozen=True)
class MemberRow:
    """One filled row of the household form."""

    name: str
    kana: str
    birth: date | None
    sex: Sex
    relation: str
    phone: str
    kept: UUID | None  # a record that is used instead of a new one


class MemberForm(TwinForm):
    """A row: everything may be blank; a row without name, kana and relation is no member."""

    name = forms.CharField(label=_("名前"), required=False, max_length=300)
    kana = forms.CharField(label=_("よみ"), required=False, max_length=300)
    relation = forms.CharField(label=_("続柄"), required=False, max_length=60)
    birth = DateWords(label=_("生年月日"), required=False, help_text=BIRTH_HINT)
    sex = forms.ChoiceField(label=_("性別"), required=False, choices=list(SEXES.items()), initial=Sex.UNKNOWN)
    phone = forms.CharField(label=_("電話"), required=False, max_length=40)

    def row(self) -> MemberRow | None:
        said = self.cleaned_data  # empty where nothing in the row was touched
        if not (said.get("name") or said.get("kana") or said.get("relation")):
            return None
        sex = Sex(said["sex"] or Sex.UNKNOWN)
        return MemberRow(said["name"], said["kana"], said["birth"], sex, said["relation"], said["phone"], self.kept())


class MemberRows(forms.BaseFormSet):
    """`twins`: by row those who are kept already and may be the one written there."""

    def __init__(self, *args: Any, twins: dict[int, list[tuple[str, str]]] | None = None, **kwargs: Any) -> None:
        self.twins = twins or {}
        super().__init__(*args, **kwargs)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return super().get_form_kwargs(index) | {"twins": self.twins.get(index, []) if index is not None else []}


MemberForms = forms.formset_factory(MemberForm, formset=MemberRows, extra=1, max_num=MOST_ROWS)


class CaseForm(forms.Form):
    """The household as a whole."""

    area = forms.ChoiceField(label=_("圏域"), required=False, choices=[])

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "area", [("", _("まだ分からない")), *areas])


class HomeForm(forms.Form):
    """A household that is kept already, found by whatever is known of it; the first choice is a new one.

    `more`: the words fit others too, which are not offered. `elsewhere`: where one asks whether another office keeps a record.
    """

    elsewhere = ""

    words = forms.CharField(
        label=_("名前・よみ・電話・番号"),
        required=False,
        max_length=200,
        help_text=_("「さとう」や「R8-0052」のように。"),
    )
    household = forms.ChoiceField(label=_("どの世帯ですか"), required=False, widget=forms.RadioSelect, choices=[])

    def __init__(self, *args: Any, homes: list[tuple[str, str]], more: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.more = more
        offer(self, "household", [("", _("新しい世帯(下に書く)")), *homes])


class NeedForm(forms.Form):
    title = forms.CharField(
        label=_("何が必要ですか"), max_length=80, help_text=_("「誠さんが外で過ごせる場所」のように、一言で。")
    )
    person = forms.ChoiceField(label=_("だれの"), required=False, choices=[])
    theme = forms.ChoiceField(label=_("どの困りごとに近いですか"), choices=[])
    urgency = forms.ChoiceField(label=_("急ぎかた"), choices=list(URGENCIES.items()), initial=Urgency.USUAL)
    next_step = forms.CharField(label=_("次の一手"), required=False, max_length=200)

    def __init__(self, *args: Any, members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", [("", _("世帯みんなの")), *members])
        offer(
            self,
            "theme",
            [("", _("選んでください")), *((str(code), label) for code, label in TROUBLE_SETS[-1].labels.items())],
        )


class NextStepForm(forms.Form):
    next_step = forms.CharField(label=_("次の一手"), required=False, max_length=200)


class JournalForm(PapersForm):
    """The writing box: words are enough; kind and day are guessed and shown."""

    words = forms.CharField(
        label=_("見たこと・聞いたこと"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    method = forms.ChoiceField(label=_("どうやって"), choices=list(METHODS.items()), initial=Method.PHONE)
    need = forms.ChoiceField(label=_("どの必要の"), required=False, choices=[])
    with_whom = forms.CharField(
        label=_("会った・話した相手"),
        required=False,
        max_length=120,
        help_text=_("例: 誠さんと、隣の鈴木さん。身近な人を呼び名で書くと、つながりの図で数えます。"),
    )
    day = DateWords(label=_("いつ"), required=False, help_text=_("書かなければ、いま。"))
    promise = forms.CharField(label=_("約束したこと"), required=False, max_length=200)
    promise_on = DateWords(label=_("約束の日"), required=False, help_text="")
    caution_until = DateWords(
        label=_("訪問の注意として、いつまで上に出しますか"),
        required=False,
        help_text=_("犬がいる、二人で行く、など。書かなければ出しません。"),
    )

    def __init__(self, *args: Any, needs: list[tuple[str, str]] | None, **kwargs: Any) -> None:
        """`needs`: None on the page of one need, about which the entry is."""
        super().__init__(*args, **kwargs)
        if needs is None:
            del self.fields["need"]
        else:
            offer(self, "need", [("", _("世帯全体")), *needs])


class CorrectionForm(forms.Form):
    words = forms.CharField(label=_("直したあとの文"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6}))
    counterpart = forms.CharField(label=_("会った・話した相手"), required=False, max_length=120)
    promise = forms.CharField(label=_("約束したこと"), required=False, max_length=200)
    promise_on = DateWords(label=_("約束の日"), required=False, help_text="")


class ConsentAnswerForm(PapersForm):
    """What the person answered about one receiver."""

    receiver = forms.ChoiceField(label=_("どの係に伝えることについて"), choices=[])
    state = forms.ChoiceField(label=_("答え"), choices=list(CONSENT_STATES.items()), initial=ConsentState.GIVEN)
    parts = forms.MultipleChoiceField(
        label=_("伝えてよいこと"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(part.value, PARTS[part]) for part in TELLABLE],
    )
    answered_on = DateWords(label=_("聞いた日"), required=False)
    until = DateWords(
        label=_("いつまで"),
        required=False,
        help_text=_("書かなければ、取り消されるまで。過ぎた日から、読めなくなります。"),
    )
    form = forms.ChoiceField(
        label=_("どうやって聞きましたか"), choices=list(CONSENT_FORMS.items()), initial=ConsentForm.SPOKEN
    )
    purpose = forms.CharField(label=_("何のために"), required=False, max_length=200)
    shown = forms.ChoiceField(
        label=_("どの説明文を見せましたか"),
        required=False,
        choices=[("", _("見せていない(口で話した)")), *CONSENT_TEXTS.items()],
    )
    note = forms.CharField(label=_("本人のことば"), required=False, max_length=400)

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["papers"].label = _("署名した紙の写しを付ける")
        offer(self, "receiver", teams)

    def chosen(self) -> list[Part]:
        return [Part(part) for part in self.cleaned_data["parts"]]


class CaseEndForm(forms.Form):
    """Whether an agency and a day are asked for hangs on how it ends."""

    at_times = frozenset({"next_team", "look_in_on"})

    end = forms.ChoiceField(label=_("どう終わりますか"), choices=list(CASE_ENDS.items()), initial=CaseEnd.ACHIEVED)
    next_team = forms.ChoiceField(label=_("このあと見守る機関"), required=False, choices=[])
    look_in_on = DateWords(
        label=_("次に様子を見る日"), required=False, help_text=_("見守る機関といっしょに決めます。R8.11.24 のように。")
    )
    why_none = forms.CharField(
        label=_("機関や日を決められないわけ"),
        required=False,
        max_length=200,
        help_text=_("連絡が取れなくなったときは、機関と日の両方か、わけが要ります。"),
    )
    words = forms.CharField(
        label=_("まとめ"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "next_team", [("", _("なし")), *teams])
        ends = "」「".join(str(said) for end, said in CASE_ENDS.items() if end in NEEDS_A_SUCCESSOR)
        self.fields["next_team"].help_text = _("「%(ends)s」のときは、機関と日が要ります。") % {"ends": ends}
