"""Write down who lives together and who belongs to them, as a counsellor hears it over the first weeks."""

from datetime import date

from marugoto.demo.addresses import invent_mobile, invent_phone
from marugoto.demo.kin import PersonSketch, UnionSketch
from marugoto.demo.live.household import Known, Life
from marugoto.disclosure.codes import Part
from marugoto.people.actions.contact import add_address
from marugoto.people.actions.death import record_death
from marugoto.people.actions.household import form_household
from marugoto.people.actions.kinship import record_descent, record_union, turn_union
from marugoto.people.actions.person import enter_person
from marugoto.people.actions.protection import protect
from marugoto.people.codes import UnionState

GROWN_UP = 18
REASON = "支援措置(前の配偶者に知られないように)"


def write_down_home(life: Life) -> None:
    """Persons, household, kinship; where the story asks for it, what must stay hidden."""
    for sketch in life.sketch.people:
        _enter(life, sketch)
    members = [(life.people[one.key].id, one.relation) for one in life.sketch.members]
    life.home = form_household(by=life.by, at=life.now, area=life.area, members=members).pk
    for descent in life.sketch.descents:
        record_descent(
            by=life.by, at=life.now, parent=life.people[descent.parent].id, child=life.people[descent.child].id
        )
    for union in life.sketch.unions:
        _unite(life, union)
    if life.story.restricted:
        hide_contacts(life, [one.key for one in life.sketch.members])


def hide_contacts(life: Life, keys: list[str], listed: tuple[str, ...] = ()) -> None:
    """The contact of these persons is shut to all but the lead, those named, and whoever leads the lead's team."""
    hats = [life.lead, *map(life.here.hat, listed), *life.here.wearers(life.team)]
    workers = {life.here.by(hat).worker for hat in hats}
    due = life.here.today.replace(year=life.here.today.year + 1, day=1)
    for key in keys:
        person = life.people[key].id
        add_address(
            by=life.by, at=life.now, person=person, text=life.address.line, postal=life.address.postcode, guarded=True
        )
        protect(
            by=life.by,
            at=life.now,
            person=person,
            listed=workers,
            reason=REASON,
            due=due,
            parts=(Part.CONTACT, Part.SHELTER),
        )


def _enter(life: Life, sketch: PersonSketch) -> None:
    head = sketch.key == "head"
    row = enter_person(
        by=life.by,
        at=life.now,
        name=sketch.name.full,
        kana=sketch.name.kana,
        birth=sketch.born,
        sex=sketch.sex,
        phone=_phone(life, sketch),
        address=life.address.line if head and not life.story.restricted else "",
    )
    grown_up = sketch.age_on(life.here.today) >= GROWN_UP
    life.people[sketch.key] = Known(row.pk, row.folder, f"{sketch.name.given.written}さん", grown_up)
    if sketch.died:
        record_death(by=life.by, at=life.now, person=row.pk, day=min(sketch.died, life.here.today))


def _phone(life: Life, sketch: PersonSketch) -> str:
    if sketch.key == "head":
        return invent_phone(life.rng, life.here.sketch)
    if sketch.here and not sketch.died and sketch.age_on(life.here.today) >= GROWN_UP and life.rng.random() < 0.5:
        return invent_mobile(life.rng)
    return ""


def _unite(life: Life, sketch: UnionSketch) -> None:
    one, other = life.people[sketch.first].id, life.people[sketch.second].id
    since = date(sketch.since, life.rng.randint(1, 12), life.rng.randint(1, 28))
    union = record_union(by=life.by, at=life.now, one=one, other=other, kind=sketch.kind, since=since)
    if sketch.state is not UnionState.TOGETHER:
        day = date(sketch.until, 12, 28) if sketch.until else None
        turn_union(by=life.by, at=life.now, union=union.pk, state=sketch.state, day=day)
