"""今朝のまとめ: how one's mornings stood, and whether they come as mail too."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.custody.labels import DIGEST_KINDS
from marugoto.custody.queries import digest as digests
from marugoto.exchange.actions.digest_mail import wish_for_mail
from marugoto.exchange.queries.mail import own_address, sends_mail
from marugoto.exchange.rules.retention import LETTER_DAYS
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see


class MailForm(forms.Form):
    """An empty address is the way to stop."""

    address = forms.CharField(
        label=gettext_lazy("メールアドレス"),
        required=False,
        max_length=254,
        help_text=gettext_lazy("職場のアドレスを。空にすると、メールは止まります。"),
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "email"}),
    )


@see()
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer, None)


@act()
def wish(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = MailForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            row = wish_for_mail(by=viewer, at=at, address=form.cleaned_data["address"])
            said = _("次の開庁日の朝から、メールでも届きます。") if row.address else _("メールを止めました。")
            messages.success(request, said)
            return redirect("shell:digests")
    return _page(viewer, form, status=422)


def _page(viewer: Viewer, form: MailForm | None, status: int = 200) -> Page:
    today, address = local_day(viewer.at), own_address(viewer)
    values = {
        "digests": [_row(one, today) for one in digests.own(viewer)],
        "form": form or MailForm(initial={"address": address}),
        "address": address,
        "sends": sends_mail(viewer),
        "letter_days": LETTER_DAYS,
    }
    return Page("shell/digests.html", values, status=status)


def _row(one: Any, today: Any) -> dict[str, Any]:
    counts = [(said, getattr(one, kind)) for kind, said in DIGEST_KINDS.items()]
    return {"day": say_day(one.day), "today": one.day == today, "counts": [pair for pair in counts if pair[1]]}
