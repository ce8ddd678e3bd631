"""The seat of somebody from outside: number and word open it, the pledge opens its extract, and it ends by itself.

No session is kept: a signed cookie says which seat this browser opened, for half an hour, and every page asks anew whether it stands.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from marugoto.conferences.codes import DateSaid
from marugoto.conferences.labels import DATES_SAID
from marugoto.exchange.porch.actions import table as verbs
from marugoto.exchange.porch.actions.knock import knock
from marugoto.exchange.porch.codes import Door
from marugoto.exchange.porch.queries import table as tables
from marugoto.exchange.porch.queries.table import HeldSeat
from marugoto.exchange.porch.rules.number import read_number, say_number
from marugoto.exchange.rules.ics import Occasion, written
from marugoto.ground.actions.submission import new_key
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import say_day
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import JST
from marugoto.web.front.frame import porch_of
from marugoto.web.front.pages.notice import _address

COOKIE, SALT, SECONDS = "porch_table", "marugoto.table", 1_800
LONGEST = 5_000
NOT_OPEN = _(
    "番号[ばんごう]か 合言葉[あいことば]が 合[あ]いません。紙[かみ]を 見[み]て、もう一度[いちど] 書[か]いてください。"
)
TOO_OFTEN = _(
    "いまは、これ以上[いじょう] 試[ため]せません。1時間[じかん]ほど 待[ま]つか、招[まね]いた 係[かかり]に 電話[でんわ]を ください。"
)


ENDED = _(
    "この 席[せき]は、いま おわりました。送[おく]られていません。伝[つた]えたいことは、招[まね]いた 係[かかり]に 電話[でんわ]を ください。"
)


class OpenForm(forms.Form):
    number = forms.CharField(label=_("番号[ばんごう]"), max_length=40, help_text=_("12この 数字[すうじ]です。"))
    word = forms.CharField(label=_("合言葉[あいことば]"), max_length=40, widget=forms.PasswordInput)


class ViewForm(forms.Form):
    """The same four questions as in the house."""

    knows = forms.CharField(label=_("知[し]っていること"), required=False, max_length=LONGEST, widget=forms.Textarea)
    does = forms.CharField(label=_("していること"), required=False, max_length=LONGEST, widget=forms.Textarea)
    can = forms.CharField(label=_("できること"), required=False, max_length=LONGEST, widget=forms.Textarea)
    asks = forms.CharField(label=_("お願[ねが]いしたいこと"), required=False, max_length=LONGEST, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["rows"] = 3

    def clean(self) -> dict[str, Any]:
        """What no table can keep is refused in a sentence."""
        said = super().clean() or {}
        for name, words in list(said.items()):
            try:
                clean(words, limit=LONGEST)
            except Refused as refused:
                self.add_error(name, f"{refused.sentence}{refused.way_on}")
        return said


class DaysForm(forms.Form):
    def __init__(self, *args: Any, days: list[Any], said: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for day, begins, ends in days:
            self.fields[f"day_{day}"] = forms.ChoiceField(
                label=_when(begins, ends),
                choices=list(DATES_SAID.items()),
                widget=forms.RadioSelect,
                required=False,
                initial=said.get(day, ""),
            )

    def said(self) -> dict[str, str]:
        return {name.removeprefix("day_"): value for name, value in self.cleaned_data.items() if value in set(DateSaid)}


def show(request: HttpRequest, code: str) -> HttpResponse:
    """The door, or the seat that this browser opened."""
    seat = _seat(request, code)
    return _page(request, code, seat) if seat else _door(request, code, OpenForm())


@require_POST
def enter(request: HttpRequest, code: str) -> HttpResponse:
    form, at = OpenForm(request.POST), timezone.now()
    if form.is_valid():
        if not knock(at=at, body=code, door=Door.TABLE, address=_address(request)):
            form.add_error(None, TOO_OFTEN)
            return _door(request, code, form, status=422)
        seat = _opened(code, at, form.cleaned_data)
        if seat is not None:
            return _remembered(redirect("front:table", code=code), code, seat)
        form.add_error(None, NOT_OPEN)
    return _door(request, code, form, status=422)


@require_POST
def pledge(request: HttpRequest, code: str) -> HttpResponse:
    seat = _need(request, code)
    try:
        verbs.pledge(at=timezone.now(), body=code, seat=seat.id)
    except ObjectDoesNotExist:
        return _over(request, code)
    return redirect("front:table", code=code)


@require_POST
def write(request: HttpRequest, code: str) -> HttpResponse:
    seat, form = _need(request, code), ViewForm(request.POST)
    if seat.pledged_at is None:
        return redirect("front:table", code=code)
    if form.is_valid():
        try:
            verbs.write_view(at=timezone.now(), body=code, seat=seat.id, said=form.cleaned_data)
        except ObjectDoesNotExist:
            return _over(request, code, [words for words in form.cleaned_data.values() if words])
        return redirect(f"{reverse('front:table', args=[code])}?sent=1")
    return _page(request, code, seat, view=form, status=422)


@require_POST
def days(request: HttpRequest, code: str) -> HttpResponse:
    seat = _need(request, code)
    form = DaysForm(request.POST, days=seat.shown["days"], said={})
    if form.is_valid():
        try:
            verbs.say_days(at=timezone.now(), body=code, seat=seat.id, said=form.said())
        except ObjectDoesNotExist:
            return _over(request, code)
        return redirect(f"{reverse('front:table', args=[code])}?sent=1")
    return _page(request, code, seat, days_form=form, status=422)


@require_POST
def leave(request: HttpRequest, code: str) -> HttpResponse:
    answer = redirect("front:table", code=code)
    answer.delete_cookie(COOKIE, path=reverse("front:table", args=[code]))
    return answer


def invitation(request: HttpRequest, code: str) -> HttpResponse:
    """For his own calendar: that there is a meeting, when and where; of whom it speaks stands nowhere."""
    seat = _need(request, code)
    begins, ends = (datetime.fromisoformat(seat.shown[name]) for name in ("begins_at", "ends_at"))
    summary, where = f"{seat.shown['town']} 打合せ", seat.shown["where"]
    occasion = Occasion(f"{seat.id}@marugoto", summary, begins, ends, description=where)
    answer = HttpResponse(
        written("まるごと", [occasion], at=timezone.now()), content_type="text/calendar; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    answer["Cache-Control"] = "no-store, private"
    return answer


def _opened(code: str, at: datetime, said: dict[str, str]) -> UUID | None:
    try:
        number = read_number(said["number"])
    except Refused:
        return None
    return verbs.open_seat(at=at, body=code, number=number, word=said["word"])


def _remembered(answer: HttpResponse, code: str, seat: UUID) -> HttpResponse:
    answer.set_cookie(
        COOKIE,
        signing.dumps([code, str(seat)], salt=SALT),
        max_age=SECONDS,
        path=reverse("front:table", args=[code]),
        secure=settings.CSRF_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return answer


def _seat(request: HttpRequest, code: str) -> HeldSeat | None:
    try:
        body, seat = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError):
        return None
    return tables.seat(code, UUID(seat), timezone.now()) if body == code else None


def _need(request: HttpRequest, code: str) -> HeldSeat:
    """Raises Http404 where nothing is open, or is open no more: as for an address that never was."""
    seat = _seat(request, code)
    if seat is None:
        raise Http404
    return seat


def _over(request: HttpRequest, code: str, words: Sequence[str] = ()) -> HttpResponse:
    """The seat ended between the look and the press: nothing was sent, and what was typed stands there to be read out."""
    form = OpenForm(request.POST)
    form.errors.clear()
    form.add_error(None, ENDED)
    return _door(request, code, form, status=409, words=words)


def _door(
    request: HttpRequest, code: str, form: OpenForm, status: int = 200, words: Sequence[str] = ()
) -> HttpResponse:
    values = {"porch": porch_of(request, code), "code": code, "form": form, "key": new_key(), "words": words}
    return _private(render(request, "front/table_door.html", values, status=status))


def _page(
    request: HttpRequest,
    code: str,
    seat: HeldSeat,
    *,
    view: ViewForm | None = None,
    days_form: DaysForm | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = seat.shown
    days_asked = list(shown["days"])
    values: dict[str, Any] = {
        "porch": porch_of(request, code),
        "code": code,
        "key": new_key(),
        "seat": seat,
        "number": say_number(seat.number),
        "pledged": seat.pledged_at is not None,
        "shown": {name: shown[name] for name in ("town", "kind", "article", "pledge", "name", "where")},
        "when": _when(shown["begins_at"], shown["ends_at"]),
        "until": _moment(seat.until),
        "sent": request.GET.get("sent") == "1",
        "extract": shown["extract"] if seat.pledged_at is not None else "",
        "view": view or ViewForm(initial=seat.said) if seat.pledged_at is not None else None,
        "days_form": days_form or DaysForm(days=days_asked, said=seat.said.get("days", {})) if days_asked else None,
    }
    return _private(render(request, "front/table.html", values, status=status))


def _private(answer: HttpResponse) -> HttpResponse:
    """Told to no other site; under `no-referrer` a browser would send the forms from nowhere, and they would be refused."""
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "same-origin"
    return answer


def _when(begins: str, ends: str) -> str:
    first, last = (datetime.fromisoformat(one).astimezone(JST) for one in (begins, ends))
    return f"{say_day(first.date())} {first:%H:%M}〜{last:%H:%M}"


def _moment(at: datetime) -> str:
    local = at.astimezone(JST)
    return f"{say_day(local.date())} {local:%H:%M}"
