"""Closed lists of codes of evaluation."""

from enum import StrEnum


class Word(StrEnum):
    """What a body says of itself for a criterion."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO_CASE = "no_case"  # in the window there was no such case
    WALKED = "walked"  # the last cases were walked through one by one, for they are too few for a percentage


class Path(StrEnum):
    """On which way the body builds its system; it changes only with which instruments a level begins (evaluation.md 6.2)."""

    EXISTING = "a"  # 既存制度活用型
    MULTILAYERED = "b"  # 重層事業活用型
    SMALL = "c"  # 機能集約型(小規模・過疎)


class ReviewLevel(StrEnum):
    """Who comes together: those who do the work and those it concerns, a project team, or whoever decides on policy."""

    CONCERNED = "concerned"
    PROJECT = "project"
    POLICY = "policy"


class Party(StrEnum):
    """Kinds of people who take part in a review or whose opinion is brought: a kind, never a name."""

    PERSON = "person"
    FAMILY = "family"
    RESIDENTS = "residents"
    COMMISSIONERS = "commissioners"
    COUNCIL = "council"  # 社会福祉協議会
    PROVIDERS = "providers"
    FRONT = "front"  # who does the work at the window and outside
    DIVISION = "division"
    TOP = "top"
    EXPERT = "expert"


class PartyStage(StrEnum):
    INVITED = "invited"
    CAME = "came"


class ReviewSaid(StrEnum):
    """What a review says of one means of the plan."""

    KEEP = "keep"
    MEANS = "means"
    TARGET = "target"
    STOP = "stop"


class Proof(StrEnum):
    """In what the change can be read."""

    SPECIFICATION = "specification"
    BUDGET = "budget"
    PROCEDURE = "procedure"
    FORM = "form"
    POST = "post"
    MEETING_RULE = "meeting_rule"


class Effect(StrEnum):
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNCLEAR = "unclear"


class PilotEnd(StrEnum):
    WENT_ON = "went_on"
    CHANGED = "changed"
    STOPPED = "stopped"


class OpinionSaid(StrEnum):
    TAKEN_UP = "taken_up"  # it became a proposal of a review
    DONE = "done"  # it was so small that it was done at once
    NOT_NOW = "not_now"
    OTHER_PLACE = "other_place"


class ToldOf(StrEnum):
    """Of what whoever gave an opinion has heard."""

    ANSWER = "answer"
    DECISION = "decision"
    CHANGE = "change"


class IndicatorSort(StrEnum):
    STRUCTURE = "structure"
    PROCESS = "process"
    OUTPUT = "output"
    OUTCOME = "outcome"


class Filling(StrEnum):
    """Where the figure comes from."""

    COMPUTED = "computed"
    TYPED = "typed"


class Standing(StrEnum):
    """What the body said of an indicator of its plan; what has become of a live one is worked out from its uses."""

    SEED = "seed"
    LIVE = "live"
    PARKED = "parked"
    RETIRED = "retired"


class Earning(StrEnum):
    """How an indicator stands in the ledger."""

    SEED = "seed"
    LIVE = "live"
    EARNING = "earning"
    IDLE = "idle"
    PARKED = "parked"
    RETIRED = "retired"


class UseKind(StrEnum):
    CHANGED = "changed"
    STOPPED = "stopped"
    PENDING = "pending"
    KEPT = "kept"
    TARGET = "target"
    TRIED = "tried"  # a pilot that ended with a written finding


class Flag(StrEnum):
    DEAD = "A"
    TARGETS_ONLY = "B"
    NOT_COMPUTABLE = "C"
    BY_HAND = "D"
    OUTPUTS_ONLY = "E"
    NEVER_MISSED = "F"
    TWICE = "G"
    ONE_PERSON = "H"
    WRONG_WAY = "I"


class Way(StrEnum):
    UP = "up"
    DOWN = "down"
    NONE = "none"


class SurveyQuestion(StrEnum):
    """What can be asked so that one of the forty can be counted from the answers."""

    TRUST = "trust"
    LONELINESS = "loneliness"
    LONELY = "lonely"
    ISOLATED = "isolated"
    MUTUAL_HELP = "mutual_help"
    KNOWS_WHERE = "knows_where"
