"""What happened before the planner opens the page: offers told as facts, and balls handed over by hand."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.codes import OfferReason
from marugoto.evaluation.actions.recount import count_anew
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.codes import Channel, NoticeSource
from marugoto.kernel.jst import local_day
from tests.evaluation.facts import Line, tell
from tests.town import MINAMO, Town

LONG_AGO = timedelta(days=60)


def count(at: datetime | None = None) -> None:
    """As the courier does every few minutes; the pages read what it kept."""
    at = at or timezone.now()
    assert count_anew(by=system_viewer(MINAMO, at), at=at).figures is not None


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
