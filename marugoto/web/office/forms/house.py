"""Forms of the house: days of an urgency, closed days, and those who are asked to the table."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.agencies.actions import Newcomer
from marugoto.agencies.codes import Field
from marugoto.agencies.labels import FIELDS
from marugoto.agencies.rules.leaving import LONGEST as LONGEST_IDLE
from marugoto.agencies.rules.leaving import SHORTEST
from marugoto.agencies.rules.profile import LARGEST_LOAD
from marugoto.custody.codes import MatterKind, Urgency
from marugoto.custody.labels import MATTER_KINDS, URGENCIES
from marugoto.custody.rules.limit import LONGEST, Days, Way
from marugoto.intake.rules.notice import LONGEST as LONGEST_NOTICE
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import DateWords, offer

ANY = ("", _("どれでも"))
NOT_CHOSEN = ("", _("選んでください"))


class LimitForm(forms.Form):
    """How many open days belong to an urgency from a day on."""

    urgency = forms.ChoiceField(label=_("どの急ぎかた"), choices=[NOT_CHOSEN, *URGENCIES.items()])
    answer = forms.IntegerField(label=_("渡したあと、何開庁日で返事をもらうか"), min_value=1, max_value=LONGEST)
    unattended = forms.IntegerField(
        label=_("何開庁日をこえて触れなければ「手つかず」とするか"), min_value=1, max_value=LONGEST
    )
    since = DateWords(label=_("いつから"))
    reason = forms.CharField(
        label=_("変えるわけ"), max_length=200, help_text=_("あとから読む人のために。例: 夏の応援体制。")
    )

    def urgency_code(self) -> Urgency:
        return Urgency(self.cleaned_data["urgency"])

    def days(self) -> Days:
        return Days(answer=self.cleaned_data["answer"], unattended=self.cleaned_data["unattended"])


class AnswerLimitForm(forms.Form):
    """Within how many open days an offer is answered on one route; empty days take the route's own back."""

    agency = forms.ChoiceField(label=_("どの機関に渡すとき"), required=False, choices=[])
    kind = forms.ChoiceField(label=_("何のボール"), required=False, choices=[ANY, *MATTER_KINDS.items()])
    urgency = forms.ChoiceField(label=_("その急ぎかた"), required=False, choices=[ANY, *URGENCIES.items()])
    within = forms.IntegerField(
        label=_("何開庁日で返事をもらうか"), required=False, min_value=1, max_value=LONGEST,
        help_text=_("空けておくと、この道筋の決まりをやめます。ほかに合う道筋があればその日数に、なければ急ぎかたの日数になります。"),
    )  # fmt: skip
    since = DateWords(label=_("いつから"))
    reason = forms.CharField(
        label=_("変えるわけ"), max_length=200, help_text=_("例: 病院の連携室は、週に一度の会議で決める。")
    )

    def __init__(self, *args: Any, agencies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "agency", [ANY, *agencies])

    def way(self) -> Way:
        said = self.cleaned_data
        kind, urgency = said["kind"], said["urgency"]
        return Way(read_id(said["agency"]), MatterKind(kind) if kind else None, Urgency(urgency) if urgency else None)


class IdleForm(forms.Form):
    """After how many minutes a screen that nobody touches is shut."""

    minutes = forms.IntegerField(label=_("何分さわらなければ閉じますか"), min_value=SHORTEST, max_value=LONGEST_IDLE)
    idle_since = DateWords(label=_("いつから"))
    idle_source = forms.CharField(
        label=_("何で決めましたか"), max_length=200, help_text=_("例: 情報セキュリティ実施手順の第〇条。")
    )


class NoticeDaysForm(forms.Form):
    """Within how many opening days a notice is answered."""

    days = forms.IntegerField(label=_("何開庁日までに答えますか"), min_value=1, max_value=LONGEST_NOTICE)
    notice_since = DateWords(label=_("いつから"))
    notice_source = forms.CharField(
        label=_("何で決めましたか"), max_length=200, help_text=_("例: 見守りネットワーク要綱の第〇条。")
    )


