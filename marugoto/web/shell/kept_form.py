"""A form that came when nobody was signed in any more: what was typed is kept until its writer has signed in again.

It lies in the session of the browser, together with the duty the form was shown to, and is shown to no other.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from marugoto.agencies.queries.viewer import hats_of
from marugoto.agencies.rules.leaving import MOST_LETTERS
from marugoto.disclosure.actions.audit import NotWritten
from marugoto.ground.actions.submission import new_key, read_reader
from marugoto.kernel.jst import local_day
from marugoto.web.shell.frame import frame_of
from marugoto.web.shell.signed_in import put_on, signed_in

SLOT, FATE = "kept_form", "kept_form_fate"
LIMIT = MOST_LETTERS  # what is longer is a file, and files are chosen again
NOT_TYPED = {"csrfmiddlewaretoken", "key"}
CODE = re.compile(r"[a-z][a-z_]*|[0-9a-f-]{36}")  # what a form says by itself, not its writer


class Fate(StrEnum):
    """What became of the form, as the page that asks to sign in again says it."""

    KEPT = "kept"
    FILE = "file"  # the words are kept, the file has to be chosen again
    TOO_LONG = "too_long"
    STRANGE = "strange"  # nobody knows whose it is


@dataclass(frozen=True)
class Typed:
    name: str
    value: str

    @property
    def by_hand(self) -> bool:
        """A person wrote it; the rest are choices and numbers of the form."""
        return CODE.fullmatch(self.value) is None


def typed_fields(request: HttpRequest) -> list[Typed]:
    """What was sent, in the order of the form."""
    return [
        Typed(name, value)
        for name, values in request.POST.lists()
        if name not in NOT_TYPED
        for value in values
        if value
    ]


def keep(request: HttpRequest) -> HttpResponse:
    """Keep the form in the session of this browser and ask to sign in."""
    typed, reader = typed_fields(request), read_reader(request.POST.get("key", ""))
    fate = Fate.FILE if request.FILES else Fate.KEPT
    if reader is None:
        fate = Fate.STRANGE
    elif sum(len(field.value) for field in typed) > LIMIT:
        fate = Fate.TOO_LONG
    else:
        said = [[field.name, field.value] for field in typed]
        request.session[SLOT] = {"path": request.get_full_path(), "reader": str(reader), "typed": said}
    request.session[FATE] = fate.value
    return redirect("shell:kept_sign_in")


def fate_of(request: HttpRequest) -> Fate:
    return Fate(request.session.get(FATE, Fate.STRANGE))


def waits_for(request: HttpRequest, user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whoever has just signed in wrote the kept form; what somebody else wrote goes, and is not shown."""
    kept: dict[str, Any] | None = request.session.get(SLOT)
    request.session.pop(FATE, None)
    if kept is None:
        return False
    own = kept["reader"] in {str(hat.pk) for hat in hats_of(user.pk or 0, local_day(timezone.now()))}
    if not own:
        del request.session[SLOT]
    return own


def sent(request: HttpRequest) -> None:
    """The deed is done: what was kept for it is needed no more."""
    kept: dict[str, Any] | None = request.session.get(SLOT)
    if kept is not None and kept["path"] == request.get_full_path():
        del request.session[SLOT]


def show(request: HttpRequest) -> HttpResponse:
    """After signing in: what was kept, with one button that sends it under the hat it was written with."""
    kept: dict[str, Any] | None = request.session.get(SLOT)
    if signed_in(request) is None:
        return redirect("shell:sign_in")
    try:
        worn = kept is not None and put_on(request, UUID(kept["reader"]))
    except NotWritten:
        return render(request, "shell/not_written.html", {}, status=503)
    if kept is None or not worn:
        raise Http404
    who = signed_in(request)
    if who is None:
        raise Http404
    values = {
        "frame": frame_of(request, who),
        "path": kept["path"],
        "typed": [Typed(name, value) for name, value in kept["typed"]],
        "key": new_key(who.viewer.duty),
    }
    return render(request, "shell/kept_form.html", values)
