"""What a coordinator knows of a place beyond its words: times to reckon with, how one gets in, whom it has welcomed; and a few hosts
who asked for quiet, could not be reached, or say by their own link that nothing changed."""

import re
from datetime import time, timedelta
from uuid import UUID

from marugoto.community.actions.host_link import ask_change, confirm_by_link, give_link
from marugoto.community.actions.place import change_place
from marugoto.community.actions.place_check import doubt_place, note_try, promise
from marugoto.community.actions.place_facts import say_times, say_traits
from marugoto.community.codes import (
    Access,
    Answer,
    DoubtReason,
    Experience,
    Family,
    HostCondition,
    PromiseKind,
    Sayer,
    Tier,
    TryWay,
)
from marugoto.community.rules.opening import Times
from marugoto.demo.live.here import Here
from marugoto.demo.places import PlaceSketch
from marugoto.demo.sorts.place_sort import PlaceSort

LINKED, DOUBTED, SILENT, QUIET = 3, 5, 8, 11  # by the number of the place


def tell_whole(here: Here, walker: UUID, place: UUID, sketch: PlaceSketch) -> None:
    """On the day it is listed."""
    by, sort = here.by(walker), sketch.sort
    change_place(by=by, at=here.now, place=place, values={"fee_yen": sort.fee, "capacity_people": sort.usual + 4})
    say_times(by=by, at=here.now, place=place, lines=times_of(sort))
    known: dict[Family, dict[str, Answer | None]] = {
        Family.ACCESS: {Access.WHEELCHAIR: Answer.YES} if sort.wheelchair else {},
        Family.CONDITION: {HostCondition.LOOK_ONLY: Answer.YES} if sort.just_looking else {},
        Family.EXPERIENCE: {Experience.DEMENTIA: Answer.YES} if sort.forgetful else {},
    }
    if sketch.warm:
        known[Family.EXPERIENCE][Experience.LONG_AT_HOME] = Answer.YES
    for family, answers in known.items():
        if answers:
            say_traits(by=by, at=here.now, place=place, family=family, answers=answers)


def tell_of_host(here: Here, walker: UUID, place: UUID, number: int, sketch: PlaceSketch) -> None:
    """After its last check: a few of them have more to tell."""
    by, itself = here.by(walker), here.by_itself()
    if number == LINKED and sketch.sort.tier is Tier.PUBLIC:
        until = here.today + timedelta(days=200)
        link = give_link(by=by, at=here.now, place=place, until=until).link.pk
        confirm_by_link(by=itself, at=here.now, link=link)
        ask_change(by=itself, at=here.now, place=place, link=link, wants={"hours_note": "8月と年末年始は休みます"})
    if number == DOUBTED:
        doubt_place(by=by, at=here.now, place=place, reason=DoubtReason.OTHER_TIME)
    if number == SILENT:
        note_try(by=by, at=here.now, place=place, way=TryWay.PHONE)
    if number == QUIET:
        said = "しばらく、いまの顔ぶれだけで続けたい。"
        promise(by=by, at=here.now, place=place, kind=PromiseKind.NOT_LISTED, said_by=Sayer.HOST, words=said)


def times_of(sort: PlaceSort) -> list[Times]:
    """第1・第3 names its weeks, 月1回 none of them; any other word is every week."""
    if sort.every == "月1回":
        return []
    weeks: list[int | None] = [int(one) for one in re.findall(r"第(\d)", sort.every)] or [None]
    opens, closes = (time.fromisoformat(one.zfill(5)) for one in sort.times)
    ends = closes if closes > opens else None
    return [Times(day, week, opens, ends) for day in sort.weekdays for week in weeks]
