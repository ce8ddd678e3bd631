"""What happened before the planner opens the page: offers told as facts, and balls handed over by hand."""

import re
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.codes import OfferReason
from marugoto.evaluation.actions.recount import count_anew, weigh_anew
from marugoto.evaluation.rules.half_year import last_days
from marugoto.evaluation.rules.outcome_years import first_of
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import Channel, NoticeSource
from marugoto.kernel.fiscal import fiscal_year
from marugoto.kernel.jst import local_day
from tests.evaluation.facts import Line, tell
from tests.town import MINAMO, Town

LONG_AGO = timedelta(days=60)


def count(at: datetime | None = None) -> None:
    """As the courier does every few minutes; the pages read what it kept."""
    at = at or timezone.now()
    by = system_viewer(MINAMO, at)
    assert count_anew(by=by, at=at).figures is not None
    weigh_anew(by=by)


def pressed(client: Client, address: str) -> str:
    """「いま計算しなおす」 on that page; to where it leads back."""
    page = client.get(address).content.decode()
    key, back = (re.search(rf'name="{name}" value="([^"]+)"', page) for name in ("key", "back"))
    assert key
    assert back
    return str(client.post("/office/standard/counts/", {"key": key.group(1), "back": back.group(1)})["Location"])


def answered(number: int, *, of: int, after: int = 0) -> None:
    """Offers of two months ago, due within a week; the first `number` were caught the day after. As facts after that one."""
    day = (local_day(timezone.now()) - LONG_AGO).toordinal()
    lines = []
    for one in range(of):
        matter = f"offer {after + one}"
        lines.append(Line("ball.offered", matter, day, offer=matter, due=day + 7))
        if one < number:
            lines.append(Line("ball.caught", matter, day + 1, offer=matter))
    tell(lines, after=after)
    count()


def consultation(town: Town, caller: str, at: datetime):
    """田中 hears somebody."""
    by = town("tanaka").at_moment(at)
    return receive(by=by, at=at, day=local_day(at), channel=Channel.PHONE, told=Told(caller=caller))


def handed_over(town: Town, caller: str, *, caught: bool, days_ago: int = 60) -> UUID:
    """A consultation offered to 北部包括, and caught the next day or never answered; the matter."""
    at = timezone.now() - timedelta(days=days_ago)
    heard = consultation(town, caller, at)
    at += timedelta(minutes=1)
    by = town("tanaka").at_moment(at)
    given = offer(by=by, at=at, ball=heard.ball_id, to=town.team("north-care-desk"), reason=OfferReason.AREA)
    if caught:
        at += timedelta(days=1)
        catch(by=town("ogawa").at_moment(at), at=at, offer=given.pk)
    count()
    return heard.pk


def noticed(town: Town, words: str, *, days_ago: int = 30) -> UUID:
    """岡本 of the tax office notices something and tells the control tower."""
    at = timezone.now() - timedelta(days=days_ago)
    by = town("okamoto").at_moment(at)
    return raise_notice(by=by, at=at, notice=uuid4(), source=NoticeSource.CLERK, words=words).pk


SCORED = (2,) * 6 + (1,) * 10 + (0,) * 5 + (-1,) * 2 + (-2,)  # the last scores of 24 goals; each began at 0
ENDED = {"achieved": 9, "handed_to_agency": 4, "moved_away": 2, "died": 1, "broken_off": 3, "own_wish": 1}


