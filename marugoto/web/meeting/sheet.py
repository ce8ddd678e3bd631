"""The shared sheet of a conference: what is needed before, on and after the day, on one page."""

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import duties_at_the_table, profile
from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.casework.queries.case import CasePage
from marugoto.conferences.codes import Attendance, Stage
from marugoto.conferences.labels import ATTENDANCES, STAGES
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries.conference import ConferencePage, ItemPage, SeatLine
from marugoto.conferences.rules.agenda import may_record, may_sit, may_write
from marugoto.disclosure.rules.basis import BY_CODE, usable
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import JST, local_day
from marugoto.people.queries import household as households
from marugoto.web.meeting.forms.conference import (
    AttendanceForm,
    DecisionForm,
    ItemForm,
    MinutesForm,
    SeatForm,
    ViewForm,
)
from marugoto.web.shell.doors import Page
from marugoto.web.shell.homes import home_of_case, homes_of, look_up
from marugoto.web.shell.ids import read_id
from marugoto.web.ui.parts import Step

OFFERED = 10  # households offered where nothing was looked for
RECORDED = ("attendance", "minutes-", "decision-")  # forms that are written while the conference lasts
ROAD = (Stage.CONVENED, Stage.OPENED, Stage.CLOSED)


def sheet(
    viewer: Viewer, conference: UUID, *, case: str = "", forms: dict[str, Any] | None = None, status: int = 200
) -> Page:
    """`forms`: forms that came back with errors, by name (item, view-<seat>, decision-<item> …)."""
    found = conferences.get(viewer, conference)
    if found is None:
        raise Http404
    forms = forms or {}
    _has_place(found, forms)
    ours = found.conference.host_id == viewer.team
    pages = cases.get_all(viewer, {item.case for item in found.items})
    homes = households.by_ids(viewer, {page.household for page in pages.values()})
    names = {case: homes[page.household].name for case, page in pages.items() if page.household in homes}
    duties = duties_at_the_table(viewer) if ours and not found.ended else []
    values: dict[str, Any] = {
        "page": found,
        "conference": found.conference,
        "when": _when(found),
        "road": _road(found),
        "called_off": Stage.CALLED_OFF in found.stages,
        "ours": ours,
        "sentence": _sentence(found, viewer),
        "items": [
            _item(found, item, pages.get(item.case), names.get(item.case, ""), ours=ours, duties=duties, forms=forms)
            for item in found.items
        ],
        "item_form": forms.get("item") or item_form(viewer, found, case=case) if ours and not found.ended else None,
        "attendance": forms.get("attendance") or attendance_form(found)
        if ours and found.opened and not found.ended and any(item.open for item in found.items)
        else None,
    }
    return Page("meeting/conference.html", values, status=status)


def _has_place(found: ConferencePage, forms: dict[str, Any]) -> None:
    """A form that came back and that the page no longer shows, or does not show yet, would be lost with what is wrong in it."""
    if forms:
        may_sit(list(found.stages)).require()
    if any(name.startswith(RECORDED) for name in forms):
        may_record(list(found.stages)).require()
    for item in found.items:
        names = {f"{kind}-{item.item}" for kind in ("minutes", "decision")} | {f"view-{one.seat}" for one in item.seats}
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
        return _("会議は終わりました。決まったことが%(n)dあり、どれにも持ち手と期限があります。") % {"n": decided}
    if found.opened:
        return _("会議の途中です。いままでに%(n)d決まりました。") % {"n": decided}
    return _before_the_day(found, seats)


def _before_the_day(found: ConferencePage, seats: list[SeatLine]) -> str:
    if not found.items:
        return _("まず、議題を入れてください。")
    if not seats:
        return _("議題ごとに、来てもらう人を選んでください。")
    waiting = sum(not seat.pledged for seat in seats)
    if waiting:
        return _("%(when)s。約束の確かめを待っている席が%(n)dあります。") % {"when": _when(found), "n": waiting}
    return _("%(when)s。席の用意ができました。") % {"when": _when(found)}


