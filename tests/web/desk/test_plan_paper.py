"""The one page for the family: plain words, whom to call, and of the others nothing where one member takes it along."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from marugoto.casework.actions.plan import GoalDraft, StepDraft, draft
from marugoto.casework.codes import Agreement
from marugoto.kernel.jst import local_day
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
    others = text(signed_in("tanaka").get(f"/desk/plans/{plan}/paper/", {"for": str(story.other)}))
    assert story.other != story.person
    page = text(signed_in("tanaka").get(f"/desk/plans/{plan}/paper/", {"for": str(story.person)}))
    assert "薬を毎日のむ" in page
    assert "本人と確かめたプランではありません" in page
    assert "薬を毎日のむ" not in others
    assert "薬箱" not in others


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
