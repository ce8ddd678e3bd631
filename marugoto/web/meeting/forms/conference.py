"""Forms of a conference."""

import re
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.conferences.actions.agenda import TABLE_PARTS
from marugoto.conferences.actions.decision import USUALLY_TOLD
from marugoto.conferences.codes import Attendance, KindCode
from marugoto.conferences.labels import ATTENDANCES
from marugoto.disclosure.codes import Part
from marugoto.disclosure.labels import PARTS
from marugoto.kernel.jst import JST
from marugoto.web.ui.fields import DateWords, offer

CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])(?:[:：時](?P<minute>[0-5]?\d)?分?)?")


class ClockWords(forms.Field):
    """13:30, 13時30分, 13時: cleans to a `time`."""

    def to_python(self, value: Any) -> time | None:
        words = str(value or "").strip().translate(str.maketrans("０１２３４５６７８９", "0123456789"))
        if not words:
            return None
        found = CLOCK.fullmatch(words)
        if not found:
            raise forms.ValidationError(_("時刻が読めません。13:30 や 13時30分 のように書いてください。"), code="clock")
        return time(int(found["hour"]), int(found["minute"] or 0))

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


class ConferenceForm(forms.Form):
    """Only kinds this body may hold are offered."""

    kind = forms.ChoiceField(label=_("会議の種類"), widget=forms.RadioSelect, choices=[])
    name = forms.CharField(label=_("この町での呼び名"), required=False, max_length=60)
    day = DateWords(label=_("日"))
    begins = ClockWords(label=_("始まり"), help_text=_("13:30 や 13時30分 のように。"))
    ends = ClockWords(label=_("終わり"))
    where = forms.CharField(label=_("場所"), required=False, max_length=120)
    councils = forms.MultipleChoiceField(
        label=_("どの会議体として開きますか(合同なら二つ以上)"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[],
        help_text=_(
            "選ぶと、席と約束の文はその会議体の構成員と誓約によります。合同のときは、議題ごとにどちらかを選びます。"
        ),
    )

    def __init__(
        self, *args: Any, kinds: list[tuple[str, str]], councils: list[tuple[str, str]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", kinds)
        self.fields["councils"].choices = councils or []  # type: ignore[attr-defined]
        if not councils:
            del self.fields["councils"]

    def said(self) -> dict[str, Any]:
        """As the action takes it; times are Japan's."""
        data = self.cleaned_data
        return {
            "kind": KindCode(data["kind"]),
            "name": data["name"],
            "where": data["where"],
            "begins_at": datetime.combine(data["day"], data["begins"], JST),
            "ends_at": datetime.combine(data["day"], data["ends"], JST),
            "councils": [UUID(one) for one in data.get("councils", ())],
        }


class ItemForm(forms.Form):
    """A household is found by whatever is known of it; without words, some of our own are offered.

    `more`: the words fit others too, which are not offered.
    """

    find_words = forms.CharField(
        label=_("世帯をさがす(名前・よみ・電話・番号)"),
        required=False,
        max_length=200,
        help_text=_("「さとう」や「R8-0052」のように。"),
    )
    case = forms.ChoiceField(label=_("どの世帯を話し合いますか"), widget=forms.RadioSelect, choices=[])
    basis = forms.ChoiceField(label=_("どの根拠で"), widget=forms.RadioSelect, choices=[])

    def __init__(
        self,
        *args: Any,
        cases: list[tuple[str, str]],
        bases: list[tuple[str, str]],
        more: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.more = more
        offer(self, "case", cases)
        offer(self, "basis", bases)
        self.fields["basis"].initial = bases[0][0] if bases else ""


class SeatForm(forms.Form):
    duty = forms.ChoiceField(label=_("だれに来てもらいますか"), choices=[])
    reason = forms.CharField(
        label=_("なぜこの人か"),
        max_length=120,
        help_text=_(
            "例: 学校での様子を知っている、必要2を持っている。約束の前に読まれるので、名前や病名は書かないでください。"
        ),
    )

    def __init__(self, *args: Any, duties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "duty", duties)


class ProposedForm(forms.Form):
    """For each field that the table lacks: who comes, or nobody this time."""

    def __init__(self, *args: Any, proposals: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        for one in proposals:
            self.fields[f"who_{one.field}"] = forms.ChoiceField(
                label=one.label,
                choices=[*one.duties, ("", _("今回は呼ばない"))],
                initial=one.duties[0][0] if one.duties else "",
                required=False,
                help_text=one.reason
                if one.duties
                else _("%(why)s。この分野の係はまだいません。") % {"why": one.reason},
            )

    def chosen(self) -> list[tuple[str, str]]:
        """Duty and reason of each who is asked."""
        said = [(self.cleaned_data[f"who_{one.field}"], one.at_the_seat) for one in self.proposals]
        return [(duty, reason) for duty, reason in said if duty]


class ViewForm(forms.Form):
    """One's own column of the shared sheet."""

    knows = forms.CharField(
        label=_("知っていること"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    does = forms.CharField(
        label=_("していること"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    can = forms.CharField(
        label=_("できること"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    asks = forms.CharField(
        label=_("お願いしたいこと"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )


class AttendanceForm(forms.Form):
    """Everybody who was asked, in one form."""

    def __init__(self, *args: Any, seats: list[tuple[str, str, str]], **kwargs: Any) -> None:
        """`seats`: the field's name (seat_… or outside_…), name and hat, what was marked before."""
        super().__init__(*args, **kwargs)
        for seat, name, marked in seats:
            self.fields[seat] = forms.ChoiceField(
                label=name,
                choices=list(ATTENDANCES.items()),
                widget=forms.RadioSelect,
                initial=marked or Attendance.PRESENT,
                required=seat.startswith("seat_"),
            )

    def marks(self, sort: str) -> dict[UUID, Attendance]:
        """By seat, of those in the house (`seat_`) or from outside (`outside_`)."""
        marked = {name: value for name, value in self.cleaned_data.items() if name.startswith(sort) and value}
        return {UUID(name.removeprefix(sort)): Attendance(value) for name, value in marked.items()}


class MinutesForm(forms.Form):
    """`follows`: the version on which the writer goes on; 0 where there was none."""

    follows = forms.IntegerField(
        label=_("版"),
        min_value=0,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("どの版のつづきか分かりません。書いた文を写して、画面を開き直してから書いてください。")
        },
    )
    words = forms.CharField(label=_("話し合ったこと"), max_length=50_000, widget=forms.Textarea(attrs={"rows": 5}))


class DecisionForm(forms.Form):
    """A decision is a role: who does what until when."""

    need = forms.ChoiceField(label=_("どの必要の"), choices=[])
    words = forms.CharField(label=_("決めたこと"), max_length=300)
    taken_by = forms.ChoiceField(label=_("だれが"), choices=[])
    due = DateWords(label=_("いつまでに"))
    plan_words = forms.CharField(
        label=_("プランの手だてにも書く文"),
        required=False,
        max_length=200,
        help_text=_("書くと、いまのプランに入ります。ここで聞いた話ではなく、だれが何をするかを書いてください。"),
    )
    parts = forms.MultipleChoiceField(
        label=_("その人について、引き受けた係に開く部分"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(part.value, PARTS[part]) for part in TABLE_PARTS if part is not Part.SUPPORT],
        initial=[part.value for part in USUALLY_TOLD],
        help_text=_("この必要の記録と世帯の名前は、この議題の根拠で、ボールを持つあいだ開きます。"),
    )

    def __init__(self, *args: Any, needs: list[tuple[str, str]], takers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "need", needs)
        offer(self, "taken_by", takers)

    def chosen_parts(self) -> list[Part]:
        return [Part(part) for part in self.cleaned_data["parts"]]
