"""What of an import can be taken back: only what is still as the import left it. Later work of people stays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from marugoto.exchange.rules.place_row import LABELS
from marugoto.exchange.rules.plan import Change


@dataclass(frozen=True)
class Back:
    """`values` to write back, by field; `ends`: the place goes; `sentence` says what stays and why, "" when all goes."""

    values: Mapping[str, str] = field(default_factory=dict)
    ends: bool = False
    sentence: str = ""


def take_back(changes: Sequence[Change], now: Mapping[str, str]) -> Back:
    """For a changed place: every field that still holds what the import wrote goes back to what it was."""
    back = {change.field: change.was for change in changes if now.get(change.field, "") == change.becomes}
    stays = [change.label for change in changes if change.field not in back]
    sentence = f"{'、'.join(stays)}は、取り込みの後に直されているため、そのまま残しました。" if stays else ""
    return Back(back, sentence=sentence)


def moved_on(written: Mapping[str, str], now: Mapping[str, str]) -> str:
    """For a new place: why it cannot simply go, or "" when it is still just what the import wrote."""
    mended = [LABELS[field] for field in LABELS if now.get(field, "") != written.get(field, "")]
    return f"取り込みの後に{'、'.join(mended)}が直されているため、この場所は残しました。" if mended else ""
