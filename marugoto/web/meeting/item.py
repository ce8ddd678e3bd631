"""One item of the agenda as the page shows it: its seats, the shared sheet, what was said and decided, and the forms around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.case import CasePage
from marugoto.conferences.codes import Attendance
from marugoto.conferences.labels import ATTENDANCES, FOLLOWED, OUTSIDE_KINDS
from marugoto.conferences.queries.conference import ConferencePage, DecisionLine, ItemPage, MinutesLine, SeatLine
from marugoto.conferences.queries.conference import item as conference_item
from marugoto.conferences.queries.council import admissions, members_of, of_conference
from marugoto.conferences.queries.follow_up import FollowLine
from marugoto.conferences.queries.outside import OutsideLine
from marugoto.conferences.rules.outside import may_ask_outside
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.queries.council import CouncilLine
from marugoto.exchange.labels import LOST_LETTERS
from marugoto.exchange.rules.letter import Letter
from marugoto.intake.rules.troubles import trouble_set_on
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.meeting.forms.conference import DecisionForm, MinutesForm, ProposedForm, SeatForm, ViewForm
from marugoto.web.meeting.forms.follow_up import GapForm
from marugoto.web.meeting.forms.outside import OutsideForm
from marugoto.web.meeting.seats import proposals, seat_choices

COLUMNS = {
    "knows": gettext_lazy("知っていること"),
    "does": gettext_lazy("していること"),
    "can": gettext_lazy("できること"),
    "asks": gettext_lazy("お願いしたいこと"),
}


@dataclass(frozen=True)
class AtTable:
    """What the whole page knows: forms that came back, whether the conference is ours, who may be asked, who comes from outside."""

    found: ConferencePage
    forms: dict[str, Any]
    ours: bool
    duties: list[Any]
    outside: Mapping[UUID, list[OutsideLine]]
    followed: Mapping[UUID, FollowLine]
    gaps: Mapping[UUID, list[str]]
    today: date
    under: "Under"
    contracted: bool = False
    barred: Mapping[UUID, frozenset[UUID]] = field(default_factory=dict)
    letters: Mapping[UUID, Letter] = field(default_factory=dict)  # of seats from outside that have not promised

    def duties_for(self, case: UUID) -> list[Any]:
        """Who may be asked to the table of that household."""
        out = self.barred.get(case, frozenset())
        return [duty for duty in self.duties if duty.worker_id not in out]


@dataclass(frozen=True)
class Under:
    """The bodies under which the conference sits, and which of them admits each seat, as a member or not."""

    councils: Sequence[CouncilLine] = ()
    admissions: Mapping[UUID, tuple[str, bool]] = field(default_factory=dict)
    members: Mapping[UUID, list[tuple[UUID, str]]] = field(default_factory=dict)

    def of(self, basis: BasisCode) -> CouncilLine | None:
        return next((one for one in self.councils if one.basis is basis), None)


def councils_of(
    viewer: Viewer, found: ConferencePage, outside: Mapping[UUID, list[OutsideLine]], *, ours: bool
) -> Under:
    """Members are read only where a body has to have them for somebody to come from outside."""
    lines = of_conference(viewer, found.conference)
    if not lines:
        return Under()
    seats = [seat.seat for item in found.items for seat in item.seats]
    seats += [one.seat for there in outside.values() for one in there]
    only = {one.basis for one in lines if not one.sort.invites} if ours and not found.ended else set()
    items = [item.item for item in found.items if item.basis in only]
    rows = {one: conference_item(viewer, one) for one in items}
    return Under(lines, admissions(viewer, seats), {one: members_of(viewer, row) for one, row in rows.items() if row})


def shown_item(table: AtTable, item: ItemPage, case: CasePage | None, name: str) -> dict[str, Any]:
    """An item as the page shows it, with the forms that may be sent now."""
    found, forms = table.found, table.forms
    present = [(str(seat.duty), _taker(seat)) for seat in item.seats if seat.attendance == Attendance.PRESENT]
    deciding = table.ours and found.opened and not found.ended and item.open
    calling = table.ours and not found.ended
    return {
        "item": item,
        "anchor": f"item-{item.item}",
        "case": case,
        "name": name,
        "columns": list(COLUMNS.values()),
        "basis": item.ground,
        "council": table.under.of(item.basis),
        "joint": len(table.under.councils) > 1,
        "seats": [
            {**_seat(seat, forms, is_open=item.open), "admitted": table.under.admissions.get(seat.seat)}
            for seat in item.seats
        ],
        "outside": [
            {
                **_outsider(one),
                "admitted": table.under.admissions.get(one.seat),
                "lost": table.letters.get(one.seat) in LOST_LETTERS,
            }
            for one in table.outside.get(item.item, ())
        ],
        "outside_form": _outside_form(table, item, case) if calling and item.open else None,
        "shut": table.ours and not item.open,
        "decisions": [_decided(table, line) for line in item.decisions],
        "gaps": [trouble_set_on(table.today).label(theme) for theme in table.gaps.get(item.item, ())],
        "gap_form": _gap_form(table, item) if deciding else None,
        "former": item.versions[:-1] if item.open else (),
        "proposed": _proposed(item, case, table.duties_for(item.case), forms) if calling and item.open else None,
        "nobody": deciding and not present and f"decision-{item.item}" not in forms,
        **_item_forms(
            item, _free(table, item) if calling else None, (_open(case), present) if deciding else None, forms
        ),
    }


def _decided(table: AtTable, line: DecisionLine) -> dict[str, Any]:
    said = table.followed.get(line.decision)
    return {
        "line": line,
        "due": say_day(line.due),
        "result": FOLLOWED[said.result] if said else "",
        "late": said is None and line.due < table.today,
    }


def _gap_form(table: AtTable, item: ItemPage) -> GapForm:
    themes = [(code.value, label) for code, label in trouble_set_on(table.today).labels.items()]
    return table.forms.get(f"gap-{item.item}") or GapForm(themes=themes, auto_id=f"gap-{item.item}-%s")


def _free(table: AtTable, item: ItemPage) -> list[tuple[str, str]]:
    """Who does not sit at this item yet."""
    seated = {seat.duty for seat in item.seats}
    return seat_choices(duty for duty in table.duties_for(item.case) if duty.pk not in seated)


def _open(case: CasePage | None) -> list[tuple[str, str]]:
    needs = case.needs if case else ()
    return [(str(line.need), f"{line.number} {line.title}") for line in needs if line.ball.settled_at is None]


def _outsider(one: OutsideLine) -> dict[str, Any]:
    return {
        "line": one,
        "kind": OUTSIDE_KINDS[one.kind],
        "attendance": ATTENDANCES[Attendance(one.attendance)] if one.attendance else "",
        "view": [(label, getattr(one.view, name) if one.view else "") for name, label in COLUMNS.items()],
    }


def _outside_form(table: AtTable, item: ItemPage, case: CasePage | None) -> OutsideForm | None:
    """None where the basis leaves the item to members; one that came back is shown with what is wrong in it. What is to be read is
    a draft of needs, without a name."""
    known = table.forms.get(f"outside-{item.item}")
    if known:
        return known
    stages = list(table.found.stages)
    day = local_day(table.found.conference.begins_at)
    members = table.under.members.get(item.item, [])
    if not may_ask_outside(
        item.basis, stages, agreed_on=day, day=day, contracted=table.contracted, member=bool(members)
    ):
        return None
    draft = (
        "\n".join(_("・%(title)s") % {"title": line.title} for line in case.needs if not line.ball.settled_at)
        if case
        else ""
    )
    asks = item.basis is BasisCode.CONSENT
    return OutsideForm(
        asks_consent=asks, members=members, initial={"extract": draft}, auto_id=f"outside-{item.item}-%s"
    )


def _item_forms(item: ItemPage, free: Any, deciding: Any, forms: dict[str, Any]) -> dict[str, Any]:
    """`free`: who may still be asked, None when nobody any more; `deciding`: needs and takers, None before and after the day."""
    made: dict[str, Any] = {"seat_form": None, "minutes": None, "between": (), "decision": None}
    if free is not None:
        made["seat_form"] = forms.get(f"seat-{item.item}") or SeatForm(duties=free, auto_id=f"seat-{item.item}-%s")
    if deciding is not None:
        running, present = deciding
        known = {"words": item.minutes, "follows": item.version}
        minutes = MinutesForm(initial=known, auto_id=f"minutes-{item.item}-%s")
        decision = DecisionForm(needs=running, takers=present, auto_id=f"decision-{item.item}-%s")
        made["minutes"], made["between"] = _written_between(item, forms.get(f"minutes-{item.item}") or minutes)
        made["decision"] = forms.get(f"decision-{item.item}") or decision
    return made


def _proposed(item: ItemPage, case: CasePage | None, duties: list[Any], forms: dict[str, Any]) -> ProposedForm | None:
    """None where nobody is lacking."""
    if case is None:
        return None
    lacking = proposals(item, case, duties)
    form = forms.get(f"proposed-{item.item}")
    return form or (ProposedForm(proposals=lacking, auto_id=f"proposed-{item.item}-%s") if lacking else None)


def _written_between(item: ItemPage, form: Any) -> tuple[Any, tuple[MinutesLine, ...]]:
    """What others wrote while this form was open stands beside it; sent again, the form goes on from the newest."""
    seen = str(form.data.get("follows", "")) if form.is_bound else str(item.version)
    if not seen.isascii() or not seen.isdigit() or len(seen) > 6 or int(seen) >= item.version:
        return form, ()
    form.data = {**form.data.dict(), "follows": item.version}
    return form, tuple(one for one in item.versions if one.version > int(seen))


def _seat(seat: SeatLine, forms: dict[str, Any], *, is_open: bool) -> dict[str, Any]:
    view = seat.view
    initial = {name: getattr(view, name) for name in ("knows", "does", "can", "asks")} if view else {}
    return {
        "seat": seat,
        "attendance": ATTENDANCES[Attendance(seat.attendance)] if seat.attendance else "",
        "view": [(label, getattr(view, name) if view else "") for name, label in COLUMNS.items()],
        "form": (forms.get(f"view-{seat.seat}") or ViewForm(initial=initial, auto_id=f"view-{seat.seat}-%s"))
        if seat.mine and seat.pledged and is_open
        else None,
    }


def _taker(seat: SeatLine) -> str:
    """Who came and has not promised yet stands there too, as in the table of seats: the page says what is missing."""
    if seat.pledged:
        return f"{seat.name}({seat.team})"
    return _("%(name)s(%(team)s・来た・約束まち)") % {"name": seat.name, "team": seat.team}
