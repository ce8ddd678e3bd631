"""The mail server of the office: one connection for a round, every letter on its own."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from django.conf import settings

SECONDS = 10
PERMANENT = range(500, 600)
CONNECTION = (OSError, smtplib.SMTPException)


class CannotSend(RuntimeError):
    """`forever`: the server says that it will never take this letter. `unsure`: the line broke while the letter was on it, and
    nobody knows whether it was taken; it is not sent again, so that no letter comes twice."""

    def __init__(self, said: str, *, forever: bool, unsure: bool = False) -> None:
        super().__init__(said)
        self.forever, self.unsure = forever, unsure


class _Watched(smtplib.SMTP):
    """Knows whether the letter itself has gone over the line."""

    handed = False

    def data(self, msg: Any) -> Any:
        self.handed = True
        return super().data(msg)


class _WatchedWithin(_Watched, smtplib.SMTP_SSL):
    """The same within TLS from the first word on."""


@dataclass(frozen=True)
class MailServer:
    """Where letters are handed in, and for which bodies under which sender; nothing goes out where there is none."""

    host: str
    port: int
    user: str
    password: str
    tls: str  # "starttls", "tls", or empty within the machine
    senders: dict[str, str]

    def sender_of(self, body: str) -> str:
        return self.senders.get(body, "") if self.host else ""


def mail_server() -> MailServer:
    known: dict[str, Any] = settings.MARUGOTO_MAIL
    return MailServer(**known)


@contextmanager
def connected(server: MailServer) -> Iterator[smtplib.SMTP]:
    """Raises `CannotSend` where the server does not answer; a later round tries again."""
    try:
        line = _line(server)
    except CONNECTION as trouble:
        raise CannotSend(_said(trouble), forever=False) from trouble
    try:
        yield line
    finally:
        try:
            line.quit()
        except CONNECTION:
            line.close()


def send(line: smtplib.SMTP, message: EmailMessage) -> None:
    if isinstance(line, _Watched):
        line.handed = False
    try:
        line.send_message(message)
    except smtplib.SMTPRecipientsRefused as refused:
        code, said = next(iter(refused.recipients.values()))
        raise CannotSend(f"{code} {_text(said)}", forever=code in PERMANENT) from refused
    except smtplib.SMTPResponseException as refused:
        forever = refused.smtp_code in PERMANENT and not isinstance(refused, smtplib.SMTPAuthenticationError)
        raise CannotSend(f"{refused.smtp_code} {_text(refused.smtp_error)}", forever=forever) from refused
    except CONNECTION as trouble:
        raise CannotSend(_said(trouble), forever=False, unsure=getattr(line, "handed", False)) from trouble


def _line(server: MailServer) -> smtplib.SMTP:
    secure = ssl.create_default_context()
    if server.tls == "tls":
        line: smtplib.SMTP = _WatchedWithin(server.host, server.port, timeout=SECONDS, context=secure)
    else:
        line = _Watched(server.host, server.port, timeout=SECONDS)
    if server.tls == "starttls":
        line.starttls(context=secure)
    if server.user:
        line.login(server.user, server.password)
    return line


def _said(trouble: BaseException) -> str:
    return f"{type(trouble).__name__}: {trouble}"


def _text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
