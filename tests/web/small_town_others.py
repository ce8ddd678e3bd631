"""The colleagues of the officer of 穂高沢町, at their own desks: the tax office, the nurse, 社協, the prefecture's welfare office."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from marugoto.custody.actions.offer import catch, decline
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import Decliner, DeclineReason, OfferReason, Outcome
from marugoto.custody.queries.ball import offered_to_us
from marugoto.disclosure.codes import BasisCode
from marugoto.intake.actions.consultation import Told, receive
from marugoto.intake.actions.notice import raise_notice
from marugoto.intake.actions.passing import offer_consultation
from marugoto.intake.codes import Channel, NoticeSource
from marugoto.kernel.jst import JST, local_day
from tests.town import HOTAKAZAWA, Town

EARLY = time(8, 5)
NOTICED, HANDED = frozenset({31, 95, 170}), frozenset({47, 151})  # on which open day of the year
ANSWERED_EVERY = 2


@dataclass
class Others:
    """Colleagues at their own desks: the tax office notices, the nurse hands on to 包括, 社協 and the prefecture answer."""

    town: Town
    answered: int = 0
    taken: list[tuple[date, str, UUID]] = field(default_factory=list)

    def act(self, day: date, turn: int) -> bool:
        """Whether something came of it for the officer."""
        self.town.now = datetime.combine(day, EARLY, JST)
        news = turn in NOTICED | HANDED
        if turn in NOTICED:
            self.notices()
        if turn in HANDED:
            self.hands_on()
        if turn % ANSWERED_EVERY == 0:
            self.answers(day)
        return news

    def notices(self) -> None:
        raise_notice(
            by=self.town("h-mizushima"),
            at=self.town.later(),
            notice=uuid4(),
            source=NoticeSource.CLERK,
            words="窓口で、食べるものがないと話された。",
            team=self.town.team("h-desk"),
        )

    def hands_on(self) -> None:
        """To another of the officer's teams than the one she usually sits in."""
        heard = receive(
            by=self.town("kitahara"),
            at=self.town.later(),
            day=local_day(self.town.now),
            channel=Channel.OUTREACH,
            told=Told(caller="中沢さん"),
        )
        offer_consultation(
            by=self.town("kitahara"),
            at=self.town.later(),
            consultation=heard.pk,
            to=self.town.team("h-care"),
            reason=OfferReason.OWN_FIELD,
            basis=BasisCode.OWN_DUTY,
        )

    def answers(self, day: date) -> None:
        """Every third time with a no that says why; what was taken is done within the month."""
        for who, body in (("momose", HOTAKAZAWA), ("kazama", HOTAKAZAWA)):
            for face in offered_to_us(self.town(who, body)):
                self.answered += 1
                assert face.offer
                if self.answered % 3 == 0:
                    said: dict[str, Any] = {"reason": DeclineReason.NO_ROOM, "words": "来月なら動けます。"}
                    decline(
                        by=self.town(who), at=self.town.later(), offer=face.offer, declined_by=Decliner.AGENCY, **said
                    )
                else:
                    catch(by=self.town(who), at=self.town.later(), offer=face.offer)
                    self.taken.append((day + timedelta(days=25), who, face.ball))
        for done in [one for one in self.taken if one[0] <= day]:
            self.taken.remove(done)
            settle(by=self.town(done[1]), at=self.town.later(), ball=done[2], outcome=Outcome.ACHIEVED)
