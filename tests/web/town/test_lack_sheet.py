"""The sheet of what is lacking, brought to planning: the numbers of that day, its answer, and who reads both years later."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from marugoto.community.actions.lack_sheet import Told, bring_sheet
from marugoto.community.actions.member import admit_member
from marugoto.community.codes import GroundKind, Lack, MemberKind
from marugoto.community.models import LackSheet
from marugoto.community.queries import lack_sheet
from marugoto.community.queries.lack_sheet import sheets
from marugoto.kernel.decision import Refused
from marugoto.web.town.pages.light import themes_of
from tests.beside import GROUND, farm
from tests.database import unwalled
from tests.town import Town
from tests.waited import lacking
from tests.web.counting import counted
from tests.web.filled import soon
from tests.web.town.asking import see, send, sentence, words
from tests.web.town.conftest import Enter

ASKED = "来年度の計画で、通院の足に応えられますか"
RIDES = (Told(Lack.TRANSPORT, "north", 12), Told(Lack.TRANSPORT, "south", 0), Told(Lack.PLACE, "north", None))


def planning(town: Town) -> UUID:
    return farm(town, "企画課", "planning-desk").pk


@pytest.fixture
def lacks(town: Town) -> Town:
    """Twelve want of a ride, three of a place."""
    town.now = timezone.now() - timedelta(hours=2)
    for _ in range(12):
        lacking(town)
    for _ in range(3):
        lacking(town, lack=Lack.PLACE)
    return town


def test_what_is_few_in_all_is_told_of_no_district_and_how_often_only_when_it_is_often_enough() -> None:
    (one,) = themes_of({(Lack.PLACE, "north"): 3}, ["north", "south"], 48_000)
    assert (one.cells, one.whole, one.told) == ((None, None, None), None, False)
    (one,) = themes_of({(Lack.PLACE, "north"): 12, (Lack.PLACE, "south"): 3}, ["north", "south"], 48_000)
    assert (one.cells, one.whole) == ((None, None, 0), 15)


@pytest.mark.django_db
@pytest.mark.parametrize("reader", ["hayashi", "natsume"], ids=["whoever reads the tasks", "another division"])
def test_the_paper_says_to_nobody_in_which_district_a_few_live(lacks: Town, enter: Enter, reader: str) -> None:
    row = words(see(enter(reader), "unmet_sheet")).split("行ける場所・居られる場所")[1].split("相談の現場で")[0]
    assert set(row.split()[:2]) == {"少数"}
    assert "0" not in row.split("移動の足")[0]


@pytest.mark.django_db
def test_the_sheet_carries_numbers_and_says_few_where_they_are_few(lacks: Town, enter: Enter) -> None:
    page = see(enter("natsume"), "unmet_sheet")
    assert sentence(page) == "みなも市で、いま足りないものが2種類あります。いっしょにできることはありませんか。"
    said = words(page)
    assert "移動の足 12" in said
    assert "行ける場所・居られる場所 少数" in said
    assert "まだ、どの課にも届けていません。" in said
    assert "課と団体 に、係のある課を加えると、届けられます。" in said


@pytest.mark.django_db
def test_it_is_brought_answered_and_stays_as_it_was(lacks: Town, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    member = planning(lacks)
    hirata, natsume = enter("hirata"), enter("natsume")
    sent = {"member": str(member), "title": ASKED, "answer_by": soon()}
    assert send(hirata, "sheet_bring", **sent).status_code == 302
    (sheet,) = sheets(lacks("hirata"))
    assert ASKED in words(natsume.get("/"))
    asked = words(see(natsume, "cooperation", sheet.cooperation_id))
    assert "足りないもの(第1版)" in asked
    assert "移動の足 北部12" in asked
    assert "行ける場所・居られる場所 少数" in asked
    answer = {"said": "in_part", "words": "夕方の便を、北に一本ふやす案を計画に書きます。"}
    assert send(natsume, "cooperation_answer", sheet.cooperation_id, **answer).status_code == 302
    lacking(lacks)
    assert send(hirata, "sheet_bring", **sent).status_code == 302
    said = words(
        see(enter("miyata"), "unmet_sheet")
    )  # another division reads it too, a year later or when staff has changed
    assert "夕方の便を、北に一本ふやす案を計画に書きます。" in said
    assert "届けた2枚のうち、返事があったのは1枚です。" in said
    before = see(hirata, "unmet_sheet").content.decode().split("これまでに届けた一枚")[0]
    assert "</section>" not in before.rsplit('<div class="noprint">', 1)[1], (
        "what one division answered is not handed out to others with the paper"
    )
    assert "新しいほうから" not in said
    monkeypatch.setattr(lack_sheet, "SHOWN", 1)
    assert "届けた2枚のうち、返事があったのは1枚です。" in (fewer := words(see(hirata, "unmet_sheet")))
    assert "並べているのは、新しいほうから1枚です。" in fewer
    assert "第1版" in said.split("第2版")[1]
    assert "北部13" in said.split("第2版")[1].split("第1版")[0]
    assert "北部12" in said.split("第1版")[1]


@pytest.mark.django_db
def test_whoever_brought_it_hears_the_answer_and_the_list_of_members_waits_for_none_of_ours(
    lacks: Town, enter: Enter
) -> None:
    member = planning(lacks)
    made = bring_sheet(
        by=lacks("hirata"), at=lacks.later(), member=member, title=ASKED, answer_by=soon_day(lacks), told=RIDES
    )
    assert made.team == lacks("hirata").team
    assert "夏目" not in words(see(enter("hirata"), "members"))
    row = words(see(enter("hirata"), "members")).split("企画課")[1]
    assert " 0 " in row
    answer = {"said": "not_now", "words": "来年度の改定で考えます。"}
    assert send(enter("natsume"), "cooperation_answer", made.cooperation_id, **answer).status_code == 302
    assert "来年度の改定で考えます。" in words(see(enter("hirata"), "cooperation", made.cooperation_id))


def soon_day(town: Town):
    return town("hirata").calendar.add(town.now.date(), 10)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("told", "team", "why"),
    [((), "planning-desk", "一枚に載るものがありません"), (RIDES, "", "返事をする係のアカウントがありません")],
)
def test_what_is_empty_or_can_be_answered_by_nobody_is_not_brought(
    town: Town, told: tuple[Told, ...], team: str, why: str
) -> None:
    town.now = timezone.now()
    admitted = admit_member(
        by=town("hayashi"),
        at=town.later(),
        name="企画課",
        kind=MemberKind.DIVISION,
        ground=GroundKind.ORDER,
        ground_words=GROUND,
        since=town.now.date(),
        team=town.team(team) if team else None,
    )
    said = {"member": admitted.pk, "title": ASKED, "answer_by": soon_day(town)}
    with pytest.raises(Refused, match=why):
        bring_sheet(by=town("hirata"), at=town.later(), told=told, **said)
    with unwalled():
        assert not LackSheet.objects.within(town.body).exists()


@pytest.mark.django_db
def test_who_brings_nothing_sees_no_form_and_few_sheets_cost_as_many_queries(lacks: Town, enter: Enter) -> None:
    member = planning(lacks)
    assert "この一枚を、課に届ける" not in words(see(enter("miyata"), "unmet_sheet"))
    assert send(enter("miyata"), "sheet_bring", member=str(member)).status_code == 404
    assert send(enter("hirata"), "sheet_bring", member=str(member)).status_code == 422
    hirata, costs = enter("hirata"), []
    for turn in range(2):
        for _ in range(1 + 5 * turn):
            said = {"member": member, "title": ASKED, "answer_by": soon_day(lacks)}
            bring_sheet(by=lacks("hirata"), at=lacks.later(), told=RIDES, **said)
        see(hirata, "unmet_sheet")
        with counted() as asked:
            assert see(hirata, "unmet_sheet").status_code == 200
        assert len(asked) <= 14, "\n".join(asked)
        costs.append(len(asked))
    assert costs[0] == costs[1]
