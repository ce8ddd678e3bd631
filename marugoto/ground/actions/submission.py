"""Remember a sent form in the transaction of its action."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import QuerySet, UUIDField
from django.http import HttpResponse, HttpResponseRedirect

from marugoto.ground.models import Submission
from marugoto.ground.question import Question


def new_key(reader: UUID | None = None) -> str:
    """For a form that is about to be shown; `reader` is the duty that reads it, so that nobody else sends it by mistake."""
    return f"{uuid4()}.{reader}" if reader else str(uuid4())


def read_key(text: str) -> UUID | None:
    return _uuid(text.partition(".")[0])


def read_reader(text: str) -> UUID | None:
    """The duty the form was shown to. It is no proof of anything: it only guards against the wrong press."""
    return _uuid(text.partition(".")[2])


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def begin(*, key: UUID, sender: UUID, route: str, at: datetime) -> None:
    """Take the key; raises IntegrityError when another request has taken it (on PostgreSQL after that one has ended)."""
    Submission.objects.create(key=key, sender=sender, route=route[:200], sent_at=at)


def finish(*, key: UUID, status: int, location: str) -> None:
    Submission.objects.filter(key=key).update(status=status, location=location[:500])


def forget(*, before: datetime) -> int:
    """What was sent before that moment; answers how many."""
    gone, _rows = Submission.objects.filter(sent_at__lt=before).delete()
    return gone


def answer_of(key: UUID, sender: UUID) -> HttpResponse | None:
    """The answer that was given the first time, only to the one who sent it."""
    former = _ANSWERED.first(key=key, sender=sender)
    return HttpResponseRedirect(former.location) if former else None


def _answered(key: UUID, sender: UUID) -> QuerySet[Submission]:
    return Submission.objects.filter(key=key, sender=sender).exclude(status=0)


_ANSWERED = Question(_answered, key=UUIDField(), sender=UUIDField())
