"""Look at the letters that bring seats from outside to the porch."""

from collections.abc import Collection
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.conferences.models import OutsideSeat
from marugoto.exchange.models import Outgoing
from marugoto.exchange.post import Post
from marugoto.exchange.rules.letter import Letter, Sent, state_of
from marugoto.ground.transaction import looking


@looking
def letters(viewer: Viewer, seats: Collection[UUID], post: Post) -> dict[UUID, Letter]:
    """By seat; a seat of which no letter is known is not there. Two queries, and a look into the folder for what was not answered."""
    wanted = OutsideSeat.objects.within(viewer.body).filter(pk__in=seats, letter__isnull=False) if seats else ()
    of_seat = {row.letter: row.pk for row in wanted}
    rows = Outgoing.objects.within(viewer.body).filter(pk__in=list(of_seat)) if of_seat else ()
    return {of_seat[row.pk]: state_of(_sent(row, post), viewer.at) for row in rows}


def letter_of(viewer: Viewer, seat: OutsideSeat, post: Post) -> Letter | None:
    return letters(viewer, [seat.pk], post).get(seat.pk)


def _sent(row: Outgoing, post: Post) -> Sent:
    answered = row.answered_at is not None
    return Sent(row.made_at, answered, bool(row.refused), lies=not answered and _lies(row, post))


def _lies(row: Outgoing, post: Post) -> bool:
    try:
        return post.lies(row.kind, row.pk, row.body)
    except OSError:  # the folder itself cannot be read
        return False
