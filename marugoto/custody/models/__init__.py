from marugoto.custody.models.asking import Asking, AskingEnding, AskingWords, Direction
from marugoto.custody.models.ball import Ball, HandOver, Holding
from marugoto.custody.models.bid import Bid, BidEnding, BidWords
from marugoto.custody.models.bundle import Bundle, BundleLine, BundleTakingBack
from marugoto.custody.models.care import (
    Companion,
    Learnt,
    Lesson,
    Rescue,
    RescueEnding,
    Stuck,
    StuckAnswer,
    StuckWords,
    Touch,
)
from marugoto.custody.models.digest import Digest
from marugoto.custody.models.escalation import Escalation, EscalationTold
from marugoto.custody.models.limit import AnswerLimit, Limit
from marugoto.custody.models.offer import Offer, OfferEnding, OfferWords
from marugoto.custody.models.outside import OutsideAnswer, OutsideWords
from marugoto.custody.models.settlement import Reopening, Settlement
from marugoto.custody.models.succession import HandOverWords
from marugoto.custody.models.tiding import Tiding, TidingReading

__all__ = [
    "AnswerLimit",
    "Asking",
    "AskingEnding",
    "AskingWords",
    "Ball",
    "Bid",
    "BidEnding",
    "BidWords",
    "Bundle",
    "BundleLine",
    "BundleTakingBack",
    "Companion",
    "Digest",
    "Direction",
    "Escalation",
    "EscalationTold",
    "HandOver",
    "HandOverWords",
    "Holding",
    "Learnt",
    "Lesson",
    "Limit",
    "Offer",
    "OfferEnding",
    "OfferWords",
    "OutsideAnswer",
    "OutsideWords",
    "Reopening",
    "Rescue",
    "RescueEnding",
    "Settlement",
    "Stuck",
    "StuckAnswer",
    "StuckWords",
    "Tiding",
    "TidingReading",
    "Touch",
]
