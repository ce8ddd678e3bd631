"""Balls: hand on, catch, decline, take back, call for help, end."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.codes import Role
from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions.lead import offer_lead
from marugoto.casework.actions.need import offer_need
from marugoto.casework.queries import need as needs
from marugoto.custody.actions import offer as verbs
from marugoto.custody.actions import settlement
from marugoto.custody.codes import BallState, Decliner, DeclineReason, EndingKind, MatterKind, OfferReason, Outcome
from marugoto.custody.labels import ENDING_KINDS, HOWS, MATTER_KINDS, OFFER_REASONS
from marugoto.custody.queries import offer as offers
from marugoto.custody.queries.ball import face, faces, history
from marugoto.custody.queries.face import BallFace
from marugoto.custody.rules.ball import begins_again, ends_alone, may_take_over
from marugoto.disclosure.codes import Part
from marugoto.disclosure.labels import PARTS
from marugoto.disclosure.queries.folder import open_parts
from marugoto.disclosure.queries.purpose import deciders
from marugoto.disclosure.rules.basis import BY_CODE, usable
from marugoto.intake.actions.passing import offer_consultation, offer_notice
from marugoto.intake.queries.consultation import person_of
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.participation.actions.passing import offer_outreach
from marugoto.web.desk.along import WHOLE, tables
from marugoto.web.desk.asked import ask_first, draft_of
from marugoto.web.desk.beside import (
    alone,
    asked_back,
    askings_of,
    beside_of,
    bid_forms,
    bids_of,
    care_forms,
    lessons_near,
    said_no,
    written_of,
)
from marugoto.web.desk.closed import reasons
from marugoto.web.desk.forms.asking_more import AskMoreForm
from marugoto.web.desk.forms.ball import (
    ABOUT_A_PERSON,
    NOTHING,
    OF_A_CASE,
    OF_A_NEED,
    OF_WHAT_CAME_IN,
    WITH_ITS_INFORMANT,
    DeclineForm,
    OfferForm,
    SettleForm,
    Told,
)
from marugoto.web.desk.heard import heard_lines, outside_page
from marugoto.web.desk.wanted import about, waiting_days
from marugoto.web.shell.balls import call_clock_of, chip_of, clock_of
from marugoto.web.shell.choices import asked_choices, team_choices
from marugoto.web.shell.doors import Page, act, form_errors, see
from marugoto.web.shell.ids import read_id
from marugoto.web.shell.matters import matters_of

CASEWORK = (Role.COUNSELLOR, Role.COORDINATOR, Role.CHIEF)
HOLDERS = (*CASEWORK, Role.COMMUNITY, Role.CLERK)  # any team of the body may be asked


@see(*HOLDERS)
def show(request: HttpRequest, viewer: Viewer, ball: UUID) -> Page | HttpResponse:
    """Who handed it on in which words, who held it; the matter only as far as it is open. `?open`: that at once, where it is open."""
    found = found_ball(viewer, ball)
    url = matters_of(viewer, [found])[found.matter].url if "open" in request.GET else ""
    if url and url != reverse("desk:ball", args=[ball]):
        return redirect(url)
    return ball_page(viewer, found)


@see(*HOLDERS)
def offer_new(request: HttpRequest, viewer: Viewer, ball: UUID) -> Page:
    found = found_ball(viewer, ball)
    to = request.GET.get("to", "")
    initial = draft_of(viewer, ball, request.GET.get("asked", "")) or ({"to": to} if read_id(to) else {})
    return _offer_page(viewer, found, _offer_form(viewer, found, initial=initial))


@act(*HOLDERS)
def offer_send(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    found = found_ball(viewer, ball)
    form = _offer_form(viewer, found, request)
    if form.is_valid():
        with form_errors(form):
            if "ask" in request.POST:
                return ask_first(request, viewer, at, found, form, lambda: _send(viewer, at, found, form))
            made = _send(viewer, at, found, form)
            messages.success(request, _sent(viewer, made))
            return redirect("shell:today")
    return _offer_page(viewer, found, form, status=422)


@see(*HOLDERS)
def offer_show(request: HttpRequest, viewer: Viewer, offer: UUID) -> Page:
    return answer_page(viewer, offer)


@act(*HOLDERS)
def catch(request: HttpRequest, viewer: Viewer, at: datetime, offer: UUID) -> HttpResponse:
    _offer(viewer, offer)
    taken = verbs.catch(by=viewer, at=at, offer=offer)
    messages.success(request, _("受け取りました。ボールはあなたの係が持っています。"))
    line = matters_of(viewer, [found_ball(viewer, taken.pk)])[taken.matter]
    return redirect(line.url or "shell:today")


@act(*HOLDERS)
def decline(request: HttpRequest, viewer: Viewer, at: datetime, offer: UUID) -> Page | HttpResponse:
    form = DeclineForm(request.POST, teams=team_choices(viewer, without_own=True))
    page = answer_page(viewer, offer, form=form, status=422)
    if form.is_valid():
        said = form.cleaned_data
        with form_errors(form):
            verbs.decline(
                by=viewer,
                at=at,
                offer=offer,
                declined_by=Decliner(said["declined_by"]),
                reason=DeclineReason(said["reason"]),
                words=said["words"],
                instead=read_id(said["instead"]),
            )
            messages.success(request, _("受け取れないことを、わけと一緒に伝えました。ボールは渡した係のままです。"))
            return redirect("shell:today")
    return page


@act(*HOLDERS)
def withdraw(request: HttpRequest, viewer: Viewer, at: datetime, offer: UUID) -> HttpResponse:
    _offer(viewer, offer)
    verbs.withdraw(by=viewer, at=at, offer=offer)
    messages.success(request, _("渡すのをやめました。ボールはあなたの係のままです。"))
    return redirect(request.META.get("HTTP_REFERER") or "shell:today")


@see(*HOLDERS)
def settle_show(request: HttpRequest, viewer: Viewer, ball: UUID) -> Page | HttpResponse:
    """Where the matter has an ending of its own, that is the form."""
    found = found_ball(viewer, ball)
    if not ends_alone(found.matter_kind):
        return redirect(matters_of(viewer, [found])[found.matter].url or reverse("desk:ball", args=[ball]))
    return _settle_page(viewer, found, SettleForm())


@act(*HOLDERS)
def settle(request: HttpRequest, viewer: Viewer, at: datetime, ball: UUID) -> Page | HttpResponse:
    found = found_ball(viewer, ball)
    ends_alone(found.matter_kind).require()
    form = SettleForm(request.POST)
    if form.is_valid():
        with form_errors(form):
            settlement.settle(by=viewer, at=at, ball=ball, outcome=Outcome(form.cleaned_data["outcome"]))
            messages.success(request, _("おわりにしました。"))
            now = viewer.at_moment(at)  # what a conference had opened is closed by now
            return redirect(matters_of(now, [found])[found.matter].url or "shell:today")
    return _settle_page(viewer, found, form, status=422)


def found_ball(viewer: Viewer, ball: UUID) -> BallFace:
    """A ball whose matter the viewer may see, which the viewer's team carries, or which the control tower looks at;
    otherwise it is not there."""
    found = face(viewer, ball)
    if found is None:
        raise Http404
    carrying = {found.holder.id, *(one.id for one in found.companions), *([found.kept_by.id] if found.kept_by else [])}
    if viewer.team in carrying or viewer.has(Role.COORDINATOR, Role.CHIEF):
        return found
    if not matters_of(viewer, [found])[found.matter].url:
        raise Http404
    return found


def ball_page(viewer: Viewer, ball: BallFace, *, status: int = 200, **sent: Form) -> Page:
    """`sent`: the form that came back with an error, by the name it has in the template."""
    line = matters_of(viewer, [ball])[ball.matter]
    own = reverse("desk:ball", args=[ball.ball])
    told, wishes = offers.of_ball(viewer, ball.ball), bids_of(viewer, ball)
    values = {
        "ball": ball,
        "line": line,
        "kind": MATTER_KINDS[ball.matter_kind],
        "chip": chip_of(ball),
        "clock": clock_of(ball),
        "call": call_clock_of(ball),
        "away": _away(ball),
        "ours": ball.holder.id == viewer.team,
        "tower": viewer.has(Role.COORDINATOR),
        "settled": ball.state is BallState.SETTLED,
        "ending": ends_alone(ball.matter_kind),
        "again": ball.state is BallState.SETTLED and _may_begin_again(viewer, ball),
        "offers": [_told(one, own=viewer.team) for one in told],
        "shut": _shut(viewer, ball, told),
        **reasons(viewer, ball.matter),
        "story": [{"turn": turn, "how": HOWS[turn.how]} for turn in history(viewer, ball.ball)],
        "elsewhere": line.url if line.url != own else "",
        "beside": beside_of(viewer, ball),
        **written_of(viewer, ball),
        "alone": alone(viewer, ball),
        "near": lessons_near(viewer, ball),
        "askings": askings_of(viewer, ball),
        **asked_back(viewer, ball, told),
        "may_ask": viewer.has(Role.COORDINATOR, Role.CHIEF) and not _own(viewer, ball) and not ball.asked_by,
        "asked_by_us": ball.asked_by == viewer.team,
        "bids": wishes,
        **(care_forms(viewer, ball) | bid_forms(viewer, ball, wishes) | sent),
    }
    return Page("desk/ball.html", values, status=status)


def _own(viewer: Viewer, ball: BallFace) -> bool:
    """Held by the viewer's team, or by a team in which nobody works but herself."""
    alone_there = ball.in_charge_name == viewer.name and ball.holder.id in directory.teams_of_one(viewer)
    return ball.holder.id == viewer.team or alone_there


