"""What agencies without accounts answered to offers, as far as it is open to the viewer."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.custody.access import WORDS_PART
from marugoto.custody.codes import Means, OutsideSaid
from marugoto.custody.models import OutsideAnswer, OutsideWords
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class HeardLine:
    """`who` answered there and `words` are empty for whom they are not; `by_name` wrote it down."""

    said: OutsideSaid
    means: Means
    day: date
    by_name: str
    who: str
    words: str


@looking
def heard_of(viewer: Viewer, offers: Iterable[UUID]) -> dict[UUID, list[HeardLine]]:
    """By offer, in the order in which they were written down: two queries, one where nothing was heard."""
    rows = list(
        OutsideAnswer.objects.within(viewer.body)
        .filter(offer__in=set(offers))
        .select_related("by__worker")
        .order_by("at", "pk")
    )
    said: dict[UUID, OutsideWords] = {}
    if rows:
        for words in OutsideWords.objects.open_to(viewer).filter(answer__in=rows):
            viewer.sight.shows(words.folder_id, WORDS_PART)
            said[words.answer_id] = words
    found: dict[UUID, list[HeardLine]] = defaultdict(list)
    for row in rows:
        own = said.get(row.pk)
        found[row.offer_id].append(
            HeardLine(
                said=OutsideSaid(row.said),
                means=Means(row.means),
                day=row.day,
                by_name=row.by.worker.name,
                who=own.who if own else "",
                words=own.words if own else "",
            )
        )
    return found
