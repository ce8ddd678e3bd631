"""What the page of a ball offers beside handing it on: only what its reader may do at this moment."""

from collections.abc import Iterable
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import StuckOutcome
from marugoto.custody.labels import (
    ASKING_ENDINGS,
    BID_ENDINGS,
    DECLINE_REASONS,
    DECLINERS,
    LEARNT_CODES,
    TOUCH_KINDS,
)
from marugoto.custody.queries import stuck
from marugoto.custody.queries.asking import askings
from marugoto.custody.queries.bid import bids
from marugoto.custody.queries.care import LessonLine, TouchLine, lessons, touches
from marugoto.custody.queries.face import BallFace
from marugoto.custody.queries.offer import Declined, OfferPage
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.web.desk.forms.asking_more import ReplyForm
from marugoto.web.desk.forms.bid import BidForm, BidRefusalForm
from marugoto.web.desk.forms.care import (
    AnswerForm,
    AskingForm,
    CompanionForm,
    DirectionAnswerForm,
    DirectionForm,
    LearntForm,
    RescueForm,
    StuckForm,
    TouchForm,
)
from marugoto.web.shell.choices import team_choices
from marugoto.web.shell.matters import theme_words


def beside_of(viewer: Viewer, ball: BallFace) -> list[dict[str, Any]]:
    """Teams that move along; each may be let go by itself, by the holder and by the control tower."""
    leads = ball.holder.id == viewer.team or viewer.has(Role.COORDINATOR)
    return [
        {
            "id": one.companion,
            "said": one.said,
            "outside": one.outside,
            "phone": one.phone,
            "hours": one.hours,
            "since": say_day(local_day(one.since)) if one.since else "",
            "may_part": leads or one.id == viewer.team,
        }
        for one in ball.companions
    ]


def written_of(viewer: Viewer, ball: BallFace) -> dict[str, Any]:
    """What was recorded on this ball, and with what those who called for help are or were stuck, as far as it is open: while somebody
    answers the call or acts upon it, and to whoever holds the ball since."""
    carrying = viewer.team in {ball.holder.id, *(one.id for one in ball.companions)}
    if ball.settled_at is None and (ball.stuck or ball.rescue or carrying):
        found = stuck.of_ball(viewer, ball.ball)
        words = [{"line": one, "day": say_day(local_day(one.at))} for one in found.words]
        return {"steps": _steps(found.steps), "stuck_with": words}
    return {"steps": _steps(touches(viewer, ball.ball)), "stuck_with": []}


def _steps(lines: Iterable[TouchLine]) -> list[dict[str, Any]]:
    """Day by day, and by whom; words stand in the journal of those whom it concerns."""
    days: dict[Any, dict[str, Any]] = {}
    for one in lines:
        day = days.setdefault(one.day, {"day": say_day(one.day), "together": one.together, "steps": []})
        words = {"team": one.team, "name": one.by_name, "what": TOUCH_KINDS[one.kind]}
        said = _("%(team)s %(name)s: %(what)s") % words
        if said not in day["steps"]:
            day["steps"].append(said)
    return list(days.values())


def care_forms(viewer: Viewer, ball: BallFace) -> dict[str, Form]:
    """The forms by the names they have in the template; a settled ball has none."""
    if ball.settled_at is not None:
        return {}
    ours, tower = ball.holder.id == viewer.team, viewer.has(Role.COORDINATOR)
    keeping = ball.kept_by is not None and ball.kept_by.id == viewer.team
    beside = {one.id for one in ball.companions}
    found: dict[str, Form] = {}
    if ours or keeping or viewer.team in beside:
        found["touch"] = TouchForm()
        found["stuck_form"] = StuckForm(must=ball.stuck is not None, auto_id="id_stuck_%s")
    if ours or keeping or tower:
        taken = {str(one) for one in (ball.holder.id, *beside)}
        found["companion"] = CompanionForm(teams=[team for team in team_choices(viewer) if team[0] not in taken])
    if tower and not ours and ball.rescue is None and ball.stuck is None:
        found["rescue"] = RescueForm()
    if ball.asked_by is not None and (ours or keeping):
        found["asking"] = DirectionAnswerForm() if ball.asked_until else AskingForm()
    if viewer.has(Role.COORDINATOR, Role.CHIEF) and not ours and ball.asked_by is None:
        found["direction"] = DirectionForm(auto_id="id_direction_%s")
    if ball.stuck is not None and tower:
        found["answer"] = AnswerForm()
    return found | _learnt_forms(viewer, ball, tower=tower, keeping=keeping)


