"""Change the hat: one worker, several duties, one at a time."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from marugoto.disclosure.actions.audit import NotWritten
from marugoto.web.shell.pages.sign_in import safe_next
from marugoto.web.shell.signed_in import put_on


@require_POST
def hat(request: HttpRequest) -> HttpResponse:
    """Put on one of the account's own hats; anything else is not there. `next`: the page that was to be opened under it."""
    try:
        wanted = UUID(request.POST.get("hat", ""))
    except ValueError as trouble:
        raise Http404 from trouble
    try:
        found = put_on(request, wanted)
    except NotWritten:
        return render(request, "shell/not_written.html", {}, status=503)
    if not found:
        raise Http404
    return redirect(safe_next(request.POST.get("next", ""), request))
