"""What was found to have run out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from marugoto.retention.codes import RecordKind


@dataclass(frozen=True)
class RunOut:
    """Something that was closed before a moment; `number` is how it is called on the telephone."""

    record: RecordKind
    subject: UUID
    number: str
    closed_at: datetime
