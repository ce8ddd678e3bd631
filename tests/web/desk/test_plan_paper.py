"""The one page for the family: plain words, whom to call, and of the others nothing where one member takes it along."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from marugoto.casework.actions.plan import GoalDraft, StepDraft, draft, move, take_step
from marugoto.casework.actions.protection import protect_person
from marugoto.casework.actions.review import review
from marugoto.casework.codes import Agreement, PlanState, ReviewResult
from marugoto.kernel.decision import Refused
from marugoto.kernel.era import read_day
from marugoto.kernel.jst import local_day
from marugoto.people.actions.household import leave
from marugoto.people.queries import household as households
from tests.story import Story, one_household
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


def drawn(town: Town, story: Story, agreement: Agreement) -> UUID:
    at = town.later()
    return draft(
        by=town("tanaka"),
        at=at,
        case=story.case,
        goals=[GoalDraft("週に一度そとへ出る"), GoalDraft("薬を毎日のむ", person=story.person)],
        steps=[
            StepDraft("いっしょに薬箱をつくる", team=town.team("north-care-desk"), goal=1, until=local_day(at)),
            StepDraft("公園で会う", team=town.team("soudan-desk"), goal=0, place=story.place),
        ],
        review_on=local_day(at) + timedelta(days=60),
        wish="このまま家で暮らしたい。",
        agreement=agreement,
        agreement_note="まだ会えていない。",
    ).pk


def son_of(town: Town, story: Story) -> str:
    """The other one who lives there: who is no member has no paper, and of an empty page nothing would be tried."""
    home = households.get(town("tanaka"), story.household)
    assert home is not None
    return next(str(one.face.person) for one in home.members if one.face.person != story.person)


def test_the_household_reads_all_of_it(town: Town, story: Story) -> None:
    plan = drawn(town, story, Agreement.AGREED)
    page = text(signed_in("tanaka").get(f"/desk/plans/{plan}/paper/"))
    for words in (
        "の これからのこと",
        "このまま家で暮らしたい。",
        "週に一度そとへ出る みんなで",
        "薬を毎日のむ",
        "いっしょに薬箱をつくる",
        "まだ案です。",
        "田中 美咲",
    ):
        assert words in page
    assert "本人と確かめたプランではありません" not in page
    assert "家族にわたす一枚" in text(signed_in("tanaka").get(f"/desk/plans/{plan}/"))


def test_one_member_reads_nothing_of_the_others_alone(town: Town, story: Story) -> None:
    plan = drawn(town, story, Agreement.NOT_ASKED)
    others = text(signed_in("tanaka").get(f"/desk/plans/{plan}/paper/", {"for": son_of(town, story)}))
    assert "週に一度そとへ出る みんなで" in others
    page = text(signed_in("tanaka").get(f"/desk/plans/{plan}/paper/", {"for": str(story.person)}))
    assert "薬を毎日のむ" in page
    assert "本人と確かめたプランではありません" in page
    assert "薬を毎日のむ" not in others
    assert "薬箱" not in others


def test_what_is_of_somebody_guarded_is_not_on_the_paper_for_everybody(town: Town, story: Story) -> None:
    """The one from whom キヨ is guarded may live in the house: her part is on her own paper alone."""
    plan, tanaka = drawn(town, story, Agreement.AGREED), town("tanaka")
    page = f"/desk/plans/{plan}/paper/"
    assert "見られる人が決められている方" not in text(signed_in("tanaka").get(page))
    protect_person(by=tanaka, at=town.later(), person=story.person, listed=[tanaka.worker], reason="支援措置")
    for_all, hers, his = (
        text(signed_in("tanaka").get(page, said))
        for said in ({}, {"for": str(story.person)}, {"for": son_of(town, story)})
    )
    assert "見られる人が決められている方(佐藤 キヨ" in for_all
    assert "週に一度そとへ出る みんなで" in for_all
    assert "週に一度そとへ出る みんなで" in his
    for words in ("薬を毎日のむ", "いっしょに薬箱をつくる"):
        assert words in hers
        assert words not in for_all
        assert words not in his
    assert "見られる人が決められている方" not in hers + his


@pytest.mark.parametrize("guarded", [True, False])
def test_what_is_of_somebody_who_left_is_not_on_the_paper_for_everybody(
    town: Town, story: Story, guarded: bool
) -> None:
    """Whoever fled is no member any more: her goal stands in the plan, and is not for those who stayed."""
    plan, tanaka = drawn(town, story, Agreement.AGREED), town("tanaka")
    page = f"/desk/plans/{plan}/paper/"
    assert "確かめられない方" not in text(signed_in("tanaka").get(page))
    leave(by=tanaka, at=town.later(), household=story.household, person=story.person)
    if guarded:
        protect_person(by=tanaka, at=town.later(), person=story.person, listed=[tanaka.worker], reason="支援措置")
    for_all, his = (text(signed_in("tanaka").get(page, said)) for said in ({}, {"for": son_of(town, story)}))
    assert "いまこの世帯にいると確かめられない方だけ" in for_all
    for paper in (for_all, his):
        assert "週に一度そとへ出る みんなで" in paper
        assert "公園で会う" in paper
        for words in ("薬を毎日のむ", "いっしょに薬箱をつくる"):
            assert words not in paper
    assert signed_in("tanaka").get(page, {"for": str(story.person)}).status_code == 404  # no member


def test_nobody_reads_it_who_may_not_read_the_plan(town: Town, story: Story) -> None:
    plan = drawn(town, story, Agreement.AGREED)
    assert signed_in("ogawa").get(f"/desk/plans/{plan}/paper/").status_code == 404
    assert signed_in("okamoto").get(f"/desk/plans/{plan}/paper/").status_code in {403, 404}
    assert signed_in("tanaka").get(f"/desk/plans/{uuid4()}/paper/").status_code == 404
    assert signed_in("tanaka").get(f"/desk/plans/{plan}/paper/", {"for": str(uuid4())}).status_code == 404


def test_one_version_and_many_cost_the_same_and_the_newest_is_the_one_that_counts(town: Town, story: Story) -> None:
    tanaka, costs = signed_in("tanaka"), []
    plans = [drawn(town, story, Agreement.AGREED) for _ in range(2)]
    for more in (0, 4):
        plans += [drawn(town, story, Agreement.AGREED) for _ in range(more)]
        tanaka.get(f"/desk/plans/{plans[-1]}/")
        with counted() as asked:
            page = text(tanaka.get(f"/desk/plans/{plans[-1]}/"))
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 14, "\n".join(asked)
    assert "書き直して次の版にする" in page
    assert "前の版です" not in page
    old = text(tanaka.get(f"/desk/plans/{plans[0]}/"))
    assert "前の版です" in old
    assert "書き直して次の版にする" not in old


def test_what_is_written_anew_begins_with_what_stands(town: Town, story: Story) -> None:
    drawn(town, story, Agreement.AGREED)
    page = signed_in("tanaka").get(f"/desk/households/{story.case}/plans/new/").content.decode()
    for words in ("週に一度そとへ出る", "薬を毎日のむ", "いっしょに薬箱をつくる", "このまま家で暮らしたい。"):
        assert words in page


def test_a_day_that_is_over_is_not_promised(town: Town) -> None:
    tanaka = signed_in("tanaka")
    town.now -= timedelta(days=200)
    story = one_household(town)
    assert "をすぎています。次の日を決めてください。" in text(tanaka.get(f"/desk/plans/{story.plan}/"))
    paper = tanaka.get(f"/desk/plans/{story.plan}/paper/").content.decode()
    assert "次に話す日はのせていません。" in paper
    assert "次に いっしょに話す日" not in paper
    anew, day = f"/desk/plans/{story.plan}/reviews/", (timezone.localdate() + timedelta(days=30)).isoformat()
    tanaka.post(anew, {"key": str(uuid4()), "result": "keep", "scorer": "joint", "next_review_on": day})
    assert "次に いっしょに話す日" in text(tanaka.get(f"/desk/plans/{story.plan}/paper/"))


def test_what_was_done_is_told_to_the_family(town: Town, story: Story) -> None:
    tanaka, page = signed_in("tanaka"), f"/desk/plans/{story.plan}/paper/"
    assert "できたこと" not in text(tanaka.get(page))
    take_step(by=town("tanaka"), at=town.later(), step=story.step)
    paper = text(tanaka.get(page))
    assert "できたこと 木曜の将棋に一緒に行く" in paper
    assert "まだ書かれていません。" not in paper


def test_nobodys_plan_rests_before_he_was_asked(town: Town, story: Story) -> None:
    said = {
        "plan": story.plan,
        "result": ReviewResult.SUSPEND,
        "next_review_on": local_day(town.now) + timedelta(days=60),
    }
    with pytest.raises(Refused, match="次の見直しの日"):
        review(by=town("tanaka"), at=town.later(), **said | {"next_review_on": None})
    with pytest.raises(Refused, match="本人に聞いた日"):
        review(by=town("tanaka"), at=town.later(), **said)
    with pytest.raises(Refused, match="きょうより先"):
        review(by=town("tanaka"), at=town.later(), **said, asked_on=local_day(town.now) + timedelta(days=9))
    review(by=town("tanaka"), at=town.later(), **said, asked_on=local_day(town.now))
    move(by=town("tanaka"), at=town.later(), plan=story.plan, to=PlanState.RUNNING)
    page = text(signed_in("tanaka").get(f"/desk/plans/{story.plan}/"))
    assert "これまでの歩み" in page  # each state with its day, the rest too when it is over
    assert "に本人に聞きました。" in page
    assert page.count("止めている") >= 2
    review(by=town("tanaka"), at=town.later(), plan=story.plan, result=ReviewResult.REPLAN)
    ended = text(signed_in("tanaka").get(f"/desk/plans/{story.plan}/"))
    assert "プランは「おわり」です。 " in ended  # and no day of a review behind it


def test_only_a_conference_that_saw_the_draft_can_have_examined_it(town: Town, story: Story) -> None:
    before = drawn(town, story, Agreement.AGREED)
    tanaka = signed_in("tanaka")
    assert str(story.conference) in tanaka.get(f"/desk/plans/{before}/").content.decode()
    after = town.later(days=3)
    plan = draft(
        by=town("tanaka"),
        at=after,
        case=story.case,
        goals=[GoalDraft("そとへ出る")],
        steps=[],
        review_on=local_day(after) + timedelta(days=60),
        agreement=Agreement.AGREED,
    ).pk
    page = tanaka.get(f"/desk/plans/{plan}/").content.decode()
    assert str(story.conference) not in page
    assert "案ができてから開かれた会議が、まだありません。" in page
    said = {"key": str(uuid4()), "to": "examined", "conference": str(story.conference)}
    assert tanaka.post(f"/desk/plans/{plan}/standing/", said).status_code == 409


def test_a_row_is_added_and_what_is_typed_stays(town: Town, story: Story) -> None:
    """Without a script, and without a word of what is still missing."""
    tanaka, page = signed_in("tanaka"), f"/desk/households/{story.case}/plans/"
    form = tanaka.get(f"{page}new/").content.decode()
    assert 'name="step_0"' in form
    assert 'name="step_1"' not in form
    assert form.count("書かなくてもよい") == 0
    assert "<b>必ず</b>" in form
    typed = {"key": str(uuid4()), "step_0": "川べりを歩く", "wish": "出かけたい", "more": "step"}
    longer = tanaka.post(page, typed)
    assert longer.status_code == 200
    for words in ('name="step_1"', "川べりを歩く", "出かけたい"):
        assert words in longer.content.decode()
    assert 'name="step_2"' not in longer.content.decode()
    assert "選んでください。</" not in longer.content.decode()
    del typed["more"]
    wrong = tanaka.post(page, typed | {"key": str(uuid4())})
    assert wrong.status_code == 422
    assert "どの係がするかを選んでください。" in text(wrong)


def test_the_next_version_asks_anew_and_proposes_an_open_day(town: Town, story: Story) -> None:
    take_step(by=town("tanaka"), at=town.later(), step=story.step)
    review(by=town("tanaka"), at=town.later(), plan=story.plan, result=ReviewResult.REPLAN)
    form = signed_in("tanaka").get(f"/desk/households/{story.case}/plans/new/").content.decode()
    assert "写す一歩はありませんでした。" in form
    asked = form.partition('name="agreement"')[2].partition("</select>")[0]
    assert '<option value="" selected' in asked
    day = read_day(re.search(r'name="review_on" value="([^"]+)"', form)[1])
    assert town("tanaka").calendar.is_open(day)
