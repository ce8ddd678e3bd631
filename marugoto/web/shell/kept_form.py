"""A form that came when nobody was signed in any more: what was typed is kept until the sign-in, then sent on by one press."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from marugoto.ground.actions.submission import new_key
from marugoto.web.shell.frame import frame_of
from marugoto.web.shell.signed_in import signed_in

SLOT = "kept_form"
LIMIT = 200_000  # characters; what is longer is a file, and files are chosen again
NOT_TYPED = {"csrfmiddlewaretoken", "key"}


@dataclass(frozen=True)
class Typed:
    name: str
    value: str


def typed_fields(request: HttpRequest) -> list[Typed]:
    """What a person wrote, in the order of the form."""
    return [
        Typed(name, value)
        for name, values in request.POST.lists()
        if name not in NOT_TYPED
        for value in values
        if value
    ]


def keep(request: HttpRequest) -> HttpResponse:
    """Keep the form in the session of this browser and ask to sign in."""
    typed = typed_fields(request)
    if sum(len(field.value) for field in typed) <= LIMIT:
        request.session[SLOT] = {
            "path": request.get_full_path(),
            "typed": [[field.name, field.value] for field in typed],
        }
    return redirect("shell:kept_sign_in")


def show(request: HttpRequest) -> HttpResponse:
    """After signing in: what was kept, with one button that sends it."""
    who = signed_in(request)
    kept: dict[str, Any] | None = request.session.get(SLOT)
    if who is None:
        return redirect("shell:sign_in")
    if kept is None:
        raise Http404
    values = {
        "frame": frame_of(request, who),
        "path": kept["path"],
        "typed": [Typed(name, value) for name, value in kept["typed"]],
        "key": new_key(),
    }
    return render(request, "shell/kept_form.html", values)
