"""The pages of the assessment sheet: written, read, written again, printed; what the household's page and the form of a need make of it."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.forms import MultipleChoiceField
from django.test import Client
from django.utils import timezone

from marugoto.casework.queries.assessment import home
from marugoto.kernel.era import say_day
from marugoto.kernel.jst import local_day
from marugoto.people.actions.household import join, leave
from marugoto.people.actions.person import enter_person
from marugoto.people.queries.household import living
from tests.begun import supported
from tests.casework.test_assessment import makoto
from tests.papers import LETTER
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
LIMIT, SCAN = 14, "総合相談票.pdf"


def address(story: Story, rest: str = "") -> str:
    return f"/desk/households/{story.case}/assessment/{rest}"


def at(person: UUID | None, code: str) -> str:
    return f"{person.hex if person else 'home'}-{code}"


def filled_in(town: Town, story: Story, **more: Any) -> dict[str, Any]:
    son = makoto(town, story)
    return {
        "key": str(uuid4()),
        "follows": "0",
        "heard_on": local_day(town.now).isoformat(),
        at(story.person, "reach"): "met",
        at(story.person, "troubles"): ["care", "income"],
        at(story.person, "own_words"): "この子を置いて死ねない。",
        at(story.person, "strengths"): "毎朝、花に水をやる。",
        at(son, "reach"): "refused",
        at(son, "troubles"): ["withdrawal"],
        at(None, "risks"): "食べるものが少ない。",
    } | more


def send(client: Client, town: Town, story: Story, **more: Any) -> Any:
    return client.post(address(story, "versions/"), filled_in(town, story, **more))


def test_it_is_begun_from_the_households_page(story: Story) -> None:
    tanaka = signed_in("tanaka")
    page = tanaka.get(f"/desk/households/{story.case}/")
    assert address(story) in page.content.decode()
    assert "アセスメントシートは、まだありません。" in text(tanaka.get(address(story)))


def test_what_is_written_is_read_with_its_versions(town: Town, story: Story) -> None:
    tanaka = signed_in("tanaka")
    assert send(tanaka, town, story).status_code == 302
    page = tanaka.get(address(story))
    said = text(page)
    for words in ("会えた", "断られた", "介護", "ひきこもり・不登校", "毎朝、花に水をやる。", "食べるものが少ない。"):
        assert words in said
    assert "<q>この子を置いて死ねない。</q>" in page.content.decode()
    send(tanaka, town, story, follows="1", **{at(makoto(town, story), "reach"): "met"})
    assert "断られた" not in text(tanaka.get(address(story)))
    before = text(tanaka.get(address(story, "?version=1")))
    assert "断られた" in before
    assert "前の版です" in before
    assert tanaka.get(address(story, "?version=9")).status_code == 404


def test_written_with_an_error_the_words_are_still_there(town: Town, story: Story) -> None:
    answer = send(signed_in("tanaka"), town, story, heard_on="いつか")
    assert answer.status_code == 422
    assert "この子を置いて死ねない。" in text(answer)
    assert re.search(r'value="care"[^>]*checked', answer.content.decode())


def test_nothing_in_it_is_told_so(town: Town, story: Story) -> None:
    sent = {"key": str(uuid4()), "follows": "0", "heard_on": local_day(town.now).isoformat()}
    answer = signed_in("tanaka").post(address(story, "versions/"), sent)
    assert answer.status_code == 422
    assert "シートに、まだ何も書かれていません。" in text(answer)


def begun(client: Client, story: Story, rest: str = "new/") -> dict[str, Any]:
    """What the page would send if nothing were touched."""
    return as_it_stands(client.get(address(story, rest)))


def as_it_stands(page: Any) -> dict[str, Any]:
    form = page.context["form"]
    sent = {bound.html_name: shown(bound) for bound in form}
    hidden = re.findall(r'<input type="hidden" name="(follows|stood)" value="([^"]*)"', page.content.decode())
    return sent | dict(hidden) | {"key": str(uuid4())}


def shown(bound: Any) -> Any:
    value = bound.field.widget.format_value(bound.value())
    if isinstance(bound.field, MultipleChoiceField):
        return value
    return (value[0] if isinstance(value, list) else value) or ""


def test_a_version_that_came_in_between_keeps_what_it_said(town: Town, story: Story) -> None:
    """Two begin on the first version. Whoever comes second changes only what he changed, also where he presses a second time."""
    tanaka, second_window = signed_in("tanaka"), signed_in("tanaka")
    send(tanaka, town, story)
    first, second = begun(tanaka, story), begun(second_window, story)
    hers, home = at(story.person, "risks"), at(None, "strengths")
    theirs = {hers: "夜に転んだ。", home: "畑がある。", at(story.person, "troubles"): ["care", "food"]}
    assert tanaka.post(address(story, "versions/"), first | theirs).status_code == 302
    mine = {home: "猫がいる。", at(None, "risks"): ""}
    answer = second_window.post(address(story, "versions/"), second | mine)
    assert answer.status_code == 422
    said = text(answer)
    for words in ("書いているあいだに、第2版が残されました。", "第2版でかわったところ", "夜に転んだ。", "畑がある。"):
        assert words in said
    assert said.count("あなたもかえました") == 1
    assert second_window.post(address(story, "versions/"), as_it_stands(answer)).status_code == 302
    kept = begun(tanaka, story)
    assert kept[hers] == "夜に転んだ。"
    assert set(kept[at(story.person, "troubles")]) == {"care", "food"}
    assert kept[home] == "猫がいる。"
    assert not kept[at(None, "risks")]  # made blank by the second
    assert "畑がある。" in text(tanaka.get(address(story, "?version=2")))


def test_a_slip_of_the_pen_does_not_hide_that_a_version_came_in_between(town: Town, story: Story) -> None:
    tanaka = signed_in("tanaka")
    send(tanaka, town, story)
    sent = begun(tanaka, story)
    send(tanaka, town, story, follows="1", **{at(story.person, "risks"): "夜に転んだ。"})
    answer = tanaka.post(address(story, "versions/"), sent | {"heard_on": "いつか"})
    assert "第2版が残されました。" in text(answer)
    fixed = as_it_stands(answer) | {"heard_on": local_day(town.now).isoformat()}
    assert tanaka.post(address(story, "versions/"), fixed).status_code == 302
    assert begun(tanaka, story)[at(story.person, "risks")] == "夜に転んだ。"


def test_words_for_somebody_who_left_meanwhile_are_told_and_not_dropped(town: Town, story: Story) -> None:
    tanaka, son = signed_in("tanaka"), makoto(town, story)
    sent = begun(tanaka, story) | {at(son, "own_words"): "将棋なら。", at(story.person, "reach"): "met"}
    leave(by=town("tanaka"), at=town.later(), household=story.household, person=son)
    answer = tanaka.post(address(story, "versions/"), sent)
    assert answer.status_code == 422
    assert "「本人の言葉: 将棋なら。」" in text(answer)
    assert "アセスメントシートは、まだありません。" in text(tanaka.get(address(story)))
    assert tanaka.post(address(story, "versions/"), as_it_stands(answer)).status_code == 302


def test_what_a_colleague_answered_meanwhile_does_not_swallow_ones_own_answer(town: Town, story: Story) -> None:
    """With a form of one's own only what is missing is asked; what was asked when the page was opened keeps its place."""
    tanaka = signed_in("tanaka")
    send(tanaka, town, story)
    sent = begun(tanaka, story, "new/?own=1") | {"own": "1", "own_form": "総合相談票", "own_form_at": "書庫 3番"}
    sent |= {at(None, "screening"): "support"}
    send(tanaka, town, story, follows="1", **{at(None, "screening"): "passed"})
    answer = tanaka.post(address(story, "versions/"), sent)
    assert "あなたもかえました" in text(answer)
    again = as_it_stands(answer) | {"own": "1"}
    assert again[at(None, "screening")] == "support"
    assert tanaka.post(address(story, "versions/"), again).status_code == 302
    assert begun(tanaka, story)[at(None, "screening")] == "support"


