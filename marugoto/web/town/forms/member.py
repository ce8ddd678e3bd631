"""Forms of standing members: who takes part on what ground, what they do of their own, what they ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import CooperationSaid, GroundKind, Lack, MemberKind, SystemFunction
from marugoto.community.labels import COOPERATION_SAID, GROUND_KINDS, LACKS, MEMBER_KINDS, SYSTEM_FUNCTIONS
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords


def _rows(count: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": count})


class MemberForm(forms.Form):
    name = forms.CharField(label=_("課・団体の名前"), max_length=80)
    kind = forms.ChoiceField(label=_("どちらですか"), choices=list(MEMBER_KINDS.items()), widget=forms.RadioSelect)
    team = forms.ChoiceField(label=_("係(アカウントがあるとき)"), required=False, choices=[])
    ground = forms.ChoiceField(label=_("何を根拠に加わりますか"), choices=list(GROUND_KINDS.items()))
    ground_words = forms.CharField(
        label=_("根拠の名前"), max_length=200, help_text=_("例: みなも市地域共生推進本部設置要綱3条")
    )
    since = DateWords(label=_("いつから"))
    contact = forms.CharField(label=_("連絡先"), max_length=200, required=False)

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "team", [("", _("アカウントはない")), *teams])

    def clean_kind(self) -> MemberKind:
        return MemberKind(self.cleaned_data["kind"])

    def clean_ground(self) -> GroundKind:
        return GroundKind(self.cleaned_data["ground"])


class MemberEndForm(forms.Form):
    reason = forms.CharField(label=_("外すわけ"), max_length=200)


class UndertakingForm(forms.Form):
    """施策: no field in which a person could stand but words, and the page says so."""

    name = forms.CharField(label=_("施策の名前"), max_length=120)
    does = forms.CharField(
        label=_("何をしていますか"), max_length=2_000, widget=_rows(3), help_text=_("人の名前は書きません。")
    )
    goal = forms.CharField(
        label=_("めあて"),
        max_length=200,
        help_text=_("どうなったら、してよかったと言えるか。例: 月に一人、あたらしい人が畑に来る"),
    )
    lack = forms.ChoiceField(label=_("何に応えますか"), choices=list(LACKS.items()))
    serves = forms.ChoiceField(
        label=_("3つの機能のどれにあたりますか"),
        choices=list(SYSTEM_FUNCTIONS.items()),
        initial=SystemFunction.COMMUNITY,
        help_text=_("社会福祉法106条の3の機能です。迷ったら、いちばん近いものを。"),
    )
    area = forms.ChoiceField(label=_("どの圏域で"), required=False, choices=[])
    since = DateWords(label=_("いつから"))
    contact = forms.CharField(label=_("問い合わせ先"), max_length=200, required=False)
    needs = forms.CharField(label=_("福祉の側にお願いしたいこと"), max_length=400, required=False, widget=_rows(2))

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "area", [("", _("市のどこでも")), *areas])

    def clean_lack(self) -> Lack:
        return Lack(self.cleaned_data["lack"])

    def clean_serves(self) -> SystemFunction:
        return SystemFunction(self.cleaned_data["serves"])


class CooperationForm(forms.Form):
    title = forms.CharField(label=_("お願いすること"), max_length=120)
    words = forms.CharField(
        label=_("くわしく"), max_length=2_000, required=False, widget=_rows(3), help_text=_("人の名前は書きません。")
    )
    to = forms.ChoiceField(label=_("どの係に"), choices=[])
    answer_by = DateWords(label=_("返事の期限"))

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", teams)


class SheetForm(forms.Form):
    """To whom the sheet of what is lacking is brought, and what that division is asked."""

    member = forms.ChoiceField(label=_("どの課に"), choices=[])
    title = forms.CharField(
        label=_("たずねること"),
        max_length=120,
        help_text=_("例: 来年度の地域公共交通計画で、通院の足に応えられますか"),
    )
    words = forms.CharField(
        label=_("くわしく"),
        max_length=2_000,
        required=False,
        widget=_rows(2),
        help_text=_("人の名前は書きません。"),
    )
    answer_by = DateWords(label=_("返事の期限"))

    def __init__(self, *args: Any, members: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "member", members)


class CooperationAnswerForm(forms.Form):
    said = forms.ChoiceField(label=_("返事"), choices=list(COOPERATION_SAID.items()), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("できること・できないわけ"),
        max_length=400,
        widget=_rows(3),
        help_text=_("人の名前は書きません。"),
    )

    def code(self) -> CooperationSaid:
        return CooperationSaid(self.cleaned_data["said"])
