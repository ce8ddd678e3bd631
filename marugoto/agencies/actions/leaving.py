"""Leave the screen, come back to it, and keep what was not sent in between."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.agencies.events import DeskLeft, DeskTaken
from marugoto.agencies.models import Leaving, LeavingEnd, Unsent
from marugoto.agencies.rules.leaving import KEPT_FOR
from marugoto.agencies.viewer import Viewer
from marugoto.ground.sealed import seal_words, unsealed
from marugoto.ground.transaction import acting
from marugoto.ledger.actions import announce

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Written:
    """A form as it stood: on which page, where it would have gone, name and value of each field."""

    page: str
    action: str
    fields: Fields
    with_file: bool = False


@acting
def leave(
    *, by: Viewer, at: datetime, idle: bool, written: Iterable[Written], instead_of: UUID | None = None
) -> Leaving:
    """What was written is kept first; then the screen is shut by whoever asked for it."""
    keep_unsent(by=by, at=at, written=written, instead_of=instead_of)
    row = Leaving.objects.create(body=by.body, made_at=at, duty_id=by.duty, idle=idle)
    announce(DeskLeft(idle=int(idle)), by=by, at=at)
    return row


@acting
def keep_unsent(*, by: Viewer, at: datetime, written: Iterable[Written], instead_of: UUID | None = None) -> list[UUID]:
    """The same words kept twice are kept once; other words in the same form may come from another window, and are kept beside them.
    `instead_of`: what had been put back into the form, and was written on. What is older than its days goes. Answers the ids."""
    own = Unsent.objects.within(by.body).filter(duty=by.duty)
    own.filter(made_at__lte=at - KEPT_FOR).delete()
    if instead_of is not None:
        own.filter(pk=instead_of).delete()
    kept = []
    for one in written:
        said = [list(field) for field in one.fields]
        same = [row.pk for row in own.filter(page=one.page, action=one.action) if unsealed(row.sealed) == said]
        own.filter(pk__in=same).delete()
        row = Unsent.objects.create(
            body=by.body,
            made_at=at,
            duty_id=by.duty,
            page=one.page,
            action=one.action,
            sealed=seal_words(said),
            with_file=one.with_file,
        )
        kept.append(row.pk)
    return kept


@acting
def take_the_screen(*, by: Viewer, at: datetime, leaving: UUID) -> None:
    """Somebody is signed in at the browser that was left."""
    row = Leaving.objects.within(by.body).filter(pk=leaving).first()
    if row is None or LeavingEnd.objects.within(by.body).filter(leaving=row).exists():
        return
    LeavingEnd.objects.create(body=by.body, made_at=at, leaving=row, by_id=by.duty)
    announce(DeskTaken(same=int(row.duty_id == by.duty)), by=by, at=at)


@acting
def forget_unsent(*, by: Viewer, at: datetime) -> int:
    """What nobody came back to in its days goes; answers how many."""
    return Unsent.objects.within(by.body).filter(made_at__lte=at - KEPT_FOR).delete()[0]


@acting
def throw_away(*, by: Viewer, at: datetime, unsent: UUID) -> None:
    """Its writer needs it no more, or has sent it."""
    Unsent.objects.within(by.body).filter(duty=by.duty, pk=unsent).delete()
