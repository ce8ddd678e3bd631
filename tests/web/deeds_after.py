"""What is done after the end of support, what the control tower directs, and what another team would hold: each on a matter of its own."""

from uuid import UUID

from marugoto.custody.actions.bid import ask_for
from tests.begun import ended, heard
from tests.town import Town
from tests.web.deeds_carried import CARRIED
from tests.web.deeds_outreach import OUTREACH
from tests.web.filled import Fields, soon


def wished(town: Town) -> UUID:
    """Another team would hold a ball of 田中's."""
    return ask_for(by=town("mori"), at=town.later(), ball=heard(town).ball_id).pk


AFTER: tuple[tuple[str, str, Fields], ...] = (
    *CARRIED,
    *OUTREACH,
    ("desk:look_in", "tanaka", lambda town, story: {"@case": ended(town), "result": "steady"}),
    ("desk:resume", "tanaka", lambda town, story: {"@case": ended(town), "words": "電気が止まった。"}),
    ("desk:bid", "mori", lambda town, story: {"@ball": heard(town).ball_id, "words": "こちらで持ちます。"}),
    ("desk:bid_refuse", "tanaka", lambda town, story: {"@bid": wished(town), "words": "あさって会うので。"}),
    ("desk:bid_withdraw", "mori", lambda town, story: {"@bid": wished(town)}),
    (
        "desk:direct",
        "mori",
        lambda town, story: {"@ball": heard(town).ball_id, "words": "あす電話してください。", "due": soon()},
    ),
)
