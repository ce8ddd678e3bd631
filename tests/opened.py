"""An emergency opening that is over, with everything that belongs to one."""

from datetime import date
from uuid import UUID

from marugoto.disclosure.actions import emergency as emergencies
from marugoto.disclosure.codes import EmergencyReason, EmergencyVerdict
from marugoto.people.actions.emergency import open_in_emergency
from tests.town import Town


def opened_in_emergency(town: Town) -> UUID:
    """田中 opened the pupil's record in an emergency, with 森 as the second person; accounted for, and answered by both who were told."""
    known = {"name": "石井 翔", "birth": date(2012, 6, 1), "reason": EmergencyReason.MISSING}
    town.later()
    row = open_in_emergency(by=town("tanaka"), at=town.now, words="下校のあと、家に着いていない。", **known)  # type: ignore[arg-type]
    town.later()
    emergencies.ask_second(by=town("tanaka"), at=town.now, emergency=row.pk, words="住所を訪ねるため。")
    town.later()
    emergencies.answer_second(by=town("mori"), at=town.now, emergency=row.pk, agreed=True)
    town.later()
    emergencies.end_emergency(by=town("tanaka"), at=town.now, emergency=row.pk)
    emergencies.account(by=town("tanaka"), at=town.now, emergency=row.pk, words="祖母の家で見つかった。")
    for worker in ("yamazaki", "shiraishi"):
        town.later()
        emergencies.answer(by=town(worker), at=town.now, emergency=row.pk, verdict=EmergencyVerdict.FIT)
    return row.pk
