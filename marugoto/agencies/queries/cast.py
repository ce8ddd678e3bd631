"""Who can sign in with one click where the town of the demo lives."""

from dataclasses import dataclass
from datetime import date

from marugoto.agencies.models import Body, Duty
from marugoto.agencies.queries.viewer import duties_in_force


@dataclass(frozen=True)
class CastMember:
    username: str
    name: str
    hats: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class CastOfBody:
    code: str
    name: str
    members: tuple[CastMember, ...]


def cast_by_body(day: date) -> list[CastOfBody]:
    """The cast whose accounts are called cast-…, by body, in the order in which they were settled."""
    names = dict(Body.objects.values_list("code", "name"))
    duties = (
        duties_in_force(day)
        .filter(worker__user__username__startswith="cast-")
        .select_related("worker__user", "team__agency")
    )
    found: dict[str, dict[str, list[Duty]]] = {}
    for duty in duties.order_by("body", "worker__user_id", "since"):
        home = found.setdefault(duty.worker.body, {})
        home.setdefault(str(duty.worker.user), []).append(duty)
    return [
        CastOfBody(code, names.get(code, code), tuple(_member(username, hats) for username, hats in members.items()))
        for code, members in sorted(found.items())
    ]


def _member(username: str, hats: list[Duty]) -> CastMember:
    worker = hats[0].worker
    return CastMember(
        username=username,
        name=worker.name,
        hats=tuple(f"{duty.name}({duty.team.name})" for duty in hats),
        note=worker.user.first_name if worker.user else "",
    )
