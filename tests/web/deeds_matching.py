"""Deeds on the way to a place: what a worker fills in, as the fields of each door."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from marugoto.participation.actions.match import move_match
from marugoto.participation.codes import MatchState
from tests.begun import new_place
from tests.story import Story
from tests.town import Town
from tests.web.filled import plain, prefixed, today


def long_settled(town: Town, story: Story) -> dict[str, Any]:
    at = timezone.now() - timedelta(days=100)
    move_match(by=town("tanaka"), at=at, match=story.match, to=MatchState.SETTLED)
    return {f"stay-{story.match.hex}-{name}": said for name, said in (("result", "goes"), ("host", "glad"))}


MATCHING = (
    ("town:road_write", "hayashi", plain(start="north", end="centre", way="bus", minutes="20", times="am,pm")),
    (
        "desk:wish",
        "tanaka",
        plain(
            words="将棋をしたい",
            topics="将棋、囲碁",
            only_topics="on",
            doings="join",
            must="quiet",
            never="smoke",
            company="small",
            times="3pm",
            weeks="1",
            ways="foot",
            minutes="20",
            steps="0",
        ),
    ),
    ("desk:match_move", "tanaka", plain(to="room")),
    (
        "desk:visit",
        "tanaka",
        lambda town, story: prefixed(story.match, day=today(), kind="first", feeling="good"),
    ),
    ("desk:match_look", "tanaka", long_settled),
    ("desk:nothing_fits", "tanaka", plain()),
    ("desk:ask_host", "tanaka", lambda town, story: {"place": str(new_place(town))}),
)
