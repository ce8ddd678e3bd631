"""The pages around accounts: a list is looked at and carried out, another person answers, a paper is shown once, its worker comes in."""

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from marugoto.agencies.actions import settle_profile
from marugoto.agencies.actions.account import release, suspend
from marugoto.agencies.actions.slip import show_slips
from marugoto.agencies.codes import Role
from marugoto.agencies.models import Proposal, Worker
from marugoto.agencies.queries.calendar import forget
from marugoto.agencies.queries.viewer import hats_of
from marugoto.exchange.models import StaffList
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.exchange.rules.test_staff_row import table
from tests.town import HOTAKAZAWA, MINAMO, Town
from tests.web.client import signed_in, text
from tests.web.counting import counted
from tests.web.deeds_accounts import asked
from tests.web.office.conftest import Enter

pytestmark = pytest.mark.django_db
HEADER = ("職員番号", "氏名", "所属", "役割", "着任日", "退任日")
SECRET = re.compile(r"(?<![\w-])(?:[a-z2-9]{4}-){3}[a-z2-9]{4}(?![\w-])")  # not the middle of an id
OWN = "はるのうみ-ひねもす-2026"


def send(client: Client, address: str, **fields: object) -> HttpResponse:
    return client.post(address, {"key": str(uuid4()), **fields}, follow=True)


def a_list(*rows: tuple[str, ...]) -> SimpleUploadedFile:
    return SimpleUploadedFile("名簿.csv", table(HEADER, *rows, encoding="cp932"))


def today() -> str:
    return timezone.localdate().isoformat()


def with_paper(enter: Enter, town: Town) -> tuple[str, str]:
    """Login and first secret of somebody who was asked for and released."""
    one = asked(town, "1207")
    send(enter("yamazaki"), "/office/accounts/answers/", proposal=str(one), how="release")
    with unwalled():
        worker = Worker.objects.within(MINAMO).get(number="1207")
    page = send(enter("honma"), "/office/accounts/slips/making/", worker=str(worker.pk))
    found = SECRET.search(page.content.decode())
    assert found
    return "s1207", found.group(0)


def sign_in(login: str, password: str) -> tuple[Client, HttpResponse]:
    client = Client()
    return client, client.post("/account/login/", {"login": login, "password": password})


def test_from_the_list_to_the_second_person(enter: Enter, town: Town) -> None:
    honma = enter("honma")
    new = ("1207", "新井 光", "福祉総合相談課", "相談支援員", today(), "")
    leaves = ("0801", "田中 美咲", "福祉総合相談課", "", "", (timezone.localdate() + timedelta(days=9)).isoformat())
    said = text(send(honma, "/office/staff/lists/uploads/", file=a_list(new, leaves, ("9", "", "x", "", "", ""))))
    assert "新しい人1、退く人1、読めない行1。まだ何も変えていません。" in said
    assert "4行目 読めない行" in said
    assert "氏名が書かれていません。" in said
    with unwalled():
        prepared = StaffList.objects.within(MINAMO).get().pk
    done = text(send(honma, f"/office/staff/lists/{prepared}/receipt/"))
    assert "1件を頼み、1人が退くことを書きました。" in done
    assert "頼んだアカウント1件が、もう一人の返事を待っています。" in done
    assert "あなたの返事を待っているアカウントが1件あります。" in text(enter("yamazaki").get("/office/accounts/"))
    assert "/office/accounts/" in enter("yamazaki").get("/").content.decode()
    with unwalled():
        one = Proposal.objects.within(MINAMO).get().pk
    refused = send(honma, "/office/accounts/answers/", proposal=str(one), how="release")
    assert refused.status_code == 422
    assert "頼んだ人が、自分で出すことはできません。もう一人の庶務か課長に" in text(refused)


