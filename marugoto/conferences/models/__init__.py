from marugoto.conferences.models.agenda import AgendaItem, Seat, SeatPledge, View
from marugoto.conferences.models.conference import Conference, ConferenceStage
from marugoto.conferences.models.decision import Attended, Decision, Minutes

__all__ = [
    "AgendaItem",
    "Attended",
    "Conference",
    "ConferenceStage",
    "Decision",
    "Minutes",
    "Seat",
    "SeatPledge",
    "View",
]
