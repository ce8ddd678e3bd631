"""The person's page and the household's people: what is shown, what is put right, what is refused, and what stays hidden."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from marugoto.disclosure.codes import Part
from marugoto.people.actions.protection import protect
from marugoto.people.models import Person
from marugoto.people.queries.household import get as household_of
from marugoto.people.queries.life import life_of
from tests.database import unwalled
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
LIMIT = 14


def sent(client: Client, door: str, **fields: object):
    return client.post(door, {"key": str(uuid4()), **fields}, follow=True)


def pages(story: Story) -> list[str]:
    home = f"/desk/households/{story.case}"
    parts = (
        "people/",
        "people/new/",
        f"people/{story.person}/",
        "kin/",
        "around/",
        "changes/",
        "changes/?span=92",
        "split/",
        "merge/",
    )
    person = f"/desk/people/{story.person}/"
    asked = ("/desk/inquiries/", f"/desk/inquiries/{story.inquiry}/", f"/desk/questions/{story.inquired}/")
    return [
        *(f"{home}/{part}" for part in parts),
        person,
        f"{person}protection/",
        f"{person}same/",
        f"{person}same/?words=小林",
        *asked,
    ]


def living(town: Town, story: Story) -> list[str]:
    page = household_of(town("tanaka").at_moment(timezone.now()), story.household)
    assert page
    return [member.face.called for member in page.members]


def asked(client: Client, address: str) -> int:
    """The fewer of two readings, when what is kept in memory is there."""
    client.get(address)
    found = []
    for _ in range(2):
        with counted() as statements:
            assert client.get(address).status_code == 200, address
        found.append(len(statements))
    return min(found)


def test_each_page_asks_few_questions(story: Story) -> None:
    tanaka = signed_in("tanaka")
    found = {address: asked(tanaka, address) for address in pages(story)}
    assert {address: questions for address, questions in found.items() if questions > LIMIT} == {}


def test_a_person_of_many_names_costs_no_more(town: Town, story: Story) -> None:
    tanaka, address = signed_in("tanaka"), f"/desk/people/{story.person}/"
    few = asked(tanaka, address)
    for number in range(12):
        sent(tanaka, f"{address}names/", kind="known_as", other_name=f"キヨ{number}")
        sent(tanaka, f"{address}phones/", number=f"0000-22-12{number:02}")
        sent(tanaka, f"{address}addresses/", text=f"みなも市北町{number}")
    sent(tanaka, f"{address}correction/", name="佐藤 喜代", sex="female", seen="0")
    assert asked(tanaka, address) <= few + 1  # whose hand it was is asked for once there is one


def test_the_page_says_what_is_known_and_since_when(story: Story) -> None:
    page = text(signed_in("tanaka").get(f"/desk/people/{story.person}/"))
    for words in (
        "昭和19年3月3日生まれ",
        "女",
        "0000-22-1102",
        "みなも市北町1-2",
        "平成13年4月1日から",
        "佐藤さん世帯",
    ):
        assert words in page


def test_a_name_is_put_right_and_the_old_one_stays(town: Town, story: Story) -> None:
    tanaka, address = signed_in("tanaka"), f"/desk/people/{story.person}/"
    answer = sent(tanaka, f"{address}correction/", name="佐藤 喜代", kana="さとう きよ", sex="female", seen="0")
    page = text(answer)
    assert "直しました。まえの書き方も残っています。" in page
    assert "佐藤 キヨ さとう きよ まえの書き方" in page
    assert "名前 佐藤 キヨ → 佐藤 喜代" in page
    assert "田中 美咲" in page
    assert "佐藤 喜代" in text(tanaka.get("/search/?q=佐藤 キヨ"))


def test_whoever_comes_second_is_told_and_keeps_what_was_typed(town: Town, story: Story) -> None:
    address = f"/desk/people/{story.person}/correction/"
    sent(signed_in("tanaka"), address, name="佐藤 喜代", sex="female", seen="0")
    late = sent(signed_in("yamazaki"), address, name="佐藤 貴代", sex="female", seen="0")
    assert late.status_code == 422
    assert "ほかの人が、先に直しました。" in text(late)
    assert 'value="佐藤 貴代"' in late.content.decode()
    life = life_of(town("tanaka").at_moment(timezone.now()), story.person)
    assert life
    assert life.face.name == "佐藤 喜代"


@pytest.mark.parametrize(
    ("door", "fields", "sentence"),
    [
        ("correction/", {"birth": "昭和64年13月1日", "sex": "female", "seen": "0"}, "月は1月から12月まで"),
        ("correction/", {"birth": "令和20年1月1日", "sex": "female", "seen": "0"}, "きょうより後"),
        ("phones/", {"number": "なし"}, "電話番号が読み取れません。"),
        ("addresses/", {"text": "みなも市", "lives_since": "令和20年1月1日"}, "きょうより後"),
        ("addresses/", {"text": "みなも市", "lives_since": "平成2年4月1日"}, "まえの住所より前"),
        ("death/", {}, "「日は分からない」に印を"),
        ("death/", {"died_on": "昭和10年1月1日"}, "生まれた日より前"),
        ("names/", {"kind": "former", "other_name": ""}, "その名前"),
    ],
)
def test_what_cannot_be_comes_back_as_it_was_typed(story: Story, door: str, fields: dict, sentence: str) -> None:
    answer = sent(signed_in("tanaka"), f"/desk/people/{story.person}/{door}", **fields)
    assert answer.status_code == 422
    assert sentence in text(answer)
    for value in fields.values():
        assert str(value) in answer.content.decode()


def test_a_death_leaves_the_household_and_can_be_taken_back(town: Town, story: Story) -> None:
    tanaka, address = signed_in("tanaka"), f"/desk/people/{story.person}/"
    page = sent(tanaka, f"{address}death/", unknown="on")
    assert "亡くなったことを残しました。" in text(page)
    assert f'action="{address}alive/"' in page.content.decode()  # the way back is in the toast
    assert living(town, story) == ["佐藤 誠"]
    assert "取り消しました。世帯にも戻っています。" in text(sent(tanaka, f"{address}alive/"))
    assert living(town, story) == ["佐藤 誠", "佐藤 キヨ"]


def test_somebody_known_is_offered_before_a_second_record_begins(town: Town, story: Story) -> None:
    """茂 is kept already as キヨ's husband: joining him asks whether it is he."""
    tanaka, address = signed_in("tanaka"), f"/desk/households/{story.case}/people/joining/"
    first = sent(tanaka, address, name="小林 茂", relation="夫")
    assert first.status_code == 422
    assert "よく似た記録があります。" in text(first)
    assert "小林 茂" in text(first)
    assert "名前が同じ" in text(first)
    shigeru = person_named("小林 茂")
    before = count()
    assert "世帯に加えました。" in text(sent(tanaka, address, name="小林 茂", relation="夫", twin=str(shigeru)))
    assert count() == before
    assert living(town, story)[-1] == "小林 茂"


