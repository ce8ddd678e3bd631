"""Forms of tables above the case: a topic, what was settled, to which table it goes on, and what became of it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.conferences.labels import FOLLOWED
from marugoto.web.ui.fields import DateWords, offer


class TopicForm(forms.Form):
    title = forms.CharField(
        label=_("何を話し合いますか"), max_length=120, help_text=_("世帯や人の名前は書かないでください。")
    )
    words = forms.CharField(
        label=_("くわしく"), required=False, max_length=1_000, widget=forms.Textarea(attrs={"rows": 2})
    )


class TableSeatForm(forms.Form):
    """One of those who work here, or a post without an account."""

    at_times = frozenset({"duty", "post"})

    duty = forms.ChoiceField(label=_("名簿の人"), required=False, choices=[])
    post = forms.CharField(
        label=_("名簿にいない役職"),
        required=False,
        max_length=60,
        help_text=_("「福祉部長」のように、役職だけ。どちらか一つを書きます。"),
    )

    def __init__(self, *args: Any, duties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "duty", [("", _("選んでください")), *duties])

    def said(self) -> dict[str, Any]:
        duty = self.cleaned_data["duty"]
        return {"duty": UUID(duty) if duty else None, "post": self.cleaned_data["post"]}


class ResolveForm(forms.Form):
    words = forms.CharField(label=_("決めたこと"), max_length=300)
    taken_by = forms.ChoiceField(label=_("だれが"), choices=[])
    due = DateWords(label=_("いつまでに"))

    def __init__(self, *args: Any, takers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "taken_by", takers)


class RaiseForm(forms.Form):
    kind = forms.ChoiceField(label=_("どの会議へ"), choices=[])

    def __init__(self, *args: Any, kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", kinds)


class ResultForm(forms.Form):
    result = forms.ChoiceField(label=_("どうなりましたか"), choices=list(FOLLOWED.items()))
    words = forms.CharField(label=_("ひとこと"), required=False, max_length=300)
