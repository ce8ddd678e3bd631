"""What a criterion is judged by: whole numbers counted from facts, and what the body attested of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.rules.figures import ENOUGH, Share, said_of

LAST_CASES = 5  # so many of the last are walked through where a percentage cannot be given


@dataclass(frozen=True)
class Seen:
    """One piece of evidence: `share` over its own months, `longer` over 36 where the cases were too few, `groups` where asked for."""

    name: str
    share: Share
    unit: str = "件"
    longer: Share | None = None
    groups: Mapping[str, Share] = field(default_factory=dict)

    @property
    def wide(self) -> bool:
        """Is it read over 36 months?"""
        return self.read is not self.share

    @property
    def read(self) -> Share:
        if self.longer is None or self.share.enough or self.longer.n <= self.share.n:
            return self.share
        return self.longer

    @property
    def said(self) -> str:
        return counted(self.read, self.unit) + ("(36か月)" if self.wide else "")

    @property
    def judged_groups(self) -> dict[str, Share]:
        """Each group with enough cases; those with fewer are put together as one, where that one has enough."""
        large = {name: share for name, share in self.groups.items() if share.enough}
        small = [share for share in self.groups.values() if not share.enough]
        rest = Share(sum(one.n for one in small), sum(one.k for one in small))
        return large | ({"少ないところを合わせて": rest} if rest.enough else {})


@dataclass(frozen=True)
class Said:
    """What was attested and holds: of walked cases how many, and how many of them passed."""

    word: Word
    day: date
    until: date
    words: str = ""
    cases: int = 0
    passed: int = 0


@dataclass(frozen=True)
class Evidence:
    """All that is known of one criterion. `said`: by the key of the statement; the key of the criterion's cases is empty."""

    seen: Mapping[str, Seen]
    said: Mapping[str, Said] = field(default_factory=dict)
    path: Path = Path.EXISTING

    def walked(self, piece: Seen) -> bool | None:
        """Did all the last cases pass; None where too few or none were walked through, or no record tells of one."""
        told = self.said.get("")
        if (
            told is None or not piece.read.n or told.cases < self.last_cases(piece)
        ):  # only what was walked through has cases
            return None
        return told.passed == told.cases

    def too_good(self, good: int) -> bool:
        """Were more said to have passed than the records, in which so many are `good`, know of? Then the records hold."""
        told = self.said.get("")
        return told is not None and told.passed > good

    def last_cases(self, piece: Seen) -> int:
        """Five; on the way of small towns all there were, where they were fewer."""
        return min(LAST_CASES, piece.read.n) if self.path is Path.SMALL else LAST_CASES

    @property
    def no_case(self) -> bool:
        told = self.said.get("")
        return told is not None and told.word is Word.NO_CASE


def counted(share: Share, unit: str) -> str:
    """「41件中17件(41%)」 in the unit of what is counted."""
    return said_of(share).replace("件", unit)


def few(share: Share) -> int:
    """How many cases more it takes until a percentage can be given."""
    return max(ENOUGH - share.n, 0)
