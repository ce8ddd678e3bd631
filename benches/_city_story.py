"""What happens to the households of the measured town: short stories, told by the actions a worker's pages call.

Each is told a few times, on several days; the loader multiplies the rows these tellings leave. The gate tells them again with
the very names, hands and moments of loaded ones, and compares.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from marugoto.agencies.queries.viewer import viewer_of_duty
from marugoto.agencies.viewer import Viewer
from marugoto.casework.actions import case, journal, need, plan, protection
from marugoto.casework.codes import Agreement, CaseEnd, Method
from marugoto.custody.actions.care import call_stuck
from marugoto.custody.actions.consent import hear_answer
from marugoto.custody.actions.offer import catch, decline
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import DeclineReason, OfferReason, Outcome, Urgency
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.codes import Channel
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import JST, local_day
from marugoto.people.actions.household import form_household
from marugoto.people.actions.person import enter_person
from marugoto.people.codes import Sex

RELATIONS = ("本人", "母", "長男", "長女", "父")
BORN = (date(1971, 5, 9), date(1944, 3, 3), date(2011, 6, 1), date(2014, 10, 20), date(1940, 12, 24))
THEMES = tuple(theme for theme in TroubleCode if theme not in {TroubleCode.VIOLENCE, TroubleCode.OTHER})
LINE = "戸口で少し話せた。来週また伺う約束をした。薬は飲めているとのこと。食事は一日一回。電気の支払いが遅れている。"


@dataclass(frozen=True)
class Office:
    """A team with its people, the head first."""

    agency: UUID
    team: UUID
    duties: tuple[UUID, ...]
    workers: tuple[UUID, ...]


@dataclass(frozen=True)
class Name:
    family: str
    given: str
    family_kana: str
    given_kana: str
    birth: date
    phone: str
    address: str

    @property
    def full(self) -> str:
        return f"{self.family} {self.given}"

    @property
    def kana(self) -> str:
        return f"{self.family_kana} {self.given_kana}"


@dataclass(frozen=True)
class Roles:
    """All that differs from one telling to the next: in whose hands, who, where, when. `seconds` tells moments of one minute apart."""

    home: Office
    other: Office
    lead: int
    second: int
    people: tuple[Name, ...]
    area: str
    begins: date
    last: date
    seconds: timedelta
    turn: int


class Telling:
    """One household's hours: each deed a minute after the one before."""

    def __init__(self, part: Roles) -> None:
        self.part = part
        self._on(part.begins)
        self.theme = THEMES[part.turn % len(THEMES)]
        self.urgency = list(Urgency)[1:][part.turn % 3]
        self.persons: list[UUID] = []
        self.folders: list[Any] = []

    def later(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def at_last(self) -> None:
        """From here on it is the day of the latest deeds."""
        self._on(self.part.last)

    def _on(self, day: date) -> None:
        self.now = datetime.combine(day, time(9), tzinfo=JST) + self.part.seconds

    @property
    def by(self) -> Viewer:
        return self._viewer(self.part.home, self.part.lead)

    @property
    def beside(self) -> Viewer:
        return self._viewer(self.part.other, self.part.second)

    def _viewer(self, office: Office, who: int) -> Viewer:
        viewer = viewer_of_duty(office.duties[who], self.now)
        assert viewer is not None
        return viewer

    def enter(self, count: int, *, reached: bool = True) -> None:
        for place in range(count):
            name, at = self.part.people[place], self.later()
            entered = enter_person(
                by=self.by,
                at=at,
                name=name.full,
                kana=name.kana,
                birth=name.birth,
                sex=Sex.FEMALE if place % 2 else Sex.MALE,
                phone=name.phone if reached and place == 0 else "",
                address=name.address if reached and place == 0 else "",
            )
            self.persons.append(entered.pk)
            self.folders.append(entered.folder)

    def live_together(self) -> UUID:
        members = [(person, RELATIONS[place]) for place, person in enumerate(self.persons)]
        at = self.later()
        return form_household(by=self.by, at=at, area=self.part.area, members=members).pk

    def consult(self, person: UUID | None = None) -> UUID:
        at = self.later()
        caller = "" if person else self.part.people[0].full
        told = Told(person=person, caller=caller, words=LINE, troubles=[self.theme], pressing=[self.theme])
        heard = receive(by=self.by, at=at, day=local_day(at), channel=Channel.PHONE, told=told, area=self.part.area)
        return heard.pk

    def open_case(self, persons: int) -> UUID:
        self.enter(persons)
        home = self.live_together()
        heard = self.consult(self.persons[0])
        at = self.later()
        return case.open_case(by=self.by, at=at, household=home, consultations=[heard], urgency=self.urgency).pk

    def need(self, of: UUID, number: int, whose: int | None = 0) -> tuple[UUID, UUID]:
        """The need and its ball."""
        at = self.later()
        row = need.add_need(
            by=self.by,
            at=at,
            case=of,
            theme=THEMES[(self.part.turn + number) % len(THEMES)],
            title=("通院に付き添う人", "家賃の支払い", "日中の居場所", "学校との話し合い", "片づけの手助け")[
                number % 5
            ],
            person=None if whose is None else self.persons[whose],
            urgency=self.urgency,
            next_step="木曜に電話する",
        )
        return row.pk, row.ball_id

    def write(self, of: UUID, about: UUID | None = None, method: Method = Method.VISIT) -> None:
        at = self.later()
        journal.write(by=self.by, at=at, case=of, words=LINE, need=about, method=method)


def alone(to: Telling) -> None:
    of = to.open_case(1)
    one, _ = to.need(of, 0)
    to.write(of)
    to.at_last()
    to.write(of, one)


def pair(to: Telling) -> None:
    of = to.open_case(2)
    one, _ = to.need(of, 0)
    two, _ = to.need(of, 1, None)
    to.write(of, one)
    to.at_last()
    to.write(of, two, Method.PHONE)


def offered(to: Telling) -> None:
    of = to.open_case(3)
    one, _ = to.need(of, 0)
    two, _ = to.need(of, 1, 1)
    to.write(of, one)
    to.at_last()
    to.write(of, two)
    at, team = to.later(), to.part.other.team
    need.offer_need(by=to.by, at=at, need=one, to=team, reason=OfferReason.AREA, words="付き添える人を探しています。")


def caught(to: Telling) -> None:
    """The person agreed; the other team has the ball and reads the need."""
    of = to.open_case(2)
    one, _ = to.need(of, 0)
    two, _ = to.need(of, 1, 1)
    at = to.later()
    hear_answer(
        by=to.by,
        at=at,
        folder=to.folders[0],
        person=to.persons[0],
        state=ConsentState.GIVEN,
        receiver=to.part.other.team,
        parts=[Part.BASIC, Part.SUPPORT, Part.CONTACT],
        form=ConsentForm.SPOKEN,
        answered_on=local_day(at),
    )
    at = to.later()
    asked = need.offer_need(
        by=to.by,
        at=at,
        need=one,
        to=to.part.other.team,
        reason=OfferReason.EXPERTISE,
        words="お願いします。",
        basis=BasisCode.CONSENT,
        parts=[Part.BASIC, Part.CONTACT],
    )
    to.at_last()
    to.write(of, two)
    catch(by=to.beside, at=to.later(), offer=asked.pk)


def declined(to: Telling) -> None:
    of = to.open_case(2)
    one, _ = to.need(of, 0)
    at = to.later()
    asked = need.offer_need(
        by=to.by, at=at, need=one, to=to.part.other.team, reason=OfferReason.CAPACITY, words="お願い"
    )
    at = to.later()
    decline(by=to.beside, at=at, offer=asked.pk, reason=DeclineReason.NO_ROOM, words="手が足りません。")
    to.at_last()
    to.write(of, one)


def stuck(to: Telling) -> None:
    of = to.open_case(2)
    one, ball = to.need(of, 0)
    to.write(of)
    to.at_last()
    to.write(of, one)
    call_stuck(by=to.by, at=to.later(), ball=ball)


def planned(to: Telling) -> None:
    of = to.open_case(3)
    one, _ = to.need(of, 0)
    to.need(of, 1, None)
    at = to.later()
    goals = [plan.GoalDraft("週に1回、外で過ごす", to.persons[0]), plan.GoalDraft("支払いの見通しを立てる")]
    steps = [
        plan.StepDraft("一緒に行く", to.part.home.team, goal=0),
        plan.StepDraft("窓口に相談する", to.part.home.team),
    ]
    review = to.part.last + timedelta(days=60)
    plan.draft(
        by=to.by,
        at=at,
        case=of,
        goals=goals,
        steps=steps,
        review_on=review,
        wish="前のように出かけたい",
        agreement=Agreement.AGREED,
    )
    to.write(of, one)
    to.at_last()
    to.write(of)


def many(to: Telling) -> None:
    of = to.open_case(5)
    needs = [to.need(of, number, number if number < 4 else None)[0] for number in range(5)]
    for one in needs[:3]:
        to.write(of, one)
    to.at_last()
    to.write(of, needs[3])
    to.write(of, needs[4], Method.PHONE)


def shielded(to: Telling) -> None:
    """A protected person: shut to all but who leads."""
    of = to.open_case(2)
    to.need(of, 0)
    to.write(of)
    at = to.later()
    listed = [to.part.home.workers[to.part.lead]]
    protection.protect_person(by=to.by, at=at, person=to.persons[0], listed=listed, reason="住民票の支援措置の申出")


def closed(to: Telling) -> None:
    of = to.open_case(2)
    one, ball = to.need(of, 0)
    to.write(of, one)
    to.at_last()
    settle(by=to.by, at=to.later(), ball=ball, outcome=Outcome.ACHIEVED)
    at = to.later()
    day = local_day(at) + timedelta(days=90)
    case.close_case(by=to.by, at=at, case=of, end=CaseEnd.ACHIEVED, next_team=to.part.home.team, look_in_on=day)


def asking(to: Telling) -> None:
    """A consultation nobody has made a case of yet."""
    to.at_last()
    to.consult()


def known(to: Telling) -> None:
    """A household that is known, and nothing more."""
    to.enter(4)
    to.live_together()


@dataclass(frozen=True)
class Shape:
    """`weight`: how often among a hundred; `persons` and `needs` (open ones) it leaves."""

    tell: Callable[[Telling], None]
    weight: int
    persons: int
    needs: int

    @property
    def name(self) -> str:
        return self.tell.__name__


SHAPES = (
    Shape(alone, 17, 1, 1),
    Shape(pair, 14, 2, 2),
    Shape(offered, 9, 3, 2),
    Shape(caught, 9, 2, 2),
    Shape(declined, 3, 2, 1),
    Shape(stuck, 3, 2, 1),
    Shape(planned, 9, 3, 2),
    Shape(many, 7, 5, 5),
    Shape(shielded, 1, 2, 1),
    Shape(closed, 14, 2, 0),
    Shape(asking, 14, 0, 0),
    Shape(known, 0, 4, 0),
)
