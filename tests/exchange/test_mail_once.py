"""A letter comes once or not at all: where the line breaks in the middle of it, nobody sends it again; and addresses have an end."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from marugoto.custody.actions.people import end_duty
from marugoto.exchange.actions.digest_mail import morning_round, wish_for_mail
from marugoto.exchange.actions.retention import retention_round
from marugoto.exchange.models import DigestMail, MailWish
from marugoto.exchange.rules.mail import MailState
from marugoto.exchange.rules.retention import LETTER_DAYS
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.exchange.test_digest_mail import HERS, Mailbox, kept, mail, morning, post, said, story, town, wished

pytestmark = pytest.mark.django_db
__all__ = ["box", "morning", "post", "story", "town"]  # fixtures of the digest


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@dataclass
class Breaking:
    """A server that hears `until` of a word, keeps what came, and lets the line drop without an answer."""

    until: bytes
    letters: list[bytes] = field(default_factory=list)

    def serve(self, line: socket.socket) -> None:
        with line, line.makefile("rb") as heard:
            line.sendall(b"220 here\r\n")
            for word in heard:
                if word.lower().startswith(b"data"):
                    line.sendall(b"354 go on\r\n")
                    self.letters.append(b"".join(iter(heard.readline, b".\r\n")))
                    return
                if word.startswith(self.until):
                    return
                line.sendall(b"250 ok\r\n")


@pytest.fixture
def breaking(request: pytest.FixtureRequest, settings: Any) -> Iterator[Breaking]:
    server = Breaking(request.param)
    with socket.create_server(("127.0.0.1", 0)) as door:
        settings.MARUGOTO_MAIL = said(door.getsockname()[1])

        def take() -> None:
            for _try in range(2):
                try:
                    line, _from = door.accept()
                except OSError:
                    return
                server.serve(line)

        thread = threading.Thread(target=take, daemon=True)
        thread.start()
        yield server
        door.shutdown(socket.SHUT_RDWR)
    thread.join(5)


@pytest.mark.parametrize(
    ("breaking", "state", "letters"),
    [(b"never", MailState.SENDING, 1), (b"mail", MailState.WAITING, 0), (b"rcpt", MailState.WAITING, 0)],
    indirect=["breaking"],
)
def test_a_line_that_breaks_after_the_letter_brings_no_second_one(
    breaking: Breaking, town: Any, story: Any, morning: Any, state: MailState, letters: int
) -> None:
    wished(town, "tanaka", HERS)
    morning_round(at=morning)
    assert (mail().state, mail().tries, len(breaking.letters)) == (state, 1, letters)
    assert "SMTPServerDisconnected" in mail().trouble
    morning_round(at=morning + timedelta(minutes=10))
    assert mail().tries == (1 if letters else 2)
    assert len(breaking.letters) == letters


def addresses(model: Any) -> list[str]:
    return sorted(row.address for row in kept(model))


def test_an_address_goes_when_its_time_is_over(town: Any, story: Any, morning: Any, post: Any, box: Mailbox) -> None:
    wished(town, "tanaka", "old@minamo.example")
    wished(town, "tanaka", HERS)
    wished(town, "ogawa", "ogawa@minamo.example")
    morning_round(at=morning)
    assert addresses(DigestMail) == ["ogawa@minamo.example", HERS]
    retention_round(at=morning)
    assert addresses(MailWish) == ["", "ogawa@minamo.example", HERS]  # another took the place of the first
    today = local_day(morning)
    by = town("honma").at_moment(morning)
    end_duty(by=by, at=morning, duty=town("tanaka").duty, day=today + timedelta(days=1), reason="退職")
    retention_round(at=morning + timedelta(days=LETTER_DAYS))
    assert HERS in addresses(MailWish)
    for _twice in range(2):
        retention_round(at=morning + timedelta(days=LETTER_DAYS + 1))
    assert addresses(MailWish) == ["", "", "ogawa@minamo.example"]
    assert addresses(DigestMail) == ["", ""]
    with unwalled():
        assert {row.state for row in kept(DigestMail)} == {MailState.SENT}
    assert timezone.is_aware(morning)
    assert wish_for_mail(by=town("ogawa"), at=morning + timedelta(days=90), address="").address == ""
