"""The shared sheet of a conference: what is needed before, on and after the day, on one page."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import duties_at_the_table, profile
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.conferences.codes import Stage
from marugoto.conferences.labels import STAGES
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import follow_up as follow_ups
from marugoto.conferences.queries import outside as outsiders
from marugoto.conferences.queries.calling import calling
from marugoto.conferences.queries.conference import ConferencePage, SeatLine
from marugoto.conferences.queries.council import of_conference
from marugoto.conferences.queries.outside import OutsideLine
from marugoto.conferences.rules.agenda import may_ask_dates, may_name, may_record, may_sit, may_write
from marugoto.disclosure.labels import NOTICES
from marugoto.disclosure.queries.conflict import barred
from marugoto.disclosure.queries.council import CouncilLine
from marugoto.disclosure.rules.basis import BY_CODE, called, usable
from marugoto.exchange.actions.porch_post import house_post
from marugoto.exchange.post import TO_PORCH
from marugoto.exchange.queries.letter import letters
from marugoto.exchange.rules.letter import Letter
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.people.queries import household as households
from marugoto.web.meeting.forms.conference import (
    AttendanceForm,
    ItemForm,
)
from marugoto.web.meeting.forms.follow_up import NextForm
from marugoto.web.meeting.item import AtTable, councils_of, shown_item
from marugoto.web.meeting.poll import poll
from marugoto.web.meeting.topics import sentence_of, shown_topics
from marugoto.web.shell.balls import how_many
from marugoto.web.shell.doors import Page
from marugoto.web.shell.homes import home_of_case, homes_of, look_up
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.parts import Step

OFFERED = 10  # households offered where nothing was looked for
RECORDED = ("attendance", "table_attendance", "minutes-", "decision-")  # written while the conference lasts
ROAD = (Stage.CONVENED, Stage.OPENED, Stage.CLOSED)


def sheet(
    viewer: Viewer, conference: UUID, *, case: str = "", forms: dict[str, Any] | None = None, status: int = 200
) -> Page:
    """`forms`: forms that came back with errors, by name (item, view-<seat>, decision-<item> …)."""
    found = conferences.get(viewer, conference)
    if found is None:
        raise Http404
    _has_place(found, forms := forms or {})
    ours = found.conference.host_id == viewer.team
    pages = cases.get_all(viewer, {item.case for item in found.items})
    homes = households.by_ids(viewer, {page.household for page in pages.values()})
    names = {case: homes[page.household].name for case, page in pages.items() if page.household in homes}
    duties = duties_at_the_table(viewer) if ours and not found.ended else []
    out = barred(viewer, {item.case for item in found.items}) if duties else {}
    outside = outsiders.of_items(viewer, names_of(found))
    decided = [line.decision for item in found.items for line in item.decisions]
    followed, missing = follow_ups.followed(viewer, decided), follow_ups.gaps(viewer, names_of(found))
    under = councils_of(viewer, found, outside, ours=ours)
    known = (found, forms, ours, duties, outside, followed, missing)
    table = AtTable(*known, local_day(viewer.at), under, viewer.contracted, out, _letters(viewer, outside, ours=ours))
    called_off = Stage.CALLED_OFF in found.stages
    above = shown_topics(viewer, found, forms, ours=ours, duties=duties)
    values: dict[str, Any] = {
        **above,
        "page": found,
        "conference": found.conference,
        "when": _when(found),
        "road": _road(found),
        "called_off": called_off,
        "ours": ours,
        "councils": _shown(under.councils),
        "sentence": sentence_of(found, above["topics"]) if above and not called_off else _sentence(found, viewer),
        "items": [shown_item(table, item, pages.get(item.case), names.get(item.case, "")) for item in found.items],
        "item_form": _item_form(viewer, found, forms, case) if ours else None,
        "minutes": ours and found.opened and any(item.open for item in found.items),
        **_next(viewer, found, forms, ours=ours),
        "poll": poll(viewer, found, outside, forms, ours=ours),
        "attendance": _attendance(found, outside, forms) if ours else None,
    }
    return Page("meeting/conference.html", values, status=status)


def _item_form(viewer: Viewer, found: ConferencePage, forms: dict[str, Any], case: str) -> ItemForm | None:
    """None where the agenda is closed, and at a table that speaks of nobody."""
    if found.ended or not may_name(found.kind):
        return None
    return forms.get("item") or item_form(viewer, found, case=case)


def _letters(viewer: Viewer, outside: Mapping[UUID, list[OutsideLine]], *, ours: bool) -> dict[UUID, Letter]:
    """For the host, of seats whose guest has not been heard of: whether their letters came to the porch."""
    silent = [one.seat for there in outside.values() for one in there if not (one.pledged or one.over)]
    return letters(viewer, silent, house_post(TO_PORCH)) if ours and silent else {}


def _attendance(found: ConferencePage, outside: Mapping[UUID, list[OutsideLine]], forms: dict[str, Any]) -> Any:
    """While it lasts, and where something of it may be read."""
    if not found.opened or found.ended or not any(item.open for item in found.items):
        return None
    return forms.get("attendance") or attendance_form(found, outside)


def _shown(councils: Sequence[CouncilLine]) -> list[dict[str, Any]]:
    return [{"line": one, "notice": NOTICES[one.notice_kind], "day": say_day(one.notice_day)} for one in councils]


def names_of(found: ConferencePage) -> list[UUID]:
    return [item.item for item in found.items]


def _next(viewer: Viewer, found: ConferencePage, forms: dict[str, Any], *, ours: bool) -> dict[str, Any]:
    """The conference that goes on from this one, or the form that calls it; nothing before it has begun."""
    if Stage.OPENED not in found.stages:
        return {}
    known = follow_ups.following(viewer, found.conference.pk)
    if known is not None:
        begins = known.following.begins_at.astimezone(JST)
        return {"following": known.following, "following_when": f"{say_day(begins.date())} {begins:%H:%M}"}
    initial = {"begins": time(13, 30), "ends": time(14, 30), "carry": True}
    empty = NextForm(initial=initial, auto_id="next-%s", nameless=found.kind.of_topics)
    return {"next_form": forms.get("next") or empty if ours else None}


def _has_place(found: ConferencePage, forms: dict[str, Any]) -> None:
    """A form that came back and that the page no longer shows, or does not show yet, would be lost with what is wrong in it."""
    if set(forms) - {"next", "refused"}:
        may_sit(list(found.stages)).require()
    if "day" in forms:
        may_ask_dates(list(found.stages)).require()
    if any(name.startswith(RECORDED) for name in forms):
        may_record(list(found.stages)).require()
    for item in found.items:
        names = {f"{kind}-{item.item}" for kind in ("minutes", "decision", "outside", "proposed")} | {
            f"view-{one.seat}" for one in item.seats
        }
        if names & forms.keys():
            may_write(is_open=item.open).require()


def _when(found: ConferencePage) -> str:
    begins, ends = (at.astimezone(JST) for at in (found.conference.begins_at, found.conference.ends_at))
    return f"{say_day(begins.date())} {begins:%H:%M}〜{ends:%H:%M}"


def _road(found: ConferencePage) -> list[Step]:
    now = max((stage for stage in ROAD if stage in found.stages), key=ROAD.index)
    return [
        Step(
            label=str(STAGES[stage]),
            state="now" if stage is now else "done" if stage in found.stages else "todo",
            note=say_day(local_day(found.stages[stage])) if stage in found.stages else "",
        )
        for stage in ROAD
    ]


def _sentence(found: ConferencePage, viewer: Viewer) -> str:
    """How the meeting stands and what is wanted next."""
    seats = [seat for item in found.items for seat in item.seats]
    decided = sum(len(item.decisions) for item in found.items)
    if Stage.CALLED_OFF in found.stages:
        return _("この会議は取りやめました。")
    if any(seat.mine and not seat.pledged for seat in seats):
        return _("資料を開く前に、約束を確かめてください。")
    if Stage.CLOSED in found.stages:
        return _after(decided, all_read=all(item.open for item in found.items))
    if found.opened and not decided:
        return _("会議の途中です。")
    if found.opened:
        return _("会議の途中です。いままでに%(n)s決まりました。") % {"n": how_many(decided)}
    return _before_the_day(found, seats)


def _after(decided: int, *, all_read: bool) -> str:
    """`all_read`: every item may be read, so that what is not seen was not decided."""
    if decided:
        said = _("会議は終わりました。決まったことが%(n)sあり、どれにも持ち手と期限があります。")
        return said % {"n": how_many(decided)}
    return _("会議は終わりました。決まったことはありません。") if all_read else _("会議は終わりました。")


def _before_the_day(found: ConferencePage, seats: list[SeatLine]) -> str:
    if not found.items:
        return _("まず、議題を入れてください。")
    if not seats:
        return _("議題ごとに、来てもらう人を選んでください。")
    waiting = sum(not seat.pledged for seat in seats)
    if waiting:
        return _("%(when)s。約束の確かめを待っている席が%(n)sあります。") % {
            "when": _when(found),
            "n": how_many(waiting),
        }
    return _("%(when)s。席の用意ができました。") % {"when": _when(found)}


def item_address(conference: UUID, item: UUID) -> str:
    """The conference's page at this item."""
    return f"{reverse('meeting:conference', args=[conference])}#item-{item}"


