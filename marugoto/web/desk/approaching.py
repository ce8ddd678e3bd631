"""How approaches are said: a line of the list, and the parts of one's page."""

from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.viewer import Viewer
from marugoto.custody.queries.ball import faces
from marugoto.intake.codes import NoticeSource
from marugoto.intake.labels import SOURCES
from marugoto.kernel.era import say_day, say_month, say_near
from marugoto.kernel.jst import local_day
from marugoto.participation.codes import ApproachEnd, LiftReason, RestLifter
from marugoto.participation.labels import APPROACH_ENDS, LIFT_REASONS, LIFTERS, REACTIONS, SIGNS, WAYS
from marugoto.participation.queries.approach import ApproachLine, ApproachPage, AttemptLine, RestLine
from marugoto.participation.rules.approach import USUAL_DAYS, Tried
from marugoto.web.desk.forms import approach as forms
from marugoto.web.shell.balls import chip_of, clock_of

NAMELESS = gettext_lazy("名前の分からない方")


def line_of(viewer: Viewer, one: ApproachLine) -> dict[str, Any]:
    today = local_day(viewer.at)
    return {
        "row": one.approach,
        "name": one.approach.called or NAMELESS,
        "clock": clock_of(one.face),
        "chip": chip_of(one.face, own=viewer.team),
        "next": say_near(one.face.due, today) if one.face.due else "",
        "times": one.times,
        "last": say_near(one.last, today) if one.last else "",
        "reaction": REACTIONS[one.reaction] if one.reaction else _("まだ行っていません"),
        "rests": say_day(one.rests_until) if one.rests_until else "",
    }


def page_of(viewer: Viewer, found: ApproachPage, sent: dict[str, Form]) -> dict[str, Any]:
    """`sent`: the form that came back with an error, by its name."""
    row, face = found.approach, faces(viewer, [found.approach.pk])[found.approach.pk]
    resting = found.resting
    return {
        "page": found,
        "approach": row,
        "name": row.called or NAMELESS,
        "source": SOURCES[NoticeSource(row.source)],
        "since": say_day(local_day(row.made_at)),
        "chip": chip_of(face),
        "clock": clock_of(face),
        "ball": face,
        "next": say_day(face.due) if face.due and not found.ending else "",
        "ours": face.holder.id == viewer.team,
        "running": found.ending is None,
        "ended": APPROACH_ENDS[ApproachEnd(found.ending.end)] if found.ending else "",
        "attempts": [_attempt(one) for one in found.attempts],
        "tried": [_tried(one) for one in found.tried],
        "months": _months(found),
        "moved": sum(one.moved for one in found.attempts),
        "resting": _rest(resting) if resting else None,
        "rests": [_rest(one) for one in found.rests if one is not resting],
        **_forms(found),
        **sent,
        "open": next(iter(sent), ""),
        "stray": _stray(found, sent, ours=face.holder.id == viewer.team),
    }


def _stray(found: ApproachPage, sent: dict[str, Form], *, ours: bool) -> Form | None:
    """A form that came back, and that the page as it is now does not show."""
    running = found.ending is None
    shown = {
        "plan_form": running,
        "lift_form": running and found.resting is not None,
        "rest_form": running and found.resting is None,
        "agree_form": running and ours,
        "end_form": running and ours,
        "person_form": found.person is None,
    }
    return next((form for name, form in sent.items() if not shown[name]), None)


def _forms(found: ApproachPage) -> dict[str, Form]:
    plan = found.plan
    planned = (
        {"aim": plan.aim, "safe": plan.safe, "unsafe": plan.unsafe, "every": plan.every_days}
        if plan
        else {"every": USUAL_DAYS}
    )
    return {
        "plan_form": forms.ApproachPlanForm(initial=planned),
        "rest_form": forms.RestForm(),
        "lift_form": forms.LiftForm(),
        "person_form": forms.ApproachPersonForm(initial={"who": found.approach.called}),
        "agree_form": forms.AgreeForm(initial={"agreed_on": found.today}),
        "end_form": forms.ApproachEndForm(),
    }


def _attempt(one: AttemptLine) -> dict[str, Any]:
    return {
        "one": one,
        "day": say_day(one.day),
        "way": WAYS[one.way],
        "reaction": REACTIONS[one.reaction],
        "signs": [SIGNS[sign] for sign in one.signs],
    }


def _tried(one: Tried) -> dict[str, Any]:
    return {
        "way": WAYS[one.way],
        "times": one.times,
        "best": REACTIONS[one.best],
        "last": say_day(one.last),
        "moved": [say_day(day) for day in one.moved],
    }


def _months(found: ApproachPage) -> list[dict[str, Any]]:
    return [
        {
            "month": say_month(month),
            "times": times,
            "answered": answered,
        }
        for month, times, answered in found.months
    ]


def _rest(one: RestLine) -> dict[str, Any]:
    return {
        "until": say_day(one.rest.until),
        "since": say_day(one.rule.since),
        "words": one.rest.words,
        "lifter": LIFTERS[RestLifter(one.rest.lifter)],
        "lifted": LIFT_REASONS[LiftReason(one.lift.reason)] if one.lift else "",
        "lift_words": one.lift.words if one.lift else "",
    }
