"""An opaque reference to something of another floor: its kind and its id, said as "need:…"."""

from dataclasses import dataclass
from uuid import UUID

from marugoto.kernel.decision import Refused


@dataclass(frozen=True)
class Ref:
    kind: str
    id: UUID

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """The reverse of `str`, to the letter; raises `Refused` on anything else."""
        kind, _, key = text.partition(":")
        try:
            ref = cls(kind, UUID(key))
        except ValueError:
            ref = None
        if ref is None or not kind or str(ref) != text:
            raise Refused("指しているものが読み取れません。", "もう一度画面を開いてください。")
        return ref
