"""A file that somebody brought, given out again: whatever is in it runs nowhere."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.rules.attachment import MEDIA

NOTHING_RUNS = "default-src 'none'; sandbox"


def shown(content: bytes, kind: PaperKind) -> HttpResponse:
    """In its place on a page, as a picture is; no browser keeps it."""
    answer = HttpResponse(content, content_type=MEDIA[kind])
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = NOTHING_RUNS
    answer["Cache-Control"] = "no-store"
    return answer


def saved(content: bytes, kind: PaperKind, name: str) -> HttpResponse:
    """Always saved under its name, never opened inside the house."""
    answer = shown(content, kind)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
