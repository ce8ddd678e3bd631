"""地域の日誌: one diary for all who go out, whatever their title."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.leaving import unsent_forms
from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import add_finding, write_note
from marugoto.community.codes import HostedBy, NoteKind, NoteTheme
from marugoto.community.labels import HOSTED_BY, NOTE_KINDS, NOTE_THEMES
from marugoto.community.queries import field_note as notes
from marugoto.community.queries import field_plan as plans
from marugoto.community.queries import place as places
from marugoto.community.queries.field_note import Diary, Sieve
from marugoto.community.queries.field_plan import Plan
from marugoto.community.queries.place import PlaceFacts
from marugoto.community.rules.field_time import month_of
from marugoto.exchange.rules.writing import guarded
from marugoto.kernel.era import say_whole_day
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id, read_page
from marugoto.web.town.audience import READERS, WALKERS, room_of
from marugoto.web.town.forms.field_note import FieldNoteForm
from marugoto.web.town.words import months_back, read_month, time_words
from marugoto.web.ui.parts import Filter

MONTHS = 13


@see(*READERS)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    place, plan = read_id(request.GET.get("place", "")), _plan(viewer, request.GET.get("plan", ""))
    districts = directory.districts(viewer)
    initial: dict[str, Any] = {"day": local_day(viewer.at), "place": place, "kind": NoteKind.VISIT}
    if plan is not None:
        initial |= {"plan": plan.pk, "place": plan.place_id, "words": plan.words, "district": plan.district_id or ""}
    form = FieldNoteForm(initial=initial, districts=[(str(one.pk), one.name) for one in districts])
    return _page(request, viewer, form, plan.place_id if plan else place, districts)


@act(*WALKERS)
def write(request: HttpRequest, viewer: Viewer, at: datetime) -> Page | HttpResponse:
    districts = directory.districts(viewer)
    form = FieldNoteForm(request.POST, districts=[(str(one.pk), one.name) for one in districts])
    place = read_id(request.POST.get("place", ""))
    if form.is_valid():
        known = _place(viewer, place)
        with form_errors(form):
            _write(viewer, at, form, known)
            messages.success(request, _("日誌を書きました。地域づくりの担当みんなが読めます。"))
            return redirect("town:field_notes")
    return _page(request, viewer, form, place, districts, status=422)


@see(*READERS)
def file(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The sieved diary as a table for a spreadsheet, the newest first."""
    table = io.StringIO()
    writer = csv.writer(table)
    head = ["日", "何を", "分", "圏域", "場所", "見たこと・聞いたこと", "気づき", "開いた人", "書いた人", "役割", "係"]
    writer.writerow(head)
    rows = notes.whole_diary(viewer, sieve_of(request.GET))
    writer.writerows([guarded(cell) for cell in _cells(row)] for row in rows)
    answer = HttpResponse(table.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="marugoto-field-diary.csv"'
    return answer


def sieve_of(asked: QueryDict) -> Sieve:
    """What the address asks for; what cannot be read sieves nothing."""
    kind, theme = asked.get("kind", ""), asked.get("theme", "")
    month = read_month(asked.get("month", ""))
    since, until = month_of(month) if month else (None, None)
    return Sieve(
        kind=kind if kind in set(NoteKind) else "",
        theme=theme if theme in set(NoteTheme) else "",
        district=asked.get("district", "")[:20],
        team=read_id(asked.get("team", "")),
        by=read_id(asked.get("by", "")),
        text=asked.get("text", "").strip()[:100],
        since=since,
        until=until,
        asks=asked.get("asks") == "1",
    )


def sentence_of(diary: Diary) -> str:
    """How often and how long somebody was outside this month, whoever it was."""
    if not diary.month_count:
        return _("今月の日誌は、まだありません。")
    told = {"times": diary.month_count, "time": time_words(diary.month_minutes) if diary.month_minutes else ""}
    if not told["time"]:
        return _("今月、地域に出たのは、みんなで%(times)d回です。") % told
    return _("今月、地域に出たのは、みんなで%(times)d回・%(time)sです。") % told


def note_line(row: Any) -> dict[str, object]:
    """A note as a list shows it; one whose words were taken out says so."""
    return {
        "note": row,
        "day": say_whole_day(row.day),
        "kind": NOTE_KINDS[NoteKind(row.kind)],
        "hosted": HOSTED_BY[HostedBy(row.hosted)] if row.hosted else "",
        "minutes": time_words(row.minutes) if row.minutes else "",
        "gone": getattr(row, "blank", None) is not None,
        "findings": [(NOTE_THEMES[NoteTheme(one.theme)], one.words) for one in row.findings.all()],
        "waits": row.asks and not row.reply_count and getattr(row, "blank", None) is None,
    }


def _write(viewer: Viewer, at: datetime, form: FieldNoteForm, known: PlaceFacts | None) -> None:
    said, theme = form.cleaned_data, form.finding_theme()
    made = write_note(
        by=viewer,
        at=at,
        day=said["day"],
        kind=form.code(),
        words=said["words"],
        minutes=said["minutes"],
        district=read_id(said["district"]) or (known.district_id if known else None),
        place=known.pk if known else None,
        hosted=form.host(),
        asks=said["asks"],
        plan=said["plan"],
        sure=said["sure"],
    )
    if theme is not None:
        add_finding(by=viewer, at=at, note=made.pk, theme=theme, words=said["finding"], sure=said["sure"])


def _place(viewer: Viewer, place: UUID | None) -> PlaceFacts | None:
    return places.by_ids(viewer, {place}).get(place) if place else None


def _plan(viewer: Viewer, plan: str) -> Plan | None:
    key = read_id(plan)
    return plans.own_plan(viewer, key) if key else None


def _page(
    request: HttpRequest,
    viewer: Viewer,
    form: FieldNoteForm,
    place: UUID | None,
    districts: Sequence[Any],
    status: int = 200,
) -> Page:
    sieve = sieve_of(request.GET)
    diary = notes.diary(viewer, sieve, page=read_page(request.GET.get("page", "1")))
    walks = viewer.has(*WALKERS)
    write_url = reverse("town:field_note_write")
    drafts = [one for one in unsent_forms(viewer) if one.action == write_url] if walks else []
    values = {
        "diary": diary,
        "sentence": sentence_of(diary),
        "rows": [note_line(row) for row in diary.rows],
        "form": form,
        "about": _place(viewer, place),
        "drafts": [] if request.session.get("unsent_shown") or "draft" in request.POST else drafts,
        "sieved": sieve != Sieve(),
        "text": sieve.text,
        "filters": _filters(viewer, districts, sieve, request.GET.get("month", "")),
        "asked": request.GET.urlencode(),
        **room_of(viewer, "notes"),
    }
    return Page("town/field_notes.html", values, status=status)


def _filters(viewer: Viewer, districts: Sequence[Any], sieve: Sieve, month: str) -> list[Filter]:
    everything = ("", _("すべて"))
    teams = [(str(team.pk), directory.called(team)) for team in directory.community_teams(viewer)]
    today = local_day(viewer.at)
    return [
        Filter("kind", _("何を"), [everything, *((str(k), str(w)) for k, w in NOTE_KINDS.items())], sieve.kind),
        Filter("theme", _("テーマ"), [everything, *((str(k), str(w)) for k, w in NOTE_THEMES.items())], sieve.theme),
        Filter("district", _("圏域"), [everything, *((one.code, one.name) for one in districts)], sieve.district),
        Filter("team", _("係"), [everything, *teams], str(sieve.team or "")),
        Filter("month", _("月"), [everything, *months_back(today, MONTHS)], month),
    ]


def _cells(row: Any) -> list[str]:
    line = note_line(row)
    found = "／".join(f"{theme}: {words}" for theme, words in line["findings"])  # type: ignore[attr-defined]
    words = _("(取り下げました)") if line["gone"] else row.words
    where = [row.district.name if row.district else "", row.place.name if row.place else ""]
    who = [row.writer or "", row.writer_hat or "", row.writer_team or ""]
    said = [row.day.isoformat(), str(line["kind"]), "" if row.minutes is None else str(row.minutes)]
    return [*said, *where, words, found, str(line["hosted"]), *who]
