"""Forms of the review cycle: a question, the figures, an answer for each means, and what became of it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.evaluation.actions.means_review import Ruling
from marugoto.evaluation.codes import Effect, Party, PilotEnd, Proof, ReviewLevel, ReviewSaid
from marugoto.evaluation.labels import EFFECTS, LEVELS, PARTIES, PILOT_ENDS, PROOFS, SAID
from marugoto.web.office.forms.house import NOT_CHOSEN
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import DateWords, offer

Pairs = list[tuple[str, str]]
BOXES = forms.CheckboxSelectMultiple


def long_text(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ReviewForm(forms.Form):
    question = forms.CharField(
        label=_("問い"),
        max_length=300,
        widget=long_text(),
        help_text=_("指標より先に書きます。「なぜ、気づいた人への返事は半分なのか。何を変えれば返るか」のように。"),
    )
    level = forms.ChoiceField(label=_("どの会で"), choices=[NOT_CHOSEN, *LEVELS.items()])
    means = forms.MultipleChoiceField(
        label=_("見直す手段"), choices=[], widget=BOXES, help_text=_("選んだ手段のどれにも、答えを書きます。")
    )
    due = DateWords(label=_("結論を出す日"))
    invited = forms.MultipleChoiceField(
        label=_("声をかける人の種類"), required=False, choices=list(PARTIES.items()), widget=BOXES
    )
    words = forms.CharField(label=_("いきさつ"), required=False, max_length=4_000, widget=long_text(3))

    def __init__(self, *args: Any, means: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "means", means)

    def said(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {
            "question": typed["question"],
            "level": ReviewLevel(typed["level"]),
            "due": typed["due"],
            "means": ids(typed["means"]),
            "words": typed["words"],
            "invited": [Party(one) for one in typed["invited"]],
        }


class CiteForm(forms.Form):
    picked = forms.MultipleChoiceField(
        label=_("問いに答えるのに要る指標"),
        choices=[],
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text=_("選んだときの値で止めて残します。あとで数字が動いても、ここの値は変わりません。"),
    )

    def __init__(self, *args: Any, picks: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "picked", picks)


class JoinForm(forms.Form):
    parties = forms.MultipleChoiceField(
        label=_("加わった人の種類"), choices=list(PARTIES.items()), widget=BOXES, help_text=_("人の名前は書きません。")
    )

    def codes(self) -> list[Party]:
        return [Party(one) for one in self.cleaned_data["parties"]]


class RulingForm(forms.Form):
    """The answer to one means."""

    said = forms.ChoiceField(label=_("どうするか"), choices=list(SAID.items()), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("わけ"), max_length=400, widget=long_text())
    evidence = forms.MultipleChoiceField(label=_("もとにした数字"), required=False, choices=[], widget=BOXES)
    opinions = forms.MultipleChoiceField(label=_("どの声にこたえるか"), required=False, choices=[], widget=BOXES)
    becomes = forms.CharField(
        label=_("何をどう変えるか・新しい目標"), required=False, max_length=400, widget=long_text()
    )
    would_change = forms.CharField(label=_("続けるときは、何が起きたら変えるか"), required=False, max_length=300)
    team = forms.ChoiceField(label=_("だれがするか"), required=False, choices=[])
    due = DateWords(label=_("いつまでにするか"), required=False)

    def __init__(self, *args: Any, evidence: Pairs, opinions: Pairs, teams: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "team", [("", _("変えるか、やめるときに選びます")), *teams])
        for name, choices in (("evidence", evidence), ("opinions", opinions)):
            if choices:
                offer(self, name, choices)
            else:
                del self.fields[name]

    def ruling(self) -> Ruling:
        typed = self.cleaned_data
        return Ruling(
            said=ReviewSaid(typed["said"]),
            reason=typed["reason"],
            becomes=typed["becomes"],
            would_change=typed["would_change"],
            team=read_id(typed["team"]) if typed["team"] else None,
            due=typed["due"],
            evidence=ids(typed.get("evidence", [])),
            opinions=ids(typed.get("opinions", [])),
        )


class CloseForm(forms.Form):
    why_kept = forms.CharField(
        label=_("手段を変えない理由"),
        required=False,
        max_length=400,
        widget=long_text(),
        help_text=_("手段を変えるかやめる決定が一つもないときは、ここに書かないと閉じられません。"),
    )


class PublishForm(forms.Form):
    published = DateWords(label=_("公表した日"))
    where = forms.CharField(
        label=_("どこに"), max_length=200, help_text=_("例: 市ホームページ「地域福祉計画の見直し」、広報12月号")
    )
    outside = forms.CharField(
        label=_("外から入った人の評価"),
        required=False,
        max_length=1_000,
        widget=long_text(3),
        help_text=_("学識経験者などの言葉。人の名前は書きません。"),
    )

    def said(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {"day": typed["published"], "where": typed["where"], "outside": typed["outside"]}


class ChangeForm(forms.Form):
    proof = forms.ChoiceField(label=_("何が変わったか"), choices=[NOT_CHOSEN, *PROOFS.items()])
    was = forms.CharField(label=_("前の文"), max_length=1_000, widget=long_text(3))
    becomes = forms.CharField(label=_("いまの文"), max_length=1_000, widget=long_text(3))
    effective = DateWords(label=_("いつから"))
    check_on = DateWords(label=_("ききめを確かめる日"), help_text=_("その日まで、ボールは持ち手にあります。"))

    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"proof": Proof(self.cleaned_data["proof"])}


class EffectForm(forms.Form):
    said = forms.ChoiceField(label=_("どうなったか"), choices=list(EFFECTS.items()), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("そう見たわけ"), max_length=1_000, widget=long_text(), help_text=_("数字や、聞いた話を書きます。")
    )

    def code(self) -> Effect:
        return Effect(self.cleaned_data["said"])


class UndoForm(forms.Form):
    undone = forms.CharField(label=_("元に戻したわけ"), max_length=400)


class PilotForm(forms.Form):
    means = forms.ChoiceField(label=_("どの手段の試しか"), choices=[])
    words = forms.CharField(label=_("小さく試すこと"), max_length=300, widget=long_text())
    stop_rule = forms.CharField(
        label=_("やめる目安"), max_length=300, help_text=_("「3か月で1件も来なければ」のように、先に決めておきます。")
    )
    since = DateWords(label=_("いつから"))
    until = DateWords(label=_("いつまで"))
    team = forms.ChoiceField(label=_("だれがするか"), choices=[])
    figure = forms.ChoiceField(label=_("見る指標"), required=False, choices=[])

    def __init__(self, *args: Any, means: Pairs, teams: Pairs, picks: Pairs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "means", [NOT_CHOSEN, *means])
        offer(self, "team", [NOT_CHOSEN, *teams])
        offer(self, "figure", [("", _("決めない")), *picks])

    def said(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return typed | {"means": UUID(typed["means"]), "team": UUID(typed["team"])}


class PilotEndForm(forms.Form):
    end = forms.ChoiceField(label=_("どうするか"), choices=list(PILOT_ENDS.items()), widget=forms.RadioSelect)
    finding = forms.CharField(
        label=_("わかったこと"),
        max_length=1_000,
        widget=long_text(3),
        help_text=_("やめた試しも、わかったことを書けば、手段を変えたのと同じに数えます。"),
    )

    def said(self) -> dict[str, Any]:
        return {"end": PilotEnd(self.cleaned_data["end"]), "finding": self.cleaned_data["finding"]}


def ids(typed: list[str]) -> list[UUID]:
    return [one for one in map(read_id, typed) if one]
