"""Deeds between bodies: who calls whom."""

from django.utils import timezone

from marugoto.agencies.actions import tie
from marugoto.agencies.codes import FirstCall
from marugoto.kernel.jst import local_day
from tests.story import Story
from tests.town import AOMINE, Town
from tests.web.filled import Fields, today


def tied(town: Town, _story: Story) -> dict[str, str]:
    now = timezone.now()
    row = tie(
        by=town("hirata").at_moment(now),
        at=now,
        outer=town.team("pref-child-region", AOMINE),
        inner=town.team("north-care-desk"),
        first_call=FirstCall.EITHER,
        since=local_day(now),
    )
    return {"counterpart": str(row.pk), "reason": "係が分かれた"}


def cell(town: Town, _story: Story) -> dict[str, str]:
    return {
        "outer": str(town.team("pref-mind", AOMINE)),
        "town": town.body,
        "inner": str(town.team("north-care-desk")),
        "first_call": "town",
        "since": today(),
    }


BODIES: tuple[tuple[str, str, Fields], ...] = (
    ("shell:counterpart_new", "hirata", cell),
    ("shell:counterpart_end", "hirata", tied),
)