def _item(
    found: ConferencePage,
    item: ItemPage,
    case: CasePage | None,
    name: str,
    *,
    ours: bool,
    duties: list[Any],
    forms: dict[str, Any],
) -> dict[str, Any]:
    basis = BY_CODE[item.basis]
    seated = {seat.duty for seat in item.seats}
    free = [
        (str(duty.pk), f"{duty.team.agency.short} {duty.worker.name}({duty.name})")
        for duty in duties
        if duty.pk not in seated
    ]
    present = [(str(seat.duty), _taker(seat)) for seat in item.seats if seat.attendance == Attendance.PRESENT]
    running = (
        [(str(line.need), f"{line.number} {line.title}") for line in case.needs if line.ball.settled_at is None]
        if case
        else []
    )
    deciding = ours and found.opened and not found.ended and item.open
    return {
        "item": item,
        "anchor": f"item-{item.item}",
        "case": case,
        "name": name,
        "columns": [label for _name, label in _columns()],
        "basis": basis,
        "seats": [_seat(seat, forms, is_open=item.open) for seat in item.seats],
        "shut": ours and not item.open,
        "decisions": [{"line": line, "due": say_day(line.due)} for line in item.decisions],
        "nobody": deciding and not present and f"decision-{item.item}" not in forms,
        **_item_forms(
            item, free if ours and not found.ended else None, (running, present) if deciding else None, forms
        ),
    }


def _item_forms(item: ItemPage, free: Any, deciding: Any, forms: dict[str, Any]) -> dict[str, Any]:
    """`free`: who may still be asked, None when nobody any more; `deciding`: needs and takers, None before and after the day."""
    made: dict[str, Any] = {"seat_form": None, "minutes": None, "decision": None}
    if free is not None:
        made["seat_form"] = forms.get(f"seat-{item.item}") or SeatForm(duties=free, auto_id=f"seat-{item.item}-%s")
    if deciding is not None:
        running, present = deciding
        minutes = MinutesForm(initial={"words": item.minutes}, auto_id=f"minutes-{item.item}-%s")
        decision = DecisionForm(needs=running, takers=present, auto_id=f"decision-{item.item}-%s")
        made["minutes"] = forms.get(f"minutes-{item.item}") or minutes
        made["decision"] = forms.get(f"decision-{item.item}") or decision
    return made


def _seat(seat: SeatLine, forms: dict[str, Any], *, is_open: bool) -> dict[str, Any]:
    view = seat.view
    initial = {name: getattr(view, name) for name in ("knows", "does", "can", "asks")} if view else {}
    return {
        "seat": seat,
        "attendance": ATTENDANCES[Attendance(seat.attendance)] if seat.attendance else "",
        "view": [(label, getattr(view, name) if view else "") for name, label in _columns()],
        "form": (forms.get(f"view-{seat.seat}") or ViewForm(initial=initial, auto_id=f"view-{seat.seat}-%s"))
        if seat.mine and seat.pledged and is_open
        else None,
    }


def _taker(seat: SeatLine) -> str:
    """Who has not promised yet stands there too: the page says what is missing."""
    if seat.pledged:
        return f"{seat.name}({seat.team})"
    return _("%(name)s(%(team)s・約束まち)") % {"name": seat.name, "team": seat.team}


def _columns() -> tuple[tuple[str, str], ...]:
    return (
        ("knows", _("知っていること")),
        ("does", _("していること")),
        ("can", _("できること")),
        ("asks", _("お願いしたいこと")),
    )


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
    allowed = {basis.code for basis in usable(profile=profile(viewer.body, day), day=day)}
    bases = [
        (code.value, f"{BY_CODE[code].name}({BY_CODE[code].article})") for code in found.kind.bases if code in allowed
    ]
    if finding or not data:
        known = (
            {name: data[name] for name in ("find_words", "case", "basis") if name in data} if data else {"case": case}
        )
        return ItemForm(cases=chosen, bases=bases, more=more, initial=known)
    return ItemForm(data, cases=chosen, bases=bases, more=more)


def _cases(viewer: Viewer, words: str, chosen: UUID | None) -> tuple[list[tuple[str, str]], bool]:
    """What is chosen already, then what the words find, and whether they fit others too; without words, those that waited
    longest for a contact."""
    homes, more = home_of_case(viewer, chosen) if chosen else [], False
    if words.strip():
        found = look_up(viewer, words, supported=True)
        homes, more = [*homes, *found.rows], found.more
    else:
        homes += homes_of(viewer, cases.waiting_longest(viewer, OFFERED))
    return list({str(home.case): home.label for home in homes if home.case}.items()), more


def attendance_form(found: ConferencePage, data: Any = None) -> AttendanceForm:
    """Of the items the viewer may read: of the others nobody marks anything blind."""
    seats = [
        (str(seat.seat), f"{seat.name}({seat.team})", seat.attendance)
        for item in found.items
        if item.open
        for seat in item.seats
    ]
    return AttendanceForm(data, seats=seats)