def test_a_namesake_is_written_down_as_somebody_else(town: Town, story: Story) -> None:
    tanaka, before = signed_in("tanaka"), count()
    address = f"/desk/households/{story.case}/people/joining/"
    assert "世帯に加えました。" in text(sent(tanaka, address, name="小林 茂", relation="いとこ", twin="new"))
    assert count() == before + 1


def test_a_new_household_uses_the_record_that_is_kept(town: Town, story: Story) -> None:
    """茂 comes by himself: name, reading and birthday are those of キヨ's husband."""
    tanaka, rows = signed_in("tanaka"), {"m-TOTAL_FORMS": "1", "m-INITIAL_FORMS": "0"}
    address = f"/desk/consultations/{story.fresh_consultation}/case/"
    shigeru = {"name": "小林 茂", "kana": "こばやし しげる", "birth": "昭和15年1月1日", "sex": "male", "seen": "0"}
    sent(tanaka, f"/desk/people/{person_named('小林 茂')}/correction/", **shigeru)
    typed = {
        "m-0-name": "小林 茂",
        "m-0-kana": "コバヤシ シゲル",
        "m-0-birth": "S15.1.1",
        "m-0-relation": "本人",
        **rows,
    }
    before = count()
    asks = sent(tanaka, address, **typed)
    assert asks.status_code == 422
    assert "よく似た記録があります。" in text(asks)
    assert "名前が同じ、かなが同じ、生年月日が同じ" in text(asks)
    assert 'value="コバヤシ シゲル"' in asks.content.decode()
    begun = sent(tanaka, address, **typed, **{"m-0-twin": str(person_named("小林 茂"))})
    assert "世帯の支援を始めました。" in text(begun)
    assert count() == before


def test_two_records_of_one_person_show_why_and_can_be_parted(story: Story) -> None:
    tanaka, address = signed_in("tanaka"), f"/desk/people/{story.other}/same/"
    name = {"name": "小林 喜代", "kana": "さとう きよ", "birth": "昭和19年3月3日", "sex": "female", "seen": "0"}
    sent(tanaka, f"/desk/people/{story.other}/correction/", **name)
    page = text(tanaka.get(address))
    assert "同じ方かもしれない記録が1つあります。決めるのは、あなたです。" in page
    assert "かなが同じ" in page
    assert "生年月日が同じ" in page
    said = sent(tanaka, f"{address}{story.person}/")
    assert "同じ方だと残しました。" in text(said)
    assert "同じ方だと確かめた記録" in text(said)
    assert "さがした言葉に合う記録です。よく似てはいません。" in text(tanaka.get(f"{address}?words=佐藤 誠"))
    again = sent(tanaka, f"{address}{story.person}/")
    assert again.status_code == 409
    assert "もう、同じ方だと記録されています。" in text(again)


