"""What a kind of conference is."""

from dataclasses import dataclass

from marugoto.conferences.codes import KindCode, Level
from marugoto.disclosure.codes import BasisCode


@dataclass(frozen=True)
class Kind:
    """`bases` are those an agenda item of this kind may stand on, the usual one first. A kind whose only basis is consent
    refuses an item without it. A kind without any speaks of nobody: it has topics, and is open to all who work on support. `pledge`
    is the sentence each seat confirms before opening the papers; `needs`: the entry of the body's profile without which there is none,
    and `without` what is said there instead."""

    code: KindCode
    name: str
    level: Level
    bases: tuple[BasisCode, ...]
    article: str
    says: str
    pledge: str
    examines_plans: bool = False
    needs: str = ""
    without: tuple[str, str] = (
        "根拠になる条件が、この自治体にはいまありません。",
        "この自治体で使えるほかの会議を選んでください。",
    )

    @property
    def of_topics(self) -> bool:
        return not self.bases
