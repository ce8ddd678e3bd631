"""Tell the ledger what could not be told to somebody for want of a basis: numbers only, and after the refused deed is undone."""

from datetime import datetime

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode
from marugoto.disclosure.events import DisclosureRefused
from marugoto.ground.transaction import acting
from marugoto.ledger.actions import announce


@acting
def tell_refusals(*, by: Viewer, at: datetime) -> int:
    """Each once; answers how many."""
    lacks = list(dict.fromkeys(by.sight.lacks))
    by.sight.lacks.clear()
    for one in lacks:
        told = DisclosureRefused(to=one.to, basis=BasisCode(one.basis))
        announce(told, by=by, at=at, subject=one.subject, matter=one.matter)
    return len(lacks)
