from marugoto.conferences.models.agenda import AgendaItem, Seat, SeatPledge, View
from marugoto.conferences.models.conference import Conference, ConferenceStage
from marugoto.conferences.models.council import ConferenceCouncil, SeatAdmission
from marugoto.conferences.models.date import DateAnswer, DateFixed, DateOption
from marugoto.conferences.models.decision import Attended, Decision, Minutes
from marugoto.conferences.models.follow_up import FollowUp, ItemGap, NextConference
from marugoto.conferences.models.outside import (
    OutsideAttended,
    OutsideEnding,
    OutsideLate,
    OutsidePledge,
    OutsideSeat,
    OutsideView,
    OutsideWords,
)
from marugoto.conferences.models.papers import CopyReturn, Papers, PapersCopy
from marugoto.conferences.models.rebasing import Rebased
from marugoto.conferences.models.table import TableAttended, TableSeat, TableSeatTakingBack
from marugoto.conferences.models.topic import Resolution, ResolutionResult, Topic

__all__ = [
    "AgendaItem",
    "Attended",
    "Conference",
    "ConferenceCouncil",
    "ConferenceStage",
    "CopyReturn",
    "DateAnswer",
    "DateFixed",
    "DateOption",
    "Decision",
    "FollowUp",
    "ItemGap",
    "Minutes",
    "NextConference",
    "OutsideAttended",
    "OutsideEnding",
    "OutsideLate",
    "OutsidePledge",
    "OutsideSeat",
    "OutsideView",
    "OutsideWords",
    "Papers",
    "PapersCopy",
    "Rebased",
    "Resolution",
    "ResolutionResult",
    "Seat",
    "SeatAdmission",
    "SeatPledge",
    "TableAttended",
    "TableSeat",
    "TableSeatTakingBack",
    "Topic",
    "View",
]
