"""Look at what was asked of the prefecture: by the municipality that asked, and by the prefecture that answers. Nobody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from marugoto.agencies.models import Body
from marugoto.agencies.viewer import Viewer
from marugoto.community.models import Enquiry, EnquiryAnswer, EnquiryOutcome
from marugoto.community.rules.enquiry import EnquiryTrigger, is_no_reason
from marugoto.ground.transaction import looking


@dataclass(frozen=True)
class Asked:
    """`town`: who asked, by name. `answer` and `outcome`: None as long as there is none."""

    row: Enquiry
    town: str
    answer: EnquiryAnswer | None
    outcome: EnquiryOutcome | None

    @property
    def no_reason(self) -> bool:
        return is_no_reason(EnquiryTrigger(self.row.trigger))


@looking
def own_enquiries(viewer: Viewer) -> list[Asked]:
    """Of the viewer's municipality, the newest first: two queries."""
    return _asked(_rows("what the viewer's municipality asked").filter(body=viewer.body))


@looking
def enquiries_here(viewer: Viewer) -> list[Asked]:
    """Asked of the viewer's prefecture; those that wait come first, the oldest of them at the top: two queries."""
    found = _asked(_rows("asked of the viewer's prefecture").filter(prefecture=viewer.body))
    waiting = [one for one in reversed(found) if one.answer is None]
    return waiting + [one for one in found if one.answer is not None]


@looking
def waiting_here(viewer: Viewer) -> int:
    """How many wait for the prefecture's answer: one query."""
    return _rows("asked of the viewer's prefecture").filter(prefecture=viewer.body, answer=None).count()


@looking
def get(viewer: Viewer, enquiry: UUID) -> Asked | None:
    """For either side."""
    rows = _rows("asked by or of the viewer's body").filter(Q(body=viewer.body) | Q(prefecture=viewer.body), pk=enquiry)
    return next(iter(_asked(rows)), None)


def _rows(why: str) -> QuerySet[Enquiry]:
    return Enquiry.objects.everywhere(why).select_related("answer", "outcome").order_by("-made_at", "pk")


def _asked(rows: QuerySet[Enquiry]) -> list[Asked]:
    found: Sequence[Enquiry] = list(rows)
    names = dict(Body.objects.filter(pk__in={row.body for row in found}).values_list("code", "name"))
    return [Asked(row, names[row.body], getattr(row, "answer", None), getattr(row, "outcome", None)) for row in found]
