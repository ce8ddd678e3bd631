"""地域の日誌: one diary for all who go out, whatever their title."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import write_note
from marugoto.community.codes import NoteKind
from marugoto.community.labels import NOTE_KINDS
from marugoto.community.queries import field_note as notes
from marugoto.community.queries import place as places
from marugoto.community.queries.field_note import Diary, Note
from marugoto.community.queries.place import PlaceFacts
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page
from marugoto.web.town.audience import READERS, WALKERS, room_of
from marugoto.web.town.forms.field_note import FieldNoteForm
from marugoto.web.town.pages.place_story import Names, name_of
from marugoto.web.town.words import long_day
from marugoto.web.ui.parts import Filter

MINUTES = 60


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    place = read_id(request.GET.get("place", ""))
    districts = directory.districts(viewer)
    initial = {"day": local_day(viewer.at), "place": place, "kind": NoteKind.VISIT}
    form = FieldNoteForm(initial=initial, districts=[(str(one.pk), one.name) for one in districts])
    return _page(request, viewer, form, place)


@act(*WALKERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    districts = directory.districts(viewer)
    form = FieldNoteForm(request.POST, districts=[(str(one.pk), one.name) for one in districts])
    place = read_id(request.POST.get("place", ""))
    if form.is_valid():
        known = _place(viewer, place)
        with form_errors(form):
            write_note(
                by=viewer,
                at=at,
                day=form.cleaned_data["day"],
                kind=form.code(),
                words=form.cleaned_data["words"],
                minutes=form.cleaned_data["minutes"],
                district=read_id(form.cleaned_data["district"]) or (known.district_id if known else None),
                place=known.pk if known else None,
            )
            messages.success(request, _("日誌を書きました。地域づくりの担当みんなが読めます。"))
            return redirect("town:field_notes")
    return _page(request, viewer, form, place, status=422)


def sentence_of(diary: Diary) -> str:
    """How often and how long somebody was outside this month."""
    if not diary.month_count:
        return _("今月の日誌は、まだありません。")
    told = _("今月は%(times)d回、地域に出ました。") % {"times": diary.month_count}
    return told + (
        _("あわせて%(time)sです。") % {"time": time_words(diary.month_minutes)} if diary.month_minutes else ""
    )


def time_words(minutes: int) -> str:
    hours, rest = divmod(minutes, MINUTES)
    if not hours:
        return _("%(minutes)d分") % {"minutes": rest}
    if not rest:
        return _("%(hours)d時間") % {"hours": hours}
    return _("%(hours)d時間%(minutes)d分") % {"hours": hours, "minutes": rest}


def _place(viewer: Viewer, place: UUID | None) -> PlaceFacts | None:
    return places.by_ids(viewer, {place}).get(place) if place else None


def _page(request: HttpRequest, viewer: Viewer, form: FieldNoteForm, place: UUID | None, status: int = 200) -> Page:
    kind, district = request.GET.get("kind", ""), request.GET.get("district", "")
    diary = notes.diary(viewer, kind=kind, district=district, page=read_page(request.GET.get("page", "1")))
    names = directory.names_of_duties({row.by for row in diary.rows})
    known = _place(viewer, place)
    values = {
        "diary": diary,
        "sentence": sentence_of(diary),
        "rows": [_line(row, names) for row in diary.rows],
        "form": form,
        "about": known,
        "sieved": bool(kind or district),
        "filters": [
            Filter("kind", _("何を"), [("", _("すべて")), *((str(k), str(w)) for k, w in NOTE_KINDS.items())], kind),
        ],
        **room_of(viewer, "notes"),
    }
    return Page("town/field_notes.html", values, status=status)


def _line(row: Note, names: Names) -> dict[str, object]:
    return {
        "note": row,
        "day": long_day(row.day),
        "kind": NOTE_KINDS[NoteKind(row.kind)],
        "who": name_of(names, row.by),
        "team": names[row.by].team.name if row.by in names else "",
        "minutes": time_words(row.minutes) if row.minutes else "",
    }
