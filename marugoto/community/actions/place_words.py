"""Keep the words by which places are found: with every change, and anew where the way of laying them out has changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import Place, PlaceWords
from marugoto.ground.transaction import acting
from marugoto.ground.worded import words_of
from marugoto.kernel.words import LAYOUT

SERVICES = ("kind_text", "services")
NOTES = (
    "organisation",
    "address",
    "building",
    "target",
    "conditions",
    "description",
)  # never `note`: it is for supporters
AT_ONCE = 1_000


def write_words(places: Iterable[Place]) -> None:
    """In the transaction of whoever wrote the places."""
    for place in places:
        words = _words(place)
        if not PlaceWords.objects.within(place.body).filter(place=place).update(**words):
            PlaceWords.objects.create(body=place.body, made_at=place.made_at, place=place, **words)


def write_words_of_many(places: Sequence[Place]) -> None:
    """As `write_words`, for up to some hundreds of one body, in two strokes."""
    PlaceWords.objects.within(places[0].body).filter(place__in=[place.pk for place in places]).delete()
    PlaceWords.objects.bulk_create(
        [PlaceWords(body=place.body, made_at=place.made_at, place=place, **_words(place)) for place in places]
    )


@acting
def lay_out_anew(*, by: Viewer, at: datetime) -> int:
    """Places of before, or of another way of laying out: some at a time, until none is left. Answers how many."""
    laid = PlaceWords.objects.within(by.body).filter(place=OuterRef("pk")).values("layout")[:1]
    known = Place.objects.within(by.body).annotate(laid=Subquery(laid))
    behind = list(known.filter(Q(laid=None) | Q(laid__lt=LAYOUT))[:AT_ONCE])
    write_words(behind)
    return len(behind)


def _words(place: Place) -> dict[str, object]:
    services, notes = (" ".join(getattr(place, name) for name in names) for names in (SERVICES, NOTES))
    return words_of(place.name, place.name_kana, services, notes)
