from marugoto.disclosure.models.answer import ConsentAnswer
from marugoto.disclosure.models.attachment import Attachment, AttachmentContent, AttachmentRemoval
from marugoto.disclosure.models.audit import Look, LookAt, LookSign, SignReply, SignReview, WatchedDay
from marugoto.disclosure.models.concern import Concern
from marugoto.disclosure.models.conflict import Conflict, ConflictEnding
from marugoto.disclosure.models.consent import Consent, ConsentItem
from marugoto.disclosure.models.council import (
    Council,
    CouncilEnding,
    CouncilMember,
    CouncilMemberEnding,
    CouncilText,
)
from marugoto.disclosure.models.emergency import (
    Emergency,
    EmergencyAccount,
    EmergencyAnswer,
    EmergencyEnding,
    EmergencyEscalation,
    EmergencySecond,
    EmergencySecondAnswer,
    EmergencySubject,
    EmergencyTold,
)
from marugoto.disclosure.models.folder import Filed, FiledQuerySet, Folder
from marugoto.disclosure.models.grant import Grant, GrantEnding
from marugoto.disclosure.models.prepared import Prepared
from marugoto.disclosure.models.purpose import PurposeDecision, PurposeEnding, PurposeRequest, PurposeSubject
from marugoto.disclosure.models.reliance import Reliance
from marugoto.disclosure.models.restriction import (
    Restriction,
    RestrictionEnding,
    RestrictionListing,
    RestrictionRenewal,
)

__all__ = [
    "Attachment",
    "AttachmentContent",
    "AttachmentRemoval",
    "Concern",
    "Conflict",
    "ConflictEnding",
    "Consent",
    "ConsentAnswer",
    "ConsentItem",
    "Council",
    "CouncilEnding",
    "CouncilMember",
    "CouncilMemberEnding",
    "CouncilText",
    "Emergency",
    "EmergencyAccount",
    "EmergencyAnswer",
    "EmergencyEnding",
    "EmergencyEscalation",
    "EmergencySecond",
    "EmergencySecondAnswer",
    "EmergencySubject",
    "EmergencyTold",
    "Filed",
    "FiledQuerySet",
    "Folder",
    "Grant",
    "GrantEnding",
    "Look",
    "LookAt",
    "LookSign",
    "Prepared",
    "PurposeDecision",
    "PurposeEnding",
    "PurposeRequest",
    "PurposeSubject",
    "Reliance",
    "Restriction",
    "RestrictionEnding",
    "RestrictionListing",
    "RestrictionRenewal",
    "SignReply",
    "SignReview",
    "WatchedDay",
]