def test_whom_nobody_may_see_has_no_page_and_is_offered_to_nobody(town: Town, story: Story) -> None:
    town.later()
    protect(by=town("tanaka"), at=town.now, person=story.person, listed=[town("tanaka").worker], reason="支援措置")
    yamazaki = signed_in("yamazaki")
    assert yamazaki.get(f"/desk/people/{story.person}/").status_code == 404
    assert yamazaki.get(f"/desk/people/{story.person}/same/").status_code == 404
    assert yamazaki.get(f"/desk/households/{story.case}/people/{story.person}/").status_code == 404
    joining = f"/desk/households/{story.case}/people/joining/"
    for page in (
        text(sent(yamazaki, joining, name="佐藤 キヨ", birth="昭和19年3月3日")),
        text(yamazaki.get(f"/desk/people/{story.other}/same/?words=佐藤")),
    ):
        assert "よく似た記録" not in page
        assert "0000-22-1102" not in page
        assert "生年月日が同じ" not in page
    assert "決められた人のほかには、この方がいることも言わないでください。" in text(
        signed_in("tanaka").get(f"/desk/people/{story.person}/")
    )


def test_a_measure_is_begun_shown_to_the_listed_and_ended(town: Town, story: Story) -> None:
    tanaka, yamazaki = signed_in("tanaka"), signed_in("yamazaki")
    address, household = f"/desk/people/{story.person}/", f"/desk/households/{story.case}/"
    assert "佐藤 キヨ" in text(yamazaki.get(household))
    nobody = sent(tanaka, f"{address}protection/beginning/", reach="all", due="令和9年11月24日")
    assert nobody.status_code == 422
    assert "令和9年11月24日" in nobody.content.decode()
    begun = sent(tanaka, f"{address}protection/beginning/", reason="DV等支援措置", reach="all", due="令和9年11月24日")
    page = text(begun)
    for words in ("閉じました。", "見られる人が決められています。", "DV等支援措置", "令和9年11月24日", "田中 美咲"):
        assert words in page
    assert yamazaki.get(address).status_code == 404
    assert yamazaki.get(f"{address}protection/").status_code == 404
    assert "佐藤 キヨ" not in text(yamazaki.get(household, follow=True))
    assert "佐藤 キヨ" not in text(yamazaki.get("/search/?q=佐藤"))
    silent = sent(tanaka, f"{address}protection/ending/", lift_reason=" ")
    assert silent.status_code == 422
    assert "制限を解きました。" in text(sent(tanaka, f"{address}protection/ending/", lift_reason="措置が終わった。"))
    assert "佐藤 キヨ" in text(yamazaki.get(household))
    again = sent(tanaka, f"{address}protection/ending/", lift_reason="もう一度")
    assert again.status_code == 422
    assert "いま制限がありません" in text(again)


def test_a_chosen_colleague_goes_on_seeing(town: Town, story: Story) -> None:
    tanaka, yamazaki = signed_in("tanaka"), signed_in("yamazaki")
    address = f"/desk/people/{story.person}/"
    fields = {"reason": "DV等支援措置", "reach": "all", "colleagues": [str(town("yamazaki").worker)]}
    sent(tanaka, f"{address}protection/beginning/", **fields)
    page = text(yamazaki.get(f"{address}protection/"))
    assert "見られる人が決められています。" in page
    assert "田中 美咲" in page
    assert "だれが見られるか" in text(yamazaki.get(address))


def test_contacts_that_are_shut_are_masked(town: Town, story: Story) -> None:
    town.later()
    shut = {"person": story.person, "listed": [town("tanaka").worker], "reason": "支援措置"}
    protect(by=town("tanaka"), at=town.now, parts=[Part.CONTACT, Part.SHELTER], **shut)
    page = text(signed_in("yamazaki").get(f"/desk/people/{story.person}/"))
    assert "連絡先は、あなたの係に開かれていません。" in page
    assert "0000-22-1102" not in page
    assert "みなも市北町1-2" not in page


