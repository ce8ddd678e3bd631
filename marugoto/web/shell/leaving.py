"""窓口を離れる: the sign-in of this browser is shut, not covered, and what was not sent waits for its writer.

While it is shut every address answers with one and the same page. Nobody is signed in, so no door has anything to give; whoever
signs in next is let through by the ordinary way, with a password and a second key where his account has one.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from time import time as now
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from marugoto.agencies.actions.leaving import Written, keep_unsent, leave, take_the_screen, throw_away
from marugoto.agencies.queries.leaving import minutes_of, unsent_forms
from marugoto.agencies.queries.viewer import viewer_of
from marugoto.agencies.rules.leaving import SHORTEST
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.audit import NotWritten
from marugoto.ground.actions.submission import read_reader
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.kept_form import LIMIT, NOT_TYPED, typed_fields
from marugoto.web.shell.signed_in import SignedIn, put_on, signed_in
from marugoto.web.ui.refill import refilled

Answer = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)
SEEN = "seen"  # a cookie
LEFT, BACK, PUT_BACK, SINCE = "left", "unsent", "unsent_shown", "signed_in_at"
OWN = {"of", "idle", "written", "reader", "with_file", "draft"}  # what the button says by itself
SHUT = 423  # Locked
SAY_AGAIN = 30  # seconds after which the browser is told anew that somebody is there
LONGEST_PAGE = 1000
OPEN_WHILE_SHUT = {
    "shell:leave",
    "shell:left",
    "shell:sign_in",
    "shell:kept_sign_in",
    "shell:as_cast",
    "shell:sign_out",
    "shell:keep",
    "ui:theme",
    "account_login",
    "account_logout",
    "mfa_authenticate",
    "mfa_login_webauthn",
}


def guard(answer: Answer) -> Answer:
    """Stands before every door."""

    def walk(request: HttpRequest) -> HttpResponse:
        if LEFT not in request.session and _untouched_too_long(request):
            who = signed_in(request)
            if who is not None:
                shut(request, who, idle=True, written=_sent_meanwhile(request))
                return shut_page(request)
        if LEFT not in request.session:
            return _seen(request, answer(request))
        if _name_of(request) in OPEN_WHILE_SHUT:
            return answer(request)
        keep_for_the_absent(request, _sent_meanwhile(request))
        return shut_page(request)

    return walk


def shut(request: HttpRequest, who: SignedIn, *, idle: bool, written: list[Written]) -> None:
    """Keep what was written, write down that somebody left, and end the sign-in of this browser: the last also where the first
    two cannot be done."""
    viewer, user, said = who.viewer, int(request.session[SESSION_KEY]), [one for one in written if _fits(one)]
    shown, leaving_id = _put_back_here(request, said), ""
    try:
        leaving_id = str(leave(by=viewer, at=timezone.now(), idle=idle, written=said, instead_of=shown).pk)
    except DatabaseError:
        log.exception("what was written could not be kept")
        said = []
    page = page_at_hand(request)
    login = next(hat.worker.user.username for hat in who.hats if hat.worker.user is not None)
    logout(request)
    _look_up_anew(request)
    request.session[LEFT] = {
        "user": user,
        "login": login,
        "duty": str(viewer.duty),
        "leaving": leaving_id,
        "name": viewer.name,
        "team": viewer.team_name,
        "page": page,
        "kept": bool(said),
        "lost": len(said) < len(written),
        "idle": idle,
    }


def shut_page(request: HttpRequest) -> HttpResponse:
    left = request.session[LEFT]
    by_click = settings.MARUGOTO_DEMO and left["login"].startswith("cast-")
    return render(request, "shell/left.html", {"left": left, "by_click": by_click}, status=SHUT)


def keep_for_the_absent(request: HttpRequest, written: list[Written]) -> None:
    """A form of another window of the same worker, sent after he had left: it is his, and waits with the rest."""
    left = request.session[LEFT]
    own = read_reader(request.POST.get("key", "")) or read_reader(f".{request.POST.get('reader', '')}")
    viewer = viewer_of(left["user"], UUID(left["duty"]), timezone.now())
    said = [one for one in written if _fits(one)]
    if said and viewer is not None and own == viewer.duty:
        keep_unsent(by=viewer, at=timezone.now(), written=said)
        request.session[LEFT] = {**left, "kept": True}


def came_in(request: HttpRequest) -> str:
    """Where whoever has just signed in goes on; empty where nothing waits."""
    left: dict[str, Any] | None = request.session.pop(LEFT, None)
    request.session[SINCE] = int(now())
    _look_up_anew(request)
    own = left is not None and left["user"] == int(request.session.get(SESSION_KEY, 0))
    if left is not None and own:
        with suppress(NotWritten):  # then it is the usual hat, and what waits is found under the other
            put_on(request, UUID(left["duty"]))
    who = signed_in(request)
    if who is None:
        return ""
    if left is not None and left["leaving"]:
        take_the_screen(by=who.viewer, at=timezone.now(), leaving=UUID(left["leaving"]))
    waiting = unsent_forms(who.viewer)
    here = next((one for one in waiting if left is not None and own and one.page == left["page"]), None)
    if here is not None:
        request.session[BACK] = str(here.id)
    if left is not None and own and (here or not waiting):
        return str(left["page"])
    return reverse("shell:unsent") if waiting else ""


def put_back(request: HttpRequest, viewer: Viewer, answer: HttpResponse) -> HttpResponse:
    """The page with what was written in its form; where the form is there no more, all that waits is read on a page of its own.
    What is no page (a file, a part of one) lets it wait for the next."""
    if request.headers.get("HX-Request") or not answer.get("Content-Type", "").startswith("text/html"):
        return answer
    wanted = request.session.pop(BACK)
    form = next((one for one in unsent_forms(viewer) if str(one.id) == wanted), None)
    if form is None:
        return answer
    found = refilled(answer.content.decode(), form.action, form.fields)
    if found is None or found[1]:
        return redirect("shell:unsent")
    note = render(request, "shell/parts/put_back.html", {"with_file": form.with_file}).content.decode()
    answer.content = found[0].replace('<div class="banner">', f'<div class="banner">{note}', 1).encode()
    request.session[PUT_BACK] = {"id": wanted, "action": form.action or urlsplit(form.page).path}
    return answer


def keep_draft(request: HttpRequest, who: SignedIn, written: list[Written]) -> UUID | None:
    """The form as it stands now, instead of how it stood a moment ago; None where nothing of it can be kept."""
    said, own = [one for one in written if _fits(one)], read_reader(f".{request.POST.get('reader', '')}")
    if len(said) != 1 or own not in {None, who.viewer.duty}:
        return None
    before = read_id(request.POST.get("draft", "")) or _put_back_here(request, said)
    return keep_unsent(by=who.viewer, at=timezone.now(), written=said, instead_of=before)[0]


def was_sent(request: HttpRequest, viewer: Viewer) -> None:
    """The form that was put back, or kept while it was written, has done its deed: nothing of it is kept any longer."""
    draft = read_id(request.POST.get("draft", ""))
    if draft is not None:
        throw_away(by=viewer, at=timezone.now(), unsent=draft)
    shown: dict[str, str] | None = request.session.get(PUT_BACK)
    if shown is not None and urlsplit(shown["action"]).path == request.path:
        throw_away(by=viewer, at=timezone.now(), unsent=UUID(shown["id"]))
        del request.session[PUT_BACK]


def written_here(request: HttpRequest) -> list[Written]:
    """What came with the button: every changed form, told by the script; or the one form whose button it was."""
    page, found = page_at_hand(request), []
    for text in request.POST.getlist("written"):
        action, _sep, said = text.partition("\n")
        fields = [(name, value) for name, value in parse_qsl(said.strip()) if name not in NOT_TYPED]
        typed = tuple(one for one in fields if one[0] not in OWN)
        found.append(Written(page, action.strip(), typed, with_file=len(typed) < len(fields)))
    if "of" in request.POST:
        fields = [(one.name, one.value) for one in typed_fields(request) if one.name not in OWN]
        found.append(Written(page, request.POST["of"], tuple(fields), with_file=bool(request.FILES)))
    return [one for one in found if one.fields]


def page_at_hand(request: HttpRequest) -> str:
    """The page from which the form came, if it is one of ours; otherwise the page that is asked for, or the first. What a script asks
    for is no page to come back to: the one on which it runs is."""
    came = urlsplit(request.META.get("HTTP_REFERER", ""))
    if request.method == "GET" and _is_page(request):
        here = request.get_full_path()
    else:
        here = f"{came.path}?{came.query}" if came.query else came.path
        here = here if came.netloc == request.get_host() else "/"
    ours = url_has_allowed_host_and_scheme(here, allowed_hosts=None)
    return here if ours and here.startswith("/") and len(here) <= LONGEST_PAGE else "/"


def _sent_meanwhile(request: HttpRequest) -> list[Written]:
    if request.method != "POST":
        return []
    fields = tuple((one.name, one.value) for one in typed_fields(request))
    return [Written(page_at_hand(request), request.path, fields, bool(request.FILES))] if fields else []


def _untouched_too_long(request: HttpRequest) -> bool:
    """By the clock of the machine: nobody asked anything of this sign-in for the body's minutes."""
    if SESSION_KEY not in request.session:
        return False
    seen = _last_seen(request)
    gone = now() - seen if seen else 0
    if gone <= SHORTEST * 60:
        return False
    who = signed_in(request)
    return who is not None and gone > minutes_of(who.viewer) * 60


