"""窓口を離れる, and what waits for whoever comes back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marugoto.agencies.actions.leaving import Written, throw_away
from marugoto.agencies.queries.leaving import UnsentForm, unsent_forms
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.web.shell import leaving
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.kept_form import Typed
from marugoto.web.shell.signed_in import signed_in, to_sign_in


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """It needs no key: whoever presses twice has left, and other windows of the same worker bring what was written in them."""
    return left_with(request, leaving.written_here(request))


def left_with(request: HttpRequest, written: list[Written]) -> HttpResponse:
    who = signed_in(request)
    if leaving.LEFT in request.session:
        leaving.keep_for_the_absent(request, written)
    elif who is None:
        return to_sign_in(request)
    else:
        leaving.shut(request, who, idle=request.POST.get("idle") == "1", written=written)
    return redirect("shell:left")


def left(request: HttpRequest) -> HttpResponse:
    """The shut page, under an address that says nothing."""
    return leaving.shut_page(request) if leaving.LEFT in request.session else redirect("shell:today")


def here(request: HttpRequest) -> HttpResponse:
    """Somebody types on: asked by the script, so that a long text does not end in front of a shut door."""
    return HttpResponse(status=204) if signed_in(request) is not None else to_sign_in(request)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """A form that is being written: kept while its writer goes on, once, until it is sent. The script hears the id under which it is
    kept; without one the page comes back with what was written in its form."""
    written = leaving.written_here(request)
    if leaving.LEFT in request.session:
        leaving.keep_for_the_absent(request, written)
        return leaving.shut_page(request)
    who = signed_in(request)
    if who is None:
        return to_sign_in(request)
    kept = leaving.keep_draft(request, who, written)
    if kept is None:
        return HttpResponse(status=409)
    if "of" in request.POST:
        request.session[leaving.BACK] = str(kept)
        messages.success(request, _("書きかけを預かりました。続きを書けます。"))
        return redirect(leaving.page_at_hand(request))
    return HttpResponse(str(kept), content_type="text/plain")


@see()
def unsent(request: HttpRequest, viewer: Viewer) -> Page:
    return Page("shell/unsent.html", {"forms": [_row(one) for one in unsent_forms(viewer)]})


@require_POST
def go_on(request: HttpRequest, unsent: UUID) -> HttpResponse:
    """Back to the page, with what was written in its form."""
    who = signed_in(request)
    if who is None:
        return to_sign_in(request)
    form = next((one for one in unsent_forms(who.viewer) if one.id == unsent), None)
    if form is None:
        raise Http404
    request.session[leaving.BACK] = str(form.id)
    return redirect(form.page)


@require_POST
def throw(request: HttpRequest, unsent: UUID) -> HttpResponse:
    """Thrown away twice it is gone all the same."""
    who = signed_in(request)
    if who is None:
        return to_sign_in(request)
    throw_away(by=who.viewer, at=who.viewer.at, unsent=unsent)
    messages.success(request, _("書きかけを捨てました。"))
    return redirect("shell:unsent")


def _row(form: UnsentForm) -> dict[str, object]:
    typed = [Typed(name, value) for name, value in form.fields]
    return {
        "id": form.id,
        "when": f"{say_day(local_day(form.kept_at))} {form.kept_at.astimezone(JST):%H:%M}",
        "words": [one.value for one in typed if one.by_hand],
        "with_file": form.with_file,
    }
