"""A place in words: its sentence, its facts, whom it welcomes since when, and what became of it over time."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.queries.system import NOBODY
from marugoto.agencies.queries.viewer import Hat
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import (
    Answer,
    Checked,
    ConfirmedBy,
    DoubtReason,
    Family,
    NoteKind,
    PlaceEnd,
    Precision,
    PromiseKind,
    Sort,
    StatutoryFunction,
    Tier,
    Welcome,
)
from marugoto.community.labels import (
    ANSWERS,
    CHECKED,
    CONFIRMED_BY,
    DOUBTS,
    FAMILIES,
    FUNCTIONS,
    NOTE_KINDS,
    PLACE_ENDS,
    PLACE_FIELDS,
    PRECISIONS,
    SORTS,
    TIERS,
    TRAITS,
    TRAITS_OF,
)
from marugoto.community.queries.field_note import Note
from marugoto.community.queries.place import PlacePage
from marugoto.community.rules.opening import times_words
from marugoto.exchange.queries.place_import import FileImport
from marugoto.kernel.era import say_whole_day
from marugoto.kernel.jst import local_day
from marugoto.web.town.pages.import_words import layout_name
from marugoto.web.town.words import (
    freshness_words,
    interest_words,
    kind_words,
    plain_day,
    said,
    single_words,
    welcome_words,
    when_words,
)
from marugoto.web.ui.parts import Fact, TimelineEntry, Tone

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
    "experience",
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
    words, times = when_words(place), times_words(found.times) if found.times else ""
    known = [
        Fact(_("種別"), kind_words(place)),
        Fact(_("できること"), interest_words(found.interests) or _("聞いていません")),
        Fact(_("いつ"), words or times or _("聞いていません")),
        Fact(str(PLACE_FIELDS["district"]), place.district.name if place.district else _("まだ分からない")),
    ]
    if place.hours and place.hours_note:
        known.append(Fact(str(PLACE_FIELDS["hours_note"]), place.hours_note))
    known += _times_of(found, times if words else "")
    known += [Fact(str(PLACE_FIELDS[name]), getattr(place, name)) for name in SHOWN if getattr(place, name)]
    return [*known, *_figures_of(found), *_traits_of(found), *_keepers_of(found)]


def marks_of(found: PlacePage) -> list[tuple[str, Tone]]:
    """What is to be known before anything else: promises, tries in vain, what was heard against the list."""
    marks = list[tuple[str, Tone]]()
    if PromiseKind.NOT_CONTACTED in found.promises:
        marks.append((_("こちらから連絡しない約束"), "stuck"))
    if PromiseKind.NOT_LISTED in found.promises:
        marks.append((_("外の一覧に載せない約束"), "stuck"))
    if found.doubt:
        marks.append((_("聞いたこと: %(what)s") % {"what": DOUBTS[DoubtReason(found.doubt)]}, "late"))
    if found.tries:
        marks.append((_("連絡がつかなかった日が%(n)d日") % {"n": found.tries}, "soon"))
    return marks


def widened(found: PlacePage, today: date) -> str:
    """How the circle of those who are welcome grew, and whom it left: only told when it did. Where everybody is welcome, whoever is named
    beside is welcome in particular, and whoever is named no more is welcome still."""
    held = [one for one in found.welcomed if one[2] is None or one[2] > one[1]]  # taken back the same day: a slip
    firsts = min((since for _code, since, _until in held), default=None)
    if firsts is None:
        return ""
    later = [(code, since) for code, since, until in held if since > firsts and until is None]
    standing = {code for code, _since, until in held if until is None}
    gone = [(code, until) for code, _since, until in held if until is not None and code not in standing]
    if not later and not gone:
        return ""
    said = _("はじめは%(first)s。") % {"first": welcome_words(code for code, since, _until in held if since == firsts)}
    to_all = min((since for code, since, until in held if code == Welcome.ANYBODY and until is None), default=None)
    wider = [one for one in later if to_all is None or one[1] <= to_all]
    if wider:
        said += _("%(steps)sに広がりました。") % {"steps": _steps(wider, today)}
    named = [one for one in later if one not in wider]
    if named:
        said += _("%(steps)sをとくに迎えています。") % {"steps": _steps(named, today)}
    if gone and to_all is None:
        said += _("%(steps)sは迎えていません。") % {"steps": _steps(gone, today)}
    elif gone:
        said += _("%(steps)sに限らず迎えています。") % {"steps": _steps(gone, today)}
    return said


def _steps(some: Iterable[tuple[str, date]], today: date) -> str:
    return "、".join(f"{plain_day(day, today)}から「{welcome_words([code])}」" for code, day in some)


def _times_of(found: PlacePage, times: str) -> list[Fact]:
    """`times`: beside the words; where there are no words, they have been said already."""
    told = [Fact(str(PLACE_FIELDS["times"]), times)] if times else []
    if found.place.on_holidays:
        told.append(Fact(str(PLACE_FIELDS["on_holidays"]), str(ANSWERS[Answer(found.place.on_holidays)])))
    days = "\n".join(f"{say_whole_day(one.day)} {single_words(one)}" for one in found.days)
    return [*told, Fact(str(PLACE_FIELDS["days_apart"]), days)] if days else told


def _figures_of(found: PlacePage) -> list[Fact]:
    """Words and the figure beside them; the room with the day on which it was said."""
    place = found.place
    fee = {None: "", 0: _("ただ")}.get(place.fee_yen, _("%(n)s円") % {"n": f"{place.fee_yen or 0:,}"})
    seats = _("%(n)d人") % {"n": place.capacity_people} if place.capacity_people is not None else ""
    room = _("あと%(n)d人") % {"n": place.room_people} if place.room_people is not None else ""
    day = _("(%(day)sに聞いた)") % {"day": say_whole_day(place.room_on)} if place.room_on else ""
    pairs = {"fee": (place.fee, fee), "capacity": (place.capacity, seats), "room_now": (place.room_now, room)}
    told = {name: "・".join(part for part in parts if part) for name, parts in pairs.items()}
    if told["room_now"]:
        told["room_now"] += day
    return [Fact(str(PLACE_FIELDS[name]), words) for name, words in told.items() if words]


def _traits_of(found: PlacePage) -> list[Fact]:
    """Yes and no apart; what nobody asked is not told."""
    facts = []
    for family in Family:
        known = {trait: found.traits[trait] for trait, _words in TRAITS_OF[family] if trait in found.traits}
        yes = "・".join(str(TRAITS[trait]) for trait, answer in known.items() if answer == Answer.YES)
        nay = "・".join(str(TRAITS[trait]) for trait, answer in known.items() if answer == Answer.NO)
        words = "\n".join(part for part in (yes, _("ちがう: %(what)s") % {"what": nay} if nay else "") if part)
        if words:
            facts.append(Fact(str(FAMILIES[family]), words))
    return facts


def _keepers_of(found: PlacePage) -> list[Fact]:
    place = found.place
    told = []
    if place.sort:
        told.append(Fact(str(PLACE_FIELDS["sort"]), str(SORTS[Sort(place.sort)])))
    links = {name: getattr(place, name) for name in ("run_by", "held_at", "owner")}
    told += [Fact(str(PLACE_FIELDS[name]), linked.name) for name, linked in links.items() if linked]
    if place.serves:
        told.append(Fact(str(PLACE_FIELDS["serves"]), str(FUNCTIONS[StatutoryFunction(place.serves)])))
    if place.precision != Precision.EXACT:
        told.append(Fact(str(PLACE_FIELDS["precision"]), str(PRECISIONS[Precision(place.precision)])))
    return [*told, Fact(str(PLACE_FIELDS["tier"]), str(TIERS[Tier(place.tier)]))]


def sources_of(last: FileImport | None) -> list[Fact]:
    """The list in which it stood last: whom to ask where an official list is wrong."""
    if last is None:
        return []
    day = say_whole_day(local_day(last.made_at))
    words = _("%(layout)s(%(day)sの取り込み)") % {"layout": layout_name(last.layout), "day": day}
    return [Fact(_("もとの一覧"), words)]


def welcomes_of(viewer: Viewer, found: PlacePage) -> list[Fact]:
    """Since when, and for those of before until when."""
    today, told = local_day(viewer.at), []
    for code, since, until in found.welcomed:
        if until is not None and until <= since:
            continue
        begin = _("%(day)sから") % {"day": plain_day(since, today)}
        last = _("%(day)sまで") % {"day": plain_day(until - timedelta(days=1), today)} if until else ""
        told.append(Fact(welcome_words([code]), begin + last))
    return told


def history_of(viewer: Viewer, found: PlacePage, names: Names) -> list[TimelineEntry]:
    """Changes of one hand at one moment are one entry; newest first, down to when it was written in."""
    told: list[tuple[date, float, TimelineEntry]] = []
    for moment, by in dict.fromkeys((row.made_at, row.by) for row in found.changes):
        rows = [row for row in found.changes if (row.made_at, row.by) == (moment, by)]
        lines = [
            f"{PLACE_FIELDS.get(row.field) or TRAITS.get(row.field, row.field)}: {said(row.field, row.was)} → {said(row.field, row.becomes)}"
            for row in rows
        ]
        day = local_day(moment)
        told.append((day, moment.timestamp(), _entry(names, by, day, "\n".join(lines), _("直した"))))
    for check in found.confirmations:
        asked = "・".join(str(CHECKED[Checked(code)]) for code in check.parts)
        words = str(CONFIRMED_BY[ConfirmedBy(check.how)]) + (f"\n{asked}" if asked else "")
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
    return names[duty].worker.name if duty in names else _("世話人のリンク") if duty == NOBODY else _("仕組み")


def _entry(names: Names, by: UUID, day: date, words: str, tag: str) -> TimelineEntry:
    team = names[by].team.name if by in names else ""
    return TimelineEntry(when=say_whole_day(day), words=words, who=name_of(names, by), agency=team, tags=[tag])