def outcomes_told(*, after: int = 1_000_000) -> None:
    """Of the year before the last: 12 goals, of which six came nearer, and 12 households that ended, three of which came back. Of the
    last: 24 goals, of which 16 came nearer, four that only a worker scored, and 20 households, two of which came back. Of this one: five
    goals, and five households that ended too lately to say."""
    today = local_day(timezone.now())
    year = fiscal_year(today)
    then, last = first_of(year - 2).toordinal(), first_of(year - 1).toordinal()
    lately = max(first_of(year), today - timedelta(days=20)).toordinal()
    lines = [scored(f"then {one}", then + 90, int(one < 6)) for one in range(12)]
    lines += [line for one in range(12) for line in ended(f"then {one}", then + 120, "achieved", again=one < 3)]
    lines += [scored(f"last {one}", last + 60, 0) for one in range(len(SCORED))]
    lines += [scored(f"last {one}", last + 200, score) for one, score in enumerate(SCORED)]
    lines += [scored(f"unasked {one}", last + 90, 1, by="worker") for one in range(4)]
    ends = [end for end, count in ENDED.items() for _ in range(count)]
    lines += [line for one, end in enumerate(ends) for line in ended(f"last {one}", last + 30, end, again=one < 2)]
    lines += [line for first, counts in ((then, (30, 8, 5)), (last, (36, 14, 9))) for line in done(first + 40, *counts)]
    lines += [scored(f"now {one}", lately, int(one < 3)) for one in range(5)]
    lines += [line for one in range(5) for line in ended(f"now {one}", lately, "achieved")]
    tell(lines, after=after)
    count()


def done(day: int, calls: int, plans: int, tables: int) -> list[Line]:
    """What was done: consultations heard, plans decided, conferences closed."""
    return [
        *(Line("intake.opened", f"call {day} {one}", day, code="phone") for one in range(calls)),
        *(Line("plan.moved", f"plan {day} {one}", day, code="decided") for one in range(plans)),
        *(Line("conference.stage", f"table {day} {one}", day, codes=("closed",)) for one in range(tables)),
    ]


def finished_told(*, after: int = 2_000_000) -> None:
    """In the half-year that was over last seven households ended, and 30 of those who called gave their name."""
    day = last_days(local_day(timezone.now()), 1)[0].toordinal() - 40
    ends = ["achieved"] * 4 + ["handed_to_agency"] * 2 + ["broken_off"]
    lines = [line for one, end in enumerate(ends) for line in ended(f"half {one}", day, end)]
    lines += [Line("intake.named", f"rent {one}", day, subject=f"person {one}") for one in range(30)]
    tell(lines, after=after)


def scored(goal: str, day: int, score: int, *, by: str = "person") -> Line:
    return Line("goal.scored", f"case of {goal}", day, offer=f"goal {goal}", code=by, due=score, numbers=(1,))


def ended(case: str, day: int, end: str, *, again: bool = False) -> list[Line]:
    """The household's support ended that day, and where it came back, it came a hundred days later."""
    matter = f"case of {case}"
    lines = [Line("case.gathered", matter, day - 20, offer=matter), Line("case.closed", matter, day, code=end)]
    return [*lines, Line("case.returned", matter, day + 100, offer=f"again {case}")] if again else lines


def strength_told(*, after: int = 3_000_000) -> None:
    """In the north five places became three, of which two were asked this year; one person came to carry one that is there no more, two
    came of a training, and residents held two of three gatherings. In the south there was one place and still is, and nobody asked. Of
    what is told of a person no district is."""
    today = local_day(timezone.now()).toordinal()
    long_ago, lately = today - 500, today - 30
    north = [Line("resource.listed", f"spot {one}", long_ago, offer=f"spot {one}", area="north") for one in range(5)]
    south = [Line("resource.listed", "spot south", long_ago, offer="spot south", area="south")]
    gone = [Line("resource.closed", f"spot {one}", lately, offer=f"spot {one}", area="north") for one in (3, 4)]
    kept = [Line("resource.confirmed", f"spot {one}", lately, offer=f"spot {one}", area="north") for one in (0, 1)]
    held = [
        Line("field.visit", f"visit {one}", lately, offer=f"spot {one}", code="visit", codes=(host,), area="north")
        for one, host in enumerate(("residents", "residents", "body"))
    ]
    carries = [Line("participation.matched", "match", lately, offer="match", refs=("spot 4",), code="helping")]
    carries *= 2  # told twice of the same
    grown = [Line("training.followed", "training", lately, due=2, code="helpers", area="north")]
    tell([*north, *south, *gone, *kept, *held, *carries, *grown], after=after)
    count()
