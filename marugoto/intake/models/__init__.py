from marugoto.intake.models.consultation import Consultation, ConsultationTrouble, ConsultationUrgent
from marugoto.intake.models.notice import Notice, NoticeInformant, NoticeReply, ReleasedAnswer

__all__ = [
    "Consultation",
    "ConsultationTrouble",
    "ConsultationUrgent",
    "Notice",
    "NoticeInformant",
    "NoticeReply",
    "ReleasedAnswer",
]
