"""What is written about a piece of work goes with the work: whoever has it now reads it, whoever handed it on need not."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.actions.grant import Granted, Terms, _open
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.models import Folder, Grant, GrantEnding
from marugoto.ground.transaction import acting


@acting
def follow(
    *, by: Viewer, at: datetime, subjects: Collection[UUID], team: UUID, via: str, besides: Collection[str] = ()
) -> int:
    """What lies about these subjects as somebody's own work opens to the team by this way; answers how many folders.

    The caller answers for it that the team has the work: nothing is asked of `by`, who may be the one that only now takes it.
    Where the team reads it already, with no end, nothing is added; what it reads by one of the ways `besides` is not counted: that
    ends by itself, and this goes on. What shuts a person shuts it as before.
    """
    ended = GrantEnding.objects.within(by.body).filter(ended_at__lte=at, grant=OuterRef("pk"))
    live = Grant.objects.within(by.body).filter(~Exists(ended), folder=OuterRef("pk"), team=team, until=None)
    own = Folder.objects.within(by.body).filter(subject__in=set(subjects), basis=BasisCode.OWN_DUTY, origin=None)
    missing = own.exclude(Exists(live.exclude(via__in=set(besides)))).order_by("made_at", "pk")
    terms = Terms(basis=BasisCode.OWN_DUTY, team=team, via=via)
    return len(_open(by, at, [(Granted(folder, None), terms) for folder in missing]))
