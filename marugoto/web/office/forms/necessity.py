"""Forms of 要否: what no record tells, and the decision."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.actions.necessity import Decided, Town
from marugoto.evaluation.labels import LAW_SAYS
from marugoto.evaluation.rules.necessity import Answer, Signal
from marugoto.evaluation.rules.necessity_words import SIGNALS
from marugoto.evaluation.rules.thinking import LawSays
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import DateWords, offer

BY_RECORD = ("", _("記録にまかせる"))
THERE = [BY_RECORD, ("yes", _("ある")), ("no", _("ない"))]
SAYABLE = tuple(one for one in Signal if one is not Signal.N6)
FOLLOWS = [("yes", _("この答えのとおりにする")), ("no", _("この答えとちがうことにする"))]
SHRINKS = _(
    "「機関だけで解ける」が2年度つづけて段階3になったら、調整の時間を半分にする。二つの半期のあいだ見て、二つ以上が悪くなったら戻す。"
)
TENTHS, HUNDREDTHS = 10, 100
Choices = Sequence[tuple[str, str]]


class TownForm(forms.Form):
    desks = forms.IntegerField(label=_("福祉の窓口の数"), required=False, min_value=0, max_value=999)
    staff = forms.DecimalField(
        label=_("福祉の第一線の職員(人分)"), required=False, min_value=0, max_value=9_999, decimal_places=1
    )
    headquarters = forms.DecimalField(
        label=_("調整に使える職員(人分)"),
        required=False,
        min_value=0,
        max_value=999,
        decimal_places=1,
        help_text=_("非常勤も常勤に直して足します。1.0で備えがあるとします。"),
    )
    depopulated = forms.BooleanField(label=_("過疎地域の指定を受けている"), required=False)
    bookkeeping = forms.DecimalField(
        label=_("財源の按分などの事務(人分)"),
        required=False,
        min_value=0,
        max_value=99,
        decimal_places=2,
        help_text=_("0.20から、しるしが点きます。"),
    )
    refused_post = forms.BooleanField(label=_("財源を理由に、分野をまたぐ職を置けなかった"), required=False)
    sponsor = forms.CharField(
        label=_("後ろだてになる人(役職)"), required=False, max_length=120, help_text=_("「副市長」のように。")
    )
    sunset = forms.BooleanField(label=_("小さくする約束ができている"), required=False)
    law = forms.ChoiceField(label=_("重層なしで支援会議を開けるか"), choices=LAW_SAYS.items())
    law_source = forms.CharField(label=_("そのよりどころ(条文・通知)"), required=False, max_length=200)
    said_source = forms.CharField(
        label=_("すき間の「ある・ない」を、何で確かめたか"),
        required=False,
        max_length=200,
        help_text=_("記録から読めるあいだは、記録のほうを使います。"),
    )
    source = forms.CharField(
        label=_("ここに書いたことの、よりどころ"), max_length=400, help_text=_("予算書、組織図、聞いた課の名前など。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = {name: self.fields.pop(name) for name in ("said_source", "source")}
        for one in SAYABLE:
            label = _("%(name)s(%(code)s)") % {"code": one.value, "name": SIGNALS[one]}
            self.fields[one.value] = forms.ChoiceField(label=label, required=False, choices=THERE)
        self.fields.update(last)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if any(typed.get(one.value) for one in SAYABLE) and not typed.get("said_source"):
            self.add_error("said_source", _("「ある」か「ない」を選んだときは、何で確かめたかを書いてください。"))
        return typed

    def said(self) -> Town:
        typed = self.cleaned_data
        return Town(
            source=typed["source"],
            desks=typed["desks"],
            staff=_whole(typed["staff"], TENTHS),
            headquarters=_whole(typed["headquarters"], TENTHS),
            depopulated=typed["depopulated"],
            bookkeeping=_whole(typed["bookkeeping"], HUNDREDTHS),
            refused_post=typed["refused_post"],
            sponsor=typed["sponsor"],
            sunset=typed["sunset"],
            law=LawSays(typed["law"]),
            law_source=typed["law_source"],
            said={one: (typed[one.value] == "yes", typed["said_source"]) for one in SAYABLE if typed[one.value]},
        )


class JudgementForm(forms.Form):
    """What only a yes has to register is asked only of a yes."""

    follows = forms.ChoiceField(label=_("どうするか"), choices=FOLLOWS, widget=forms.RadioSelect)
    decided = forms.CharField(
        label=_("決めたことと、そのわけ"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("そのまま文書に載ります。"),
    )
    decider = forms.CharField(
        label=_("だれが決めたか(役職)"), max_length=120, help_text=_("「市長決裁」「庁議」のように。")
    )
    day = DateWords(label=_("決めた日"))
    seen = forms.CharField(required=False, max_length=2, widget=forms.HiddenInput)  # the answer that stood above
    waves = forms.MultipleChoiceField(
        label=_("どの調査をよりどころにするか"),
        required=False,
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("「調査」に残した回から選びます。きょうの数のまま、決定に残ります。"),
    )
    survey = forms.CharField(
        label=_("ほかに何を調べたか"),
        required=False,
        max_length=400,
        help_text=_("調査の名前と時期、置き場所。上で選ばないときは、調べていないわけも。"),
    )
    talks = forms.MultipleChoiceField(
        label=_("だれと話し合ったか"),
        required=False,
        choices=[],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("地域の日誌の「対話」から選びます。"),
    )
    evidence = forms.CharField(
        label=_("ほかに添えるもの"), required=False, max_length=400, help_text=_("文書の名前と置き場所。")
    )
    gap = forms.CharField(label=_("どのすき間に使うか"), max_length=200)
    expects = forms.CharField(
        label=_("何がどう変わると見込むか"), max_length=400, help_text=_("「F2が、2年で2から3になる」のように。")
    )
    shrinks = forms.CharField(label=_("どうなったら小さくするか"), max_length=400, initial=SHRINKS)

    def __init__(self, *args: Any, answer: Answer, talks: Choices, waves: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "waves", list(waves))
        if not waves:
            del self.fields["waves"]
            self.fields["survey"].label = _("何を調べたか")
            self.fields["survey"].required = True
            self.fields["survey"].help_text = _("ニーズ調査の名前と時期、置き場所。調べていなければ、そのわけ。")
        offer(self, "talks", list(talks))
        if not talks:
            del self.fields["talks"]
        for name in ("gap", "expects", "shrinks"):
            if answer is not Answer.J:
                del self.fields[name]
            else:
                self.fields[name].required = self.data.get("follows") != "no"

    def said(self) -> Decided:
        typed = self.cleaned_data
        talks, waves = ([one for one in map(read_id, typed.get(name, [])) if one] for name in ("talks", "waves"))
        words = {name: typed.get(name, "") for name in ("evidence", "gap", "expects", "shrinks")}
        return Decided(
            follows=typed["follows"] == "yes",
            decided=typed["decided"],
            decider=typed["decider"],
            day=typed["day"],
            survey=typed["survey"],
            talks=talks,
            waves=waves,
            **words,
        )


def _whole(value: Decimal | None, parts: int) -> int | None:
    return None if value is None else int(value * parts)
