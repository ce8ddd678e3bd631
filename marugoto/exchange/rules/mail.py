"""The digest as a letter, and when a letter that could not be sent is tried again."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from enum import StrEnum
from uuid import UUID

from marugoto.kernel.decision import YES, Decision, no

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=1)
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
ANY_ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>@:;,]+>?")
WEEK = "月火水木金土日"


class MailState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"  # handed to the server; the answer is still to come, or will never
    SENT = "sent"
    REFUSED = "refused"  # the server will not take it, however often
    OVER = "over"  # its day went by


@dataclass(frozen=True)
class Letter:
    """Numbers by kind; no name, and no number by which a household could be known."""

    id: UUID
    day: date
    lines: tuple[tuple[str, int], ...]
    house: str


def may_have_address(address: str) -> Decision:
    if address and not ADDRESS.fullmatch(address):
        return no("メールアドレスの形ではありません。", "「名前@組織.lg.jp」のように、半角で書いてください。")
    return YES


def without_addresses(said: str) -> str:
    """A server repeats whose mailbox it refuses; the office reads why, and not whose address."""
    return ANY_ADDRESS.sub("…", said)


def next_try(tries: int, *, at: datetime) -> datetime:
    """Later and later, at most an hour apart."""
    return at + min(LONGEST_WAIT, FIRST_WAIT * (1 << min(tries, 8)))


def written(letter: Letter, *, sender: str, receiver: str, at: datetime) -> EmailMessage:
    """The same letter has the same Message-ID at every try, so that a mailbox can tell."""
    message = EmailMessage(policy=SMTP)
    said = f"{letter.day.month}月{letter.day.day}日({WEEK[letter.day.weekday()]})"
    message["Subject"] = f"まるごと 今朝のまとめ {said}"
    message["From"], message["To"] = sender, receiver
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{letter.id}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    lines = [f"{kind}: {count}件" for kind, count in letter.lines if count] or ["きょう急ぐものはありません。"]
    parts = [
        f"{said}の朝のようすです。",
        "",
        *lines,
        "",
        "くわしくは、庁内でサインインして「きょう」を開いてください。",
    ]
    ending = ["", "このメールは、画面の「今朝のまとめ」で止められます。"]
    message.set_content("\n".join([*parts, letter.house, *ending]) + "\n", charset="utf-8", cte="base64")
    return message
