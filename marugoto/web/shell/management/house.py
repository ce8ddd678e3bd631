"""What the commands of the house share: which body, on which day, and a refusal in the words of the rule."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.core.management.base import CommandError
from django.utils import timezone

from marugoto.agencies.queries import directory
from marugoto.agencies.queries.system import system_viewer
from marugoto.agencies.viewer import Viewer
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import read_day
from marugoto.web.shell.management.spoken import where_it_is_kept


def house_of(code: str) -> tuple[Viewer, datetime]:
    """The system's own viewer in that body, and the moment."""
    if code not in {body.code for body in directory.bodies()}:
        raise CommandError(
            f"団体コード{code}の自治体はありません。一覧は bin/marugoto municipalities で見られます。"
            + where_it_is_kept()
        )
    at = timezone.now()
    return system_viewer(code, at), at


def asked(words: str | None, option: str) -> str:
    if not words:
        raise CommandError(f"{option} がありません。使い方は --help で見られます。")
    return words


def asked_day(words: str | None, option: str) -> date:
    with refusals():
        return read_day(asked(words, option))


@contextmanager
def refusals() -> Iterator[None]:
    """Turn a refusal of the domain into a sentence of the command line."""
    try:
        yield
    except Refused as refused:
        raise CommandError(f"{refused.sentence}{refused.way_on}") from refused
