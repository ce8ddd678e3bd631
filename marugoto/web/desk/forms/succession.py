"""The form of 引きつぎ: to whom, and for each ball whether, and with which note."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.custody.actions.succession import Handed
from marugoto.web.ui.fields import offer

NOTE_LIMIT = 2_000


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
