"""Deeds around the decision that something may be told for another purpose, and around the grounds of a body."""

from uuid import UUID

from django.utils import timezone

from marugoto.disclosure.codes import Part
from marugoto.kernel.ref import Ref
from tests.decided import asked
from tests.story import Story
from tests.town import Town
from tests.web.deeds_bodies import BODIES
from tests.web.filled import Fields, today


def fresh(town: Town, story: Story) -> UUID:
    now = timezone.now()
    by, to = town("tanaka").at_moment(now), town.team("north-care-desk")
    return asked(by, now, to, [Ref("person", story.person)], [Part.BASIC]).pk


PURPOSES: tuple[tuple[str, str, Fields], ...] = (
    ("desk:purpose_decide", "yamazaki", lambda town, story: {"@purpose": fresh(town, story), "agreed": "yes"}),
    (
        "office:basis_change",
        "honma",
        lambda *_: {"entry": "child_council", "answer": "yes", "since": today(), "source": "設置要綱の改正"},
    ),
    (
        "office:basis_name",
        "honma",
        lambda *_: {
            "basis": "called_care_conference",
            "name": "みなも会議",
            "named_since": today(),
            "named_source": "要綱",
        },
    ),
    *BODIES,
    ("desk:purpose_end", "tanaka", lambda town, story: {"@purpose": fresh(town, story), "ended_why": "要らなくなった"}),
)
