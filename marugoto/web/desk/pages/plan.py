"""The plan: draft, examine, decide, run, review."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions import plan as verbs
from marugoto.casework.actions.review import review
from marugoto.casework.codes import Agreement, PlanState, ReviewResult
from marugoto.casework.labels import AGREEMENTS, CHANGES, PLAN_STATES, REVIEW_RESULTS, SCORES
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import plan as plans
from marugoto.casework.queries.need import case_heads, running_of
from marugoto.casework.queries.plan import GoalLine, PlanPage, StepLine, VersionLine
from marugoto.casework.rules.plan import Mover, may_move
from marugoto.conferences.queries import conference as conferences
from marugoto.custody.queries.ball import open_matters
from marugoto.kernel.decision import Decision, no
from marugoto.kernel.era import read_day, say_day
from marugoto.kernel.jst import local_day
from marugoto.people.queries import household as households
from marugoto.web.desk.at_hand import AtHand, at_hand
from marugoto.web.desk.forms.plan import LONGEST, ExamineForm, PlanForm, ReviewForm, copied, unreached
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.one_desk import one_desk
from marugoto.web.ui.parts import Step

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
ASKED_AROUND = gettext_lazy("関係者と確かめた")  # examined without a conference
ROAD = (PlanState.DRAFTED, PlanState.EXAMINED, PlanState.DECIDED, PlanState.RUNNING, PlanState.EVALUATED)
OVER = frozenset({PlanState.EVALUATED, PlanState.CLOSED})
RESTS = frozenset({PlanState.SUSPENDED})
THREE_MONTHS = timedelta(days=91)
WRITTEN_ANEW = frozenset({PlanState.DRAFTED, PlanState.EXAMINED, PlanState.CLOSED})  # nothing of it runs


@see(*CASEWORK)
def new(request: HttpRequest, viewer: Viewer, case: UUID) -> Page:
    former = _former(viewer, case)
    near, choices = _choices(viewer, case, chosen={step.place for step in former.steps} if former else ())
    initial = {"review_on": in_three_months(viewer)}
    initial |= copied(former, teams=choices["teams"], today=local_day(viewer.at)) if former else {}
    return _new_page(case, PlanForm(initial=initial, **choices), near, former=former)


@act(*CASEWORK)
def draft(request: HttpRequest, viewer: Viewer, at: datetime, case: UUID) -> Page | HttpResponse:
    sent = request.POST
    chosen = {read_id(value) for name, value in sent.dict().items() if name.startswith("step_place_")}
    near, choices = _choices(viewer, case, words=sent.get("place_words", "")[:LONGEST], chosen=chosen)
    if "more" in sent or "take" in sent:
        taken = near.taken(sent.get("take", ""))
        longer = PlanForm.longer(sent, taken=taken, team=_own(viewer, choices["teams"]), **choices)
        return _new_page(case, longer, near, former=_former(viewer, case))
    form = PlanForm(sent, **choices)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            made = verbs.draft(
                by=viewer,
                at=at,
                case=case,
                goals=form.goals(),
                steps=form.steps(),
                review_on=said["review_on"],
                wish=said["wish"],
                agreement=Agreement(said["agreement"]),
                agreement_note=said["agreement_note"],
            )
            messages.success(request, _("プランの案ができました。会議で確かめてから、市町村が決めます。"))
            return redirect("desk:plan", plan=made.pk)
    return _new_page(case, form, near, status=422)


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, plan: UUID) -> Page:
    return _page(viewer, plan)


@act(*CASEWORK)
def move(request: HttpRequest, viewer: Viewer, at: datetime, plan: UUID) -> Page | HttpResponse:
    """To the state named by the button; examined asks for the conference that did it."""
    try:
        to = PlanState(request.POST.get("to", ""))
    except ValueError as trouble:
        raise Http404 from trouble
    conference = read_id(request.POST.get("conference", ""))
    if conference is not None and conference not in {one.pk for one in _tables(viewer, _found(viewer, plan))}:
        no(
            "その会議では、このプランを確かめていません。", "案ができてから開かれた会議の中から選んでください。"
        ).require()
    words = request.POST.get("words", "") if to is PlanState.EXAMINED and conference is None else ""
    resting = _rest(request) if to is PlanState.SUSPENDED else {}
    verbs.move(by=viewer, at=at, plan=plan, to=to, conference=conference, **{"words": words} | resting)
    messages.success(
        request, _("プランは「%(state)s」になりました。") % {"state": ASKED_AROUND if words else PLAN_STATES[to]}
    )
    return redirect("desk:plan", plan=plan)


@act(*CASEWORK)
def take_step(request: HttpRequest, viewer: Viewer, at: datetime, step: UUID) -> HttpResponse:
    done = verbs.take_step(by=viewer, at=at, step=step)
    messages.success(request, _("一歩を「済み」にしました。"))
    return redirect("desk:plan", plan=done.step.plan_id)


@see(*CASEWORK)
def review_new(request: HttpRequest, viewer: Viewer, plan: UUID) -> Page:
    found = _found(viewer, plan)
    return _review_page(found, ReviewForm(goals=found.goals, members=_members(viewer, found.case)))


@act(*CASEWORK)
def review_send(request: HttpRequest, viewer: Viewer, at: datetime, plan: UUID) -> Page | HttpResponse:
    found = _found(viewer, plan)
    form = ReviewForm(request.POST, goals=found.goals, members=_members(viewer, found.case))
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            review(
                by=viewer,
                at=at,
                plan=plan,
                result=ReviewResult(said["result"]),
                scores=form.scores(),
                changes=form.changes(),
                words=said["words"],
                next_review_on=said["next_review_on"],
                asked_on=said["asked_on"],
                not_asked=said["not_asked"],
            )
            messages.success(request, _("見直しを残しました。点と変化は、振り返りの数字にもなります。"))
            return redirect("desk:plan", plan=plan)
    return _review_page(found, form, status=422)


def _found(viewer: Viewer, plan: UUID) -> PlanPage:
    found = plans.get(viewer, plan)
    if found is None:
        raise Http404
    return found


def _members(viewer: Viewer, case: UUID) -> list[tuple[str, str]]:
    found = cases.get(viewer, case)
    if found is None:
        raise Http404
    home = households.get(viewer, found.household)
    return [(str(member.face.person), member.face.called) for member in home.members] if home else []


def _choices(
    viewer: Viewer, case: UUID, *, words: str = "", chosen: Iterable[UUID | None] = ()
) -> tuple[AtHand, dict[str, Any]]:
    """What of the region is offered where the plan is made, and the choices of its form."""
    home = cases.household_of(viewer, case)
    if home is None:
        raise Http404
    near = at_hand(viewer, running_of(viewer, case), words=words, chosen={place for place in chosen if place})
    members = [(str(person), called) for person, called in households.living(viewer, home)]
    return near, {"members": members, "teams": team_choices(viewer), "places": near.choices}


def _own(viewer: Viewer, teams: list[tuple[str, str]]) -> str:
    return str(viewer.team) if str(viewer.team) in dict(teams) else ""


def in_three_months(viewer: Viewer) -> date:
    """Proposed for the review: a day on which the office is open."""
    return viewer.calendar.next_open(local_day(viewer.at) + THREE_MONTHS)


def _tables(viewer: Viewer, plan: PlanPage) -> list[Any]:
    """Conferences that can have looked at this version: held when it was there already."""
    held = conferences.held_about(viewer, plan.case)
    return [one for one in held if local_day(one.begins_at) >= plan.since]


def _rest(request: HttpRequest) -> dict[str, Any]:
    said = request.POST.get("asked_on", "")
    return {"asked_on": read_day(said) if said else None, "words": request.POST.get("words", "")}


def _former(viewer: Viewer, case: UUID) -> PlanPage | None:
    """The version that the next one follows; what is decided or runs is looked at again first."""
    return plans.current(viewer, case, among=WRITTEN_ANEW)


def _new_page(case: UUID, form: PlanForm, near: AtHand, *, status: int = 200, former: PlanPage | None = None) -> Page:
    goals, steps = unreached(former) if former else ([], [])
    values = {
        "case": case,
        "form": form,
        "near": near,
        "former": former,
        "next": former.version + 1 if former else 1,
        "goals_copied": bool(goals),
        "steps_copied": bool(steps),
    }
    return Page("desk/plan_new.html", values, status=status)


def _review_page(plan: PlanPage, form: ReviewForm, status: int = 200) -> Page:
    return Page("desk/review_new.html", {"plan": plan, "form": form}, status=status)


def _page(viewer: Viewer, plan: UUID) -> Page:
    found = _found(viewer, plan)
    states = plans.standings(viewer, plan)
    options = [(str(one.pk), f"{one.name} {say_day(local_day(one.begins_at))}") for one in _tables(viewer, found)]
    today = local_day(viewer.at)
    reviewable = found.state in {PlanState.RUNNING, PlanState.SUSPENDED}
    at_a_table = verbs.needs_a_table(viewer, viewer.at)
    around = next((row.words for row in reversed(states) if row.state == PlanState.EXAMINED and not row.conference), "")
    called = {**PLAN_STATES, PlanState.EXAMINED: ASKED_AROUND} if around else PLAN_STATES
    reached = {PlanState(row.state): say_day(row.day) for row in reversed(states)}  # the first time
    head = case_heads(viewer, [found.case]).get(found.case)
    values: dict[str, Any] = {
        "plan": found,
        "home": head.household if head else "",
        "state": called[found.state],
        "around": around,
        "agreement": AGREEMENTS[found.agreement],
        "review": review_words(found, today),
        "road": [_mark(state, str(called[state]), found.state, reached) for state in _road(set(reached))],
        "rested": _rested(states[-1]) if found.state is PlanState.SUSPENDED else None,
        "way": [_stand(row, called) for row in states] if len(states) > len(reached) or RESTS & set(reached) else [],
        **_versions(viewer, found),
        "reviews": _reviews(viewer, found),
        "goals": [_goal(goal) for goal in found.goals],
        "steps": [_step(step, today) for step in found.steps],
        "no_table": at_a_table and not options,
        "examine": ExamineForm(conferences=options, at_a_table=at_a_table)
        if found.state is PlanState.DRAFTED
        else None,
        "at_a_table": at_a_table,
        "decide": _may(viewer, found, states, PlanState.DECIDED) if found.state is PlanState.EXAMINED else None,
        "next": {"examined": "decided", "decided": "running", "suspended": "running"}.get(found.state, ""),
        "reviewable": reviewable,
        "review_here": _review_here(viewer, found) if reviewable and one_desk(viewer) else None,
    }
    return Page("desk/plan.html", values)


def review_words(plan: PlanPage, today: date) -> str:
    """A day that is over is never promised; of a plan that is over there is none."""
    if plan.state in OVER:
        return ""
    day = say_day(plan.review_on)
    if plan.review_on < today:
        return _("見直しの日(%(day)s)をすぎています。次の日を決めてください。") % {"day": day}
    return _("見直しは%(day)s。") % {"day": day}


def _road(reached: set[PlanState]) -> tuple[PlanState, ...]:
    """A rest is no step of the way; where there was one it is marked, also when it is over."""
    way = (*ROAD[:4], PlanState.SUSPENDED, ROAD[4]) if PlanState.SUSPENDED in reached else ROAD
    return (*way, PlanState.CLOSED) if PlanState.CLOSED in reached else way


def _rested(row: Any) -> dict[str, str]:
    return {"day": say_day(row.day), "words": row.words, "asked": say_day(row.asked_on) if row.asked_on else ""}


def _stand(row: Any, called: Mapping[PlanState, Any]) -> dict[str, str]:
    return {"state": called[PlanState(row.state)], **_rested(row)}


def _versions(viewer: Viewer, plan: PlanPage) -> dict[str, Any]:
    """Every version where there are several, whether this is the one that counts, and whether a next one may be begun."""
    lines = plans.versions(viewer, plan.case)
    newest = lines[0].plan == plan.plan
    anew = newest and plan.state in WRITTEN_ANEW and bool(open_matters(viewer, matters={plan.case}))
    shown = [_version(line, plan.plan) for line in lines] if len(lines) > 1 else []
    return {"versions": shown, "newest": newest, "again": anew}


def _goal(goal: GoalLine) -> dict[str, Any]:
    return {
        "goal": goal,
        "score": SCORES[goal.score] if goal.score is not None else "",
        "weight": _("重み%(weight)d") % {"weight": goal.weight},
    }


def _version(line: VersionLine, shown: UUID) -> dict[str, Any]:
    return {
        "n": line.version,
        "state": PLAN_STATES[line.state],
        "since": say_day(line.since),
        "url": "" if line.plan == shown else reverse("desk:plan", args=[line.plan]),
    }


def _step(step: StepLine, today: date) -> dict[str, Any]:
    return {
        "step": step,
        "until": say_day(step.until) if step.until else "",
        "late": bool(step.until and not step.done_on and step.until < today),
        "done": say_day(step.done_on) if step.done_on else "",
    }


def _review_here(viewer: Viewer, plan: PlanPage) -> ReviewForm:
    return ReviewForm(goals=plan.goals, members=_members(viewer, plan.case), auto_id="review-%s")


def _reviews(viewer: Viewer, plan: PlanPage) -> list[dict[str, Any]]:
    lines = plans.reviews(viewer, plan.plan)
    called = dict(_members(viewer, plan.case)) if any(line.changes for line in lines) else {}
    return [
        {
            "line": line,
            "day": say_day(line.day),
            "result": REVIEW_RESULTS[line.result],
            "next": say_day(line.next_review_on) if line.next_review_on else "",
            "changes": [
                _("%(who)s: %(what)s")
                % {"who": called.get(str(person), _("世帯の人")) if person else _("世帯"), "what": CHANGES[change]}
                for person, change in line.changes
            ],
        }
        for line in lines
    ]


def _mark(state: PlanState, called: str, now: PlanState, reached: dict[PlanState, str]) -> Step:
    kind: Literal["done", "now", "todo"] = "now" if state is now else "done" if state in reached else "todo"
    return Step(label=called, state=kind, note=reached.get(state, ""))


def _may(viewer: Viewer, plan: PlanPage, states: list[Any], to: PlanState) -> Decision:
    mover = Mover(may_decide=viewer.has(Role.CHIEF), contracted=viewer.contracted)
    reached = [PlanState(row.state) for row in states]
    return may_move(reached, to, by=mover, goals=len(plan.goals), steps=len(plan.steps), examined=True)