def test_it_is_typed_in_later_and_both_times_are_read(town: Town, story: Story) -> None:
    tanaka = signed_in("tanaka")
    send(tanaka, town, story, heard_on="令和8年4月3日", heard_time="14時30分")
    said = text(tanaka.get(address(story)))
    assert "14:30に聞いたこと" in said
    assert re.search(rf"{re.escape(say_day(timezone.localdate()))} \d\d:\d\dに田中 美咲", said)


def test_of_an_agencys_own_form_only_what_the_report_lacks_is_asked(town: Town, story: Story) -> None:
    tanaka = signed_in("tanaka")
    page = tanaka.get(address(story, "new/?own=1"))
    names = set(re.findall(r'name="((?:home|[0-9a-f]{32})-\w+)"', page.content.decode()))
    people = [person for person, _called in living(town("tanaka"), story.household)]
    assert names == {
        *(at(person, code) for person in people for code in ("features", "work_support")),
        at(None, "screening"),
    }
    sent = {"key": str(uuid4()), "follows": "0", "own": "1", "heard_on": local_day(town.now).isoformat()}
    assert tanaka.post(address(story, "versions/"), sent).status_code == 422
    sent |= {"own_form": "地域包括の総合相談票", "own_form_at": "書庫 3番", at(None, "screening"): "support"}
    assert tanaka.post(address(story, "versions/"), sent | {"key": str(uuid4())}).status_code == 302
    page = text(tanaka.get(address(story)))
    assert "地域包括の総合相談票" in page
    assert "置き場所: 書庫 3番" in page
    assert f"「{SCAN}」を外す" not in page
    scanned = SimpleUploadedFile(SCAN, LETTER, content_type="application/pdf")
    again = sent | {"key": str(uuid4()), "follows": "1", "own_form_at": "", "papers": [scanned]}
    assert tanaka.post(address(story, "versions/"), again).status_code == 302
    page = tanaka.get(address(story))
    assert f"{SCAN} PDF・" in text(page)
    assert SCAN in text(tanaka.get(f"/desk/households/{story.case}/attachments/"))
    out = re.search(r'action="(/desk/attachments/[^"]+/removal/)"', page.content.decode())
    assert out
    assert tanaka.post(out[1], {"key": str(uuid4())})["Location"] == address(story)
    assert SCAN not in text(tanaka.get(address(story)))
    assert at(None, "screening") not in tanaka.get(address(story, "new/?own=1")).content.decode()


