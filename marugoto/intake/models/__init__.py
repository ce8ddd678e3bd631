from marugoto.intake.models.agreement import WatchAgreement
from marugoto.intake.models.consultation import Consultation, ConsultationLine, ConsultationTrouble, ConsultationUrgent
from marugoto.intake.models.inquiry import Inquired, Inquiry, InquiryReply, InquiryTeam
from marugoto.intake.models.notice import Notice, NoticeInformant, NoticeReply, NoticeTie, ReleasedAnswer

__all__ = [
    "Consultation",
    "ConsultationLine",
    "ConsultationTrouble",
    "ConsultationUrgent",
    "Inquired",
    "Inquiry",
    "InquiryReply",
    "InquiryTeam",
    "Notice",
    "NoticeInformant",
    "NoticeReply",
    "NoticeTie",
    "ReleasedAnswer",
    "WatchAgreement",
]
