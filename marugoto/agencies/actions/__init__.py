from marugoto.agencies.actions.settle import (
    admit_member,
    close_day,
    settle_agency,
    settle_body,
    settle_district,
    settle_duty,
    settle_profile,
    settle_team,
    settle_worker,
)

__all__ = [
    "admit_member",
    "close_day",
    "settle_agency",
    "settle_body",
    "settle_district",
    "settle_duty",
    "settle_profile",
    "settle_team",
    "settle_worker",
]
