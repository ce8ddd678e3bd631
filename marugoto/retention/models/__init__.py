from marugoto.retention.models.destruction import Destruction, Reapplication
from marugoto.retention.models.disposal import (
    Disposal,
    DisposalDecision,
    DisposalItem,
    DisposalTarget,
    DisposalUndo,
    ItemObstacle,
    ItemRemoval,
    PassedOver,
)
from marugoto.retention.models.hold import Hold, HoldEnding
from marugoto.retention.models.schedule import Schedule

__all__ = [
    "Destruction",
    "Disposal",
    "DisposalDecision",
    "DisposalItem",
    "DisposalTarget",
    "DisposalUndo",
    "Hold",
    "HoldEnding",
    "ItemObstacle",
    "ItemRemoval",
    "PassedOver",
    "Reapplication",
    "Schedule",
]
