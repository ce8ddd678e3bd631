"""Forms of going to somebody who has not asked; the one for an attempt is filled in on a telephone, at the corner of the street."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.intake.codes import NoticeSource
from marugoto.intake.labels import SOURCES
from marugoto.participation.codes import ApproachEnd, LiftReason, OutreachGround, Reaction, RestLifter, Sign, Way
from marugoto.participation.labels import APPROACH_ENDS, LIFT_REASONS, LIFTERS, REACTIONS, SIGNS, WAYS
from marugoto.participation.rules.approach import LONGEST_DAYS, USUAL_DAYS
from marugoto.participation.rules.ground import Ground
from marugoto.web.ui.fields import DateWords, offer


class ApproachForm(forms.Form):
    called = forms.CharField(
        label=_("呼び名"), required=False, max_length=120, help_text=_("名前が分からなければ、空けておきます。")
    )
    where = forms.CharField(label=_("どこの人ですか"), required=False, max_length=200)
    source = forms.ChoiceField(
        label=_("だれが気づきましたか"), choices=list(SOURCES.items()), initial=NoticeSource.COMMISSIONER
    )
    why = forms.CharField(
        label=_("なぜ訪ねますか"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("見えたこと、心配なこと。知らせた人の名前は、ここには書きません。"),
    )
    ground = forms.ChoiceField(label=_("何の仕事として訪ねますか(根拠)"), choices=[], widget=forms.RadioSelect)
    next_on = DateWords(label=_("はじめに行く日"))

    def __init__(self, *args: Any, grounds: tuple[Ground, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "ground", [(ground.code.value, ground.said) for ground in grounds])

    def said(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        return data | {"source": NoticeSource(data["source"]), "ground": OutreachGround(data["ground"])}


class AttemptForm(forms.Form):
    """What is most often said stands first and is chosen already; only the way and the reaction must be said."""

    way = forms.ChoiceField(
        label=_("どうやって"), choices=list(WAYS.items()), widget=forms.RadioSelect, initial=Way.VISIT
    )
    reaction = forms.ChoiceField(label=_("本人のようす"), choices=list(REACTIONS.items()), widget=forms.RadioSelect)
    signs = forms.MultipleChoiceField(
        label=_("外から分かったこと"), required=False, widget=forms.CheckboxSelectMultiple, choices=list(SIGNS.items())
    )
    words = forms.CharField(
        label=_("ひとこと"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("本人のことばは、聞いたまま。"),
    )
    day = DateWords(label=_("いつ"))
    next_on = DateWords(label=_("次はいつ"), required=False, help_text=_("書かなければ、計画の間隔で決まります。"))
    beside = forms.CharField(label=_("いっしょに行った人・間に入った人"), required=False, max_length=120)

    def said(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data |= {"way": Way(data["way"]), "reaction": Reaction(data["reaction"])}
        return data | {"signs": [Sign(one) for one in data["signs"]]}


class ApproachPlanForm(forms.Form):
    aim = forms.CharField(label=_("まず何をめざしますか"), required=False, max_length=400)
    safe = forms.CharField(label=_("行ってよい時・よい近づきかた"), required=False, max_length=400)
    unsafe = forms.CharField(label=_("行ってはいけない時・気をつけること"), required=False, max_length=400)
    every = forms.IntegerField(label=_("何日ごとに考えますか"), min_value=1, max_value=LONGEST_DAYS, initial=USUAL_DAYS)


class RestForm(forms.Form):
    words = forms.CharField(label=_("本人はどう言いましたか"), max_length=2_000)
    until = DateWords(label=_("いつまで訪ねませんか"))
    lifter = forms.ChoiceField(
        label=_("その日より前に訪ねてよいのは"),
        choices=list(LIFTERS.items()),
        widget=forms.RadioSelect,
        initial=RestLifter.CHIEF,
    )


class LiftForm(forms.Form):
    reason = forms.ChoiceField(label=_("なぜ解きますか"), choices=list(LIFT_REASONS.items()), widget=forms.RadioSelect)
    lift_words = forms.CharField(label=_("何がありましたか"), max_length=400)

    def reason_code(self) -> LiftReason:
        return LiftReason(self.cleaned_data["reason"])


class AgreeForm(forms.Form):
    agreed_on = DateWords(label=_("いつ"))
    agreed_words = forms.CharField(
        label=_("話したこと"), required=False, max_length=10_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    wish = forms.CharField(label=_("どうなりたいか"), required=False, max_length=2_000)


class ApproachEndForm(forms.Form):
    end = forms.ChoiceField(
        label=_("どうなりましたか"),
        choices=[(code, said) for code, said in APPROACH_ENDS.items() if code is not ApproachEnd.AGREED],
    )
    end_words = forms.CharField(label=_("どうして終えますか"), max_length=2_000)


class ApproachPersonForm(forms.Form):
    who = forms.CharField(label=_("名前・よみ・電話"), max_length=200)


def blank_attempt(today: date, proposed: date) -> AttemptForm:
    return AttemptForm(initial={"day": today, "next_on": proposed, "way": Way.VISIT})
