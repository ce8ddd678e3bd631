"""Which households come in, and when: those the cast knows by name, and all the others as chance has it."""

import random

from marugoto.demo.addresses import invent_address
from marugoto.demo.households import HouseholdSketch, Shape, invent_household, invent_shape
from marugoto.demo.live.fate import Fate, Reach, fates
from marugoto.demo.live.fields import MINAMO, WINDOWS
from marugoto.demo.live.here import Here
from marugoto.demo.live.household import Life
from marugoto.demo.live.named import BY_FAMILY
from marugoto.demo.live.support import lives
from marugoto.demo.stories.story import Outlook, Story
from marugoto.demo.tales import BY_CODE, NAMED, invent_story

PREFECTURE = "青嶺県"
A_TOWN_OF = 60  # households, from which on those with a name are among them


def begin_households(here: Here, count: int) -> list[Life]:
    """Lives that begin on their day; those with a name come on top in a small town, and instead of others in a large one."""
    named = list(_named(here)) if here.body == MINAMO and count >= A_TOWN_OF else []
    rng, left = here.chance("households"), count - len(named)
    others = fates(rng, left, since=here.today, until=here.until)
    found = [*named, *(_some(here, number, fate) for number, fate in enumerate(others))]
    for life in found:
        here.clock.begin(here.office_hour(life.fate.begins, life.rng), lives(life))
    return found


def _named(here: Here) -> list[Life]:
    found = []
    for number, (family, shape, story) in enumerate(NAMED):
        rng = here.chance("named", number)
        written = "".join(part.split("(")[0] for part in family.split(")"))
        known = BY_FAMILY[written]
        fate = known.pinned.on(here.until, asks=known.asks)
        sketch = invent_household(rng, shape, day=fate.begins, family_name=family)
        found.append(_life(here, 1_000 + number, rng, sketch, BY_CODE[story], fate, (known.team, known.worker)))
    return found


def _some(here: Here, number: int, fate: Fate) -> Life:
    rng = here.chance("household", number)
    sketch, story = _invent(rng, fate)
    return _life(here, number, rng, sketch, story, fate)


def _life(
    here: Here,
    number: int,
    rng: random.Random,
    sketch: HouseholdSketch,
    story: Story,
    fate: Fate,
    lead: tuple[str, str] | None = None,
) -> Life:
    flat = rng.random() < (
        0.5 if sketch.shape in {Shape.ALONE_WORKING, Shape.FROM_ABROAD, Shape.SINGLE_PARENT} else 0.2
    )
    address = invent_address(rng, here.sketch, prefecture=PREFECTURE, flat=flat)
    team = lead[0] if lead else _window(here, rng)
    hat = here.settled.hats[here.body, lead[1], team] if lead else here.somebody(team, rng)
    return Life(here, number, sketch, story, fate, address, rng, team, hat)


def _invent(rng: random.Random, fate: Fate) -> tuple[HouseholdSketch, Story]:
    """A household and what happens to it; one that is to be seen today has needs enough for that."""
    wanted = max(1, len(fate.stands)) if fate.reach is Reach.SUPPORTED and fate.seen_today else 0
    while True:
        shape = invent_shape(rng)
        story = invent_story(rng, shape)
        if fate.seen_today and (story.outlook is Outlook.ANSWERED or len(story.needs) < wanted):
            continue
        return invent_household(rng, shape, day=fate.begins), story


def _window(here: Here, rng: random.Random) -> str:
    teams = dict(WINDOWS[here.body])
    return rng.choices(list(teams), weights=list(teams.values()))[0]
