"""Who walks through the measured town, and where: an ordinary counsellor, a colleague who catches, the control tower."""

from typing import Any
from uuid import UUID

from benches import _city
from benches._desk_clock import Walk
from marugoto.kernel import variants

GIVER, TAKER = 1, 2  # offices; the first one is the last resort and holds more than others
CASES, NAMES, FORMS = 60, 30, 130
FAR = 40
SHAPES = [line for block in (variants.BY_LIST_OF_COMMON_USE, variants.IN_NAMES) for line in block.split()]
OTHERS = {one: line[(place + 1) % len(line)] for line in SHAPES for place, one in enumerate(line)}
HOUSEHOLDS, BALLS = "/desk/households/", "/desk/tower/"
OF_A_TEAM = "WHERE ball.settlement_id IS NULL AND ball.holder_id = '{team}' ORDER BY ball.number LIMIT {limit}"
PERSONS = f"""SELECT person.name, person.kana FROM people_person person JOIN casework_need need ON need.person_id = person.id
    JOIN custody_ball ball ON ball.id = need.ball_id {OF_A_TEAM}"""
PROTECTED = """SELECT member.household_id FROM people_member member
    JOIN disclosure_folder folder ON folder.subject = member.person_id
    JOIN disclosure_restriction shut ON shut.folder_id = folder.id"""
# What a list of the house shows is open to its reader: not the households with a protected person, of whom few may know.
OPEN_CASES = f"""SELECT kept.id FROM casework_case kept JOIN custody_ball ball ON ball.id = kept.ball_id
    AND kept.household_id NOT IN ({PROTECTED}) {OF_A_TEAM}"""
# Of a protected household a name may not go along so easily: its needs are left to others.
NEVER_OFFERED = f"""SELECT need.id, ball.id FROM casework_need need JOIN (SELECT * FROM custody_ball
    WHERE id NOT IN (SELECT ball_id FROM custody_offer)) ball ON ball.id = need.ball_id
    AND need.household_id NOT IN ({PROTECTED}) {OF_A_TEAM}"""


def walks() -> list[Walk]:
    """After `_city.load`. What the pass walk offers, the accept walk catches: they come in this order."""
    town = _city.HERE[0]
    teams = [town.book.offices[place].team for place in (GIVER, TAKER)]
    giver, taker = ((town.users[place][1], _city.PASSWORD) for place in (GIVER, TAKER))
    tower = (town.tower, _city.PASSWORD)
    cases = [f"{HOUSEHOLDS}{_id(row[0])}/" for row in _asked(OPEN_CASES, teams[0], CASES)]
    needs = [(_id(need), _id(ball)) for need, ball in _asked(NEVER_OFFERED, teams[0], FORMS)]
    every = sorted({(name, kana) for name, kana in _asked(PERSONS, teams[0], NAMES * 4) if name and kana})
    names, others = every[:NAMES], [other for name, _ in every if (other := otherwise(name))][:NAMES]
    _decided([need for need, _ball in needs], teams[1])
    said = {"to": str(teams[1]), "reason": "expertise", "words": "こちらの係のほうが、続けて伺えます。"}
    told = {"basis": "purpose_change", "basis_reason": "生活の立て直しに、家計の支援がいるため。", "parts": "basic"}
    return [
        Walk("ordinary list", *giver, (HOUSEHOLDS,)),
        Walk("ordinary list page 40", *giver, (f"{HOUSEHOLDS}?page={FAR}",)),
        Walk("coordinator list", *tower, (BALLS,)),
        Walk("coordinator list page 40", *tower, (f"{BALLS}?page={FAR}",)),
        Walk("case page", *giver, tuple(cases)),
        Walk("need page", *giver, tuple(f"/desk/needs/{need}/" for need, _ in needs[:CASES])),
        Walk("search kanji", *giver, tuple(f"/search/?q={name}" for name, _ in names)),
        Walk("search kana", *giver, tuple(f"/search/?q={kana}" for _, kana in names)),
        Walk("search partial", *giver, tuple(f"/search/?q={name.split()[0]}" for name, _ in names)),
        Walk("search variant", *giver, tuple(f"/search/?q={name}" for name in others)),
        Walk("today", *giver, ("/",)),
        Walk("oldest first", *giver, (f"{HOUSEHOLDS}?lead=mine&order=contact",)),
        Walk(
            "pass", *giver, tuple(f"/desk/balls/{ball}/offers/new/" for _, ball in needs), "/offers/", {**said, **told}
        ),
        Walk("accept", *taker, ("/",), "/catch/", link="/desk/offers/"),
        Walk("indicators", *tower, ("/office/standard/",)),
    ]


def otherwise(name: str) -> str:
    """The name in other shapes of its characters, as somebody else writes it: 髙橋 for 高橋, 山﨑 for 山崎. Empty where none has another."""
    other = "".join(OTHERS.get(one, one) for one in name)
    return other if other != name else ""


def _decided(needs: list[UUID], receiver: UUID) -> None:
    """Somebody asked for each of them, and the chief said yes: without that nothing goes along."""
    from django.utils import timezone

    from marugoto.agencies.queries.viewer import viewer_of_duty
    from marugoto.casework.models import Need
    from marugoto.disclosure.actions.purpose import ask_purpose, decide_purpose
    from marugoto.disclosure.codes import Part
    from marugoto.ground.transaction import looking
    from marugoto.kernel.jst import local_day
    from marugoto.kernel.ref import Ref
    from marugoto.people.actions.about import people_of

    office, at = _city.HERE[0].book.offices[GIVER], timezone.now()
    chief, giver = (viewer_of_duty(duty, at) for duty in office.duties[:2])
    assert chief is not None
    assert giver is not None

    @looking
    def persons(viewer: Any, need: UUID) -> set[UUID]:
        return set(people_of(viewer, Need.objects.open_to(viewer).get(pk=need).household_id, local_day(at)))

    for need in needs:
        row = ask_purpose(
            by=giver,
            at=at,
            receiver=receiver,
            subjects=[Ref("person", one) for one in sorted(persons(giver, need))],
            parts=[Part.BASIC, Part.SUPPORT],
            reason="生活の立て直しに、家計の支援がいるため。",
        )
        decide_purpose(by=chief, at=at, request=row.pk, agreed=True)


def _asked(question: str, team: UUID, limit: int) -> list[tuple[str, ...]]:
    from django.db import connection

    said = str(team) if connection.vendor == "postgresql" else team.hex  # as each keeps it
    return _city.HERE[0].rows.ask(question.format(team=said, limit=limit))


def _id(value: object) -> UUID:
    return value if isinstance(value, UUID) else UUID(str(value))
