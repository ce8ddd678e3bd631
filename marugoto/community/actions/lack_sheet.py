"""Bring a division outside welfare the sheet of what is lacking: the numbers as they are told today, and a question it answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.member import place_request
from marugoto.community.codes import Lack
from marugoto.community.events.beside import LackSheetBrought
from marugoto.community.models import LackLine, LackSheet, StandingMember
from marugoto.community.rules.member import may_ask, may_bring, may_keep
from marugoto.ground.transaction import acting, hold
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class Told:
    """A number as it may be told; None where it is too small."""

    lack: Lack
    area: str
    count: int | None


@acting
def bring_sheet(
    *, by: Viewer, at: datetime, member: UUID, title: str, answer_by: date, told: Sequence[Told], words: str = ""
) -> LackSheet:
    """The division's team holds the ball until it has answered; the sheet stays as it was. Raises StandingMember.DoesNotExist."""
    may_keep(by.roles).require()
    hold(StandingMember.objects.within(by.body).filter(pk=member))  # of two at once the later has the next number
    row = StandingMember.objects.within(by.body).get(pk=member)
    may_bring(
        running=row.ended_id is None, team=row.team_id is not None, lacks=len({one.lack for one in told})
    ).require()
    may_ask(title, answer_by=answer_by, today=local_day(at)).require()
    assert row.team_id is not None  # noqa: S101 — the rule above has just said so
    asked = place_request(by, at, row, title=title, words=words, answer_by=answer_by, to=row.team_id)
    number = LackSheet.objects.within(by.body).filter(cooperation__member=row).count() + 1
    sheet = LackSheet.objects.create(body=by.body, made_at=at, cooperation=asked, number=number, team=by.team)
    LackLine.objects.bulk_create(
        LackLine(body=by.body, made_at=at, sheet=sheet, lack=one.lack, area=one.area, count=one.count) for one in told
    )
    told_of = LackSheetBrought(sheet=sheet.pk, member=row.pk, lacks=len({one.lack for one in told}))
    announce(told_of, by=by, at=at, matter=asked.pk)
    return sheet
