"""What belongs to balls that go to another team because the one that held them is no more."""

from collections.abc import Collection
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.models import Asking, Ball, Bid, Offer, OutsideAnswer, Rescue
from marugoto.disclosure.actions.inherit import Estate
from marugoto.disclosure.models import Folder
from marugoto.people.actions.about import of_whom


def estate_of(by: Viewer, balls: Collection[UUID]) -> Estate:
    """Their matters, what was written between teams on the way, and those of whom the matters speak. A note for the next one of
    the same team is no part of it."""
    matters = set(Ball.objects.within(by.body).filter(pk__in=balls).values_list("matter", flat=True))
    written = set[UUID]()
    for rows in (Offer, Rescue, Asking, Bid):
        written |= set(rows.objects.within(by.body).filter(ball__in=balls).values_list("pk", flat=True))
    heard = OutsideAnswer.objects.within(by.body).filter(offer__ball__in=balls)
    written |= set(heard.values_list("pk", flat=True))
    folders = Folder.objects.within(by.body).filter(subject__in=matters).order_by("pk")
    concerned = {one for folder in folders for one in of_whom(by, folder)}
    return Estate(matters=matters | written, concerned=concerned)
