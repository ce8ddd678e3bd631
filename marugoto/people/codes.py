"""Closed lists of codes about persons and households; how they are said stands in `labels`."""

from enum import StrEnum


class Sex(StrEnum):
    """As the person says it; not asked is a value of its own."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"
    UNKNOWN = "unknown"


class NameKind(StrEnum):
    """Why a name beside the present one is kept."""

    FORMER = "former"  # 旧姓など、まえの名前
    KNOWN_AS = "known_as"  # 通称
    SPELLING = "spelling"  # まえの書き方: kept when a name is corrected or learnt later


class GramKind(StrEnum):
    NAME = "name"
    KANA = "kana"


class PersonField(StrEnum):
    """What of a person can be corrected."""

    NAME = "name"
    KANA = "kana"
    BIRTH = "birth"
    SEX = "sex"
    DEATH = "death"  # taken back: the person is alive after all


class ChangeKind(StrEnum):
    """What became of a household."""

    FORMED = "formed"
    JOINED = "joined"
    MOVED_OUT = "moved_out"
    SPLIT = "split"
    MERGED = "merged"
    DIED = "died"
    STAYED = "stayed"  # the leaving was a mistake


class Destination(StrEnum):
    """Where somebody went who left a household; the address itself is a contact."""

    ALONE = "alone"
    FAMILY = "family"
    HOSPITAL = "hospital"
    FACILITY = "facility"
    AWAY = "away"  # out of the municipality
    UNKNOWN = "unknown"


class LeaveReason(StrEnum):
    MOVED_OUT = "moved_out"
    DIED = "died"
    MISTAKE = "mistake"  # was never a member


class UnionKind(StrEnum):
    MARRIAGE = "marriage"
    COMMON_LAW = "common_law"  # 事実婚
    PARTNER = "partner"


class UnionState(StrEnum):
    """How a union stands from a day on; death is told by the persons themselves."""

    TOGETHER = "together"
    SEPARATED = "separated"
    DIVORCED = "divorced"


class TieKind(StrEnum):
    DESCENT = "descent"
    UNION = "union"
    TURN = "turn"  # how a couple stands from a day on


class DescentKind(StrEnum):
    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"
    STEP = "step"


class MarkKind(StrEnum):
    """How two people stand to each other, as they or the worker see it; and for a household whom one turns to and who cares."""

    CLOSE = "close"
    STRAINED = "strained"
    BROKEN = "broken"
    KEY_PERSON = "key_person"
    MAIN_CARER = "main_carer"  # 主
    SECOND_CARER = "second_carer"  # 副


CARERS = (MarkKind.MAIN_CARER, MarkKind.SECOND_CARER)
FAMILY_ROLES = (MarkKind.KEY_PERSON, *CARERS)  # of one person for a household; all others are of two
