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
