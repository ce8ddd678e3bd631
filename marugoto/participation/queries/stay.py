"""Since when somebody has stayed at a place, for questions about many and about one."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from marugoto.participation.codes import MatchState
from marugoto.participation.models import MatchStanding
from marugoto.participation.rules.stay import STAYING


def settled(body: str, match: Any) -> QuerySet[MatchStanding]:
    """The step at which it began that he stays, the first one first: after an end it begins anew. `match`: a match, or an OuterRef to it."""
    away = MatchStanding.objects.within(body).filter(match=OuterRef("match"))
    last_away = away.exclude(state__in=STAYING).order_by("-number").values("number")[:1]
    steps = MatchStanding.objects.within(body).filter(match=match, state=MatchState.SETTLED)
    return steps.filter(number__gt=Coalesce(Subquery(last_away), Value(0))).order_by("number")
