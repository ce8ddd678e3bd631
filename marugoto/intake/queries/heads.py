"""How what came in is called in a list of balls: consultations and notices, looked up at once."""

from uuid import UUID

from django.db.models import TextField, Value
from django.db.models.functions import Cast, Left

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import Part
from marugoto.ground.transaction import looking
from marugoto.intake.models import Consultation, Notice

WORDS = 60
NAMELESS = "お名前を聞けていない方"


@looking
def heads(viewer: Viewer, *, consultations: set[UUID], notices: set[UUID]) -> tuple[dict[UUID, str], dict[UUID, str]]:
    """The caller of each consultation, or that the name is not known; the first words of each notice: one query for both."""
    callers = Consultation.objects.open_to(viewer).filter(pk__in=consultations)
    words = Notice.objects.open_to(viewer).filter(pk__in=notices)
    rows = callers.values_list("pk", "folder", Cast("caller", TextField()), Value(0)).union(
        words.values_list("pk", "folder", Left("words", WORDS), Value(1)), all=True
    )
    found: tuple[dict[UUID, str], dict[UUID, str]] = ({}, {})
    for matter, folder, said, place in rows:
        viewer.sight.shows(folder, Part.SUPPORT)
        found[place][matter] = said or ("" if place else NAMELESS)
    return found
