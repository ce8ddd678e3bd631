"""A place in words: its sentence, its facts, whom it welcomes since when, and what became of it over time."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.queries.viewer import Hat
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import ConfirmedBy, NoteKind, PlaceEnd, Tier
from marugoto.community.labels import CONFIRMED_BY, NOTE_KINDS, PLACE_ENDS, PLACE_FIELDS, TIERS
from marugoto.community.queries.field_note import Note
from marugoto.community.queries.place import PlacePage
from marugoto.exchange.queries.place_import import FileImport
from marugoto.kernel.jst import local_day
from marugoto.web.town.pages.import_words import layout_name
from marugoto.web.town.words import (
    freshness_words,
    interest_words,
    kind_words,
    long_day,
    plain_day,
    said,
    welcome_words,
    when_words,
)
from marugoto.web.ui.parts import Fact, TimelineEntry

Names = Mapping[UUID, Hat]
SHOWN = (
    "address",
    "building",
    "access",
    "phone",
    "extension",
    "fax",
    "email",
    "contact_note",
    "url",
    "organisation",
    "office_number",
    "services",
    "target",
    "conditions",
    "fee",
    "capacity",
    "room_now",
    "parking",
    "accessibility",
    "description",
    "note",
)


def sentence_of(viewer: Viewer, found: PlacePage, names: Names) -> str:
    """Whether it still is, and how we know."""
    today = local_day(viewer.at)
    if found.ending:
        words = PLACE_ENDS[PlaceEnd(found.ending.reason)]
        return _("%(day)sにおわりにしました(%(why)s)。") % {"day": plain_day(found.ending.day, today), "why": words}
    if not found.confirmations:
        return _("まだ、だれも確かめていません。")
    last = found.confirmations[0]
    who = name_of(names, last.by)
    how = CONFIRMED_BY[ConfirmedBy(last.how)]
    return _("%(fresh)s。%(who)s・%(how)s") % {"fresh": freshness_words(last.day, today), "who": who, "how": how}


def facts_of(found: PlacePage) -> list[Fact]:
    """Only what is known; that the rest is unknown is said once, below."""
    place = found.place
    when = when_words(place) or _("聞いていません")
    known = [
        Fact(_("種別"), kind_words(place)),
        Fact(_("できること"), interest_words(found.interests) or _("聞いていません")),
        Fact(_("いつ"), when),
        Fact(str(PLACE_FIELDS["district"]), place.district.name if place.district else _("まだ分からない")),
    ]
    if place.hours and place.hours_note:
        known.append(Fact(str(PLACE_FIELDS["hours_note"]), place.hours_note))
    known += [Fact(str(PLACE_FIELDS[name]), getattr(place, name)) for name in SHOWN if getattr(place, name)]
    return [*known, Fact(str(PLACE_FIELDS["tier"]), str(TIERS[Tier(place.tier)]))]


def sources_of(last: FileImport | None) -> list[Fact]:
    """The list in which it stood last: whom to ask where an official list is wrong."""
    if last is None:
        return []
    day = long_day(local_day(last.made_at))
    words = _("%(layout)s(%(day)sの取り込み)") % {"layout": layout_name(last.layout), "day": day}
    return [Fact(_("もとの一覧"), words)]


def welcomes_of(viewer: Viewer, found: PlacePage) -> list[Fact]:
    today = local_day(viewer.at)
    return [
        Fact(welcome_words([code]), _("%(day)sから") % {"day": plain_day(since, today)})
        for code, since in found.welcomes
    ]


def history_of(viewer: Viewer, found: PlacePage, names: Names) -> list[TimelineEntry]:
    """Changes of one hand at one moment are one entry; newest first, down to when it was written in."""
    told: list[tuple[date, float, TimelineEntry]] = []
    for moment, by in dict.fromkeys((row.made_at, row.by) for row in found.changes):
        rows = [row for row in found.changes if (row.made_at, row.by) == (moment, by)]
        lines = [
            f"{PLACE_FIELDS.get(row.field, row.field)}: {said(row.field, row.was)} → {said(row.field, row.becomes)}"
            for row in rows
        ]
        day = local_day(moment)
        told.append((day, moment.timestamp(), _entry(names, by, day, "\n".join(lines), _("直した"))))
    for check in found.confirmations:
        words = str(CONFIRMED_BY[ConfirmedBy(check.how)])
        told.append((check.day, check.made_at.timestamp(), _entry(names, check.by, check.day, words, _("確かめた"))))
    if found.ending:
        words, day = str(PLACE_ENDS[PlaceEnd(found.ending.reason)]), found.ending.day
        told.append((day, found.ending.made_at.timestamp(), _entry(names, found.ending.by, day, words, _("おわり"))))
    begun = local_day(found.place.made_at)
    begin = _entry(names, found.place.by, begun, _("一覧に書きました。"), _("はじめ"))
    told.sort(key=lambda one: one[:2], reverse=True)
    return [entry for _day, _moment, entry in told] + [begin]


def notes_of(viewer: Viewer, written: Iterable[Note], names: Names) -> list[TimelineEntry]:
    return [_entry(names, row.by, row.day, row.words, str(NOTE_KINDS[NoteKind(row.kind)])) for row in written]


def name_of(names: Names, duty: UUID) -> str:
    return names[duty].worker.name if duty in names else _("仕組み")


def _entry(names: Names, by: UUID, day: date, words: str, tag: str) -> TimelineEntry:
    team = names[by].team.name if by in names else ""
    return TimelineEntry(when=long_day(day), words=words, who=name_of(names, by), agency=team, tags=[tag])