def test_from_the_paper_to_the_first_page(enter: Enter, town: Town) -> None:
    login, secret = with_paper(enter, town)
    assert "紙は、もう閉じました。" in text(enter("honma").get("/office/accounts/slips/"))  # once, and never again
    client, answer = sign_in(login, secret)
    assert answer.status_code == 302
    for page in ("/", "/desk/households/", "/search/?q=佐藤"):
        assert client.get(page)["Location"] == "/account/password/"
    assert client.post("/desk/notices/", {"key": str(uuid4())})["Location"] == "/account/password/"
    for page in ("two-step", "two-step/totp/activate", "passkeys", "passkeys/add"):  # whoever found it leaves no key
        assert client.get(f"/account/{page}/")["Location"] == "/account/password/"
    assert "自分だけのパスワードを決めます" in text(client.get("/account/password/"))
    changed = client.post("/account/password/", {"oldpassword": secret, "password1": OWN, "password2": OWN})
    assert changed["Location"] == "/"
    for page in ("/", "/desk/households/", "/account/two-step/", "/account/passkeys/add/"):
        assert client.get(page)["Location"] == "/account/recognition/"  # who it is, nobody has said yet
    assert client.post("/desk/notices/", {"key": str(uuid4())})["Location"] == "/account/recognition/"
    met(enter, client)
    assert client.get("/").status_code == client.get("/account/two-step/").status_code == 200
    assert client.get("/account/recognition/")["Location"] == "/"
    told = text(enter("honma").get("/office/accounts/records/?words=1207"))
    for step in (
        "本間 里奈が頼んだ",
        "山﨑 哲也が出した",
        "本間 里奈が紙を出した",
        "パスワードを決めた",
        "山﨑 哲也が会い",
    ):
        assert step in told


def number_on(client: Client) -> str:
    page = client.get("/account/recognition/")
    assert "山﨑 哲也" in text(page)
    assert "本間 里奈" not in text(page)
    found = re.search(r">(\d{6})<", page.content.decode())
    assert found
    return found.group(1)


def met(enter: Enter, client: Client) -> None:
    """山﨑 has met the newcomer and seen her screen."""
    with unwalled():
        worker = Worker.objects.within(MINAMO).get(number="1207").pk
    fields = {"worker": str(worker), "number": number_on(client)}
    said = send(enter("yamazaki"), "/office/accounts/recognitions/", **fields)
    assert "さん本人だと確かめました。もう画面が開きます。" in text(said)


def test_whoever_asked_and_printed_does_not_come_in_as_the_newcomer(enter: Enter, town: Town) -> None:
    """One good-faith release and one dishonest person: the paper, the password and the number are his, and the house stays shut."""
    login, secret = with_paper(enter, town)
    client, _answer = sign_in(login, secret)
    client.post("/account/password/", {"oldpassword": secret, "password1": OWN, "password2": OWN})
    with unwalled():
        worker = Worker.objects.within(MINAMO).get(number="1207").pk
    alone = send(enter("honma"), "/office/accounts/recognitions/", worker=str(worker), number=number_on(client))
    assert alone.status_code == 422
    assert client.get("/desk/households/")["Location"] == "/account/recognition/"
    again, _answer = sign_in(login, OWN)
    assert again.get("/desk/households/")["Location"] == "/account/recognition/"
    page = text(enter("yamazaki").get("/office/accounts/"))
    assert "本間 里奈さんが出した紙で入りました" in page
    wrong = send(enter("yamazaki"), "/office/accounts/recognitions/", worker=str(worker), number="1")
    assert "確かめの番号が違います。" in text(wrong)


def test_the_secret_stays_nowhere(enter: Enter, town: Town) -> None:
    login, secret = with_paper(enter, town)
    account = get_user_model().objects.get(username=login)
    assert secret not in account.password
    honma = enter("honma")
    for page in ("/office/accounts/", "/office/accounts/records/", "/office/accounts/slips/"):
        answer = honma.get(page)
        assert secret not in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]


def test_the_own_password_is_another_one(enter: Enter, town: Town) -> None:
    login, secret = with_paper(enter, town)
    client, _answer = sign_in(login, secret)
    same = client.post("/account/password/", {"oldpassword": secret, "password1": secret, "password2": secret})
    assert same.status_code == 200
    assert "いまのものと同じです。" in text(same)
    weak = client.post("/account/password/", {"oldpassword": secret, "password1": "ab", "password2": "ab"})
    assert weak.status_code == 200
    assert client.get("/")["Location"] == "/account/password/"


