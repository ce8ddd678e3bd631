"""The form of 引きつぎ: to whom, and for each ball whether, and with which note."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.custody.actions.succession import Handed
from marugoto.web.ui.fields import DateWords, offer

NOTE_LIMIT = 2_000


class AwayForm(forms.Form):
    """Some days off: who stands in, from which day, and the first day back."""

    deputy = forms.ChoiceField(label=_("代わりの人"), choices=[])
    since = DateWords(label=_("休みはじめの日"))
    until = DateWords(label=_("戻る日"), help_text=_("この日から、また自分で動きます。"))

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "deputy", [("", _("選んでください")), *people])


class SuccessionForm(forms.Form):
    """`balls`: (ball, how it is called), in the order of the page."""

    to = forms.ChoiceField(label=_("だれに引きつぎますか"), choices=[])

    def __init__(
        self, *args: Any, people: list[tuple[str, str]], balls: Iterable[tuple[UUID, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", people)
        self.balls = list(balls)
        for ball, called in self.balls:
            self.fields[f"take_{ball.hex}"] = forms.BooleanField(label=called, required=False)
            self.fields[f"note_{ball.hex}"] = forms.CharField(
                label=_("次の人への一言"),
                required=False,
                max_length=NOTE_LIMIT,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def chosen(self) -> list[Handed]:
        said = self.cleaned_data
        return [Handed(ball, said[f"note_{ball.hex}"]) for ball, _called in self.balls if said[f"take_{ball.hex}"]]

    def pair(self, ball: UUID) -> tuple[forms.BoundField, forms.BoundField]:
        return self[f"take_{ball.hex}"], self[f"note_{ball.hex}"]
