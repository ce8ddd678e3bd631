"""Forms of the bodies in which agencies sit together: the body, its members, what they promise, and endings. All stand on one page, so
each has ids of its own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.codes import CouncilKind, MemberSort, NoticeKind
from marugoto.disclosure.labels import MEMBER_SORTS, NOTICES
from marugoto.disclosure.rules.council import COUNCILS
from marugoto.web.ui.fields import DateWords, offer

NOT_CHOSEN = ("", _("選んでください"))


class CouncilForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("どの会議体"),
        choices=[NOT_CHOSEN, *((one.kind.value, f"{one.name}({one.article})") for one in COUNCILS)],
    )
    name = forms.CharField(label=_("要綱などにある名前"), max_length=60)
    notice_kind = forms.ChoiceField(
        label=_("何で設けましたか"), choices=list(NOTICES.items()), initial=NoticeKind.OUTLINE
    )
    notice = forms.CharField(
        label=_("その名前と番号"),
        max_length=120,
        help_text=_("例: みなも市告示第12号。公示が要るものは、公示の番号を。"),
    )
    notice_day = DateWords(label=_("その日付"))
    coordinator = forms.ChoiceField(
        label=_("調整機関"), required=False, choices=[], help_text=_("要対協には一つ要ります。ほかは、あるときだけ。")
    )
    council_since = DateWords(label=_("いつから"))

    def __init__(self, *args: Any, teams: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "council-%s", **kwargs})
        offer(self, "coordinator", [("", _("なし")), *teams])

    def kind_code(self) -> CouncilKind:
        return CouncilKind(self.cleaned_data["kind"])


class CouncilMemberForm(forms.Form):
    council = forms.ChoiceField(label=_("どの会議体の"), choices=[])
    agency = forms.ChoiceField(label=_("構成機関"), required=False, choices=[])
    duty = forms.ChoiceField(
        label=_("指名された人(決まっているとき)"),
        required=False,
        choices=[],
        help_text=_("選ぶと、その機関からはこの人だけが席につけます。"),
    )
    person = forms.CharField(
        label=_("表にない機関や人の名前"), required=False, max_length=60, help_text=_("民生委員、地域の人など。")
    )
    sort = forms.ChoiceField(label=_("どの種類の構成員"), choices=list(MEMBER_SORTS.items()), initial=MemberSort.PUBLIC)
    member_since = DateWords(label=_("いつから"))
    member_until = DateWords(label=_("いつまで(その前の日まで)"), required=False)

    def __init__(
        self,
        *args: Any,
        councils: list[tuple[str, str]],
        agencies: list[tuple[str, str]],
        duties: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **{"auto_id": "member-%s", **kwargs})
        offer(self, "council", [NOT_CHOSEN, *councils])
        offer(self, "agency", [("", _("表にない")), *agencies])
        offer(self, "duty", [("", _("決まっていない")), *duties])


class CouncilTextForm(forms.Form):
    council = forms.ChoiceField(label=_("どの会議体の"), choices=[])
    words = forms.CharField(
        label=_("席の人が約束する文"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("要綱にある守秘の文を、200字までで。もう約束した人には、見せた文が残ります。"),
    )
    text_since = DateWords(label=_("いつから"))

    def __init__(self, *args: Any, councils: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "text-%s", **kwargs})
        offer(self, "council", [NOT_CHOSEN, *councils])


class CouncilEndForm(forms.Form):
    """Of a body or of one of its members."""

    which = forms.ChoiceField(label=_("どれを"), choices=[])
    day = DateWords(label=_("いつから"))
    reason = forms.CharField(label=_("わけ"), max_length=200, help_text=_("要綱の改正、任期の終わり、など。"))

    def __init__(self, *args: Any, which: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "ending-%s", **kwargs})
        offer(self, "which", [NOT_CHOSEN, *which])
