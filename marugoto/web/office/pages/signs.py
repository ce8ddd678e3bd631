"""閲覧の見守り: looks that no work explains, ten at a time; what each sign says, and what it does not. Looking here is itself written down."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.sign import review_sign
from marugoto.disclosure.labels import SIGNS, VERDICTS
from marugoto.disclosure.queries.sign import PAGE, ReviewLine, SignLine, SignList, found_signs
from marugoto.disclosure.rules.watch import Verdict
from marugoto.kernel.era import say_day, say_era, say_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.forms.sign import ReviewForm
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_page


@see(Role.PRIVACY)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer, page=read_page(request.GET.get("page", "1")))


@act(Role.PRIVACY)
def review(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = ReviewForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            review_sign(by=viewer, at=at, sign=said["sign"], verdict=Verdict(said["verdict"]), words=said["words"])
            messages.success(request, _("残しました。"))
            return redirect("office:looks_signs")
    return _page(viewer, form=form)


def _page(viewer: Viewer, *, page: int = 1, form: ReviewForm | None = None) -> Page:
    found = found_signs(viewer, page=page)
    values = {
        "sentence": _sentence(found),
        "rows": [_row(line, form) for line in found.rows],
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // PAGE), 1),
        "watched": say_era(found.watched_until) if found.watched_until else "",
        "sent": form,
    }
    return Page("office/looks_signs.html", values, status=422 if form else 200)


def _sentence(found: SignList) -> str:
    if found.unread:
        return _("確かめてほしい閲覧が%(count)dあります。") % {"count": found.unread}
    return _("確かめてほしい閲覧は、いまありません。")


def _row(line: SignLine, form: ReviewForm | None) -> dict[str, Any]:
    day = local_day(line.at)
    asked = {"since": day.isoformat(), "until": day.isoformat(), "worker": str(line.worker)}
    sent = form if form is not None and form.data.get("sign") == str(line.sign) else None
    return {
        "line": line,
        "when": say_moment(line.at),
        "times": _("%(count)d回") % {"count": line.looks},
        "signs": [SIGNS[sign] for sign in line.signs],
        "url": f"{reverse('office:looks')}?{urlencode(asked)}",
        "reviews": [_review(one) for one in line.reviews],
        "form": sent or ReviewForm(initial={"sign": line.sign}, auto_id=f"sign-{line.sign}-%s"),
    }


def _review(one: ReviewLine) -> dict[str, str]:
    return {
        "when": say_day(local_day(one.at)),
        "verdict": str(VERDICTS[one.verdict]),
        "words": one.words,
        "who": one.by_name,
        "reply": one.reply,
    }
