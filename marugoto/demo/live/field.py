"""The town outside the offices: places that open, change and are confirmed, a diary, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from marugoto.agencies.codes import Role
from marugoto.agencies.queries import directory
from marugoto.community.actions.field_note import write_note
from marugoto.community.actions.place import change_place, confirm_place, create_place, end_place, welcome_also
from marugoto.community.actions.unmet_need import answer_unmet_need, file_unmet_need
from marugoto.community.codes import ConfirmedBy, HostedBy, Interest, NoteKind, PlaceEnd, UnmetEnd, Welcome
from marugoto.demo.live.clock import Steps
from marugoto.demo.live.diary import ASKED_EVERY, hearings, taken_further, trainings
from marugoto.demo.live.here import Here
from marugoto.demo.live.own_words import begins_something, speaks
from marugoto.demo.live.register import tell_of_host, tell_whole
from marugoto.demo.live.words.outside import GATHERINGS, HOURS, NOTES, TALKS
from marugoto.demo.places import PlaceSketch, invent_places
from marugoto.intake.rules.troubles import TroubleCode

LISTED_WITHIN = 60  # days in which a coordinator had walked through the town when the two years began
CHECK_EVERY = (100, 220)  # days
HOSTS = (HostedBy.RESIDENTS, HostedBy.TOGETHER, None, HostedBy.RESIDENTS, HostedBy.BODY)
MISSING: tuple[tuple[TroubleCode, Interest | None], ...] = (
    (TroubleCode.NEIGHBOURS, Interest.SPORTS),
    (TroubleCode.OTHER, None),
    (TroubleCode.WITHDRAWAL, Interest.WORK),
    (TroubleCode.CHILDCARE, Interest.MEAL),
    (TroubleCode.FOOD, Interest.MEAL),
    (TroubleCode.WITHDRAWAL, Interest.READING),
    (TroubleCode.CARE, Interest.TALK),
)


@dataclass
class Outside:
    """The places of a body as its coordinator knows them."""

    here: Here
    districts: dict[str, UUID] = field(default_factory=dict)
    places: list[UUID] = field(default_factory=list)

    @property
    def walker(self) -> UUID:
        return self.here.with_role(Role.COMMUNITY, best="hayashi")


def walks(here: Here) -> None:
    """Let the town outside begin: every place, the diary and the list of what is missing are lives of their own."""
    since, rng = here.today, here.chance("outside")
    outside = Outside(here, {one.code: one.pk for one in directory.districts(here.by_itself())})
    sketches = invent_places(here.chance("places"), here.sketch, day=here.until)
    for number, sketch in enumerate(sketches):
        late = 0 if number % 5 else rng.randint(100, 500)
        opened = since + timedelta(days=rng.randint(1, LISTED_WITHIN) + late)
        opened = min(opened, sketch.confirmed - timedelta(days=1))
        here.clock.begin(here.office_hour(max(opened, since), rng), _is_there(outside, number, sketch))
    here.clock.begin(here.in_days(rng, 3, 9), _diary(outside, sketches))
    here.clock.begin(here.in_days(rng, 30, 60), _is_missing(outside))
    districts = list(outside.districts.values())
    here.clock.begin(here.in_days(rng, 20, 40), hearings(here, outside.walker, districts))
    here.clock.begin(here.in_days(rng, 40, 70), trainings(here, outside.walker, districts))
    here.clock.begin(here.clock.now, begins_something(here))
    here.clock.begin(here.clock.now, speaks(here))


def _is_there(outside: Outside, number: int, sketch: PlaceSketch) -> Steps:
    """Listed, looked at every few months, changed once in a while; last confirmed on the day of its sketch."""
    here, rng = outside.here, outside.here.chance("place", number)
    place = create_place(
        by=here.by(outside.walker),
        at=here.now,
        values=sketch.values,
        welcome=[one for one in sketch.sort.welcome if one is not Welcome.WITHDRAWN],
        interests=sketch.sort.interests,
        district=outside.districts[sketch.district],
    ).pk
    outside.places.append(place)
    tell_whole(here, outside.walker, place, sketch)
    if Welcome.WITHDRAWN in sketch.sort.welcome:
        yield here.in_days(rng, 5, 60)
        welcome_also(by=here.by(outside.walker), at=here.now, place=place, welcome=Welcome.WITHDRAWN)
    while here.today + timedelta(days=CHECK_EVERY[1]) < sketch.confirmed:
        yield here.office_hour(here.today + timedelta(days=rng.randint(*CHECK_EVERY)), rng)
        if rng.random() < 0.25:
            values = {"hours": rng.choice(HOURS)}
            change_place(by=here.by(outside.walker), at=here.now, place=place, values=values)
        confirm_place(by=here.by(outside.walker), at=here.now, place=place, how=_how(rng.random()))
    yield max(here.soon(rng), here.office_hour(_on(here, sketch.confirmed), rng))
    change_place(by=here.by(outside.walker), at=here.now, place=place, values={"hours": sketch.values["hours"]})
    confirm_place(by=here.by(outside.walker), at=here.now, place=place, how=_how(rng.random()))
    tell_of_host(here, outside.walker, place, number, sketch)
    if number % 17 == 16 and (here.until - here.today).days > 60:
        yield here.in_days(rng, 20, 30)
        end_place(by=here.by(outside.walker), at=here.now, place=place, reason=PlaceEnd.ENDED)


def _on(here: Here, day: date) -> date:
    """An open day not after it."""
    return day if here.calendar.is_open(day) else here.calendar.add(day, -1)


def _how(toss: float) -> ConfirmedBy:
    if toss < 0.45:
        return ConfirmedBy.VISIT
    return ConfirmedBy.PHONE if toss < 0.75 else ConfirmedBy.HOST


def _diary(outside: Outside, sketches: Sequence[PlaceSketch]) -> Steps:
    """About once a week somebody writes down what was seen."""
    here, rng, turn = outside.here, outside.here.chance("diary"), 0
    while True:
        turn += 1
        kind = rng.choices((NoteKind.VISIT, NoteKind.TALK, NoteKind.GATHERING), weights=(5, 4, 1))[0]
        number = rng.randrange(max(1, len(outside.places)))
        sketch = sketches[number]
        words = {NoteKind.TALK: TALKS, NoteKind.GATHERING: GATHERINGS}.get(kind, NOTES)
        at_place, asks = kind is NoteKind.VISIT and bool(outside.places), turn % ASKED_EVERY == 0
        note = write_note(
            by=here.by(outside.walker),
            at=here.now,
            day=here.today,
            kind=kind,
            words=rng.choice(words).format(place=sketch.name, n=sketch.sort.usual + rng.randint(-3, 3)),
            place=None,
            district=outside.districts[sketch.district] if at_place else rng.choice(list(outside.districts.values())),
            minutes=rng.choice((20, 30, 45, 60, 90)),
            hosted=HOSTS[turn % len(HOSTS)],
            asks=asks,
            sure=True,
        ).pk
        if turn % 3 == 0:
            rest = here.chance("diary", turn)
            here.clock.begin(here.now, taken_further(here, rest, outside.walker, note, asks=asks))
        yield here.in_days(rng, 3, 8)


def _is_missing(outside: Outside) -> Steps:
    """What several households missed goes to whoever makes places, without a name; some is answered after months."""
    here, rng = outside.here, outside.here.chance("missing")
    finders = [here.with_role(Role.COORDINATOR), here.with_role(Role.COUNSELLOR)]
    for turn in range(len(MISSING) * 2):
        theme, interest = MISSING[turn % len(MISSING)]
        made = file_unmet_need(
            by=here.by(rng.choice(finders)),
            at=here.now,
            theme=theme,
            team=here.by(outside.walker).team,
            interest=interest or "",
            area=rng.choice(list(outside.districts)),
        )
        here.clock.begin(here.in_days(rng, 40, 130), _is_answered(outside, made.pk, turn))
        yield here.in_days(rng, 25, 70)


def _is_answered(outside: Outside, unmet: UUID, turn: int) -> Steps:
    here, rng = outside.here, outside.here.chance("answer", turn)
    if turn % 3 == 2:
        end, place = UnmetEnd.NOT_POSSIBLE, None
    else:
        end, place = rng.choice((UnmetEnd.PLACE_FOUND, UnmetEnd.PLACE_MADE)), _some_place(outside, rng.random())
    answer_unmet_need(by=here.by(outside.walker), at=here.now, unmet=unmet, end=end, place=place)
    yield here.now


def _some_place(outside: Outside, toss: float) -> UUID:
    """One that is not about to end."""
    running = [place for number, place in enumerate(outside.places) if number % 17 != 16]
    return running[int(toss * len(running))]
