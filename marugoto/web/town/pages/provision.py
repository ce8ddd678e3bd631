"""県から: what the prefecture provides for its municipalities (housing support, farms with welfare), and whether this one uses it."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries.alike import near_towns
from marugoto.agencies.queries.counterpart import prefecture_of
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.provision import leave_off, take_up
from marugoto.community.rules.provision import TAKERS
from marugoto.web.shell.doors import Page, act, see
from marugoto.web.shell.provisions import provisions_for
from marugoto.web.town.audience import BESIDE, READERS, room_of

ANSWERERS = tuple(role for role in Role if role in TAKERS)


@see(*BESIDE)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """Open to divisions outside welfare too: what farms and housing do lies with them."""
    prefecture = prefecture_of(viewer)
    found = provisions_for(viewer)
    near = near_towns(viewer, prefecture.code if prefecture else None)
    values = {
        "rows": found,
        "taken": sum(one.taken for one in found),
        "prefecture": prefecture.name if prefecture else "",
        "answers": viewer.has(*ANSWERERS),
        "near": near,
        "close": sum(one.town.close for one in near),
        **room_of(viewer, "provisions" if viewer.has(*READERS) else "light"),
    }
    return Page("town/provisions.html", values)


@act(*ANSWERERS)
def take(request: HttpRequest, viewer: Viewer, at: datetime, provision: UUID) -> HttpResponse:
    take_up(by=viewer, at=at, provision=provision)
    messages.success(request, _("使うと答えました。県の一覧に、この市町村の名前が出ます。"))
    return redirect("town:provisions")


@act(*ANSWERERS)
def leave(request: HttpRequest, viewer: Viewer, at: datetime, provision: UUID) -> HttpResponse:
    leave_off(by=viewer, at=at, provision=provision)
    messages.success(request, _("使うのをやめました。県の一覧から、この市町村の名前が消えます。"))
    return redirect("town:provisions")