def test_leaving_says_where_to_and_is_taken_back(town: Town, story: Story) -> None:
    tanaka, home = signed_in("tanaka"), f"/desk/households/{story.case}"
    left = {"reason": "moved_out", "left_on": "令和8年11月16日", "destination": "facility", "address": "ひだまり苑"}
    page = sent(tanaka, f"{home}/people/{story.person}/leaving/", **left)
    assert "世帯から出たことを残しました。" in text(page)
    person = text(tanaka.get(f"/desk/people/{story.person}/"))
    assert "行き先 施設" in person
    assert "ひだまり苑" in person
    undo = page.content.decode().split('class="toast"')[1].split('action="')[1].split('"')[0]
    assert "世帯に戻しました。" in text(sent(tanaka, undo))
    assert "佐藤 キヨ" in living(town, story)


def test_a_household_is_split_and_the_new_one_is_supported_too(town: Town, story: Story) -> None:
    tanaka, home = signed_in("tanaka"), f"/desk/households/{story.case}"
    fields = {"persons": [str(story.person)], "day": "令和8年11月16日", "name": "キヨさん世帯", "go_on": "on"}
    page = sent(tanaka, f"{home}/splitting/", **fields)
    assert "分けて、新しい世帯の支援を始めました。" in text(page)
    assert "キヨさん世帯" in text(page)
    assert living(town, story) == ["佐藤 誠"]
    found = text(sent(tanaka, f"{home}/merging/", words="佐藤 キヨ", day="令和8年11月16日", find="1"))
    assert "キヨさん世帯 (佐藤 キヨ)" in found
    nobody = sent(tanaka, f"{home}/splitting/", persons=[str(town("tanaka").duty)], day="令和8年11月16日")
    assert nobody.status_code == 422


def test_the_genogram_shows_what_was_written(town: Town, story: Story) -> None:
    tanaka, kin = signed_in("tanaka"), f"/desk/households/{story.case}/kin/"
    relative = {"whose": str(story.person), "kin": "parent", "name": "小林 マツ", "sex": "female"}
    page = sent(tanaka, f"{kin}relatives/", **relative)
    assert "家族図に描きました。世帯には加えていません。" in text(page)
    assert "小林 マツ" in text(tanaka.get(f"/desk/households/{story.case}/"))
    turn = {f"{story.union.hex}-state": "divorced", f"{story.union.hex}-seen": "together"}
    stale = sent(tanaka, f"/desk/households/{story.case}/unions/{story.union}/turns/", **turn)
    assert stale.status_code == 422
    assert "ほかの人が、先に記録しました。" in text(stale)
    same = {"parent": str(story.person), "child": str(story.person), "descent": "birth"}
    wrong = sent(tanaka, f"/desk/households/{story.case}/descents/", **same)
    assert wrong.status_code == 422
    assert "自分の親にはなれません。" in text(wrong)


def test_one_office_asks_and_the_other_answers(story: Story) -> None:
    tanaka, nishimura = signed_in("tanaka"), signed_in("nishimura")
    question = {"name": "佐藤 キヨ", "birth": "昭和19年3月3日", "reason": "worry", "basis": "own_duty"}
    page = sent(nishimura, "/desk/inquiries/asking/", **question)
    assert "記録があります。答えを待っています。" in text(page)
    assert "福祉総合相談課 相談支援係" in text(page)
    assert "0000-22-1102" not in text(page)
    today = tanaka.get("/").content.decode()
    assert "記録があるかの問い合わせ" in today
    links = {part.split('"')[0] for part in today.split('href="')[1:] if part.startswith("/desk/questions/")}
    (told,) = (link for link in links if "佐藤 キヨ の記録があるか" in text(tanaka.get(link)))
    assert "西村" in text(tanaka.get(told))
    assert "答えました。" in text(sent(tanaka, f"{told}answer/", answer="call_us"))
    assert "電話をください" in text(nishimura.get(page.redirect_chain[-1][0]))
    assert "答えが届きました" in text(nishimura.get("/"))


def test_a_question_that_cannot_be_asked_comes_back(story: Story) -> None:
    half = {"name": "佐藤 キヨ", "reason": "came", "basis": "own_duty"}
    answer = sent(signed_in("nishimura"), "/desk/inquiries/asking/", **half)
    assert answer.status_code == 422
    assert "名前と生年月日の両方か、電話番号の全部が要ります。" in text(answer)
    assert 'value="佐藤 キヨ"' in answer.content.decode()
    assert "市町村の、相談を受ける職員です。" in text(signed_in("ogawa").get("/desk/inquiries/"))
    nobody = half | {"birth": "昭和20年3月3日"}
    found = sent(signed_in("nishimura"), "/desk/inquiries/asking/", **nobody)
    assert "尋ねられる記録は、見つかりませんでした。" in text(found)


def person_named(name: str) -> UUID:
    with unwalled():
        return Person.objects.everywhere("what is kept").get(name=name).pk


def count() -> int:
    with unwalled():
        return Person.objects.everywhere("what is kept").count()
