"""What a level asks, as data: each test is one of these, and answers from the evidence whether it is met, not met, or cannot be said."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.rules.evidence import Evidence, Seen, counted, few
from marugoto.evaluation.rules.figures import Share, percent

NOT_SAID, NO_RECORD = "まだ言われていない", "まだ記録する場所がない"


@dataclass(frozen=True)
class Answer:
    """`met` None: it cannot be said; then `towards` is the cheapest way to become judgeable, else what is missing for it.

    `share` and `bar`: of a percentage, by which it is told how sure the answer is. `walked`: in place of one, a few cases were walked
    through; that is never more than 仮. `against_record`: more are said to have passed than the records know. `piece`: what to look at.
    """

    level: int
    asks: str
    stands: str
    met: bool | None
    towards: str = ""
    piece: str = ""
    share: Share | None = None
    bar: Fraction = Fraction(0)
    attested: bool = False
    unrecorded: bool = False
    walked: bool = False
    against_record: bool = False


@dataclass(frozen=True)
class Ask(ABC):
    """A test of a level, in words a planner reads."""

    level: int
    asks: str

    @abstractmethod
    def answer(self, evidence: Evidence) -> Answer: ...

    def _say(self, stands: str, met: bool | None, towards: str = "", **others: object) -> Answer:
        return Answer(self.level, self.asks, stands, met, "" if met else towards, **others)  # type: ignore[arg-type]


@dataclass(frozen=True)
class OfPiece(Ask):
    """`piece`: the key of the evidence it reads."""

    piece: str

    def _few(self, evidence: Evidence, seen: Seen, good: int | None = None) -> Answer:
        """Under ten even in 36 months there is no percentage: the last cases are walked through, one by one. `good`: so many of them the
        records know to be as asked, if not those that are counted; more than these cannot have passed."""
        walked = evidence.walked(seen)
        if walked is None:
            return self._say(seen.said, None, _towards_cases(seen), piece=self.piece)
        told, unit = evidence.said[""], seen.unit
        known = seen.read.k if good is None else good
        if evidence.too_good(known):
            words = f"たどって{told.passed}{unit}が「はい」と書かれていますが、記録で「はい」なのは{known}{unit}です。食い違うので、判定に使いません"
            mend = f"「はい」の{told.passed}{unit}が記録にも残るか、記録のとおりにたどり直して書く"
            return self._say(words, None, mend, piece=self.piece, attested=True, against_record=True)
        words = f"少ないので割合は見ず、直近の{told.cases}{unit}を一つずつたどり、{told.passed}{unit}が「はい」"
        met = walked or (None if self.level < _RUNS else False)
        again = (
            f"たどった{told.cases}{unit}のうち「いいえ」だった{told.cases - told.passed}{unit}のわけを、次の場で話す"
        )
        return self._say(words, met, again, piece=self.piece, attested=True, walked=True)


_RUNS = 3


def _towards_cases(seen: Seen) -> str:
    if not seen.read.n:
        return f"「{seen.name}」の記録が1{seen.unit}でも残るか、当たることがないので「対象なし」と書く"
    return f"あと{few(seen.read)}{seen.unit}の記録が残るか、直近の例を一つずつたどって書く"


@dataclass(frozen=True)
class AtLeast(OfPiece):
    """k of n is at least `bar`. `whole`: n are all there are, districts for instance, and not cases that may be too few."""

    bar: Fraction
    whole: bool = False

    def answer(self, evidence: Evidence) -> Answer:
        seen = evidence.seen[self.piece]
        share = seen.share if self.whole else seen.read
        if not share.n or not (self.whole or share.enough):
            return self._few(evidence, seen)
        stands = _whole(share, seen.unit) if self.whole else seen.said
        missing = f"「{seen.name}」があと{share.missing(self.bar)}{seen.unit}多ければ"
        return self._say(
            stands,
            share.at_least(self.bar),
            missing,
            piece=self.piece,
            share=None if self.whole else share,
            bar=self.bar,
        )


@dataclass(frozen=True)
class AtMost(OfPiece):
    """k of n is at most `bar`; `whole` as above."""

    bar: Fraction
    whole: bool = False

    def answer(self, evidence: Evidence) -> Answer:
        seen = evidence.seen[self.piece]
        share = seen.share if self.whole else seen.read
        if not share.n or not (self.whole or share.enough):
            return self._few(evidence, seen, seen.read.n - seen.read.k)
        fewer = f"「{seen.name}」を{share.k}{seen.unit}から{_most(share.n, self.bar)}{seen.unit}に減らすと"
        rest = None if self.whole else Share(share.n, share.n - share.k)
        stands = _whole(share, seen.unit) if self.whole else seen.said
        return self._say(stands, share.at_most(self.bar), fewer, piece=self.piece, share=rest, bar=1 - self.bar)


@dataclass(frozen=True)
class Against(OfPiece):
    """What `piece` counts is at most `bar` of the n of `over`."""

    over: str
    bar: Fraction

    def answer(self, evidence: Evidence) -> Answer:
        seen, whole = evidence.seen[self.piece], evidence.seen[self.over]
        if not whole.share.enough:
            return self._few(evidence, whole, whole.read.n - seen.read.k)
        share = Share(whole.share.n, seen.share.k)
        most = _most(share.n, self.bar)
        fewer = f"「{seen.name}」を{share.k}{seen.unit}から{most}{seen.unit}に減らすと"
        return self._say(f"{share.k}{seen.unit}", share.at_most(self.bar), fewer, piece=self.piece)


@dataclass(frozen=True)
class Number(OfPiece):
    """At least so many; `small`: so many on the way of small towns. Where nothing at all is recorded, it cannot be said."""

    least: int
    small: int | None = None

    def answer(self, evidence: Evidence) -> Answer:
        seen = evidence.seen[self.piece]
        least = self.small if self.small is not None and evidence.path is Path.SMALL else self.least
        stands = f"{seen.share.k}{seen.unit}"
        if not seen.share.n:
            return self._say(
                f"「{seen.name}」の記録がまだない",
                None,
                f"「{seen.name}」を{least}{seen.unit}、記録に残す",
                piece=self.piece,
            )
        more = f"「{seen.name}」があと{least - seen.share.k}{seen.unit}あると"
        return self._say(stands, seen.share.k >= least, more, piece=self.piece)


@dataclass(frozen=True)
class Few(OfPiece):
    """There are at most so many, and at least one."""

    most: int

    def answer(self, evidence: Evidence) -> Answer:
        seen = evidence.seen[self.piece]
        n = seen.share.n
        if not n:
            return self._few(evidence, seen)
        fewer = f"「{seen.name}」を{n}{seen.unit}から{self.most}{seen.unit}に減らすと"
        return self._say(f"{n}{seen.unit}", n <= self.most, fewer, piece=self.piece)


@dataclass(frozen=True)
class Nothing(OfPiece):
    """k is 0: none of them is so."""

    def answer(self, evidence: Evidence) -> Answer:
        seen = evidence.seen[self.piece]
        k = seen.share.k
        return self._say(f"{k}{seen.unit}", k == 0, f"「{seen.name}」の{k}{seen.unit}に手をつけると", piece=self.piece)


@dataclass(frozen=True)
class SomeGroups(OfPiece):
    """In at least `least` groups the share is at least `bar`; a group with too few cases may be one of them or not."""

    bar: Fraction
    least: int
    group: str = "分野"

    def answer(self, evidence: Evidence) -> Answer:
        seen = evidence.seen[self.piece]
        if not seen.read.enough:
            return self._few(evidence, seen)
        good = sum(share.enough and share.at_least(self.bar) for share in seen.groups.values())
        unknown = sum(not share.enough for share in seen.groups.values())
        stands = f"{len(seen.groups)}{self.group}のうち{good}{self.group}" + (
            f"(少なくて言えない{unknown}{self.group})" if unknown else ""
        )
        met = True if good >= self.least else None if good + unknown >= self.least else False
        return self._say(
            stands,
            met,
            f"{percent(self.bar)}%にとどく{self.group}があと{self.least - good}つふえると",
            piece=self.piece,
        )


@dataclass(frozen=True)
class Groups(OfPiece):
    """It came from at least so many groups."""

    least: int
    group: str = "分野"

    def answer(self, evidence: Evidence) -> Answer:
        seen = evidence.seen[self.piece]
        if not seen.share.n:
            return self._few(evidence, seen)
        found = len(seen.groups)
        more = f"「{seen.name}」があと{self.least - found}{self.group}からあると"
        return self._say(f"{found}{self.group}", found >= self.least, more, piece=self.piece)


@dataclass(frozen=True)
class EveryGroup(OfPiece):
    """No group is under the floor; groups with too few cases are looked at together."""

    floor: Fraction
    group: str = "分野"

    def answer(self, evidence: Evidence) -> Answer:
        seen = evidence.seen[self.piece]
        judged = seen.judged_groups
        if not judged:
            return self._few(evidence, seen)
        worst = min(judged, key=lambda name: Fraction(judged[name].k, judged[name].n))
        share = judged[worst]
        stands = f"いちばん低いのは{worst}の{counted(share, seen.unit)}"
        more = f"いちばん低い{worst}で「{seen.name}」があと{share.missing(self.floor)}{seen.unit}多ければ"
        return self._say(stands, share.at_least(self.floor), more, piece=self.piece)


@dataclass(frozen=True)
class Recorded(OfPiece):
    """The house writes it down by itself wherever such a thing happens; met as soon as one has."""

    stands: str

    def answer(self, evidence: Evidence) -> Answer:
        seen = evidence.seen[self.piece]
        if seen.share.n or seen.share.running:
            return self._say(self.stands, True, piece=self.piece)
        return self._say(
            f"「{seen.name}」の記録がまだない", None, f"「{seen.name}」の記録が1{seen.unit}でも残る", piece=self.piece
        )


@dataclass(frozen=True)
class Declared(Ask):
    """The body says it of itself, with who, when, in which words and until when. `how`: what is done before it can be said.

    `instruments`: with what it is done, way by way, where the way makes a difference.
    """

    key: str
    how: str
    instruments: Mapping[Path, str] = field(default_factory=dict)

    def answer(self, evidence: Evidence) -> Answer:
        told = evidence.said.get(self.key)
        how = self.how_on(evidence.path)
        if told is None:
            return self._say(NOT_SAID, None, f"{how}、「言明」に書く", attested=True)
        if told.word is Word.YES:
            return self._say(told.words or "決めた", True, attested=True)
        return self._say(f"まだない({told.words})" if told.words else "まだない", False, f"{how}と", attested=True)

    def how_on(self, path: Path) -> str:
        return self.instruments.get(path, "") + self.how


@dataclass(frozen=True)
class Unrecorded(Ask):
    """No fact in the house says it yet; `record` is what would have to be written down."""

    record: str

    def answer(self, evidence: Evidence) -> Answer:
        return self._say(NO_RECORD, None, self.record, unrecorded=True)


@dataclass(frozen=True)
class Either(Ask):
    """One of them is enough."""

    either: tuple[Ask, ...]

    def answer(self, evidence: Evidence) -> Answer:
        answers = [ask.answer(evidence) for ask in self.either]
        best = next((one for one in answers if one.met), None) or next(
            (one for one in answers if one.met is None), answers[0]
        )
        return replace(best, level=self.level, asks=self.asks)


def _whole(share: Share, unit: str) -> str:
    """All there are: a percentage also of few."""
    return f"{share.n}{unit}中{share.k}{unit}({percent(Fraction(share.k, share.n))}%)"


def _most(n: int, bar: Fraction) -> int:
    """The largest k of n that does not go over the bar."""
    return n * bar.numerator // bar.denominator