def _away(ball: BallFace) -> str:
    """Whom to ask while the person in charge is away; empty while he is not."""
    if ball.away is None or ball.state is BallState.SETTLED:
        return ""
    return _("%(name)sは休みです(%(until)sに戻ります)。代わりは%(deputy)s %(phone)sです。") % {
        "name": ball.in_charge_name,
        "until": say_day(ball.away.until),
        "deputy": ball.away.name,
        "phone": ball.away.phone,
    }


def _offer(viewer: Viewer, offer: UUID) -> None:
    """To a team that neither sent nor got it, it is not there."""
    if offers.get(viewer, offer) is None:
        raise Http404


def _sent(viewer: Viewer, offer: UUID) -> str:
    made = offers.get(viewer, offer)
    if made is not None and made.to.outside:
        return _("%(team)sに頼みます。電話 %(phone)s %(hours)sで返事を聞いて、「返事を書く」から残してください。") % {
            "team": made.to.said,
            "phone": made.to.phone,
            "hours": made.to.hours,
        }
    return _("渡そうとしています。相手が受け取るまで、ボールはあなたの係のままです。")


def _send(viewer: Viewer, at: datetime, ball: BallFace, form: OfferForm) -> UUID:
    said = form.cleaned_data
    how: dict[str, Any] = {"by": viewer, "at": at, "to": UUID(said["to"]), "reason": OfferReason(said["reason"])}
    how |= {"words": said["words"], "due": said["due"]}
    if "basis" not in form.fields:
        return verbs.offer(ball=ball.ball, **how).pk
    told = {"basis": form.chosen_basis(), "parts": form.chosen_parts(), "basis_reason": said["basis_reason"]}
    if ball.matter_kind is MatterKind.NOTICE:
        made = offer_notice(notice=ball.matter, **how, **told)
    elif ball.matter_kind is MatterKind.CONSULTATION:
        made = offer_consultation(consultation=ball.matter, **how, **told)
    elif ball.matter_kind in {MatterKind.APPROACH, MatterKind.WATCH}:
        made = offer_outreach(ball=ball.ball, **how, **told)
    elif ball.matter_kind is MatterKind.CASE:
        made = offer_lead(case=ball.matter, **how, **told)
    else:
        made = offer_need(need=ball.matter, **how, **told)
    return made.pk