def test_a_paper_is_good_for_the_days_the_body_says(enter: Enter, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    settle_profile(by=town("honma"), at=town.later(), name="first_secret_days", value="3", since=local_day(town.now))
    forget()
    login, secret = with_paper(enter, town)
    forget()
    now = timezone.now()
    for days, words in ((2, ""), (3, "紙の合いことばは、期限が切れています。庶務に")):
        monkeypatch.setattr(timezone, "now", lambda days=days: now + timedelta(days=days))
        _client, answer = sign_in(login, secret)
        assert (answer.status_code == 302) is not bool(words)
        assert not words or words in text(answer)
    _client, wrong = sign_in(login, "ちがう-ちがう-ちがう")
    assert "期限" not in text(wrong)  # who does not know the secret learns nothing


def test_who_is_suspended_is_out_with_the_next_press(enter: Enter, town: Town) -> None:
    login, secret = with_paper(enter, town)
    client, _answer = sign_in(login, secret)
    client.post("/account/password/", {"oldpassword": secret, "password1": OWN, "password2": OWN})
    met(enter, client)
    assert client.get("/").status_code == 200
    with unwalled():
        worker = Worker.objects.within(MINAMO).get(number="1207").pk
    stopped = send(
        enter("honma"),
        "/office/accounts/records/suspensions/",
        worker=str(worker),
        day=today(),
        reason="端末をなくした。",
    )
    assert "から停止(本間 里奈: 端末をなくした。)" in text(stopped)
    assert client.get("/")["Location"].startswith("/sign-in/")
    assert client.get("/account/two-step/")["Location"].startswith("/sign-in/")
    _again, answer = sign_in(login, OWN)
    assert "このアカウントは止まっています。" in text(answer)
    send(enter("honma"), "/office/accounts/records/returns/", worker=str(worker))
    with unwalled():
        back = Proposal.objects.within(MINAMO).get(team=None).pk
    send(enter("yamazaki"), "/office/accounts/answers/", proposal=str(back), how="release")
    _third, answer = sign_in(login, OWN)
    assert answer.status_code == 302
    assert client.get("/")["Location"].startswith(
        "/sign-in/"
    )  # the machine that was lost does not come back with its owner


@pytest.fixture
def uncounted() -> Iterator[None]:
    """No sign-in was tried before, and none is remembered."""
    cache.clear()
    yield
    cache.clear()


@pytest.mark.usefixtures("uncounted")
def test_who_mistypes_shuts_only_himself_out(enter: Enter, town: Town) -> None:
    login, secret = with_paper(enter, town)
    for number in range(35):  # a whole office in one minute, behind one address
        sign_in(f"nobody{number}", "ちがう-ちがう-ちがう")
    _client, answer = sign_in(login, secret)
    assert answer.status_code == 302
    for _ in range(5):
        sign_in(login, "ちがう-ちがう-ちがう")
    _client, answer = sign_in(login, secret)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"how": "release"}, "だれも選ばれていません。"),
        ({"how": "refuse", "proposal": "{one}"}, "断るわけが書かれていません。"),
        ({"how": "refuse", "proposal": "{one}", "reason": "あ" * 201}, "200"),
        ({"how": "release", "proposal": "佐藤"}, "だれも選ばれていません。"),
    ],
)
def test_an_answer_that_cannot_be_taken_says_why(enter: Enter, town: Town, fields: dict[str, str], words: str) -> None:
    one = asked(town, "1207")
    sent = {name: value.format(one=one) for name, value in fields.items()}
    answer = send(enter("yamazaki"), "/office/accounts/answers/", **sent)
    assert answer.status_code == 422
    assert words in text(answer)
    with unwalled():
        assert Proposal.objects.within(MINAMO).get(pk=one).ended_id is None


def test_a_refusal_is_read_by_whoever_asked(enter: Enter, town: Town) -> None:
    one = asked(town, "1207")
    send(enter("yamazaki"), "/office/accounts/answers/", proposal=str(one), how="refuse", reason="番号が違います。")
    assert "わけ: 番号が違います。" in text(enter("honma").get("/office/accounts/records/?end=refused"))
    assert "あたる記録はありません。" in text(enter("honma").get("/office/accounts/records/?end=released"))