def _learnt_forms(viewer: Viewer, ball: BallFace, *, tower: bool, keeping: bool) -> dict[str, Form]:
    """At the end of acting, or after it ended by its day."""
    if ball.rescue is not None:
        return {"learnt": LearntForm()} if tower or keeping else {}
    asked = ball.unsaid and (tower or ball.holder.id == viewer.team)
    return {"unsaid": LearntForm(auto_id="id_unsaid_%s")} if asked else {}


def askings_of(viewer: Viewer, ball: BallFace) -> list[dict[str, Any]]:
    """What was asked and answered, for those whom it concerns: the holder, and whoever oversees."""
    if ball.holder.id != viewer.team and not viewer.has(Role.COORDINATOR, Role.CHIEF):
        return []
    return [
        {
            "line": one,
            "due": say_day(one.due) if one.due else "",
            "late": one.due is not None and one.ended is None and one.due < local_day(viewer.at),
            "day": say_day(local_day(one.at)),
            "ended": ASKING_ENDINGS[one.ended] if one.ended else _("返事を待っています"),
            "ended_day": say_day(local_day(one.ended_at)) if one.ended_at else "",
        }
        for one in askings(viewer, ball.ball)
    ]


def asked_back(viewer: Viewer, ball: BallFace, told: Iterable[OfferPage]) -> dict[str, Any]:
    """What the team that we asked wants to know before it answers, and the form of our answer; nothing where nobody asks."""
    open_now = next((one for one in told if one.ended is None and one.question and not one.reply), None)
    if open_now is None or viewer.team not in {ball.holder.id, open_now.by_team}:
        return {}
    return {"asked_back": open_now, "reply": ReplyForm(auto_id="id_reply_%s")}


def said_no(no: Declined | None) -> dict[str, Any] | None:
    """By whom, why, and who was named instead, as whoever asked reads it."""
    if no is None:
        return None
    return {"by": DECLINERS[no.by], "why": DECLINE_REASONS[no.reason], "instead": no.instead}


def bids_of(viewer: Viewer, ball: BallFace) -> list[dict[str, Any]]:
    """All of them for the holder and whoever oversees; for another team its own."""
    ours = ball.holder.id == viewer.team
    lines = bids(viewer, ball.ball, own=not ours and not viewer.has(Role.COORDINATOR, Role.CHIEF))
    return [
        {
            "line": one,
            "team": str(one.team.id),
            "day": say_day(local_day(one.at)),
            "ended": BID_ENDINGS[one.ended] if one.ended else "",
            "ours": one.team.id == viewer.team,
            "to_answer": ours and one.ended is None,
        }
        for one in lines
    ]


def bid_forms(viewer: Viewer, ball: BallFace, lines: list[dict[str, Any]]) -> dict[str, Form]:
    """For a team that could hold it, and for the holder who is asked."""
    if ball.settled_at is not None:
        return {}
    if ball.holder.id == viewer.team:
        return {"bid_no": BidRefusalForm(auto_id="id_bid_no_%s")}
    waiting = any(one["ours"] and not one["ended"] for one in lines)
    return {} if waiting or ball.offer is not None else {"bid": BidForm(auto_id="id_bid_%s")}


def alone(viewer: Viewer, ball: BallFace) -> tuple[str, str] | None:
    """The holder itself may say that it has found a way."""
    if ball.stuck is not None and ball.holder.id == viewer.team and not viewer.has(Role.COORDINATOR):
        return (StuckOutcome.SELF.value, _("自分でやってみる"))
    return None


NEAR = 3  # lessons of the same theme beside a call for help


def lessons_near(viewer: Viewer, ball: BallFace) -> list[dict[str, Any]]:
    """While help is called for: what others learnt of the same theme, for whoever waits for the answer."""
    if ball.stuck is None or viewer.has(Role.COORDINATOR):
        return []
    return [line_of_lesson(one) for one in lessons(viewer, theme=ball.theme, most=NEAR, worded=True)]


def line_of_lesson(one: LessonLine) -> dict[str, Any]:
    return {
        "agency": one.agency_name,
        "day": say_day(one.day),
        "theme": theme_words(one.theme),
        "learnt": LEARNT_CODES[one.code],
        "words": one.words,
    }
