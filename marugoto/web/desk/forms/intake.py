"""Forms of the entrance: only what must be known is required."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from marugoto.custody.codes import TouchKind, Urgency
from marugoto.custody.labels import TOUCH_KINDS
from marugoto.intake.codes import (
    Channel,
    ConsultationEnd,
    MayCall,
    NoticeAnswer,
    NoticeSource,
    ToldBy,
    UrgentAnswer,
    UrgentCheck,
)
from marugoto.intake.labels import (
    CHANNELS,
    CONSULTATION_ENDS,
    MAY_CALL,
    NOTICE_ANSWERS,
    SOURCES,
    TOLD_BY,
    URGENT_ANSWERS,
    URGENT_QUESTIONS,
)
from marugoto.intake.rules.heard import Heard
from marugoto.intake.rules.troubles import TROUBLE_SETS, TroubleCode
from marugoto.web.shell.forms.attachment import PapersForm
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import DateWords, MomentWords, TimeWords, offer

NO_PRESSING = ""
TOLD = (
    "caller",
    "phone",
    "visitor",
    "visitor_relation",
    "person_knows",
    "language",
    "troubles",
    "pressing",
    "words",
    "silent",
    "wish",
    "papers",
)  # one of these is enough for a consultation


class NoticeForm(forms.Form):
    """A clerk's or anybody's notice: three things required, the rest as far as known."""

    words = forms.CharField(
        label=_("気づいたこと"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        help_text=_("見たこと・聞いたことを、そのまま。"),
    )
    source = forms.ChoiceField(
        label=_("だれが気づきましたか"), choices=list(SOURCES.items()), initial=NoticeSource.CLERK
    )
    danger = forms.ChoiceField(
        label=_("いのちや暴力の心配"),
        choices=[("no", _("いまは感じない")), ("yes", _("ある")), ("unknown", _("分からない"))],
        widget=forms.RadioSelect,
        initial="unknown",
    )
    may_call = forms.ChoiceField(
        label=_("福祉の係が連絡することを、本人に聞きましたか"),
        choices=list(MAY_CALL.items()),
        widget=forms.RadioSelect,
        initial=MayCall.NOT_ASKED,
        required=False,
    )
    who_words = forms.CharField(
        label=_("だれのことですか"), max_length=200, required=False, help_text=_("名前が分からなければ、様子だけでも。")
    )
    where = forms.CharField(label=_("どこで"), max_length=200, required=False)
    informant = forms.CharField(label=_("知らせてくれた人"), max_length=120, required=False)
    reach = forms.CharField(label=_("その人への連絡先"), max_length=200, required=False)
    wants_reply = forms.BooleanField(label=_("どうなったかを知らせてほしい"), required=False)
    heard = MomentWords(
        label=_("聞いた日時"),
        required=False,
        help_text=_("あとから打ちこむときに。「R8.11.28 14:30」のように。時刻は、分かれば。"),
    )
    agreement = forms.ChoiceField(label=_("見守り協定の事業所から"), required=False, choices=[])

    def __init__(self, *args: Any, agreements: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if agreements:
            offer(self, "agreement", [("", _("ちがいます")), *((str(key), firm) for key, firm in agreements)])
        else:
            self.fields["agreement"].widget = forms.HiddenInput()

    def said(self) -> dict[str, Any]:
        """As the action takes it."""
        told, heard = dict(self.cleaned_data), self.cleaned_data["heard"]
        urgency = Urgency.NOW if told.pop("danger") == "yes" else Urgency.USUAL
        return told | {
            "urgency": urgency,
            "source": NoticeSource(told["source"]),
            "agreement": read_id(told["agreement"]),
            "may_call": MayCall(told["may_call"] or MayCall.NOT_ASKED),
            "heard": Heard(*heard) if heard else None,
        }


class NoticeAnswerForm(forms.Form):
    answer = forms.ChoiceField(label=_("どうしましたか"), choices=list(NOTICE_ANSWERS.items()))
    words = forms.CharField(
        label=_("くわしく"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=10_000
    )
    told_back = forms.CharField(
        label=_("気づいた人に伝えてよいこと"),
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("したことだけを。だれか、どんな様子かは、本人の同意がなければ書きません。"),
    )
    told = forms.ChoiceField(
        label=_("どうやって伝えましたか"),
        required=False,
        choices=[("", _("届いた道で伝わる・返事は要らない")), *TOLD_BY.items()],
    )
    agreed = forms.BooleanField(label=_("どうなったかを伝えてよいと、本人が同意した"), required=False)

    def way_told(self) -> ToldBy | None:
        return ToldBy(self.cleaned_data["told"]) if self.cleaned_data["told"] else None

    def answer_code(self) -> NoticeAnswer:
        return NoticeAnswer(self.cleaned_data["answer"])


class ConsultationForm(PapersForm):
    """Anything may stay blank except day and channel; the receiver is whoever is signed in."""

    day = DateWords(label=_("相談の日"))
    hour = TimeWords(label=_("時刻"), required=False, help_text=_("あとから打ちこむときに、分かれば。"))
    channel = forms.ChoiceField(label=_("どこで"), choices=list(CHANNELS.items()), initial=Channel.WINDOW)
    caller = forms.CharField(
        label=_("呼び名"), required=False, max_length=120, help_text=_("名前を聞けていなければ空けておきます。")
    )
    phone = forms.CharField(
        label=_("電話"), required=False, max_length=60, help_text=_("かけ直せる番号。聞けなければ空けておきます。")
    )
    visitor = forms.CharField(label=_("来た人(本人でないとき)"), required=False, max_length=120)
    visitor_relation = forms.CharField(label=_("本人との関係"), required=False, max_length=60)
    person_knows = forms.ChoiceField(
        label=_("本人はこの相談を知っていますか"),
        required=False,
        choices=[("", _("聞いていません")), ("yes", _("知っている")), ("no", _("知らない"))],
    )
    troubles = forms.MultipleChoiceField(
        label=_("困っていること(○はいくつでも)"), required=False, widget=forms.CheckboxSelectMultiple, choices=[]
    )
    pressing = forms.ChoiceField(label=_("◎ いちばん困っていること(一つだけ)"), required=False, choices=[])
    words = forms.CharField(
        label=_("話したこと"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    silent = forms.BooleanField(label=_("何も聞けなかった(無言など)"), required=False)
    wish = forms.CharField(
        label=_("どうなりたいか"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    language = forms.CharField(label=_("ことば・通訳"), required=False, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        boxes = [(str(code), label) for code, label in TROUBLE_SETS[-1].labels.items()]
        offer(self, "troubles", boxes)
        offer(self, "pressing", [(NO_PRESSING, _("まだ決めない")), *boxes])
        for check, question in URGENT_QUESTIONS.items():
            self.fields[f"urgent_{check}"] = forms.ChoiceField(
                label=question,
                choices=list(URGENT_ANSWERS.items()),
                widget=forms.RadioSelect,
                initial=UrgentAnswer.NOT_ASKED,
            )

    def clean(self) -> dict[str, Any]:
        """One line, one mark or one tick: a slip of the hand begins no consultation that nobody had."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        asked = any(said.get(f"urgent_{check}") not in {None, UrgentAnswer.NOT_ASKED} for check in UrgentCheck)
        told = asked or self.data.get("notice") or any(said.get(name) for name in TOLD)
        if not told and not self.errors:
            self.add_error(
                "words", _("まだ何も書かれていません。一行でも書くか、「何も聞けなかった」に印をつけてください。")
            )
        return said

    @classmethod
    def typed(cls, sent: QueryDict) -> "ConsultationForm":
        """With all that is typed, nothing of it judged yet."""
        several = {"troubles": sent.getlist("troubles")}
        return cls(initial={name: sent[name] for name in sent if name != "papers"} | several)

    def urgent(self) -> dict[UrgentCheck, UrgentAnswer]:
        return {check: UrgentAnswer(self.cleaned_data[f"urgent_{check}"]) for check in UrgentCheck}

    def marked(self) -> list[TroubleCode]:
        """A box chosen as ◎ counts as marked, whether or not its ○ was set."""
        pressing = self.cleaned_data["pressing"]
        codes = {*self.cleaned_data["troubles"], *([pressing] if pressing else [])}
        return [TroubleCode(code) for code in codes]

    def pressing_code(self) -> list[TroubleCode]:
        pressing = self.cleaned_data["pressing"]
        return [TroubleCode(pressing)] if pressing else []

    def knows(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["person_knows"])

    @property
    def urgent_fields(self) -> list[Any]:
        return [self[f"urgent_{check}"] for check in UrgentCheck]


class ConsultationLineForm(PapersForm):
    """Something more was heard or done, before a case was opened."""

    kind = forms.ChoiceField(label=_("何をしましたか"), choices=list(TOUCH_KINDS.items()), initial=TouchKind.TALKED)
    words = forms.CharField(
        label=_("聞いたこと・したこと"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    phone = forms.CharField(label=_("電話が分かったとき"), required=False, max_length=60)

    def __init__(self, *args: Any, phone_known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if phone_known:
            del self.fields["phone"]


class ConsultationEndForm(forms.Form):
    end = forms.ChoiceField(
        label=_("どうなりましたか"),
        choices=[(code, label) for code, label in CONSULTATION_ENDS.items() if code is not ConsultationEnd.CASE_OPENED],
    )

    def end_code(self) -> ConsultationEnd:
        return ConsultationEnd(self.cleaned_data["end"])