def item_form(
    viewer: Viewer, found: ConferencePage, data: Any = None, case: str = "", *, finding: bool = False
) -> ItemForm:
    """Running cases the viewer may open, and the bases this kind and this body have in common.

    `case` is chosen beforehand. `finding`: the words were sent to look for a household, nothing is to be put on yet.
    """
    words = str(data.get("find_words", "")) if data else ""
    chosen, more = _cases(viewer, words, read_id(str(data.get("case", "")) if data else case))
    day = local_day(found.conference.begins_at)
    own = profile(viewer.body, day)
    allowed = {basis.code for basis in usable(profile=own, day=day)}
    bases = [
        (code.value, f"{called(code, profile=own)}({BY_CODE[code].article})")
        for code in dict.fromkeys(
            [*found.kind.bases, *(one.basis for one in of_conference(viewer, found.conference) if one.basis)]
        )
        if code in allowed
    ]
    if finding or not data:
        known = (
            {name: data[name] for name in ("find_words", "case", "basis") if name in data} if data else {"case": case}
        )
        return ItemForm(cases=chosen, bases=bases, more=more, initial=known)
    return ItemForm(data, cases=chosen, bases=bases, more=more)


def _cases(viewer: Viewer, words: str, chosen: UUID | None) -> tuple[list[tuple[str, str]], bool]:
    """What is chosen already, then what the words find, and whether they fit others too; without words, those whose balls call
    for a table, with the reason, and then those that waited longest for a contact."""
    homes, more = home_of_case(viewer, chosen) if chosen else [], False
    why: dict[UUID, str] = {}
    if words.strip():
        found = look_up(viewer, words, supported=True)
        homes, more = [*homes, *found.rows], found.more
    else:
        called = calling(viewer, most=OFFERED)
        why = {one.household: one.calls.said() for one in called}
        homes += homes_of(viewer, dict.fromkeys([*why, *cases.waiting_longest(viewer, OFFERED)]))[:OFFERED]
    labels = {home.case: (home.label, why.get(home.household, "")) for home in homes if home.case}
    return [(str(case), f"{label} — {said}" if said else label) for case, (label, said) in labels.items()], more


def attendance_form(
    found: ConferencePage, outside: Mapping[UUID, list[OutsideLine]], data: Any = None
) -> AttendanceForm:
    """Of the items the viewer may read: of the others nobody marks anything blind."""
    items = [item for item in found.items if item.open]
    seats = [
        (f"seat_{seat.seat}", f"{seat.name}({seat.team})", seat.attendance) for item in items for seat in item.seats
    ]
    seats += [
        (f"outside_{seat.seat}", _("%(name)s(外から)") % {"name": seat.name}, seat.attendance)
        for item in items
        for seat in outside.get(item.item, ())
    ]
    return AttendanceForm(data, seats=seats)