def _told_along(viewer: Viewer, ball: BallFace) -> Told:
    """What the giver cannot read himself cannot go along."""
    if ball.matter_kind is MatterKind.NEED:
        return OF_A_NEED
    parts = open_parts(viewer, ball.matter) if ball.matter_kind in WHOLE else frozenset()
    if Part.SUPPORT not in parts:
        return NOTHING
    if ball.matter_kind is MatterKind.CASE:
        return OF_A_CASE
    if ball.matter_kind is MatterKind.CONSULTATION and person_of(viewer, ball.matter):
        return ABOUT_A_PERSON
    return WITH_ITS_INFORMANT if Part.INFORMANT in parts else OF_WHAT_CAME_IN


def _offer_form(
    viewer: Viewer, ball: BallFace, request: HttpRequest | None = None, initial: dict[str, Any] | None = None
) -> OfferForm:
    day, told = local_day(viewer.at), _told_along(viewer, ball)
    allowed = {basis.code for basis in usable(profile=directory.profile(viewer.body, day), day=day)}
    bases = [(code.value, f"{BY_CODE[code].name}({BY_CODE[code].article})") for code in told.bases if code in allowed]
    teams = asked_choices(viewer)
    known: dict[str, Any] = {"teams": teams, "bases": bases, "told": told}
    return OfferForm(request.POST, **known) if request else OfferForm(initial=initial, **known)


