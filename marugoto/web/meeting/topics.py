"""Topics of a conference that speaks of nobody: what was settled, where it went on, and what waits for such a table."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from marugoto.agencies.codes import Field, Role
from marugoto.agencies.labels import FIELDS
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.codes import Attendance, Followed, KindCode, Level
from marugoto.conferences.kinds import of_topics
from marugoto.conferences.labels import ATTENDANCES, FOLLOWED
from marugoto.conferences.queries import table as tables
from marugoto.conferences.queries import topic as topics
from marugoto.conferences.queries.conference import ConferencePage
from marugoto.conferences.queries.table import TableSeatLine
from marugoto.conferences.queries.topic import ResolutionLine, TopicLine
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.meeting.forms.conference import AttendanceForm
from marugoto.web.meeting.forms.topic import RaiseForm, ResolveForm, ResultForm, TableSeatForm, TopicForm
from marugoto.web.meeting.seats import seat_choices
from marugoto.web.shell.balls import how_many

THINKERS = (Role.PLANNER, Role.CHIEF, Role.MAYOR, Role.COORDINATOR)  # who reads the patterns


def shown_topics(
    viewer: Viewer, found: ConferencePage, forms: Mapping[str, Any], *, ours: bool, duties: list[Any]
) -> dict[str, Any]:
    """Nothing for a conference on households."""
    if not found.kind.of_topics:
        return {}
    lines, table = topics.of_conference(viewer, found.conference.pk), tables.around(viewer, found.conference.pk)
    seats = table.seats
    calling, settling = ours and not found.ended, ours and found.opened and not found.ended
    takers = _takers(duties, seats) if settling else None
    return {
        "topics": [_topic(one, found, forms, takers, ours=ours) for one in lines],
        "waiting": [_waits(one) for one in topics.waiting(viewer, found.kind.code)] if calling else [],
        "topic_form": (forms.get("topic") or TopicForm(auto_id="topic-%s")) if calling else None,
        "table_seats": [_seat(one) for one in seats],
        "may_unseat": calling,
        "taken_back": [_undone(one) for one in table.taken_back],
        "table_seat_form": _seat_form(found, forms, duties, seats) if calling else None,
        "table_attendance": _attendance(forms, seats) if settling and (seats or "table_attendance" in forms) else None,
        "refused": forms.get("refused"),
        "reads_patterns": found.kind.code is KindCode.POLICY and viewer.has(*THINKERS),
    }


def sentence_of(found: ConferencePage, lines: list[Any]) -> str:
    """How a table without names stands."""
    settled = sum(len(one["line"].resolutions) for one in lines)
    if not lines:
        return _("まず、議題を書いてください。世帯や人の名前は書きません。")
    if found.ended and not settled:
        return _("会議は終わりました。決まったことはありません。")
    if found.ended:
        said = _("会議は終わりました。%(n)s決まり、どれにも担当と期限があります。")
        return said % {"n": how_many(settled)}
    if found.opened and not settled:
        return _("会議の途中です。%(n)sの議題のうち、まだどれも決まっていません。") % {"n": how_many(len(lines))}
    if found.opened:
        return _("会議の途中です。いままでに%(n)s決まりました。") % {"n": how_many(settled)}
    return _("議題が%(n)sあります。") % {"n": how_many(len(lines))}


def table_attendance_form(seats: list[TableSeatLine], data: Any = None) -> AttendanceForm:
    return AttendanceForm(data, seats=[(f"seat_{one.seat}", _called(one), one.attendance) for one in seats])


def table_duties(found: ConferencePage, duties: Iterable[Any], seats: Iterable[TableSeatLine] = ()) -> list[Any]:
    """Who may still be asked to it; for the heads' table the heads first."""
    seated = {one.duty for one in seats}
    free = [duty for duty in duties if duty.pk not in seated]
    if found.kind.level is Level.HEADS:
        free.sort(key=lambda duty: Role.CHIEF not in duty.role_set())
    return free


def _takers(duties: Iterable[Any], seats: Iterable[TableSeatLine]) -> list[tuple[str, str]]:
    """Whoever sits there first."""
    seated = {one.duty for one in seats}
    return seat_choices(sorted(duties, key=lambda duty: duty.pk not in seated))


def _seat(one: TableSeatLine) -> dict[str, Any]:
    return {
        "line": one,
        "said": _called(one),
        "came": ATTENDANCES[Attendance(one.attendance)] if one.attendance else "",
    }


def _undone(one: TableSeatLine) -> dict[str, Any]:
    return {
        "said": _called(one),
        "line": one,
        "day": say_day(local_day(one.taken_back_at)) if one.taken_back_at else "",
    }


def _called(one: TableSeatLine) -> str:
    return f"{one.post} {one.name}" if one.name else one.post


def _seat_form(
    found: ConferencePage, forms: Mapping[str, Any], duties: list[Any], seats: list[TableSeatLine]
) -> TableSeatForm:
    free = seat_choices(table_duties(found, duties, seats))
    return forms.get("table_seat") or TableSeatForm(duties=free, auto_id="table-seat-%s")


def _attendance(forms: Mapping[str, Any], seats: list[TableSeatLine]) -> AttendanceForm:
    return forms.get("table_attendance") or table_attendance_form(seats)


def _topic(
    line: TopicLine,
    found: ConferencePage,
    forms: Mapping[str, Any],
    takers: list[tuple[str, str]] | None,
    *,
    ours: bool,
) -> dict[str, Any]:
    key = f"resolve-{line.topic}"
    return {
        "line": line,
        "pattern": _pattern(line),
        "form": (forms.get(key) or ResolveForm(takers=takers, auto_id=f"{key}-%s")) if takers is not None else None,
        "resolutions": [_resolution(one, found, forms, ours=ours) for one in line.resolutions],
    }


def _resolution(line: ResolutionLine, found: ConferencePage, forms: Mapping[str, Any], *, ours: bool) -> dict[str, Any]:
    ups = [(kind.code.value, kind.name) for kind in of_topics() if kind.code is not found.kind.code]
    raised = {one.kind for one in line.elsewhere}
    free = [(code, name) for code, name in ups if name not in raised]
    raising, result = f"raise-{line.resolution}", f"result-{line.resolution}"
    done = line.result in {Followed.DONE, Followed.NOT_POSSIBLE}
    return {
        "line": line,
        "due": say_day(line.due),
        "result": FOLLOWED[line.result] if line.result else "",
        "raise_form": (forms.get(raising) or RaiseForm(kinds=free, auto_id=f"{raising}-%s")) if ours and free else None,
        "result_form": (forms.get(result) or ResultForm(auto_id=f"{result}-%s")) if ours and not done else None,
    }


def _waits(line: TopicLine) -> dict[str, Any]:
    return {"line": line, "pattern": _pattern(line)}


def _pattern(line: TopicLine) -> str:
    if not line.sender or not line.receiver:
        return ""
    return f"{FIELDS[Field(line.sender)]} → {FIELDS[Field(line.receiver)]}"
