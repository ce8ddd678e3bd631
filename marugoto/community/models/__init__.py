from marugoto.community.models.boundary import BoundaryFile, BoundaryUse, BoundaryUseEnding, DistrictShape
from marugoto.community.models.dialogue import Dialogue
from marugoto.community.models.enquiry import Enquiry, EnquiryAnswer, EnquiryOutcome
from marugoto.community.models.field_note import FieldFinding, FieldNote, FieldNoteBlank
from marugoto.community.models.field_photo import FieldPhoto, FieldPhotoContent
from marugoto.community.models.field_plan import FieldPlan, FieldPlanEnding
from marugoto.community.models.field_reply import FieldReply
from marugoto.community.models.field_task import FieldTask, FieldTaskEnding
from marugoto.community.models.host_link import (
    ChangeRequest,
    ChangeRequestAnswer,
    HostLink,
)
from marugoto.community.models.lack_sheet import LackLine, LackSheet
from marugoto.community.models.member import (
    Cooperation,
    CooperationAnswer,
    StandingMember,
    StandingMemberEnding,
    Undertaking,
)
from marugoto.community.models.place import (
    Place,
    PlaceChange,
    PlaceEnding,
    PlaceInterest,
    PlaceWelcome,
)
from marugoto.community.models.place_check import (
    Confirmation,
    ContactTry,
    PlaceDoubt,
    PlacePromise,
)
from marugoto.community.models.place_time import (
    PlaceDay,
    PlaceTime,
)
from marugoto.community.models.place_trait import (
    PlaceTrait,
)
from marugoto.community.models.place_words import (
    PlaceWords,
)
from marugoto.community.models.provision import Provision, ProvisionEnding, ProvisionUptake
from marugoto.community.models.training import Training, TrainingAttendance, TrainingResult, TrainingWorker
from marugoto.community.models.unmet_need import (
    UnmetJoining,
    UnmetNeed,
    UnmetNeedEnding,
    UnmetReply,
    UnmetStep,
    UnmetWait,
)

__all__ = [
    "BoundaryFile",
    "BoundaryUse",
    "BoundaryUseEnding",
    "ChangeRequest",
    "ChangeRequestAnswer",
    "Confirmation",
    "ContactTry",
    "Cooperation",
    "CooperationAnswer",
    "Dialogue",
    "DistrictShape",
    "Enquiry",
    "EnquiryAnswer",
    "EnquiryOutcome",
    "FieldFinding",
    "FieldNote",
    "FieldNoteBlank",
    "FieldPhoto",
    "FieldPhotoContent",
    "FieldPlan",
    "FieldPlanEnding",
    "FieldReply",
    "FieldTask",
    "FieldTaskEnding",
    "HostLink",
    "LackLine",
    "LackSheet",
    "Place",
    "PlaceChange",
    "PlaceDay",
    "PlaceDoubt",
    "PlaceEnding",
    "PlaceInterest",
    "PlacePromise",
    "PlaceTime",
    "PlaceTrait",
    "PlaceWelcome",
    "PlaceWords",
    "Provision",
    "ProvisionEnding",
    "ProvisionUptake",
    "StandingMember",
    "StandingMemberEnding",
    "Training",
    "TrainingAttendance",
    "TrainingResult",
    "TrainingWorker",
    "Undertaking",
    "UnmetJoining",
    "UnmetNeed",
    "UnmetNeedEnding",
    "UnmetReply",
    "UnmetStep",
    "UnmetWait",
]
