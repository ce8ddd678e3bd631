"""Invented evidence for a criterion: by default everything is as good as it can be, and a test makes one thing worse."""

from collections.abc import Mapping
from datetime import date

from marugoto.evaluation.codes import Path, Word
from marugoto.evaluation.rules.ask import Ask, Declared, Either, EveryGroup, Groups, OfPiece, SomeGroups, Unrecorded
from marugoto.evaluation.rules.evidence import Evidence, Said, Seen
from marugoto.evaluation.rules.figures import Share
from marugoto.evaluation.standards import BY_CODE

TODAY, UNTIL = date(2026, 9, 30), date(2027, 9, 30)
NONE = Share(0, 0)
Counted = Share | Mapping[str, Share]


def said(word: Word = Word.YES, words: str = "要綱で決めた", *, cases: int = 0, passed: int = 0) -> Said:
    return Said(word, TODAY, UNTIL, words, cases, passed)


def evidence(
    code: str,
    shares: Mapping[str, Counted],
    attested: Mapping[str, Said],
    *,
    longer: Mapping[str, Share] | None = None,
    path: Path = Path.EXISTING,
) -> Evidence:
    """A piece given as a mapping is told by groups, and its share is their sum; a piece not given was never recorded."""
    seen = {}
    for key, piece in BY_CODE[code].evidence.items():
        told = shares.get(key, NONE)
        groups = {} if isinstance(told, Share) else dict(told)
        share = (
            told
            if isinstance(told, Share)
            else Share(sum(g.n for g in groups.values()), sum(g.k for g in groups.values()))
        )
        if not groups and piece.by and share.n:
            groups = {"高齢": share}
        seen[key] = Seen(piece.name, share, piece.unit, (longer or {}).get(key), groups)
    return Evidence(seen, attested, path)


def asks_of(ask: Ask) -> tuple[Ask, ...]:
    return ask.either if isinstance(ask, Either) else (ask,)


__all__ = [
    "NONE", "TODAY", "UNTIL", "Declared", "EveryGroup", "Groups", "OfPiece", "SomeGroups", "Unrecorded", "asks_of", "evidence", "said",
]  # fmt: skip
