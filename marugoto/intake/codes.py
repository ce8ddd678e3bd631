"""Closed lists of intake."""

from enum import StrEnum


class Channel(StrEnum):
    WINDOW = "window"
    PHONE = "phone"
    VISIT = "visit"
    MAIL = "mail"
    OUTREACH = "outreach"
    OTHER_AGENCY = "other_agency"
    PORCH = "porch"


class NoticeSource(StrEnum):
    RESIDENT = "resident"
    COMMISSIONER = "commissioner"  # 民生委員・児童委員
    CLERK = "clerk"
    FIRM = "firm"
    AGENCY = "agency"


class UrgentCheck(StrEnum):
    """The four things asked first; "not asked" is an answer too, and is shown as one."""

    FOOD = "food"
    BED = "bed"
    VIOLENCE = "violence"
    LIFE = "life"


class UrgentAnswer(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


class ConsultationEnd(StrEnum):
    """What became of a consultation (domain.md 3.3: スクリーニング結果)."""

    CASE_OPENED = "case_opened"
    ANSWERED = "answered"
    HANDED_ON = "handed_on"
    BROKEN_OFF = "broken_off"


class NoticeAnswer(StrEnum):
    VISITED = "visited"
    CONSULTATION = "consultation"
    KNOWN_ALREADY = "known_already"
    NO_CONCERN = "no_concern"
    APPROACH = "approach"  # somebody goes there from now on, without being asked


class MayCall(StrEnum):
    """Whether the person agreed that the welfare desk gets in touch."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


class ToldBy(StrEnum):
    """How whoever noticed heard back."""

    PORCH = "porch"  # under the number and the word
    TODAY = "today"  # a worker, on the first page of his own
    PHONE = "phone"
    IN_PERSON = "in_person"
    LETTER = "letter"
    NOT_WANTED = "not_wanted"
    NO_WAY = "no_way"  # nowhere to be reached, or not after several tries


class FirmSort(StrEnum):
    """Firms that come to the door (見守り協定)."""

    GAS = "gas"
    NEWSPAPER = "newspaper"
    POST = "post"
    POWER = "power"
    WATER = "water"
    MILK = "milk"
    MEALS = "meals"
    PARCEL = "parcel"
    SHOP = "shop"
    OTHER = "other"


class InquiryReason(StrEnum):
    """Why somebody must know whether another office keeps a record."""

    CAME = "came"  # the person came to us
    WORRY = "worry"  # somebody is worried about the person
    TWICE = "twice"  # so that nobody is asked everything twice
    DANGER = "danger"  # life or safety


class InquiryAnswer(StrEnum):
    """What the office that keeps the record says. Words about the person are spoken, on their own ground; they are not sent here."""

    WILL_CALL = "will_call"
    CALL_US = "call_us"
    ASK_FIRST = "ask_first"  # the person is asked for consent before
    CANNOT = "cannot"
