"""待っていた場所: what our needs waited for has come; it is taken up, or why not is said. Whoever made it hears only how many."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.unmet_need import reply_to_place
from marugoto.community.codes import Lack, UnmetSaid
from marugoto.community.labels import LACKS, UNMET_SAID
from marugoto.community.queries import place as places
from marugoto.community.queries import unmet_need as unmet_needs
from marugoto.custody.codes import MatterKind
from marugoto.custody.queries.ball import faces_of
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.desk.forms.waited import ReplyForm
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.matters import CASEWORK, matters_of


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    return _page(viewer)


@act(*CASEWORK)
def reply(request: HttpRequest, viewer: Viewer, at: datetime, wait: UUID) -> Page | HttpResponse:
    came = next((one for one in unmet_needs.came(viewer) if one.wait == wait), None)
    if came is None:
        raise Http404
    form = ReplyForm(request.POST, auto_id=_ids(wait))
    if form.is_valid():
        with form_errors(form):
            said = form.code()
            face = faces_of(viewer, {came.ball})[came.ball]
            reply_to_place(by=viewer, at=at, wait=wait, said=said)
            if said is UnmetSaid.TAKEN and face.matter_kind is MatterKind.NEED:
                messages.success(request, _("返事をしました。続けて、つなぎ先を進めてください。"))
                return redirect("desk:match", need=face.matter)
            messages.success(request, _("返事をしました。作った係には、数だけが届きます。"))
            return redirect("desk:waited")
    return _page(viewer, forms={wait: form}, status=422)


def _page(viewer: Viewer, *, forms: dict[UUID, ReplyForm] | None = None, status: int = 200) -> Page:
    found = unmet_needs.came(viewer)
    faces = faces_of(viewer, {one.ball for one in found})
    lines = matters_of(viewer, faces.values())
    seen = places.by_ids(viewer, {one.ending.place_id for one in found if one.ending.place_id})
    rows: list[dict[str, Any]] = [
        {
            "wait": one.wait,
            "line": lines[faces[one.ball].matter],
            "lack": LACKS[Lack(one.need.lack)],
            "since": say_day(local_day(one.need.made_at)),
            "day": say_day(local_day(one.ending.made_at)),
            "place": seen.get(one.ending.place_id) if one.ending.place_id else None,
            "form": (forms or {}).get(one.wait) or ReplyForm(auto_id=_ids(one.wait)),
        }
        for one in found
    ]
    return Page("desk/waited.html", {"rows": rows, "said": UNMET_SAID}, status=status)


def _ids(wait: UUID) -> str:
    """There is one such form for each place."""
    return f"said-{wait}-%s"
