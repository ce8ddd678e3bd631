"""The assessment sheet of a household: heard on the first visits, and once more when somebody could be met at last."""

from datetime import timedelta
from uuid import UUID

from marugoto.casework.actions.assessment import Heard, write
from marugoto.casework.rules.assessment import MET, NOT_YET, REACH, REFUSED, TROUBLES
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.household import Life
from marugoto.demo.live.words.sheet import AT_HOME, OWN_WORDS, STRENGTHS
from marugoto.demo.stories.story import Outlook
from marugoto.intake.rules.troubles import TROUBLE_SETS
from marugoto.people.queries.household import living

WRITTEN = 0.7  # of the households that several agencies work with
AT_FIRST = {Outlook.QUIET: (2, 5, 3)}  # met, not yet, refused
USUALLY = (7, 2, 1)


def is_assessed(life: Life) -> Steps:
    """The centre of the household first, and whoever else lives there; who was not met is heard some weeks later."""
    rng = life.chance("sheet")
    if life.story.outlook is Outlook.ANSWERED or rng.random() > WRITTEN:
        return
    yield life.soon(4, 20)
    if life.closed:
        return
    reach = {
        person: rng.choices((MET, NOT_YET, REFUSED), AT_FIRST.get(life.story.outlook, USUALLY))[0]
        for person, _called in living(life.by, life.home)
    }
    _written(life, reach, version=0)
    if set(reach.values()) <= {MET} or life.story.outlook is Outlook.QUIET:
        return
    yield life.soon(30, 70)
    here = {person for person, _called in living(life.by, life.home)}
    if not life.closed and here:
        _written(life, {person: MET for person in reach if person in here}, version=1)


def _written(life: Life, reach: dict[UUID, str], *, version: int) -> None:
    """What is marked for somebody are the troubles of the needs that are his."""
    rng, today = life.chance("sheet", version), life.here.today
    known = set(TROUBLE_SETS[0].labels)
    said: dict[tuple[UUID | None, str], tuple[str, ...]] = {(None, "strengths"): (rng.choice(AT_HOME),)}
    for person, how in reach.items():
        said[person, REACH] = (how,)
        themes = {need.sketch.theme for need in life.needs if need.person and life.people[need.person].id == person}
        said[person, TROUBLES] = tuple(sorted(str(theme) for theme in themes if theme in known))
        if how == MET:
            said[person, "own_words"] = (rng.choice(OWN_WORDS),)
            said[person, "strengths"] = (rng.choice(STRENGTHS),)
    write(
        by=life.by,
        at=life.now,
        case=life.case,
        said=said,
        heard=Heard(today - timedelta(days=rng.randint(0, 2))),
        follows=version,
    )
