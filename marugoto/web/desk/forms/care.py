"""Forms beside the ball: move along, act for the holder until a day, give it back, record a step."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.custody.actions.lesson import Taught
from marugoto.custody.codes import LearntCode, StuckOutcome, TouchKind
from marugoto.custody.labels import LEARNT_CODES, STUCK_OUTCOMES, TOUCH_KINDS
from marugoto.custody.rules.care import may_say_stuck
from marugoto.web.ui.fields import DateWords, offer

ANSWERS = (StuckOutcome.SELF, StuckOutcome.JOINT, StuckOutcome.TAKEN)


class TouchForm(forms.Form):
    kind = forms.ChoiceField(label=_("何をしましたか"), choices=list(TOUCH_KINDS.items()), initial=TouchKind.TALKED)


class StuckForm(forms.Form):
    """With what one is stuck: nobody has to say it."""

    words = forms.CharField(
        label=_("何に困っているか"),
        required=False,
        max_length=200,
        help_text=_("一言で。名前を書かずに。司令塔と、持っている係(このあと受け取る係も)が読みます。"),
    )

    def __init__(self, *args: Any, must: bool = False, **kwargs: Any) -> None:
        """`must`: it was pressed already, and only the words are sent."""
        super().__init__(*args, **kwargs)
        self.fields["words"].required = must

    def clean_words(self) -> str:
        words = str(self.cleaned_data["words"])
        if not (may := may_say_stuck(words)):
            raise forms.ValidationError(f"{may.reason}{may.way_on}")
        return words


class CompanionForm(forms.Form):
    team = forms.ChoiceField(label=_("どの係といっしょに動きますか"), choices=[])

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "team", teams)


class RescueForm(forms.Form):
    until = DateWords(
        label=_("いつ返しますか"),
        required=True,
        help_text=_("二か月まで。その日が来ると、ひとりでに持ち手に戻ります。"),
    )


class AnswerForm(forms.Form):
    """The control tower's answer to a call for help."""

    at_times = frozenset({"until"})

    outcome = forms.ChoiceField(
        label=_("どうしますか"),
        choices=[(code, STUCK_OUTCOMES[code]) for code in ANSWERS],
        initial=StuckOutcome.JOINT,
        widget=forms.RadioSelect,
    )
    until = DateWords(
        label=_("預かるなら、いつ返しますか"),
        required=False,
        help_text=_("二か月まで。「司令塔が預かる」のときだけ書きます。"),
    )

    code = forms.ChoiceField(
        label=_("次は、持ち手だけで何ができそうですか"),
        choices=[("", _("まだ書かない")), *LEARNT_CODES.items()],
        required=False,
    )
    words = forms.CharField(
        label=_("次に困った人への一言"),
        required=False,
        max_length=400,
        help_text=_("名前を書かずに。ほかの機関の人も読みます。"),
    )

    def taught(self) -> Taught | None:
        said = self.cleaned_data
        return Taught(LearntCode(said["code"]), said["words"]) if said["code"] else None

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("words") and not said.get("code"):
            self.add_error("code", _("何が分かったかを選んでください。"))
        if said.get("outcome") == StuckOutcome.TAKEN and "until" in said and not said["until"]:
            self.add_error("until", _("預かるときは、返す日を書いてください。"))
        return said


class AskingForm(forms.Form):
    """The holder's line to whoever asked how it stands."""

    words = forms.CharField(
        label=_("いまのようすと、次にすること"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("一言でかまいません。名前を書かずに。たずねた係とあなたの係だけが読みます。"),
    )


class DirectionForm(forms.Form):
    """What the holder is to do, and until when."""

    words = forms.CharField(
        label=_("何をしてほしいですか"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("名前を書かずに。持っている係と、あなたの係だけが読みます。"),
    )
    due = DateWords(label=_("いつまでに"))


class DirectionAnswerForm(forms.Form):
    """Whether what was directed was done."""

    done = forms.ChoiceField(
        label=_("どうなりましたか"),
        choices=[("yes", _("やりました")), ("no", _("できませんでした"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("ひとこと"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("できなかったときは、わけを書いてください。名前を書かずに。"),
    )


class LearntForm(forms.Form):
    """What the holder can do itself the next time."""

    code = forms.ChoiceField(
        label=_("次は、持ち手だけで何ができそうですか"),
        choices=list(LEARNT_CODES.items()),
        initial=LearntCode.WHOM_TO_ASK,
    )
    words = forms.CharField(
        label=_("次に困った人への一言"),
        required=False,
        max_length=400,
        help_text=_("名前を書かずに。"),
    )
    shared = forms.BooleanField(
        label=_("一言も、ほかの機関の人に見せる（書かなくてもよい）"),
        required=False,
        initial=True,
        help_text=_("見せないときは、持ち手の係と司令塔だけが読みます。"),
    )

    def taught(self) -> Taught:
        said = self.cleaned_data
        return Taught(LearntCode(said["code"]), said["words"], said["shared"])