def _last_seen(request: HttpRequest) -> int:
    try:
        return int(_signer(request).unsign(request.COOKIES.get(SEEN, "")))
    except (signing.BadSignature, ValueError):
        return int(request.session.get(SINCE, 0))


def _seen(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Told to the browser under our seal, for this sign-in alone: the table of sessions would be written at every look."""
    if SESSION_KEY in request.session and now() - _last_seen(request) > SAY_AGAIN:
        said = _signer(request).sign(str(int(now())))
        secure = request.is_secure()
        response.set_cookie(SEEN, said, httponly=True, samesite="Lax", secure=secure)
    return response


def _signer(request: HttpRequest) -> signing.Signer:
    return signing.Signer(salt=f"seen.{request.session.session_key}")


def _look_up_anew(request: HttpRequest) -> None:
    vars(request).pop("marugoto_signed_in", None)


def _name_of(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""


def _is_page(request: HttpRequest) -> bool:
    by_script = request.headers.get("Sec-Fetch-Dest", "document") != "document" or "HX-Request" in request.headers
    return not by_script and _name_of(request) != "shell:here"


def _put_back_here(request: HttpRequest, written: list[Written]) -> UUID | None:
    """What had been put back into one of these forms: written on, it is kept once."""
    shown: dict[str, str] | None = request.session.get(PUT_BACK)
    if shown is None or shown["action"] not in {one.action or urlsplit(one.page).path for one in written}:
        return None
    return UUID(shown["id"])


def _fits(written: Written) -> bool:
    return len(written.action) <= LONGEST_PAGE and sum(len(value) for _name, value in written.fields) <= LIMIT
