from marugoto.conferences.models.agenda import AgendaItem, Seat, SeatPledge, View
from marugoto.conferences.models.conference import Conference, ConferenceStage
from marugoto.conferences.models.date import DateAnswer, DateFixed, DateOption
from marugoto.conferences.models.decision import Attended, Decision, Minutes
from marugoto.conferences.models.follow_up import FollowUp, ItemGap, NextConference
from marugoto.conferences.models.outside import (
    OutsideAttended,
    OutsideEnding,
    OutsidePledge,
    OutsideSeat,
    OutsideView,
    OutsideWords,
)
from marugoto.conferences.models.papers import CopyReturn, Papers, PapersCopy
from marugoto.conferences.models.topic import Resolution, ResolutionResult, Topic

__all__ = [
    "AgendaItem",
    "Attended",
    "Conference",
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
    "OutsidePledge",
    "OutsideSeat",
    "OutsideView",
    "OutsideWords",
    "Papers",
    "PapersCopy",
    "Resolution",
    "ResolutionResult",
    "Seat",
    "SeatPledge",
    "Topic",
    "View",
]
