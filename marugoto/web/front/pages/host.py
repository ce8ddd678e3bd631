"""The page of a group, opened by its own link: what is told of it, a button that nothing changed, a form for what did.

Opening it says nothing. No sign-in: the secret in the address is the key, for one place, until its day.
"""

from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from marugoto.community.rules.change_request import ASKABLE, MANY_LINES, WORDS, longest, written
from marugoto.exchange.porch.actions import host as verbs
from marugoto.exchange.porch.actions.knock import knock
from marugoto.exchange.porch.codes import Door
from marugoto.exchange.porch.queries import host as hosts
from marugoto.exchange.porch.queries.host import GroupPage
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.web.front.frame import porch_of
from marugoto.web.front.pages.notice import _address

LABELS = {
    "name": _("名前[なまえ]"),
    "days": _("曜日[ようび]"),
    "hours": _("時間[じかん]"),
    "hours_note": _("日時[にちじ]のこと"),
    "address": _("住所[じゅうしょ]"),
    "building": _("建物[たてもの]"),
    "access": _("行[い]き方[かた]"),
    "phone": _("電話[でんわ]"),
    "target": _("だれ向[む]け"),
    "fee": _("お金[かね]"),
    "capacity": _("定員[ていいん]"),
    "room_now": _("いまの 空[あ]き"),
    "conditions": _("約束[やくそく]ごと"),
    "description": _("どんなところ"),
}
TOO_OFTEN = _("いまは、これ以上[いじょう] 送[おく]れません。1時間[じかん]ほど 待[ま]つか、電話[でんわ]を ください。")


class Said(forms.CharField):
    """Measured as it was shown: a browser sends two characters for the end of a line."""

    def __init__(self, *, name: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.name = name

    def to_python(self, value: Any) -> Any:
        return written(self.name, super().to_python(value) or "")


class PutRightForm(forms.Form):
    """What is told of the place, to be written over where it is not so any more; and a line for whatever has no field."""

    def __init__(self, *args: Any, shown: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in (name for name in ASKABLE if name in shown):
            self.fields[name] = Said(
                name=name,
                label=LABELS[name],
                required=name == "name",
                max_length=longest(name, shown),
                initial=shown[name],
                widget=forms.Textarea(attrs={"rows": 3}) if name in MANY_LINES else forms.TextInput,
            )
        self.fields["words"] = forms.CharField(
            label=_("ほかに 伝[つた]えたいこと"),
            required=False,
            max_length=WORDS,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("来[く]る 人[ひと]の 名前[なまえ]は 書[か]かないでください。"),
        )


def show(request: HttpRequest, code: str, secret: str) -> HttpResponse:
    found = hosts.page(code, secret, timezone.now())
    return _page(request, code, secret, found) if found else _closed(request, code)


@require_POST
def same(request: HttpRequest, code: str, secret: str) -> HttpResponse:
    at = timezone.now()
    found = hosts.page(code, secret, at)
    if found is None:
        return _closed(request, code)
    if not knock(at=at, body=code, door=Door.HOST, address=_address(request)):
        return _page(request, code, secret, found, trouble=str(TOO_OFTEN), status=422)
    try:
        verbs.say_same(at=at, body=code, page=found.id)
    except ObjectDoesNotExist:
        return _closed(request, code)
    return redirect("front:host", code=code, secret=secret)


@require_POST
def put_right(request: HttpRequest, code: str, secret: str) -> HttpResponse:
    at = timezone.now()
    found = hosts.page(code, secret, at)
    if found is None:
        return _closed(request, code)
    form = PutRightForm(request.POST, shown=found.shown)
    if not knock(at=at, body=code, door=Door.HOST, address=_address(request)):
        form.add_error(None, TOO_OFTEN)
    if form.is_valid():
        wants = {name: text for name, text in form.cleaned_data.items() if name in ASKABLE}
        try:
            verbs.ask_change(at=at, body=code, page=found.id, wants=wants, words=form.cleaned_data["words"])
        except ObjectDoesNotExist:
            return _closed(request, code)
        except Refused as refused:
            form.add_error(None, f"{refused.sentence}{refused.way_on}")
        else:
            return redirect("front:host_thanks", code=code, secret=secret)
    return _page(request, code, secret, found, form=form, status=422)


def thanks(request: HttpRequest, code: str, secret: str) -> HttpResponse:
    found = hosts.page(code, secret, timezone.now())
    if found is None:
        return _closed(request, code)
    values = {"porch": porch_of(request, code), "code": code, "secret": secret, "page": found}
    return _quiet(render(request, "front/host_thanks.html", values))


def _page(
    request: HttpRequest,
    code: str,
    secret: str,
    found: GroupPage,
    *,
    form: PutRightForm | None = None,
    trouble: str = "",
    status: int = 200,
) -> HttpResponse:
    values = {
        "porch": porch_of(request, code),
        "code": code,
        "secret": secret,
        "page": found,
        "facts": [(LABELS[name], found.shown[name]) for name in ASKABLE if found.shown.get(name) and name != "name"],
        "said_today": found.same_on == local_day(timezone.now()),
        "form": form or PutRightForm(shown=found.shown),
        "trouble": trouble,
    }
    return _quiet(render(request, "front/host.html", values, status=status))


def _closed(request: HttpRequest, code: str) -> HttpResponse:
    """The same for a link that ended, was withdrawn or never was."""
    values = {"porch": porch_of(request, code), "code": code}
    return _quiet(render(request, "front/host_closed.html", values, status=404))


def _quiet(page: HttpResponse) -> HttpResponse:
    """The address is a key: it is told to nobody else and kept by nobody on the way. To the porch itself it is told: under
    `no-referrer` a browser would send its forms from nowhere, and they would be refused."""
    page["Referrer-Policy"] = "same-origin"
    page["Cache-Control"] = "no-store"
    page["X-Robots-Tag"] = "noindex"
    return page
