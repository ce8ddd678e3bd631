from marugoto.agencies.actions.calendar import close_day, take_back_day
from marugoto.agencies.actions.counterpart import tie, untie
from marugoto.agencies.actions.membership import Newcomer, admit_member, invite_from_outside
from marugoto.agencies.actions.reach import set_reach
from marugoto.agencies.actions.settle import (
    settle_agency,
    settle_body,
    settle_district,
    settle_duty,
    settle_profile,
    settle_team,
    settle_worker,
)

__all__ = [
    "Newcomer",
    "admit_member",
    "close_day",
    "invite_from_outside",
    "set_reach",
    "settle_agency",
    "settle_body",
    "settle_district",
    "settle_duty",
    "settle_profile",
    "settle_team",
    "settle_worker",
    "take_back_day",
    "tie",
    "untie",
]
