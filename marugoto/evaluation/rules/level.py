"""From answers to a verdict: levels 0-4, each only where all below hold, how sure, and the next step (our proposal v0, evaluation.md 6.5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marugoto.evaluation.rules.ask import NO_RECORD, NOT_SAID, Answer, Ask, AtLeast
from marugoto.evaluation.rules.certainty import certainty
from marugoto.evaluation.rules.evidence import Evidence, Seen
from marugoto.evaluation.rules.figures import Share, percent

LEVELS: Mapping[int, str] = {0: "無い", 1: "決めた", 2: "動いた", 3: "回っている", 4: "学んでいる"}
MEANS: Mapping[int, str] = {
    0: "やり方が、まだ決まっていない。",
    1: "やり方や係を決めた。",
    2: "決めたことが、記録の上で動いている。",
    3: "いつもそうなっている。大多数でできている。",
    4: "2年つづけて3を保ち、その数を見直しに使って、何かを変えた。",
}
UNKNOWN = "判定不能"
NO_CASE = "当たることが出てきたら、また判定が始まります。"
TESTED = (1, 2, 3)
SURENESS = ("仮", "おおむね", "確か")


@dataclass(frozen=True)
class Mark:
    """On the bar of the share: from `at` of n on the level's test is met; `missing` more are wanted."""

    level: int
    at: int
    missing: int
    words: str = ""


@dataclass(frozen=True)
class Verdict:
    """`level` None is U 判定不能. `stands` says where it stands, `next_step` what reaches the next level, in words.

    `reason`: why nothing, or nothing more, can be judged. `sure`: 確か, おおむね, 仮, or empty where no percentage was asked.
    `no_case`: somebody attested that there was no such case. `look_at`: the piece of evidence the next step is about.
    """

    level: int | None
    stands: str
    next_step: str
    share: Share
    answers: tuple[Answer, ...] = ()
    marks: tuple[Mark, ...] = ()
    beside: tuple[str, ...] = ()
    reason: str = ""
    sure: str = ""
    look_at: str = ""
    no_case: bool = False
    unit: str = "件"

    @property
    def word(self) -> str:
        return UNKNOWN if self.level is None else LEVELS[self.level]

    @property
    def ahead(self) -> str:
        """「2 になるのは 21件(50%)から、3 は 33件(80%)から。」"""
        missing = [mark for mark in self.marks if mark.missing]
        if not missing:
            return ""
        first, *others = missing
        said = [f"{first.level} になるのは {first.at}{self.unit}({first.words})から"]
        return "、".join(said + [f"{one.level} は {one.at}{self.unit}({one.words})から" for one in others]) + "。"

    @property
    def attested(self) -> int:
        """How many of its answers rest on what the body said of itself."""
        return sum(one.attested and one.met is not None for one in self.answers)


def judge(asks: Sequence[Ask], evidence: Evidence, *, beside: Mapping[str, str] | None = None) -> Verdict:
    """`beside`: by piece, the words around its share that are read together with the level."""
    answers = tuple(ask.answer(evidence) for ask in asks)
    first = next(iter(evidence.seen.values()), None)
    share = first.read if first else Share(0, 0)
    no_case = evidence.no_case and not share.n
    level = None if no_case else level_of(answers)
    ahead = [one for one in answers if one.level == (level or 0) + 1 and not one.met]
    next_step, look_at = (NO_CASE, "") if no_case else _next_step(level, ahead)
    return Verdict(
        level,
        _stands(first, answers),
        next_step,
        share,
        answers=answers,
        marks=_marks(asks, evidence),
        beside=tuple(words % {"said": evidence.seen[piece].said} for piece, words in (beside or {}).items()),
        reason=_reason(level, answers, no_case=no_case),
        sure=sureness(level, answers),
        look_at=look_at,
        no_case=no_case,
        unit=first.unit if first else "件",
    )


def level_of(answers: Sequence[Answer]) -> int | None:
    """The highest level of which all tests are met and all below; None where the first cannot be said."""
    reached = 0
    for level in TESTED:
        own = [one.met for one in answers if one.level == level]
        if all(own):
            reached = level
            continue
        if reached == 0 and False not in own:
            return None
        break
    return reached


def sureness(level: int | None, answers: Sequence[Answer]) -> str:
    """The weakest of the percentages a level rests on; where it rests on none yet, the strongest that keeps the next one away. What rests
    on a few cases walked through is 仮."""
    if any(one.walked and one.met and one.level <= (level or 0) for one in answers):
        return SURENESS[0]
    counts = [one for one in answers if one.share is not None]
    resting = [one for one in counts if one.level <= (level or 0)]
    keeping = [one for one in counts if one.level == (level or 0) + 1 and one.met is False]
    found = [SURENESS.index(certainty(one.share, one.bar)) for one in resting or keeping if one.share]
    if not found:
        return ""
    return SURENESS[min(found) if resting else max(found)]


def _next_step(level: int | None, ahead: Sequence[Answer]) -> tuple[str, str]:
    """The nearest thing to do: what is known to be missing first, then what is not known."""
    if level == TESTED[-1]:
        return "2年つづけて保ち、見直しに使うと「学んでいる」です。", ""
    nearest = next((one for one in ahead if one.met is False), ahead[0])
    if nearest.met is None:
        begins = "判定が始まります" if level is None else f"「{LEVELS[level + 1]}」かどうかを判定できます"
        return f"{nearest.towards}と、{begins}。", nearest.piece
    word = LEVELS[nearest.level]
    ends = f"「{word}」になります。" if len(ahead) == 1 else f"「{word}」までの{len(ahead)}つのうち、1つがすみます。"
    return f"{nearest.towards}、{ends}", nearest.piece


def _reason(level: int | None, answers: Sequence[Answer], *, no_case: bool) -> str:
    if no_case:
        return "対象なしと書かれています。前の段階がそのまま残ります。"
    unknown = [one for one in answers if one.level == (level or 0) + 1 and one.met is None]
    if not unknown:
        return ""
    said = "・".join(dict.fromkeys(map(_why_unknown, unknown)))
    return f"{said}ため、{'判定できません' if level is None else f'{level + 1} からは判定できません'}。"


def _why_unknown(one: Answer) -> str:
    if one.stands in {NO_RECORD, NOT_SAID}:
        return one.stands
    return "言明と記録が食い違う" if one.against_record else "記録が足りない"


def _stands(first: Seen | None, answers: Sequence[Answer]) -> str:
    """The piece on the bar; where nothing was counted, what was said of the first level."""
    if first is None or not first.read.n:
        begins = next(one for one in answers if one.level == TESTED[0])
        return f"{begins.asks}: {begins.stands}。"
    return f"{first.name}は{first.said}。"


def _marks(asks: Sequence[Ask], evidence: Evidence) -> tuple[Mark, ...]:
    """Where on the bar of the first piece the levels begin."""
    first = next(iter(evidence.seen), "")
    bars = [ask for ask in asks if isinstance(ask, AtLeast) and ask.piece == first]
    shares = [(ask, evidence.seen[first].share if ask.whole else evidence.seen[first].read) for ask in bars]
    return tuple(
        Mark(ask.level, share.needed(ask.bar), share.missing(ask.bar), f"{percent(ask.bar)}%")
        for ask, share in shares
        if share.n
    )
