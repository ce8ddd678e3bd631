"""Something the town has begun and looks back at: a meeting place in the north, which 林 wrote down."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from marugoto.agencies.models import District
from marugoto.community.codes import NoteTheme
from marugoto.evaluation.actions.initiative import Said, begin_initiative
from marugoto.evaluation.models import Initiative
from marugoto.kernel.jst import local_day
from tests.town import Town


def north(town: Town) -> UUID:
    return District.objects.within(town.body).get(code="north").pk


def said(since: date, **more: Any) -> Said:
    told: dict[str, Any] = {"name": "移動販売と立ち寄りサロン", "runner": "社会福祉協議会", "since": since}
    return Said(**told | more)


def begun(town: Town, *, ago: int = 90, **more: Any) -> Initiative:
    """It began so many days before this one."""
    since = local_day(town.now) - timedelta(days=ago)
    return begin_initiative(by=town("hayashi"), at=town.later(), said=said(since, **more))


def initiative(town: Town) -> UUID:
    return begun(town, districts=[north(town)], theme=NoteTheme.TRANSPORT).pk