def _offer_page(viewer: Viewer, ball: BallFace, form: OfferForm, status: int = 200) -> Page:
    line = matters_of(viewer, [ball])[ball.matter]
    values = {"ball": ball, "line": line, "chip": chip_of(ball), "clock": clock_of(ball), "form": form}
    values["deciders"] = deciders(viewer) if "told_until" in form.fields else None
    values["along"] = WHOLE.get(ball.matter_kind, "") if "basis" in form.fields else ""
    values["tables"] = tables(viewer)
    return Page("desk/offer_new.html", values, status=status)


def answer_page(
    viewer: Viewer,
    offer: UUID,
    *,
    form: DeclineForm | None = None,
    more: AskMoreForm | None = None,
    status: int = 200,
) -> Page:
    """What is asked of us, and the two forms beside the catch: to ask back, to say no."""
    found = offers.get(viewer, offer)
    if found is None:
        raise Http404
    ball = face(viewer, found.ball)
    if found.to.outside and ball is not None:
        return outside_page(viewer, found, ball)
    values = {
        "offer": found,
        "ball": ball,
        "line": matters_of(viewer, [ball])[found.matter] if ball else None,
        "reason": OFFER_REASONS[found.reason],
        "about": about(viewer, ball) if ball else [],
        "waiting_days": waiting_days(viewer, ball, found),
        "due": say_day(found.due),
        "opens": _opens(found),
        "no": said_no(found.no),
        "ours": found.to.id == viewer.team,
        "refused": may_take_over(ball.matter_kind, shut=found.shut) if ball else None,
        "form": form or DeclineForm(teams=team_choices(viewer, without_own=True)),
        "more": None if found.question and more is None else more or AskMoreForm(auto_id="id_more_%s"),
    }
    return Page("desk/offer.html", values, status=status)


def _may_begin_again(viewer: Viewer, ball: BallFace) -> bool:
    """A need also by whoever leads the support."""
    if not begins_again(ball.matter_kind):
        return False
    if ball.holder.id == viewer.team or viewer.has(Role.COORDINATOR):
        return True
    need = needs.get(viewer, ball.matter) if ball.matter_kind is MatterKind.NEED else None
    lead = faces(viewer, [need.case_id]).get(need.case_id) if need else None
    return lead is not None and lead.holder.id == viewer.team


def _told(offer: offers.OfferPage, *, own: UUID) -> dict[str, Any]:
    """An offer as the story of its ball says it; where the sender answers, to whom took it."""
    return {
        "offer": offer,
        "sent": offer.sender.id == own,
        "day": say_day(local_day(offer.offered_at)),
        "reason": OFFER_REASONS[offer.reason],
        "ended": ENDING_KINDS[offer.ended] if offer.ended else "",
        "no": said_no(offer.no),
        "phones": offer.phones if offer.to.id == own else (),
        "opens": _opens(offer),
        "heard": heard_lines(offer.heard),
        "listens": offer.to.outside and offer.ended is None,
    }


def _opens(offer: offers.OfferPage) -> list[dict[str, Any]]:
    return [{"basis": BY_CODE[one.basis].name, "part": PARTS[one.part], "shut": one.shut} for one in offer.opens]


def _shut(viewer: Viewer, ball: BallFace, told: list[offers.OfferPage]) -> bool:
    """The viewer's team got the ball with its record, and the record has closed since."""
    came = next((one for one in told if one.ended is EndingKind.CAUGHT), None)
    held = ball.holder.id == viewer.team and ball.state is not BallState.SETTLED
    return held and came is not None and came.to.id == viewer.team and came.shut


def _settle_page(viewer: Viewer, ball: BallFace, form: SettleForm, status: int = 200) -> Page:
    line = matters_of(viewer, [ball])[ball.matter]
    return Page("desk/settle.html", {"ball": ball, "line": line, "chip": chip_of(ball), "form": form}, status=status)