def test_the_blank_paper_has_everybodys_name_and_says_whose_form_it_is(town: Town, story: Story) -> None:
    page = signed_in("tanaka").get(address(story, "blank/"))
    said = text(page)
    for words in (
        "佐藤 誠",
        "佐藤 キヨ",
        "世帯ぜんたい",
        "□ 会えた",
        "国の様式そのものではありません。",
        "聞いた日時",
        "打ちこんだ日時",
    ):
        assert words in said
    assert (
        page.content.decode().count("paper__thick") == 5
    )  # two items of each of two members, and one of the household


def test_the_households_page_says_it_in_one_line(town: Town, story: Story) -> None:
    tanaka = signed_in("tanaka")
    send(tanaka, town, story)
    said = text(tanaka.get(f"/desk/households/{story.case}/"))
    assert "まだ会えていない: 佐藤 誠(断られた)" in said
    assert "佐藤 キヨ 収入・生活費、介護" in said


def test_a_need_may_begin_from_what_the_sheet_says(town: Town, story: Story) -> None:
    tanaka = signed_in("tanaka")
    send(tanaka, town, story)
    page = tanaka.get(f"/desk/households/{story.case}/needs/new/").content.decode()
    son = makoto(town, story)
    assert "佐藤 誠: ひきこもり・不登校" in page
    chosen = tanaka.get(f"/desk/households/{story.case}/needs/new/?person={son}&theme=withdrawal").content.decode()
    assert re.search(r'value="withdrawal" selected', chosen)
    assert re.search(rf'value="{son}" selected', chosen)


@pytest.mark.parametrize("version", ["", "?version=1"])
def test_what_was_said_of_who_left_is_still_read(town: Town, story: Story, version: str) -> None:
    tanaka, son = signed_in("tanaka"), makoto(town, story)
    send(tanaka, town, story, **{at(son, "own_words"): "将棋なら。"})
    leave(by=town("tanaka"), at=town.later(), household=story.household, person=son)
    sent = begun(tanaka, story) | {at(story.person, "risks"): "夜に転んだ。"}
    assert tanaka.post(address(story, "versions/"), sent).status_code == 302
    said = text(tanaka.get(address(story, version)))
    assert "佐藤 誠(いまの世帯の人の中にいません)" in said
    assert "将棋なら。" in said
    assert "断られた" in said


def test_of_whom_nothing_is_read_the_households_page_does_not_say_not_met(town: Town, story: Story) -> None:
    tanaka, son = signed_in("tanaka"), makoto(town, story)
    assert send(tanaka, town, story, **{at(son, "reach"): "", at(son, "troubles"): []}).status_code == 302
    said = text(tanaka.get(f"/desk/households/{story.case}/"))
    assert "会えたか分からない: 佐藤 誠" in said
    assert "まだ会えていない" not in said


def test_who_does_not_see_the_case_sees_no_sheet(town: Town, story: Story) -> None:
    send(signed_in("tanaka"), town, story)
    for rest in ("", "new/", "blank/"):
        assert signed_in("ogawa").get(address(story, rest)).status_code == 404
    assert signed_in("okamoto").get(address(story)).status_code == 404


def test_eight_members_cost_no_more_questions_than_one(town: Town) -> None:
    tanaka = signed_in("tanaka")
    case = supported(town)
    pages = [f"/desk/households/{case}/assessment/{rest}" for rest in ("", "new/", "blank/")]
    fill_all(tanaka, town, case, follows=0)
    few = {page: asked(tanaka, page) for page in pages}
    with transaction.atomic():
        home = home_of(town, case)
        for number in range(7):
            at_ = town.later()
            person = enter_person(by=town("tanaka"), at=at_, name=f"試し {number}郎", kana=f"ためし {number}ろう")
            join(by=town("tanaka"), at=at_, household=home, person=person.pk, relation="子")
    fill_all(tanaka, town, case, follows=1)
    for page in pages:
        many = asked(tanaka, page)
        assert len(many) == len(few[page]) <= LIMIT, "\n".join(many)


def fill_all(client: Client, town: Town, case: UUID, *, follows: int) -> None:
    people = [person for person, _called in living(town("tanaka"), home_of(town, case))]
    sent = {at(person, code): value for person in people for code, value in ALL.items()}
    sent |= {"key": str(uuid4()), "follows": str(follows), "heard_on": local_day(town.now).isoformat()}
    assert client.post(f"/desk/households/{case}/assessment/versions/", sent).status_code == 302


ALL = {"reach": "met", "troubles": ["care"], "own_words": "うん。", "treated": "yes", "attends": "no"}


def home_of(town: Town, case: UUID) -> UUID:
    found = home(town("tanaka"), case)
    assert found
    return found.household


def asked(client: Client, page: str) -> list[str]:
    client.get(page)
    with counted() as statements:
        assert client.get(page).status_code == 200
    return list(statements)
