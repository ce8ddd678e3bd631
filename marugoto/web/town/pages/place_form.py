"""Write a place in, and put it right: what would change is shown before it is written."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.place import INTERESTS, change_interests, change_place, create_place
from marugoto.community.labels import PLACE_FIELDS
from marugoto.community.queries import place as places
from marugoto.community.queries.place import PlacePage
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.town.audience import TENDERS, room_of
from marugoto.web.town.forms.place import NewPlaceForm, PlaceForm, initial_of
from marugoto.web.town.words import said

DIFFERENCE = tuple[str, str, str]


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


@see(*TENDERS)
def edit(request: HttpRequest, viewer: Viewer, place: UUID) -> Page:
    found = _running(viewer, place)
    form = PlaceForm(initial=initial_of(found.place, found.interests), districts=_districts(viewer))
    return _edit_page(viewer, found, form)


@act(*TENDERS)
def change(request: HttpRequest, viewer: Viewer, at: datetime, place: UUID) -> Page | HttpResponse:
    """Sent once, it shows what would change; sent with `sure`, it is written."""
    found = _running(viewer, place)
    districts = _districts(viewer)
    form = PlaceForm(request.POST, districts=districts)
    if not form.is_valid():
        return _edit_page(viewer, found, form, status=422)
    differences = _differences(found, form, dict(districts))
    if not differences:
        form.add_error(None, _("変わったところがありません。直してから送ってください。"))
        return _edit_page(viewer, found, form, status=422)
    stood_on = form.stand_on(found.place.version)
    if stood_on != found.place.version:
        form.add_error(
            None, _("あなたが開いたあとで、この場所が書き換えられました。違いを見て、よければ直してください。")
        )
        return _edit_page(viewer, found, form, differences, status=409)
    if not request.POST.get("sure"):
        return _edit_page(viewer, found, form, differences)
    with form_errors(form):
        change_place(by=viewer, at=at, place=place, values=form.values(), version=stood_on)
        change_interests(by=viewer, at=at, place=place, interests=form.chosen_interests())
        messages.success(request, _("場所を直しました。前の内容も残っています。"))
        return redirect("town:place", place=place)
    return _edit_page(viewer, found, form, differences, status=409)


def _differences(found: PlacePage, form: PlaceForm, districts: dict[str, str]) -> list[DIFFERENCE]:
    """Label, what stands there now, what would stand there; in the order of the history."""
    now = {name: str(value or "") for name, value in initial_of(found.place, found.interests).items()}
    wanted = {name: str(value or "") for name, value in form.values().items()}
    now["district"], wanted["district"] = districts.get(now["district"], ""), districts.get(wanted["district"], "")
    now[INTERESTS] = "、".join(sorted(found.interests))
    wanted[INTERESTS] = "、".join(sorted(form.chosen_interests()))
    return [
        (str(label), said(name, now[name]), said(name, wanted[name]))
        for name, label in PLACE_FIELDS.items()
        if name in wanted and now[name] != wanted[name]
    ]


def _running(viewer: Viewer, place: UUID) -> PlacePage:
    found = places.get(viewer, place)
    if found is None or found.ending:
        raise Http404
    return found


def _districts(viewer: Viewer) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in directory.districts(viewer)]


def _new_page(viewer: Viewer, form: NewPlaceForm, status: int = 200) -> Page:
    return Page("town/place_new.html", {"form": form, **room_of(viewer, "places")}, status=status)


def _edit_page(
    viewer: Viewer, found: PlacePage, form: PlaceForm, differences: list[DIFFERENCE] | None = None, status: int = 200
) -> Page:
    values = {"form": form, "place": found.place, "differences": differences or [], **room_of(viewer, "places")}
    return Page("town/place_edit.html", values, status=status)
