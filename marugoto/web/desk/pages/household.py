"""The household, one screen deep: why I may see it, what is open, who lives here, the plan, the journal."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.codes import Method, PlanState
from marugoto.casework.labels import AGREEMENTS, CASE_ENDS, LOOK_IN_RESULTS, METHODS, PLAN_STATES, PROMISE_ENDS, SCORES
from marugoto.casework.queries import after as afters
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import journal as journals
from marugoto.casework.queries import plan as plans
from marugoto.casework.queries.case import CasePage, NeedLine, Order
from marugoto.disclosure.queries.basis import EmergencyMark, grounds_of
from marugoto.kernel.era import say_day, say_era, say_moment, say_near
from marugoto.kernel.jst import JST, local_day
from marugoto.people.labels import SEXES
from marugoto.people.queries import household as households
from marugoto.people.queries.home import home_of
from marugoto.people.queries.household import HouseholdPage, MemberFace
from marugoto.web.desk.ahead import ahead
from marugoto.web.desk.closed import closed_lines, why_line
from marugoto.web.desk.filled import line_on
from marugoto.web.desk.forms.after import LookInForm, ResumeForm
from marugoto.web.desk.forms.ball import SettleForm
from marugoto.web.desk.forms.household import CaseEndForm, JournalForm, NeedForm
from marugoto.web.desk.forms.plan import PlanForm
from marugoto.web.desk.household_rows import drawn_rows, heads
from marugoto.web.desk.pages.attachment import paper_faces
from marugoto.web.desk.pages.plan import in_three_months
from marugoto.web.shell.balls import chip_of, clock_of
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page, see
from marugoto.web.shell.figure import drawn
from marugoto.web.shell.homes import look_up
from marugoto.web.shell.ids import read_page
from marugoto.web.shell.one_desk import one_desk
from marugoto.web.ui.parts import BallChip, ClockFace, Filter, TimelineEntry

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)


LONGEST = 200
MET = frozenset({Method.VISIT, Method.WINDOW, Method.TOGETHER})  # somebody stood before somebody
LIVING = frozenset({PlanState.RUNNING, PlanState.SUSPENDED})
AGREED = LIVING | {PlanState.DECIDED}
REACHED = MET | {Method.PHONE, Method.MESSAGE}  # talking with another agency reaches nobody


@dataclass(frozen=True)
class NeedRow:
    line: NeedLine
    who: str
    chip: BallChip
    clock: ClockFace | None
    ours: bool
    running: bool
    end: SettleForm | None = None  # in place, where there is one desk


@dataclass(frozen=True)
class PersonRow:
    face: MemberFace
    age: str
    sex: str
    numbers: tuple[int, ...]


@see(*CASEWORK)
def index(request: HttpRequest, viewer: Viewer) -> Page:
    """The households open to the viewer, the longest without contact first; found by whatever is known of somebody in them."""
    running = request.GET.get("state", "running") != "ended"
    words = request.GET.get("words", "").strip()[:LONGEST]
    chosen = {name: request.GET.get(name, "") for name in ("order", "lead")}
    homes = look_up(viewer, words, running=running)
    among = [home.household for home in homes.rows] if words else None
    found = cases.list_cases(
        viewer,
        page=read_page(request.GET.get("page", "1")),
        running=running,
        order=Order(chosen["order"]) if chosen["order"] in set(Order) else Order.CONTACT,
        mine=chosen["lead"] == "mine",
        among=among,
    )
    living = households.who_lives_there(viewer, [line.home for line in found.rows])
    values = {
        "heads": heads(),
        "rows": drawn_rows(viewer, found.rows, living),
        "count": found.count,
        "page": found.page,
        "pages": max(-(-found.count // cases.LISTED), 1),
        "size": cases.LISTED,
        "running": running,
        "words": words,
        "filters": _filters(chosen),
        "more": homes.more,
        "narrowed": bool(words or chosen["lead"]),
    }
    return Page("desk/households.html", values)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    return household_page(viewer, case)


def household_page(
    viewer: Viewer,
    case: UUID,
    *,
    form: JournalForm | None = None,
    looked: LookInForm | None = None,
    resumed: ResumeForm | None = None,
    status: int = 200,
) -> Page:
    """Also shown again when something that was written here could not be kept."""
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    whole = home_of(viewer, found.household)
    home = whole.page if whole else None
    called, in_place = _called(home), one_desk(viewer)
    needs = [_need(viewer, line, called, in_place) for line in found.needs]
    plan = _plan(viewer, case)
    choices = [(str(line.need), f"{line.number} {line.title}") for line in found.needs]
    values: dict[str, Any] = {
        "case": found,
        "home": home,
        "title": home.name if home else _("世帯 %(number)s") % {"number": found.number},
        "opened": say_day(found.opened_on),
        "area": _area(home),
        "lead": chip_of(found.ball),
        "ended": found.ball.settled_at is not None,
        **_grounds(viewer, found, home),
        "needs": needs,
        "people": _people(home, found) if home else [],
        "figure": drawn(whole, found) if whole else None,
        "sheet": line_on(viewer, found, [(one.face.person, one.face.called) for one in home.members] if home else []),
        "plan": plan,
        "here": _here(viewer, found, home, plan) if in_place and found.ball.settled_at is None else {},
        "form": form or JournalForm(needs=choices),
        "after": _after(viewer, case, looked, resumed) if found.ball.settled_at is not None else None,
        **_told(viewer, found, plan),
    }
    return Page("desk/household.html", values, status=status)


def _told(viewer: Viewer, case: CasePage, plan: dict[str, Any] | None) -> dict[str, Any]:
    """What was written down so far, when somebody was last met, and which days come."""
    entries = journals.of_case(viewer, case.case)
    review = (plan["plan"].plan, plan["plan"].review_on) if plan and plan["plan"].state in AGREED else None
    days = ahead(viewer, case.case, entries=entries, needs=case.needs, review=review)
    first = max((one.day for one in days.origins if one.met), default=None)  # who came to the window was met there
    return {
        "origins": [(one.consultation, say_day(one.day)) for one in days.origins],
        "entries": [timeline_entry(entry) for entry in entries],
        "cautions": cautions_among(viewer, entries),
        "days": days,
        "met": _latest(entries, MET, first),
        "last": _latest(entries, REACHED, first),
    }


def _called(home: HouseholdPage | None) -> dict[UUID, str]:
    members = (*home.members, *home.former) if home else ()
    return {member.face.person: member.face.called for member in members}


def _here(viewer: Viewer, case: CasePage, home: HouseholdPage | None, plan: dict[str, Any] | None) -> dict[str, Any]:
    """Where there is one desk: what elsewhere are pages of their own."""
    members = [(str(one.face.person), one.face.called) for one in home.members] if home else []
    running = any(line.ball.settled_at is None for line in case.needs)
    over = plan is None or plan["plan"].state is PlanState.CLOSED
    teams = team_choices(viewer) if over or not running else []
    return {
        "need": NeedForm(members=members, auto_id="need-%s"),
        "plan": _plan_form(viewer, members, teams) if over else None,
        "end": None if running else CaseEndForm(teams=teams, auto_id="end-%s"),
    }


def _need(viewer: Viewer, line: NeedLine, called: dict[UUID, str], in_place: bool) -> NeedRow:
    ours, running = line.ball.holder.id == viewer.team, line.ball.settled_at is None
    return NeedRow(
        end=SettleForm(auto_id=f"end-{line.number}-%s") if in_place and ours and running else None,
        line=line,
        who=called.get(line.person, "") if line.person else _("世帯"),
        chip=chip_of(line.ball),
        clock=clock_of(line.ball),
        ours=ours,
        running=running,
    )


def _people(home: HouseholdPage, case: CasePage) -> list[PersonRow]:
    return [
        PersonRow(
            face=member,
            age=_age(member),
            sex=str(SEXES[member.face.sex]),
            numbers=tuple(line.number for line in case.needs if line.person == member.face.person),
        )
        for member in home.members
    ]


def _age(member: MemberFace) -> str:
    if member.face.age is None:
        return _("聞いていません")
    words = _("%(age)d歳") % {"age": member.face.age}
    return _("%(words)sくらい") % {"words": words} if member.face.about else words


def _area(home: HouseholdPage | None) -> str:
    return home.area if home else ""


def _grounds(viewer: Viewer, case: CasePage, home: HouseholdPage | None) -> dict[str, Any]:
    """Why the viewer may see it, who opened it in an emergency, and what of it has closed."""
    called = {member.face.person: member.face.called for member in home.members} if home else {}
    about = called | {line.need: line.title for line in case.needs}
    grounds = grounds_of(viewer, [case.case, case.household, *(line.need for line in case.needs)], called)
    marks = [_emergency(viewer, one) for one in grounds.emergencies]
    closed = closed_lines(grounds.closed, about)
    return {"whys": [why_line(why) for why in grounds.whys], "emergencies": marks, "closed": closed}


def _emergency(viewer: Viewer, mark: EmergencyMark) -> dict[str, Any]:
    """「11月28日(土) 19:25まで」: who reads on must know when it closes."""
    over = mark.until if mark.ended is None else min(mark.ended, mark.until)
    return {"mark": mark, "since": say_moment(mark.since), "until": say_moment(over), "open": over > viewer.at}


def _plan_form(viewer: Viewer, members: list[tuple[str, str]], teams: list[tuple[str, str]]) -> PlanForm:
    proposed = {"review_on": in_three_months(viewer)}
    return PlanForm(initial=proposed, members=members, teams=teams, places=[], auto_id="plan-%s")


def _plan(viewer: Viewer, case: UUID) -> dict[str, Any] | None:
    plan = plans.outline(viewer, case)
    if plan is None:
        return None
    goals = [
        {"goal": goal, "score": SCORES[goal.score] if goal.score is not None else _("まだ")} for goal in plan.goals
    ]
    return {
        "plan": plan,
        "state": PLAN_STATES[plan.state],
        "agreement": AGREEMENTS[plan.agreement],
        "review_on": say_day(plan.review_on) if plan.state is not PlanState.CLOSED else "",
        "late": plan.state in LIVING and plan.review_on < local_day(viewer.at),
        "goals": goals,
        "again": plan.state is PlanState.CLOSED,
        "url": reverse("desk:plan", args=[plan.plan]),
    }


def _after(viewer: Viewer, case: UUID, looked: LookInForm | None, resumed: ResumeForm | None) -> dict[str, Any] | None:
    """How it ended, and what whoever looks in writes."""
    after = afters.of_case(viewer, case)
    if after is None:
        return None
    return {
        "after": after,
        "ended_on": say_day(after.ended_on),
        "end": CASE_ENDS[after.end],
        "due": say_day(after.due) if after.due else "",
        "late": after.due is not None and after.due < local_day(viewer.at),
        "looks": [{"look": one, "day": say_day(one.day), "result": LOOK_IN_RESULTS[one.result]} for one in after.looks],
        "looked": looked or LookInForm(),
        "resumed": resumed or ResumeForm(auto_id="id_resume_%s"),
        "writing": bool(looked),
        "resuming": bool(resumed),
    }


def cautions_among(viewer: Viewer, entries: list[journals.Entry]) -> list[dict[str, Any]]:
    today = local_day(viewer.at)
    return [{"entry": one, "until": say_near(one.caution_until, today)} for one in entries if one.caution_until]


def promises_among(viewer: Viewer, entries: list[journals.Entry]) -> list[dict[str, Any]]:
    """What stands promised for a day, the earliest first."""
    today = local_day(viewer.at)
    found = [(one.promise_on, one) for one in entries if one.promise_on and one.promise_end is None]
    return [
        {"entry": one, "day": say_day(day), "late": day < today} for day, one in sorted(found, key=lambda pair: pair[0])
    ]


def timeline_entry(entry: journals.Entry) -> TimelineEntry:
    at = entry.happened_at.astimezone(JST)
    tags = [str(METHODS[entry.method]), *([entry.counterpart] if entry.counterpart else [])]
    if entry.promise:
        day = say_day(entry.promise_on) if entry.promise_on else ""
        tags.append(_("約束: %(words)s %(day)s") % {"words": entry.promise, "day": day})
    if entry.promise_end:
        tags.append(str(PROMISE_ENDS[entry.promise_end]))
    return TimelineEntry(
        when=f"{say_day(at.date())} {at:%H:%M}",
        words=entry.words,
        who=entry.writer,
        agency=entry.team,
        tags=tags,
        struck=entry.struck,
        papers=paper_faces(entry.papers),
        url=reverse("desk:journal_entry", args=[entry.entry]) if entry.mine else "",
        url_label=_("直す・外す") if entry.mine else "",
    )


def _filters(chosen: dict[str, str]) -> list[Filter]:
    orders = [(Order.CONTACT, _("連絡の古い順")), (Order.NAME, _("名前の順")), (Order.NEWEST, _("新しい順"))]
    return [
        Filter("lead", _("まとめ役"), [("", _("係のぜんぶ")), ("mine", _("わたし"))], chosen["lead"]),
        Filter("order", _("ならべかた"), [(str(code), words) for code, words in orders], chosen["order"]),
    ]


def _latest(entries: list[journals.Entry], methods: frozenset[Method], first: date | None) -> str:
    """The day of the latest step of that kind, or of the meeting with which it began; empty where there is none."""
    days = [local_day(entry.happened_at) for entry in entries if entry.method in methods and not entry.struck]
    latest = max([*days, *([first] if first else [])], default=None)
    return say_era(latest) if latest else ""
