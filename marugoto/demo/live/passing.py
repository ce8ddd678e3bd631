"""A need's ball between teams: asked, answered with yes, no or silence, asked again."""

import random

from marugoto.casework.actions.need import offer_need
from marugoto.custody.actions.offer import catch, decline, withdraw
from marugoto.custody.codes import Decliner, DeclineReason
from marugoto.custody.models import Offer
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.consent import may_be_told
from marugoto.demo.live.household import Life, OpenNeed
from marugoto.demo.live.purpose import once_decided
from marugoto.demo.live.words.offers import ASKED, DECLINED, REASONS, WANTED
from marugoto.demo.live.words.plan import STEPS
from marugoto.disclosure.codes import BasisCode, Part

TRIES = 3
WHY = "支援の役割を決めるために必要な範囲で伝えるため"
ANSWERS = ("yes", "no", "silence", "taken back")
WEIGHTS = (76, 15, 6, 3)


def hand_on(life: Life, need: OpenNeed) -> Steps:
    """From the lead to the team whose work it is; it stays where it is when nobody takes it or nothing may be told."""
    here, rng = life.here, life.chance("hand on", need.number)
    to = here.team_for(need.sketch.field, life.area, rng)
    for attempt in range(TRIES):
        if to == need.team or need.settled or need.decided or here.is_oneself(need.hat, to):
            return
        basis = may_be_told(life, need, to, rng)
        if basis is None:
            return
        made = ask(life, need, to, rng, basis)
        answer = rng.choices(ANSWERS, weights=WEIGHTS)[0] if attempt + 1 < TRIES else "yes"
        if answer == "silence":
            yield here.office_hour(here.calendar.add(made.due, 1), rng)
            need.offered = False
        else:
            yield here.in_days(rng, 0, max(0, min(3, here.calendar.between(here.today, made.due))))
            if need.decided:  # a conference was quicker
                return
            _answer(life, need, made, to, answer, rng)
        if need.team == to:
            return
        yield here.in_days(rng, 1, 3)
        to = here.team_for(need.sketch.field, "", rng)


def ask(
    life: Life, need: OpenNeed, to: str, rng: random.Random, basis: BasisCode | str, due: int | None = None
) -> Offer:
    """Offer it; `due` in open days from now, else the body's own limit. An empty basis tells no name."""
    here = life.here
    words = rng.choice(ASKED).format(who="{who}", title=need.sketch.title, step=need.sketch.next_step)
    by, team = here.by(need.hat), here.team(to)
    told = life.say(words, need.person) if basis else WANTED.format(step=STEPS[need.sketch.field][0])
    chosen, why = rng.choice(REASONS), WHY if basis is BasisCode.PURPOSE_CHANGE else ""

    def deed() -> Offer:
        return offer_need(
            by=by,
            at=here.now,
            need=need.id,
            to=team,
            reason=chosen,
            words=told,
            due=None if due is None else here.calendar.add(here.today, due),
            basis=BasisCode(basis) if basis else None,
            parts=_parts(life, need, to) if basis else (),
            basis_reason=why,
        )

    made = once_decided(here, by, team, WHY, deed)
    if made is None:  # nobody else may decide: the ball goes without any name
        return ask(life, need, to, rng, "", due)
    need.offered = True
    return made


def receive(life: Life, need: OpenNeed, offer: Offer, to: str, rng: random.Random, *, told: bool) -> None:
    hat = life.here.somebody(to, rng)
    catch(by=life.here.by(hat), at=life.now, offer=offer.pk)
    need.team, need.hat, need.offered, need.shared = to, hat, False, told


def refuse(life: Life, need: OpenNeed, offer: Offer, to: str, rng: random.Random) -> None:
    reasons = [one for one in DECLINED if one is not DeclineReason.OTHER_FITS_BETTER]
    reason = rng.choice(reasons)
    by = Decliner.PERSON if reason is DeclineReason.PERSON_DOES_NOT_WISH else Decliner.AGENCY
    decline(
        by=life.here.by(life.here.somebody(to, rng)),
        at=life.now,
        offer=offer.pk,
        declined_by=by,
        reason=reason,
        words=rng.choice(DECLINED[reason]),
    )
    need.offered = False


def _answer(life: Life, need: OpenNeed, offer: Offer, to: str, answer: str, rng: random.Random) -> None:
    if answer == "yes":
        receive(life, need, offer, to, rng, told=offer_told(life, need, to))
    elif answer == "no":
        refuse(life, need, offer, to, rng)
    else:
        withdraw(by=life.here.by(need.hat), at=life.now, offer=offer.pk)
        need.offered = False


def offer_told(life: Life, need: OpenNeed, to: str) -> bool:
    """Whether the offer was made on a basis, so that the receiver reads the need's record."""
    return not need.person or bool(life.people[need.person].agreed.get(to))


def _parts(life: Life, need: OpenNeed, to: str) -> list[Part]:
    return sorted(life.people[need.person].agreed[to]) if need.person else []
