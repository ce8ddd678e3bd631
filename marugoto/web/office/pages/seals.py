"""封印と控え: how the seals of facts and looks stand, and the checkpoint that a witness outside keeps."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.directory import body, names_of_duties, profile
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.queries.books import BOOKS
from marugoto.disclosure.rules.checkpoint import days_between, is_due
from marugoto.kernel import chain
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.ledger.actions import give_checkpoint
from marugoto.ledger.queries.checkpoint import Given, Standing, last_given, standing
from marugoto.web.shell.doors import Page, act, see

MINUTE = timedelta(seconds=60)


@see(Role.PRIVACY)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    found = standing(viewer, BOOKS)
    days, today = days_between(profile(viewer.body, local_day(viewer.at))), local_day(viewer.at)
    last = local_day(found.given[0].at) if found.given else None
    duties = names_of_duties({one.by for one in found.given}) if found.given else {}
    values: dict[str, Any] = {
        "sentence": _sentence(found, viewer.at),
        "found": found,
        "sealed": _moment(found.sealed_at) if found.sealed_at else "",
        "stands_still": bool(found.waiting and found.sealed_at and viewer.at - found.sealed_at > MINUTE),
        "due": is_due(last, today, days),
        "days": days,
        "given": [_line(one, duties) for one in found.given],
        "newest": _groups(found.given[0].digest) if found.given else [],
    }
    return Page("office/seals.html", values)


@act(Role.PRIVACY)
def give(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    row = give_checkpoint(by=viewer, at=at)
    messages.success(
        request,
        _("封印%(number)d番の控えを出しました。保存するか印刷して、外の機関に預けてください。")
        % {"number": row.number},
    )
    return redirect("office:seals")


@see(Role.PRIVACY)
def file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The last checkpoint; it holds no person."""
    said = last_given(viewer, name=body(viewer.body).name)
    if not said:
        raise Http404
    return _saved(said.encode("utf-8-sig"), "marugoto-checkpoint.txt")


@see(Role.PRIVACY)
def verifier(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The one file that checks an export, as it lies in this house."""
    return _saved(Path(chain.__file__).read_bytes(), "marugoto-chain.py")


def _saved(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _sentence(found: Standing, at: datetime) -> str:
    if found.sealed_at is None:
        return _("まだ封印がありません。")
    last = _("いちばん新しい封印は%(number)d番です。") % {"number": found.number}
    if not found.waiting:
        return last + _("すべての行が封印されています。")
    return last + _("%(count)d行が、次の封印を待っています。") % {"count": found.waiting}


def _line(one: Given, duties: Any) -> dict[str, Any]:
    duty = duties.get(one.by)
    name = f"{duty.worker.name}({duty.name})" if duty else _("コマンドから")
    return {"number": one.number, "when": _moment(one.at), "who": name, "start": one.digest[:8]}


def _groups(digest: str) -> list[str]:
    return [digest[start : start + 8] for start in range(0, len(digest), 8)]


def _moment(at: datetime) -> str:
    here = at.astimezone(JST)
    return f"{say_day(here.date())} {here:%H:%M}"
