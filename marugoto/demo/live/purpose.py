"""目的外の提供: asked for, and decided by another of the own staff, before anything is told."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from marugoto.agencies.models import Team
from marugoto.agencies.queries.directory import own_organ
from marugoto.agencies.viewer import Viewer
from marugoto.demo.live.here import Here
from marugoto.disclosure.actions.answered import DecisionMissing
from marugoto.disclosure.actions.purpose import ask_purpose, decide_purpose
from marugoto.disclosure.rules.purpose import DECIDERS, LONGEST

T = TypeVar("T")


def once_decided(here: Here, by: Viewer, to: UUID, reason: str, deed: Callable[[], T]) -> T | None:
    """Nothing is done where nobody else may decide."""
    try:
        return deed()
    except DecisionMissing as missing:
        decider = decider_for(here, by)
        if decider is None:
            return None
        last = here.today + LONGEST
        asked = ask_purpose(
            by=by,
            at=here.now,
            receiver=to,
            subjects=missing.subjects,
            parts=missing.parts,
            reason=reason,
            until=last,
        )
    decide_purpose(by=decider, at=here.now, request=asked.pk, agreed=True)
    return deed()


def decider_for(here: Here, by: Viewer) -> Viewer | None:
    rows = Team.objects.everywhere("teams of the town").select_related("agency")
    giver = rows.get(pk=by.team)
    for hat in here.all_hats():
        one = here.by(hat)
        if one.worker != by.worker and one.roles & DECIDERS and own_organ(here.body, giver, rows.get(pk=one.team)):
            return one
    return None