def test_a_proposal_of_another_body_is_not_there(enter: Enter, town: Town) -> None:
    one = asked(town, "1207")
    other = next(
        worker
        for body, worker in town.settled.duties
        if body == HOTAKAZAWA and town(worker, body).has(Role.OFFICE, Role.CHIEF)
    )
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{other}"))
    assert send(client, "/office/accounts/answers/", proposal=str(one), how="release").status_code == 404
    assert send(client, f"/office/accounts/{one}/withdrawal/").status_code == 404


@pytest.mark.parametrize("body", [b"", b"%PDF-1", b"PK\x03\x04xl/", "氏名\n新井".encode(), b"\x00\x01"])
def test_a_file_that_is_no_staff_list_leaves_nothing(enter: Enter, body: bytes) -> None:
    answer = send(enter("honma"), "/office/staff/lists/uploads/", file=SimpleUploadedFile("x.xlsx", body))
    assert answer.status_code == 422
    assert "名簿を読めませんでした。何も残していません。" in text(answer)
    with unwalled():
        assert not StaffList.objects.within(MINAMO).exists()


def many(town: Town, first: int, last: int) -> list[UUID]:
    return [asked(town, str(number)) for number in range(first, last)]


def test_the_pages_ask_no_more_for_many_than_for_few(enter: Enter, town: Town) -> None:
    (worker,) = release(by=town("yamazaki"), at=town.later(), proposals=many(town, 7000, 7001))
    show_slips(by=town("honma"), at=town.later(), workers=[worker.pk])
    many(town, 7001, 7002)
    few = asks(enter)
    made = many(town, 7100, 7130)
    people = release(by=town("yamazaki"), at=town.later(), proposals=made[:20])
    show_slips(by=town("honma"), at=town.later(), workers=[one.pk for one in people[:10]])
    for one in people[10:]:
        suspend(by=town("honma"), at=town.later(), worker=one.pk, day=local_day(town.now), reason="退職")
    assert asks(enter) == few
    assert max(few) <= 14, few


def asks(enter: Enter) -> list[int]:
    rows = [(str(at), f"試験 {at}", "福祉総合相談課", "相談支援員", today(), "") for at in range(3)]
    preview = send(enter("honma"), "/office/staff/lists/uploads/", file=a_list(*rows)).redirect_chain[-1][0]
    found = []
    for page in (preview, "/office/staff/lists/", "/office/accounts/", "/office/accounts/records/"):
        client = enter("honma")
        client.get(page)
        with counted() as asked_for:
            assert client.get(page).status_code == 200
        found.append(len(asked_for))
    return found


def test_a_town_of_two_names_the_other_and_leaves_neither_alone(town: Town) -> None:
    """穂高沢町: who asks reads who can be the second, and the button does not work for himself."""
    keepers = [
        worker
        for body, worker in town.settled.duties
        if body == HOTAKAZAWA and town(worker, body).has(Role.OFFICE, Role.CHIEF)
    ]
    assert len(keepers) >= 2
    names = {worker: town(worker, HOTAKAZAWA).name for worker in keepers}
    for worker in keepers:
        client = Client()
        client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
        said = text(client.get("/office/accounts/"))
        assert any(name in said.split("出せる人")[1] for other, name in names.items() if other != worker)


def test_one_keeper_alone_reads_that_another_is_needed(town: Town) -> None:
    keepers = [
        (body, worker)
        for body, worker in town.settled.duties
        if body == HOTAKAZAWA and town(worker, body).has(Role.OFFICE, Role.CHIEF)
    ]
    first = keepers[0][1]
    names = [f"cast-{worker}" for _body, worker in keepers[1:]]
    get_user_model().objects.filter(username__in=names).update(is_active=False)  # closed by the administrator
    client = Client()
    client.force_login(get_user_model().objects.get(username=f"cast-{first}"))
    for page in ("/office/accounts/", "/office/staff/lists/"):
        assert "あなたのほかに、出せる人がいません。" in text(client.get(page))
    account = get_user_model().objects.get(username=f"cast-{first}").pk
    assert hats_of(account, local_day(town.now))


def test_who_comes_in_without_a_password_has_none_to_change(town: Town) -> None:
    answer = signed_in("tanaka").get("/account/password/", follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert "変えるパスワードがありません。" in text(answer)
