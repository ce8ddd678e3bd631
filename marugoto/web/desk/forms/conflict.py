"""Forms around a conflict of interest: who must not see or handle it, and what the tie is, in one of three words."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.codes import ConflictKind
from marugoto.disclosure.labels import CONFLICT_KINDS
from marugoto.web.ui.fields import offer


class ConflictForm(forms.Form):
    """`workers`: of whom it may be said, the reader first; words about anybody's private ties are not asked."""

    worker = forms.ChoiceField(label=_("だれが見てはいけませんか"), choices=[])
    kind = forms.ChoiceField(
        label=_("どんな間がらですか"),
        choices=[(kind.value, label) for kind, label in CONFLICT_KINDS.items()],
        widget=forms.RadioSelect,
        help_text=_("これより詳しいことは、書かなくてかまいません。"),
    )

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "worker", workers)

    def whom(self) -> UUID:
        return UUID(self.cleaned_data["worker"])

    def tie(self) -> ConflictKind:
        return ConflictKind(self.cleaned_data["kind"])


class ConflictEndForm(forms.Form):
    conflict = forms.UUIDField(widget=forms.HiddenInput)
    end_reason = forms.CharField(label=_("解くわけ"), max_length=200)
