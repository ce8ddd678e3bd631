"""市町村からの相談 by its pages: who asked and why now, what was advised, what came of it; no other town reads it."""

import pytest

from tests.beside import advised, enquired
from tests.town import Town, settle_town
from tests.web.client import signed_in
from tests.web.counting import counted
from tests.web.pref.test_provision import sent
from tests.web.town.asking import sentence, words

pytestmark = pytest.mark.django_db
HERE, THERE = "/pref/enquiries/", "/town/enquiries/"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def test_what_the_assembly_asked_is_no_reason_and_both_are_told(town: Town) -> None:
    hirata, kurokawa = signed_in("hirata"), signed_in("kurokawa")
    assert sentence(kurokawa.get(HERE)) == "市町村からの相談は、まだ届いていません。"
    named = {"about": "necessity", "trigger": "assembly", "question": "佐藤さんのことで聞きたい。"}
    assert "人の名前や電話に見えます" in words(sent(hirata, f"{THERE}asked/", **named))
    asked = named | {"question": "議会で、隣の市は重層を始めたのになぜ、と聞かれた。"}
    assert sent(hirata, f"{THERE}asked/", **asked).status_code == 302
    assert "県の返事を待っている市町村の相談が1件あります。" in words(kurokawa.get("/"))
    shown = words(kurokawa.get(HERE))
    assert "みなも市 重層が要るかどうか" in shown
    assert "議会・上からの指示・近くの市町村がきっかけの相談が1件あります。始めるわけにはなりません。" in shown
    own = enquired(town).pk
    page = words(hirata.get(f"{THERE}{own}/"))
    assert "「議会の質問」は、相談のきっかけです。" in page
    assert "重層が要るかを、この町の数で見る" in page
    assert sent(kurokawa, f"{HERE}{own}/answers/", words="", adviser="").status_code == 422
    assert sent(hirata, f"{THERE}{own}/outcomes/", fruit="trying", words="まだ").status_code == 422


def test_no_other_town_and_no_counsellor_of_the_prefecture_reads_it(town: Town) -> None:
    made = enquired(town).pk
    for worker in ("aruga", "karasawa"):
        assert signed_in(worker).get(f"{THERE}{made}/").status_code == 404
        assert "空き家" not in words(signed_in(worker).get(THERE))
    assert signed_in("hirata").get(f"{HERE}{made}/").status_code == 404
    assert signed_in("kurokawa").get(f"{THERE}{made}/").status_code == 404


def test_few_and_many_are_asked_for_alike(town: Town) -> None:
    hirata, kurokawa = signed_in("hirata"), signed_in("kurokawa")
    made, asked = enquired(town).pk, []
    for turn in range(2):
        for _time in range(1 + 5 * turn):
            advised(town, enquired(town).pk)
        found = []
        for client, page in (
            (hirata, THERE),
            (kurokawa, HERE),
            (hirata, f"{THERE}{made}/"),
            (kurokawa, f"{HERE}{made}/"),
        ):
            client.get(page)
            with counted() as lines:
                assert client.get(page).status_code == 200
            found.append(lines)
        asked.append(found)
    for few, many in zip(*asked, strict=True):
        assert len(few) == len(many) <= 8, "\n".join(many)
