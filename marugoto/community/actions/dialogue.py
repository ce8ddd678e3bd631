"""Keep a dialogue: with which body, what was asked, what was said."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from marugoto.agencies.viewer import Viewer
from marugoto.community.actions.field_note import area_of
from marugoto.community.codes import NoteTheme, Partner
from marugoto.community.events import DialogueHeld
from marugoto.community.models import Dialogue
from marugoto.community.rules.dialogue import may_hold
from marugoto.community.rules.field_note import may_stand
from marugoto.ground.transaction import acting
from marugoto.kernel.fold import clean
from marugoto.kernel.jst import local_day
from marugoto.ledger.actions import announce


@dataclass(frozen=True)
class Beside:
    """What the dialogue was about, where it stands in another list of the town."""

    place: UUID | None = None
    unmet: UUID | None = None
    topic: UUID | None = None


@acting
def hold_dialogue(
    *,
    by: Viewer,
    at: datetime,
    day: date,
    partner: Partner,
    partner_name: str,
    theme: NoteTheme,
    said: str,
    asked: str = "",
    people: int | None = None,
    minutes: int | None = None,
    district: UUID | None = None,
    beside: Beside = Beside(),
    sure: bool = False,
) -> Dialogue:
    name, said, asked = (clean(one, limit=20_000).strip() for one in (partner_name, said, asked))
    may_hold(name, said, day=day, today=local_day(at)).require()
    may_stand(name, asked, said, sure=sure).require()
    row = Dialogue.objects.create(
        body=by.body,
        made_at=at,
        day=day,
        partner=partner,
        partner_name=name[:120],
        theme=theme,
        asked=asked,
        said=said,
        people=people,
        minutes=minutes,
        district_id=district,
        place_id=beside.place,
        unmet_id=beside.unmet,
        topic=beside.topic,
        by=by.duty,
    )
    told = DialogueHeld(partner=partner, theme=theme, people=people, minutes=minutes, linked=int(beside != Beside()))
    announce(told, by=by, at=at, matter=row.pk, area=area_of(by, district))
    return row
