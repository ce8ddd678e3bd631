"""The bodies of a town on one page: entered with number and day, members since and until, the promise in its versions."""

from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse

from marugoto.disclosure.models import Council, CouncilText
from tests.database import unwalled
from tests.town import Town, settle_town
from tests.web.client import signed_in, text
from tests.web.counting import counted
from tests.web.filled import today

pytestmark = pytest.mark.django_db
MOST = 14


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def send(where: str, who: str = "honma", **said: Any) -> HttpResponse:
    return signed_in(who).post(f"/office/councils/{where}/", {"key": str(uuid4()), **said}, follow=True)


def enters(town: Town, **wrong: Any) -> HttpResponse:
    day = today()
    said = {"kind": "child", "name": "みなも市要対協", "notice_kind": "announcement", "notice": "告示第12号"}
    said |= {"notice_day": day, "council_since": day, "coordinator": str(town.team("soudan-desk"))}
    return send("new", **said | wrong)


def kept() -> Council:
    with unwalled():
        return Council.objects.everywhere("a test").get()


def test_it_is_entered_with_what_made_it_known_and_its_one_coordinator(town: Town) -> None:
    assert "会議体は、まだ一つも入っていません。" in text(signed_in("honma").get("/office/councils/"))
    wrong = enters(town, coordinator="")
    assert wrong.status_code == 422
    assert "調整機関が一つ要ります" in text(wrong)
    assert 'value="告示第12号"' in wrong.content.decode(), "nothing that was typed is lost"
    page = text(enters(town))
    for said in ("みなも市要対協", "告示第12号", "調整機関 福祉総合相談課 相談支援係", "まだ構成員が入っていません"):
        assert said in page, said
    assert "もう入っています" in text(enters(town, name="第二要対協"))


def test_members_come_and_go_and_the_promise_has_versions(town: Town) -> None:
    enters(town)
    council, day = str(kept().pk), today()
    page = send("members", council=council, agency=str(town("nishimura").agency), sort="public", member_since=day)
    assert "教育委員会" in text(page)
    assert "もう構成員です" in text(
        send("members", council=council, agency=str(town("nishimura").agency), sort="public", member_since=day)
    )
    assert "機関も人も選ばれていません" in text(send("members", council=council, sort="person", member_since=day))
    assert "民生委員" in text(send("members", council=council, person="民生委員", sort="person", member_since=day))
    for words in ("外で話しません。", "任期のあとも、外で話しません。"):
        page = send("texts", council=council, words=words, text_since=day)
    assert "任期のあとも、外で話しません。 第2版" in text(page)
    with unwalled():
        assert CouncilText.objects.everywhere("a test").count() == 2
    page = send("endings", which=f"council:{council}", day=day, reason="条例の改正")
    assert "前の会議体" in text(page)
    assert "条例の改正" in text(page)


def test_whoever_works_here_reads_it_and_only_the_house_changes_it(town: Town) -> None:
    enters(town)
    page = signed_in("tanaka").get("/office/councils/")
    assert "みなも市要対協" in text(page)
    assert "会議体を入れる" not in text(page)
    assert send("new", who="tanaka").status_code == 404


def test_the_page_asks_as_much_for_many_bodies_as_for_few(town: Town) -> None:
    honma, day = signed_in("honma"), today()
    enters(town)
    council = str(kept().pk)
    send("members", council=council, person="民生委員", sort="person", member_since=day)
    honma.get("/office/councils/")
    with counted() as few:
        honma.get("/office/councils/")
    for number in range(3):
        enters(town, kind="other", name=f"会議{number}", coordinator="")
        send("members", council=council, person=f"委員{number}", sort="person", member_since=day)
    with counted() as many:
        assert text(honma.get("/office/councils/")).count("そのほかの会議体") >= 3
    assert len(many) == len(few) <= MOST
