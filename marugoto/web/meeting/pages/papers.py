"""The papers of one item on one page: pictures of today beside those of last time, what happened, open balls, the plan."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.labels import METHODS, PLAN_STATES
from marugoto.casework.queries import case as cases
from marugoto.casework.queries import journal
from marugoto.casework.queries import plan as plans
from marugoto.conferences.actions import papers as verbs
from marugoto.conferences.queries import papers
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.queries.basis import ground_of
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.meeting.pages.agenda import CASEWORK, hosted_item
from marugoto.web.meeting.pictures import kept_pictures, pictures_of
from marugoto.web.meeting.sheet import item_address
from marugoto.web.shell.doors import Page, act, see

ENTRIES = 12  # of the journal: what is older is read on the household's page


@see(*CASEWORK)
def show(request: HttpRequest, viewer: Viewer, item: UUID) -> Page:
    """For whoever hosts, or sits there and promised; each reads under his own rights, so two may read differently."""
    row = _read(viewer, item)
    case = cases.get(viewer, row.case)
    if case is None:
        raise Http404
    name, family, circle = pictures_of(viewer, case)
    made, last = papers.newest(viewer, item), papers.before(viewer, row)
    plan = plans.current(viewer, case.case)
    values: dict[str, Any] = {
        "item": row,
        "name": name,
        "basis": ground_of(viewer.body, BasisCode(row.basis), local_day(row.conference.begins_at)),
        "when": say_day(local_day(row.conference.begins_at)),
        "back": item_address(row.conference_id, item),
        "ours": row.conference.host_id == viewer.team,
        "family": family,
        "around": circle,
        "last": _last(last),
        "entries": [_entry(one) for one in journal.of_case(viewer, case.case)[:ENTRIES]],
        "needs": [line for line in case.needs if line.ball.settled_at is None],
        "plan": plan,
        "plan_state": PLAN_STATES[plan.state] if plan else "",
        "made": made,
        "made_on": say_day(local_day(made.made_at)) if made else "",
        "mine": next((one.number for one in made.copies if one.duty == viewer.duty), 0) if made else 0,
        "out": sum(not one.returned for one in made.copies) if made else 0,
    }
    return Page("meeting/papers.html", values)


@act(*CASEWORK)
def put_together(request: HttpRequest, viewer: Viewer, at: datetime, item: UUID) -> HttpResponse:
    row = hosted_item(viewer, item)
    eyes = viewer.at_moment(viewer.at)  # what these pictures show, and nothing else
    case = cases.get(eyes, row.case)
    if case is None:
        raise Http404
    on_paper = request.POST.get("on_paper") == "1"
    pictures = kept_pictures(eyes, case)
    for folder, part in eyes.sight.folders.items():
        viewer.sight.shows(folder, part)
    verbs.put_together(
        by=viewer, at=at, item=row, on_paper=on_paper, drawn_from=eyes.sight.folders.keys() - {row.folder}, **pictures
    )
    said = (
        _("紙の資料に番号をつけました。会議のあと、返ってきたら印をつけてください。")
        if on_paper
        else _("資料をそろえました。")
    )
    messages.success(request, said)
    return redirect("meeting:papers", item=item)


@act(*CASEWORK)
def take_back(request: HttpRequest, viewer: Viewer, at: datetime, copy: UUID) -> HttpResponse:
    row = papers.copy(viewer, copy)
    if row is None:
        raise Http404
    hosted_item(viewer, row.seat.item_id)
    verbs.take_copy_back(by=viewer, at=at, copy=row)
    messages.success(request, _("%(n)d番の資料が返ってきました。") % {"n": row.number})
    return redirect("meeting:papers", item=row.seat.item_id)


def _read(viewer: Viewer, item: UUID) -> Any:
    """Raises Http404 where the item is not open: before the pledge there are no papers."""
    row = papers.readable(viewer, item)
    if row is None:
        raise Http404
    return row


def _last(last: papers.Before | None) -> dict[str, Any] | None:
    if last is None:
        return None
    family, circle = (
        mark_safe(svg)  # noqa: S308 — our own drawings, kept as they were made
        for svg in (last.family, last.around)
    )
    return {"day": say_day(local_day(last.day)), "meeting": last.meeting, "family": family, "around": circle}


def _entry(one: journal.Entry) -> dict[str, Any]:
    """How it came about is not said twice, where the words begin with it."""
    how = str(METHODS[one.method])
    said = one.words.startswith(how)
    return {"day": say_day(local_day(one.happened_at)), "how": "" if said else how, "entry": one}
