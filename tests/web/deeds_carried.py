"""What is carried on and brought to its end: a promise, what was learnt, an agency."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.casework.actions.journal import write
from marugoto.custody.actions.care import rescue
from marugoto.custody.actions.due import end_overdue
from tests.begun import heard
from tests.story import Story
from tests.town import MINAMO, Town
from tests.web.filled import Fields, soon


def promised(town: Town, story: Story) -> UUID:
    at = town.later()
    about: dict[str, Any] = {"case": story.case, "promise": "一緒に読む", "promise_on": timezone.localdate(at)}
    return write(by=town("tanaka"), at=at, words="留守だった。", **about).pk


def acted_for(town: Town) -> UUID:
    """Acting for the holder has ended by its day."""
    ball, until = heard(town).ball_id, timezone.localdate() + timedelta(days=2)
    row = rescue(by=town("mori"), at=town.later(), ball=ball, until=until)
    end_overdue(by=system_viewer(MINAMO, town.now), at=town.later(), key=row.pk)
    return ball


CARRIED: tuple[tuple[str, str, Fields], ...] = (
    ("desk:promise_end", "tanaka", lambda town, story: {"@entry": promised(town, story), "end": "kept"}),
    (
        "desk:say_learnt",
        "tanaka",
        lambda town, story: {"@ball": acted_for(town), "code": "rules_known", "words": "早めに聞く。"},
    ),
    (
        "office:agency_end",
        "honma",
        lambda town, story: {"@team": town.team("insurance-pay"), "day": soon(), "reason": "統合"},
    ),
)
