"""Write a place in: its name is enough, and a few words more if they are known."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import create_place
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import TENDERS, room_of
from marugoto.web.town.forms.place import NewPlaceForm


@see(*TENDERS)
def new(request: HttpRequest, viewer: Viewer) -> Page:
    return _new_page(viewer, NewPlaceForm(districts=_districts(viewer)))


@act(*TENDERS)
def create(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    form = NewPlaceForm(request.POST, districts=_districts(viewer))
    if form.is_valid():
        with form_errors(form):
            values = form.values()
            place = create_place(
                by=viewer,
                at=at,
                district=values.pop("district"),
                values=values,
                welcome=form.chosen_welcome(),
                interests=form.chosen_interests(),
            )
            messages.success(request, _("場所を書きました。確かめたことには、まだなっていません。"))
            return redirect("town:place", place=place.pk)
    return _new_page(viewer, form, status=422)


def _districts(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in directory.districts(viewer)]


def _new_page(viewer: Viewer, form: NewPlaceForm, status: int = 200) -> Page:
    return Page("town/place_new.html", {"form": form, **room_of(viewer, "places")}, status=status)
