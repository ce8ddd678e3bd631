"""Say that two records are of one person, and take it back. The records themselves are never merged."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from marugoto.agencies.viewer import Viewer
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.ledger.actions import announce
from marugoto.people.actions.about import hold_records
from marugoto.people.actions.person import mine
from marugoto.people.actions.protection import travel
from marugoto.people.actions.pseudonym import pseudonym_of
from marugoto.people.events import AliasEnded, AliasRecorded
from marugoto.people.models import Alias, AliasEnding
from marugoto.people.rules.keeping import may_keep


@acting
def say_same(*, by: Viewer, at: datetime, one: UUID, other: UUID) -> Alias:
    """A worker who sees both has made sure. What restricts one record restricts the other from now on; grants stay where they are."""
    may_keep(by.roles).require()
    if one == other:
        no("同じ記録どうしです。", "もう一つの記録を選んでください。").require()
    first, second = mine(by, one), mine(by, other)
    hold_records(by, one, other)
    if _between(by, one, other):
        no("もう、同じ方だと記録されています。").require()
    alias = Alias.objects.create(body=by.body, made_at=at, one=first, other=second, by=by.duty)
    travel(by, at, one)
    _tell(by, at, alias, ended=False)
    return alias


@acting
def part_again(*, by: Viewer, at: datetime, alias: UUID) -> AliasEnding:
    """They are two persons after all. Restrictions that came along stay until somebody ends them."""
    may_keep(by.roles).require()
    row = Alias.objects.within(by.body).get(pk=alias)
    mine(by, row.one_id)
    mine(by, row.other_id)
    if AliasEnding.objects.within(by.body).filter(alias=row).exists():
        no("もう、別の方だと記録されています。").require()
    ending = AliasEnding.objects.create(body=by.body, made_at=at, alias=row, by=by.duty)
    _tell(by, at, row, ended=True)
    return ending


def _between(by: Viewer, one: UUID, other: UUID) -> bool:
    ended = AliasEnding.objects.within(by.body).values("alias_id")
    both = Q(one=one, other=other) | Q(one=other, other=one)
    return Alias.objects.within(by.body).filter(both).exclude(pk__in=ended).exists()


def _tell(by: Viewer, at: datetime, alias: Alias, *, ended: bool) -> None:
    subject = pseudonym_of(by=by, at=at, person=alias.one_id)
    other = pseudonym_of(by=by, at=at, person=alias.other_id)
    announce(AliasEnded(other=other) if ended else AliasRecorded(other=other), by=by, at=at, subject=subject)
