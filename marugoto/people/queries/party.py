"""From whom somebody is protected, and whether the house knows that one: for those whom the measure lists."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from marugoto.agencies.queries.directory import own_staff
from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.models import Restriction, RestrictionEnding, RestrictionListing
from marugoto.ground.transaction import looking
from marugoto.kernel.fold import fold
from marugoto.people.models import OtherParty, OtherPartyEnding, Person
from marugoto.people.queries.pointer import keepers, known_as
from marugoto.people.rules.pointer import may_ask, read_question

QUIET_SECONDS = 60
_quiet: dict[str, float] = {}  # by body since when no measure stands at all; only silence is remembered


@dataclass(frozen=True)
class Party:
    party: UUID
    person: UUID
    name: str
    birth: date | None
    tie: str
    at: datetime


@dataclass(frozen=True)
class Appearing:
    """`here`: records of that name, and birthday where it is known, that the viewer may read; `offices`: where others lie, with their
    numbers, as the pointer says it."""

    here: frozenset[UUID]
    offices: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(self.here or self.offices)


@looking
def parties_of(viewer: Viewer, person: UUID) -> list[Party]:
    """The latest first; nothing for whoever is not listed."""
    return [_party(viewer, row) for row in _standing(viewer).filter(person=person)]


@looking
def all_parties(viewer: Viewer) -> list[Party]:
    """Of everybody whose measure lists the viewer. Where no measure stands in the whole body, that is remembered for a minute, since
    the first page asks every time."""
    if time.monotonic() - _quiet.get(viewer.body, -QUIET_SECONDS) < QUIET_SECONDS:
        return []
    if not Restriction.objects.within(viewer.body).filter(against=None).exists():
        _quiet[viewer.body] = time.monotonic()
        return []
    return [_party(viewer, row) for row in _standing(viewer)]


@looking
def appearing(viewer: Viewer, parties: Iterable[Party]) -> dict[UUID, Appearing]:
    """By party, those whom the house knows. Asked with the viewer's own eyes: what he may not read is pointed at as it always is,
    and what is shut to him is not there."""
    points = bool(may_ask(viewer.roles, contracted=viewer.contracted, own_staff=own_staff(viewer)))
    found = {one.party: _appears(viewer, one, points=points) for one in parties}
    return {party: said for party, said in found.items() if said}


def forget(body: str) -> None:
    """Somebody was named. Now for whoever did it, and once more when it is written: another may have looked meanwhile."""
    _quiet.pop(body, None)
    transaction.on_commit(lambda: _quiet.pop(body, None))


def _appears(viewer: Viewer, one: Party, *, points: bool) -> Appearing:
    if one.birth is None:
        same = Person.objects.open_to(viewer).filter(name_folded=fold(one.name))
        return Appearing(frozenset(same.exclude(pk=one.person).values_list("pk", flat=True)), ())
    here = known_as(viewer, name=one.name, birth=one.birth) - {one.person}
    kept = keepers(viewer, read_question(one.name, one.birth, "")) if points else []
    for keeper in kept:
        viewer.sight.shows(keeper.folder, "pointer")
    offices = tuple(dict.fromkeys((keeper.office, keeper.phone) for keeper in kept if keeper.team != viewer.team))
    return Appearing(frozenset(here), offices)


def _standing(viewer: Viewer) -> QuerySet[OtherParty]:
    """Not taken back, and of a measure in force that lists the viewer for good: what an emergency lends for an hour shows none."""
    ended = OtherPartyEnding.objects.within(viewer.body).filter(party=OuterRef("pk"))
    over = RestrictionEnding.objects.within(viewer.body).filter(ended_at__lte=viewer.at).values("restriction")
    listed = RestrictionListing.objects.within(viewer.body).filter(
        restriction__folder=OuterRef("folder"), worker=viewer.worker, until=None
    )
    rows = OtherParty.objects.open_to(viewer).filter(~Exists(ended), Exists(listed.exclude(restriction__in=over)))
    return rows.order_by("-made_at", "pk")


def _party(viewer: Viewer, row: OtherParty) -> Party:
    viewer.sight.shows(row.folder_id, "shelter")
    return Party(row.pk, row.person_id, row.name, row.birth, row.tie, row.made_at)
