"""A file named on the command line: looked for from where the administrator stands, not from where the program lies."""

import os
from pathlib import Path

from django.core.management.base import CommandError

STANDS = "MARUGOTO_CALLED_FROM"  # set by bin/marugoto, which works from the checkout


def standing(named: str) -> Path:
    """The path as the caller means it; an absolute one stays as it is."""
    return Path(os.environ.get(STANDS, ".")) / Path(named).expanduser()


class CallersFile:
    """Opened when it is read, so that what is wrong is said in one sentence."""

    def __init__(self, named: str) -> None:
        self.named = named
        self.path = standing(named)
        self.name = self.path.name

    def content(self, limit: int) -> bytes:
        """At most one byte more than may be read: a file of any size is refused by its size and not by the memory."""
        try:
            with self.path.open("rb") as stream:
                return stream.read(limit + 1)
        except OSError as trouble:
            raise CommandError(f"ファイルが開けません: {self.named}　場所と名前を確かめてください。") from trouble

    def text(self, limit: int) -> str:
        """UTF-8, with or without a mark at its beginning."""
        raw = self.content(limit)
        if len(raw) > limit:
            raise CommandError(f"ファイルが大きすぎます（{limit:,}バイトまで）: {self.named}")
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError as trouble:
            raise CommandError(f"UTF-8で書かれていません: {self.named}　UTF-8で保存し直してください。") from trouble
