"""Read the ledger: facts of one body, in the order in which they were told."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from marugoto.ground.context import Looker
from marugoto.ground.transaction import looking_from_the_tower
from marugoto.ledger.models import Fact

Kept = Fact  # a fact as a reader holds it; pages take the word from here


@looking_from_the_tower
def read(viewer: Looker, *, kinds: Iterable[str] = (), since_day: int = 0, until_day: int | None = None) -> list[Fact]:
    """Facts of the viewer's body; `until_day` is exclusive; no kinds means all."""
    facts = Fact.objects.within(viewer.body).filter(day__gte=since_day)
    if kinds:
        facts = facts.filter(kind__in=list(kinds))
    if until_day is not None:
        facts = facts.filter(day__lt=until_day)
    return list(facts.order_by("seq"))


@looking_from_the_tower
def of_matter(viewer: Looker, *, matter: Any) -> list[Fact]:
    """The history of one matter, in codes."""
    return list(Fact.objects.within(viewer.body).filter(matter=matter).order_by("seq"))


@looking_from_the_tower
def of_matters(viewer: Looker, matters: Iterable[UUID], *, kinds: Iterable[str], since_day: int) -> list[Fact]:
    """What was told of these matters from a day on, the latest first: one query."""
    facts = Fact.objects.within(viewer.body).filter(matter__in=set(matters), kind__in=set(kinds), day__gte=since_day)
    return list(facts.order_by("-seq"))


@looking_from_the_tower
def last_day_of(viewer: Looker, duties: Collection[UUID], matters: Iterable[UUID], *, before: int) -> int | None:
    """The last day before that one on which one of these duties did something on these matters; None when none ever did."""
    facts = Fact.objects.within(viewer.body).filter(matter__in=set(matters), duty__in=duties, day__lt=before)
    return facts.order_by("-day").values_list("day", flat=True).first()


@looking_from_the_tower
def counts_around(
    viewer: Looker, kinds: Iterable[str], *, first: int, start: int, last: int
) -> dict[str, tuple[int, int]]:
    """How often each happened from `start` up to and without `last`, and from `first` up to and without `start`: one query."""
    facts = Fact.objects.within(viewer.body).filter(kind__in=set(kinds), day__gte=first, day__lt=last)
    rows = facts.order_by().values("kind").annotate(now=Count("pk", filter=Q(day__gte=start)), all=Count("pk"))
    return {row["kind"]: (row["now"], row["all"] - row["now"]) for row in rows}