class LoadBarForm(forms.Form):
    """Up to how many balls belong to one person."""

    bar = forms.IntegerField(
        label=_("一人が担当するのは、何個までを目安にしますか"), min_value=0, max_value=LARGEST_LOAD,
        help_text=_("0を書くと、目安をやめます。"),
    )  # fmt: skip
    load_since = DateWords(label=_("いつから"))
    load_source = forms.CharField(
        label=_("何で決めましたか"), max_length=200, help_text=_("例: 11月の係長会議で決めた。")
    )


class ClosedDayForm(forms.Form):
    day = DateWords(label=_("どの日"))
    how = forms.ChoiceField(
        label=_("どうしますか"),
        choices=[("closed", _("閉める")), ("open", _("土日・祝日でも開ける"))],
        widget=forms.RadioSelect,
        initial="closed",
    )
    name = forms.CharField(label=_("何の日"), max_length=60, help_text=_("例: 夏の閉庁日、町の秋まつり。"))


class TakeBackForm(forms.Form):
    day = forms.ChoiceField(label=_("どの日"), choices=[])
    reason = forms.CharField(label=_("取り消すわけ"), max_length=200)

    def __init__(self, *args: Any, days: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "day", [NOT_CHOSEN, *days])


class OutsideForm(forms.Form):
    """An agency without accounts, and who comes for it."""

    name = forms.CharField(label=_("機関の名前"), max_length=60, help_text=_("例: みなも第一中学校、川べり医院。"))
    field = forms.ChoiceField(label=_("分野"), choices=[NOT_CHOSEN, *FIELDS.items()])
    phone = forms.CharField(label=_("電話"), max_length=30, required=False)
    person = forms.CharField(
        label=_("来る人"), max_length=60, required=False, help_text=_("会議の席に名前が出ます。サインインはしません。")
    )
    kana = forms.CharField(label=_("よみ"), max_length=120, required=False)
    hat = forms.CharField(label=_("その人の立場"), max_length=60, required=False, help_text=_("例: 養護教諭。"))
    ground = forms.CharField(
        label=_("加わる根拠"), max_length=120, help_text=_("法律の条、要綱、協定の名前。例: 支援会議設置要綱3条。")
    )
    since = DateWords(label=_("いつから"))
    until = DateWords(label=_("いつから、いなくなりますか"), help_text=_("この日の前の日までです。二年まで。"))

    def newcomer(self) -> Newcomer:
        said = self.cleaned_data
        words = {name: said[name] for name in ("name", "phone", "person", "kana", "hat")}
        return Newcomer(field=Field(said["field"]), **words)


class ReachForm(forms.Form):
    """By which telephone, and in which hours, an agency without accounts is reached."""

    team = forms.ChoiceField(label=_("どの機関"), choices=[])
    phone = forms.CharField(label=_("電話"), max_length=30)
    hours = forms.CharField(
        label=_("受付時間"), max_length=80, required=False, help_text=_("例: 平日 9時〜16時、昼休みを除く。")
    )

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "team", [NOT_CHOSEN, *teams])


class MemberForm(forms.Form):
    """A team of another body of this installation."""

    team = forms.ChoiceField(label=_("どの係"), choices=[])
    ground = forms.CharField(
        label=_("加わる根拠"), max_length=120, help_text=_("例: 生活困窮者自立支援法4条2項、職員派遣の協定。")
    )
    since = DateWords(label=_("いつから"))
    until = DateWords(
        label=_("いつから、いなくなりますか"), required=False, help_text=_("決まっていなければ空けておきます。")
    )

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "team", [NOT_CHOSEN, *teams])


class GuestEndForm(forms.Form):
    guest = forms.ChoiceField(label=_("どの機関"), choices=[])
    day = DateWords(label=_("いつから、いなくなりますか"))
    reason = forms.CharField(label=_("終えるわけ"), max_length=200)

    def __init__(self, *args: Any, guests: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "guest", [NOT_CHOSEN, *guests])
