"""Parts of what is kept about somebody, and the bases on which it may be seen."""

from enum import StrEnum


class Part(StrEnum):
    """What a folder holds of its subject. Consent names parts; the sensitive ones are folders of their own from the start."""

    BASIC = "basic"  # 基本
    CONTACT = "contact"  # 連絡先
    SUPPORT = "support"  # 相談と支援の記録
    MONEY = "money"  # 家計
    HEALTH = "health"  # 健康
    SCHOOL = "school"  # 学び・子ども
    SHELTER = "shelter"  # 保護住所
    INFORMANT = "informant"  # 通告者・知らせた人


# Known only where the whole household's other folders are not enough: never opened by "all parts".
GUARDED_PARTS = frozenset({Part.SHELTER, Part.INFORMANT})


class PaperKind(StrEnum):
    """What can be attached to a record: known by its first bytes."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


class BasisCode(StrEnum):
    """On what ground a folder is open. Articles and dates stand in `rules.basis.BASES`."""

    OWN_DUTY = "own_duty"
    CONSENT = "consent"
    SUPPORT_CONFERENCE = "support_conference"
    POVERTY_CONFERENCE = "poverty_conference"
    ASSISTANCE_CONFERENCE = "assistance_conference"
    CARE_CONFERENCE = "care_conference"
    CHILD_COUNCIL = "child_council"
    PURPOSE_CHANGE = "purpose_change"
    EMERGENCY = "emergency"


class CouncilKind(StrEnum):
    """Sorts of bodies in which agencies sit together by law. What each may do stands in `rules.council.COUNCILS`."""

    SUPPORT = "support"
    POVERTY = "poverty"
    ASSISTANCE = "assistance"
    CARE = "care"
    CHILD = "child"
    LONELINESS = "loneliness"
    DISABILITY = "disability"
    HOUSING = "housing"
    OTHER = "other"


class NoticeKind(StrEnum):
    """By what a body was set up, or made known."""

    ORDINANCE = "ordinance"  # 条例
    REGULATION = "regulation"  # 規則
    OUTLINE = "outline"  # 要綱
    ANNOUNCEMENT = "announcement"  # 告示・公示


class MemberSort(StrEnum):
    """Whom the secrecy of a 要対協 binds, and how, goes by the sort of member (児童福祉法25条の5)."""

    PUBLIC = "public"
    CORPORATION = "corporation"
    PERSON = "person"


class ConsentState(StrEnum):
    GIVEN = "given"
    PARTLY = "partly"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"
    CANNOT_BE_ASKED = "cannot_be_asked"
    WITHDRAWN = "withdrawn"


class ConsentForm(StrEnum):
    PAPER = "paper"
    SPOKEN = "spoken"
    PROXY = "proxy"


class ConflictKind(StrEnum):
    """Why a worker must not see or handle somebody."""

    KIN = "kin"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class ConsentText(StrEnum):
    """Which wording of the paper the person was shown."""

    NORMAL = "normal"
    EASY = "easy"


class EmergencyReason(StrEnum):
    """Why somebody opens what is not open to him: a short list, and words beside it."""

    LIFE = "life"
    CHILD = "child"
    VIOLENCE = "violence"
    MISSING = "missing"
    DISASTER = "disaster"


class EmergencyVerdict(StrEnum):
    """What somebody who was told of it answers."""

    FIT = "fit"
    UNFIT = "unfit"
    LOOK_INTO = "look_into"


class EmergencyState(StrEnum):
    """How an emergency opening stands."""

    NOBODY = "nobody"  # nobody of that name was found, nothing opened
    OPEN = "open"
    TO_ANSWER = "to_answer"  # closed, and the account or an answer is missing
    LATE = "late"  # missing a day after it was opened
    DONE = "done"


class PurposeItem(StrEnum):
    """By which item of 個人情報保護法69条2項 a purpose is left."""

    INSIDE = "inside"  # 2号: used within the same organ, and by whoever does its work under contract
    PUBLIC = "public"  # 3号: given to another public organ


class PurposeState(StrEnum):
    """How a request to leave the purpose stands."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"
    PAST = "past"
