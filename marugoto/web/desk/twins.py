"""Somebody about to be written down who may be kept already: the evidence beside each, and the choice is the writer's."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.people.queries import household as households
from marugoto.people.queries.likeness import AlikeLine, alike
from marugoto.people.rules.likeness import ENOUGH, STRONG
from marugoto.web.desk.life import line_of
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.fields import offer

NEW = "new"
ASKED = gettext_lazy("よく似た記録があります。同じ方か、別の方かを選んでください。")


class TwinForm(forms.Form):
    """A form that writes somebody down. `twin` shows only where somebody alike is kept: empty is not yet answered."""

    twin = forms.ChoiceField(
        label=gettext_lazy("この方ですか"),
        required=False,
        widget=forms.RadioSelect,
        choices=[],
        error_messages={"required": ASKED},
    )

    def __init__(self, *args: Any, twins: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.twins = list(twins)
        self.fields["twin"].required = bool(self.twins)
        if not self.twins:
            self.fields["twin"].widget = forms.HiddenInput()
        offer(self, "twin", [*self.twins, (NEW, _("別の方(新しく書く)"))])

    def kept(self) -> UUID | None:
        """The record that is used instead of a new one."""
        return read_id(self.cleaned_data.get("twin") or "")


F = TypeVar("F", bound=TwinForm)


def asking(viewer: Viewer, form: Callable[..., F], sent: Any, *, without: Iterable[UUID] = (), **given: Any) -> F:
    """The form as it was sent, with those who are alike to whom it writes down, if there are any."""
    plain = form(sent, **given)
    plain.is_valid()
    said = {name: plain.cleaned_data.get(name) for name in ("name", "kana", "birth", "phone")}
    known = {name: value for name, value in said.items() if value}
    return form(sent, twins=twins_of(viewer, **known, least=STRONG, without=without), **given)


def twins_of(
    viewer: Viewer,
    *,
    name: str = "",
    kana: str = "",
    birth: date | None = None,
    phone: str = "",
    least: int = ENOUGH,
    without: Iterable[UUID] = (),
) -> list[tuple[str, str]]:
    """Choices, each with what is alike and what differs; three queries, none where nothing was typed."""
    if not (name or kana or birth or phone):
        return []
    lines = alike(viewer, name=name, kana=kana, birth=birth, phone=phone, least=least)
    return said_choices(viewer, [line for line in lines if line.face.person not in set(without)])


def said_choices(viewer: Viewer, lines: list[AlikeLine]) -> list[tuple[str, str]]:
    homes = households.of_persons(viewer, [line.face.person for line in lines]) if lines else {}
    return [(str(line.face.person), _said(line, homes.get(line.face.person, []))) for line in lines]


def _said(line: AlikeLine, homes: list[households.HouseholdLine]) -> str:
    """佐藤 誠(昭和47年5月9日生まれ・54歳・男) 佐藤さん世帯: 名前が同じ、生年月日が同じ"""
    about = line_of(line.face)
    where = "、".join(home.name for home in homes)
    who = " ".join(part for part in (line.face.called + (f"({about})" if about else ""), where) if part)
    return f"{who}: {'、'.join(line.words)}" if line.words else who
