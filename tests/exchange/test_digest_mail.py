"""The morning's digest: composed once for everybody, kept, and sent over a real mail server that may refuse, be down, and come back."""

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from email import message_from_bytes, policy
from typing import Any
from uuid import uuid4

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.contrib.auth import get_user_model
from django.utils import timezone

from marugoto.agencies.queries.system import system_viewer
from marugoto.custody.actions.care import call_stuck
from marugoto.custody.actions.digest import compose_all
from marugoto.custody.codes import BallState
from marugoto.custody.labels import DIGEST_KINDS
from marugoto.custody.models import Digest
from marugoto.custody.rules import digest as rules
from marugoto.custody.rules.digest import Counts, Standing
from marugoto.demo.town import BY_CODE
from marugoto.exchange.actions import digest_mail
from marugoto.exchange.actions.digest_mail import claim, morning_round, wish_for_mail
from marugoto.exchange.models import DigestMail
from marugoto.exchange.rules.mail import LONGEST_WAIT, MailState, may_have_address, next_try
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import JST, local_day
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import MINAMO, Town, settle_town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
MOST_QUERIES = 14
SENDER, HERS, NOBODYS = "shien@minamo.example", "tanaka@minamo.example", "nobody@minamo.example"


@dataclass
class Mailbox:
    """A mail server of the office: takes what is for somebody it knows."""

    taken: list[Envelope] = field(default_factory=list)
    busy: bool = False

    async def handle_RCPT(  # noqa: N802 — aiosmtpd calls it by this name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == NOBODYS:
            return f"550 5.1.1 <{address}>: Recipient address rejected: User unknown"
        if self.busy:
            return "451 4.3.2 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 — as above
        self.taken.append(envelope)
        return "250 OK"


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@pytest.fixture
def post(box: Mailbox, settings: Any) -> Iterator[Controller]:
    """On a port that the system chose."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.MARUGOTO_MAIL = said(port)
    settings.MARUGOTO_HOUSE_URL = "https://house.example"
    yield controller
    if controller.server is not None:
        controller.stop()


def said(port: int) -> dict[str, Any]:
    senders = {MINAMO: SENDER}
    return {"host": "127.0.0.1", "port": port, "user": "", "password": "", "tls": "", "senders": senders}


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    """田中's need is stuck."""
    told = one_household(town)
    call_stuck(by=town("tanaka"), at=town.later(), ball=told.ball)
    return told


@pytest.fixture
def morning(town: Town) -> datetime:
    """Seven o'clock of the next open day."""
    day = system_viewer(MINAMO, timezone.now()).calendar.next_open(local_day(town.now) + timedelta(days=1))
    return datetime.combine(day, time(7, 0), JST)


def wished(town: Town, worker: str, address: str) -> None:
    now = timezone.now()
    wish_for_mail(by=town(worker).at_moment(now), at=now, address=address)


def kept(model: Any) -> list[Any]:
    with unwalled():
        return list(model.objects.everywhere("what is kept").order_by("made_at", "pk"))


def of(town: Town, worker: str) -> Digest:
    return next(one for one in kept(Digest) if one.duty_id == town(worker).duty)


def mail() -> DigestMail:
    (row,) = kept(DigestMail)
    return row


def test_everybody_has_one_a_day_and_none_before_the_morning(town: Town, story: Story, morning: datetime) -> None:
    by = system_viewer(MINAMO, morning)
    assert compose_all(by=by, at=morning - timedelta(hours=1)) == 0
    made = compose_all(by=by, at=morning)
    assert made > 10
    assert compose_all(by=by, at=morning + timedelta(hours=1)) == 0
    assert len({row.duty_id for row in kept(Digest)}) == len(kept(Digest)) == made
    assert of(town, "ogawa").offers == 1
    assert of(town, "tanaka").stuck == 1


def test_none_on_a_day_on_which_the_house_is_closed(town: Town, story: Story) -> None:
    day = local_day(town.now)
    sunday = datetime.combine(day + timedelta(days=(6 - day.weekday()) % 7), time(9), JST)
    assert compose_all(by=system_viewer(MINAMO, sunday), at=sunday) == 0


def test_what_is_counted() -> None:
    today = local_day(timezone.now())
    plain = {"asked": False, "look": False, "due": None, "directed": None}
    rows = [
        Standing(BallState.LATE, **plain),  # type: ignore[arg-type]
        Standing(BallState.STUCK, **plain),  # type: ignore[arg-type]
        Standing(BallState.HELD, **plain | {"directed": today}),  # type: ignore[arg-type]
        Standing(BallState.HELD, **plain | {"due": today}),  # type: ignore[arg-type]
        Standing(BallState.OFFERED, **plain | {"asked": True, "due": today}),  # type: ignore[arg-type]
        Standing(BallState.OFFERED, **plain | {"asked": True, "due": today + timedelta(days=1)}),  # type: ignore[arg-type]
        Standing(BallState.SETTLED, **plain | {"look": True}),  # type: ignore[arg-type]
    ]
    assert rules.counted(rows, today=today) == Counts(due_today=2, late=1, stuck=1, offers=2, looks=1)


@pytest.mark.usefixtures("post")
def test_it_comes_as_mail_with_numbers_alone(town: Town, story: Story, morning: datetime, box: Mailbox) -> None:
    wished(town, "tanaka", HERS)
    morning_round(at=morning)
    morning_round(at=morning + timedelta(minutes=5))
    (taken,) = box.taken
    assert (taken.mail_from, taken.rcpt_tos) == (SENDER, [HERS])
    letter = message_from_bytes(taken.content, policy=policy.default)  # type: ignore[arg-type]
    assert str(letter["Subject"]).startswith("まるごと 今朝のまとめ ")
    words = letter.get_content()  # type: ignore[attr-defined]
    assert "「困った」を出しているもの: 1件" in words
    assert "https://house.example" in words
    hidden = ["佐藤", "誠", "キヨ", "田中", "R8-", str(story.case), "北部"]
    assert [one for one in hidden if one in words + str(letter["Subject"])] == []
    assert b"ISO-2022" not in taken.content  # type: ignore[operator]
    assert max(map(len, taken.content.split(b"\r\n"))) <= 998  # type: ignore[union-attr,arg-type]
    assert (mail().state, mail().tries, mail().sent_at) == (MailState.SENT, 1, morning)


LINES = "|".join(str(said) for said in DIGEST_KINDS.values())
WHOLE = re.compile(
    r"\d+月\d+日\([月火水木金土日]\)の朝のようすです。\n\n"
    rf"(?:(?:(?:{LINES}): \d+件\n)+|きょう急ぐものはありません。\n)\n"
    r"くわしくは、庁内でサインインして「きょう」を開いてください。\nhttps://house\.example\n\n"
    r"このメールは、画面の「今朝のまとめ」で止められます。\n"
)
SUBJECT = re.compile(r"まるごと 今朝のまとめ \d+月\d+日\([月火水木金土日]\)")
HEADERS = {"Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "Content-Type", "MIME-Version"}
HEADERS |= {"Content-Transfer-Encoding", "X-Peer", "X-MailFrom", "X-RcptTo"}


@pytest.mark.usefixtures("post")
def test_a_letter_has_no_room_for_a_name(town: Town, story: Story, morning: datetime, box: Mailbox) -> None:
    """Whoever asks for mail gets set words and numbers, from the first character to the last: nothing else matches."""
    cast = [sketch.key for sketch in BY_CODE[MINAMO].workers]
    for number, worker in enumerate(cast):
        wished(town, worker, f"box{number}@minamo.example")
    morning_round(at=morning)
    letters = [message_from_bytes(taken.content, policy=policy.default) for taken in box.taken]  # type: ignore[arg-type]
    signed_in_here = {row.duty_id for row in kept(Digest)} & {town(worker).duty for worker in cast}
    assert len(letters) == len(signed_in_here) > 10
    said = [letter.get_content().replace("\r\n", "\n") for letter in letters]  # type: ignore[attr-defined]
    assert [words for words in said if not WHOLE.fullmatch(words)] == []
    assert sum("急ぐものはありません" not in words for words in said) >= 2  # as many have something to do
    assert {bool(SUBJECT.fullmatch(letter["Subject"])) for letter in letters} == {True}
    assert {name for letter in letters for name in letter} <= HEADERS
    assert {str(letter["From"]) for letter in letters} == {SENDER}
    assert {str(letter["To"]) for letter in letters} <= {f"box{number}@minamo.example" for number in range(len(cast))}


@pytest.mark.usefixtures("post")
def test_nobody_gets_mail_who_has_not_asked_for_it(town: Town, story: Story, morning: datetime, box: Mailbox) -> None:
    wished(town, "tanaka", HERS)
    wished(town, "tanaka", "")
    morning_round(at=morning)
    assert box.taken == kept(DigestMail) == []
    assert of(town, "tanaka")


def test_without_a_server_nothing_goes_out_and_all_is_kept(town: Town, story: Story, morning: datetime) -> None:
    wished(town, "tanaka", HERS)
    morning_round(at=morning)
    assert kept(DigestMail) == []
    assert of(town, "tanaka")


@pytest.mark.usefixtures("post")
def test_a_refused_mailbox_is_not_tried_again_and_holds_up_nobody(
    town: Town, story: Story, morning: datetime, box: Mailbox
) -> None:
    wished(town, "ogawa", NOBODYS)
    wished(town, "tanaka", HERS)
    for minutes in (0, 5, 60):
        morning_round(at=morning + timedelta(minutes=minutes))
    assert [taken.rcpt_tos for taken in box.taken] == [[HERS]]
    refused = next(row for row in kept(DigestMail) if row.address == NOBODYS)
    assert (refused.state, refused.tries) == (MailState.REFUSED, 1)
    assert refused.trouble == "550 5.1.1 …: Recipient address rejected: User unknown"


@pytest.mark.usefixtures("post")
def test_a_busy_server_is_asked_again(town: Town, story: Story, morning: datetime, box: Mailbox) -> None:
    wished(town, "tanaka", HERS)
    box.busy = True
    morning_round(at=morning)
    assert (mail().state, mail().trouble) == (MailState.WAITING, "451 4.3.2 try again later")
    box.busy = False
    morning_round(at=morning + timedelta(minutes=1))
    assert box.taken == []  # not yet
    morning_round(at=morning + timedelta(minutes=5))
    assert (len(box.taken), mail().state, mail().tries) == (1, MailState.SENT, 2)


def test_a_server_that_is_down_and_up_again_loses_nothing(
    town: Town, story: Story, morning: datetime, box: Mailbox, post: Controller, settings: Any
) -> None:
    wished(town, "tanaka", HERS)
    port = settings.MARUGOTO_MAIL["port"]
    post.stop()
    morning_round(at=morning)
    assert (mail().state, mail().tries) == (MailState.WAITING, 1)
    assert "ConnectionRefusedError" in mail().trouble
    assert of(town, "tanaka")
    again = Controller(box, hostname="127.0.0.1", port=port)
    again.start()
    try:
        morning_round(at=morning + timedelta(minutes=5))
    finally:
        again.stop()
    assert (len(box.taken), mail().state) == (1, MailState.SENT)


@pytest.mark.usefixtures("post")
def test_what_was_not_sent_on_its_day_is_sent_no_more(
    town: Town, story: Story, morning: datetime, box: Mailbox
) -> None:
    wished(town, "tanaka", HERS)
    box.busy = True
    morning_round(at=morning)
    box.busy = False
    morning_round(at=morning + timedelta(days=1) - timedelta(hours=6))  # the night after
    assert (box.taken, mail().state) == ([], MailState.OVER)


@pytest.mark.usefixtures("post")
def test_a_courier_that_died_while_sending_sends_no_second_one(
    town: Town, story: Story, morning: datetime, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    wished(town, "tanaka", HERS)

    class Killed(BaseException):
        """The process ends as by a signal, after the server has taken the letter."""

    sent = digest_mail.send

    def dies(*args: Any) -> None:
        sent(*args)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(digest_mail, "send", dies)
        with pytest.raises(Killed):
            morning_round(at=morning)
    morning_round(at=morning + timedelta(hours=1))
    assert (len(box.taken), mail().state) == (1, MailState.SENDING)


@pytest.mark.usefixtures("post")
def test_of_two_couriers_one_sends(town: Town, story: Story, morning: datetime) -> None:
    by = system_viewer(MINAMO, morning)
    wished(town, "tanaka", HERS)
    compose_all(by=by, at=morning)
    digest_mail.make_ready(by=by, at=morning)
    assert [claim(by=by, at=morning, mail=mail().pk) for _ in range(2)] == [True, False]


def test_trouble_with_one_body_keeps_no_other_waiting(
    town: Town, story: Story, morning: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = digest_mail.compose_all

    def breaks(*, by: Any, at: datetime, promised: Any) -> int:
        if by.body != MINAMO:
            raise ZeroDivisionError
        return whole(by=by, at=at, promised=promised)

    monkeypatch.setattr(digest_mail, "compose_all", breaks)
    morning_round(at=morning)
    assert of(town, "tanaka")


def test_a_shut_account_has_no_morning(town: Town, story: Story, morning: datetime) -> None:
    get_user_model().objects.filter(username="cast-tanaka").update(is_active=False)
    compose_all(by=system_viewer(MINAMO, morning), at=morning)
    assert town("tanaka").duty not in {row.duty_id for row in kept(Digest)}


@pytest.mark.parametrize("address", ["tanaka", "tanaka@", "a b@c.jp", "a@b.jp\r\nBcc: x@y.jp", "たなか@市.jp", "a@b"])
def test_an_address_that_is_none_is_refused(town: Town, address: str) -> None:
    assert not may_have_address(address)
    with pytest.raises(Refused, match="メールアドレスの形ではありません"):
        wished(town, "tanaka", address)


def test_the_waits_grow_to_an_hour() -> None:
    at = timezone.now()
    waits = [next_try(tries, at=at) - at for tries in range(40)]
    assert waits[0] == timedelta(minutes=5)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


def test_one_reads_it_in_the_house_and_says_whether_mail_comes(town: Town, story: Story, morning: datetime) -> None:
    tanaka = signed_in("tanaka")
    assert "開庁日の朝6時半をすぎると" in text(tanaka.get("/digests/"))
    compose_all(by=system_viewer(MINAMO, morning), at=morning)
    page = text(tanaka.get("/digests/"))
    assert "「困った」を出しているもの 1件" in page
    assert "まだメールを送っていません" in page
    answer = tanaka.post("/digests/mail/", {"key": str(uuid4()), "address": "tanaka"})
    assert (answer.status_code, "メールアドレスの形ではありません。" in text(answer)) == (422, True)
    assert tanaka.post("/digests/mail/", {"key": str(uuid4()), "address": HERS}, follow=True).status_code == 200
    assert HERS in tanaka.get("/digests/").content.decode()
    assert HERS not in signed_in("ogawa").get("/digests/").content.decode()


@pytest.mark.usefixtures("post")
def test_the_office_sees_what_did_not_arrive_and_no_address(town: Town, story: Story, morning: datetime) -> None:
    wished(town, "tanaka", NOBODYS)
    morning_round(at=morning)
    page = text(signed_in("honma").get("/office/mail/"))
    assert f"今朝のまとめは、{SENDER} から送っています。" in page
    assert (
        "田中 美咲 相手のサーバーが断りました 1回試しました。 550 5.1.1 …: Recipient address rejected: User unknown"
        in page
    )
    assert NOBODYS not in page
    assert signed_in("tanaka").get("/office/mail/").status_code == 404


@pytest.mark.usefixtures("post")
def test_two_weeks_cost_no_more_questions_than_one_day(town: Town, story: Story, morning: datetime) -> None:
    wished(town, "tanaka", NOBODYS)
    tanaka, honma, costs = signed_in("tanaka"), signed_in("honma"), []
    day = morning
    for _ in range(3):
        morning_round(at=day)
        with counted() as asked:
            assert tanaka.get("/digests/").status_code == 200
        with counted() as also_asked:
            assert honma.get("/office/mail/").status_code == 200
        costs.append((len(asked), len(also_asked)))
        next_day = system_viewer(MINAMO, day).calendar.next_open(local_day(day) + timedelta(days=1))
        day = datetime.combine(next_day, time(7, 0), JST)
    assert costs[0] == costs[2]
    assert max(costs[0]) <= MOST_QUERIES
