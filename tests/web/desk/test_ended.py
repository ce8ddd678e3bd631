"""Whoever handed a ball on reads on the day why it ended: by name only where the record is still open, else by its number."""

import re

import pytest

from marugoto.casework.actions.need import offer_need, reopen_need
from marugoto.casework.models import Need
from marugoto.custody.actions.offer import catch, offer
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import OfferReason, Outcome
from tests.database import unwalled
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
SAID = "渡したボールがおわりました"


def taken_on(town: Town, story: Story) -> None:
    """By 山下, whom 田中 asked."""
    said = {"reason": OfferReason.NEARER, "words": "会って話を聞いてください。"}
    made = offer_need(by=town("tanaka"), at=town.later(), need=story.need, to=town.team("shakyo-join"), **said)
    catch(by=town("yamashita"), at=town.later(), offer=made.pk)


def end(town: Town, story: Story, worker: str, outcome: Outcome) -> None:
    settle(by=town(worker), at=town.later(), ball=story.ball, outcome=outcome)


def line(worker: str, said: str) -> str:
    """What the day of this worker says of the end; empty where nothing."""
    page = signed_in(worker).get("/tidings/").content.decode()
    found = [one for one in re.findall(r"<li>.*?</li>", page, re.DOTALL) if said in one]
    assert len(found) <= 1, found
    return found[0] if found else ""


def test_the_sender_reads_that_the_person_declined_after_it_was_taken(town: Town, story: Story) -> None:
    taken_on(town, story)
    end(town, story, "yamashita", Outcome.OWN_WISH)
    told = line("tanaka", SAID)
    assert f"<b>{SAID}(本人の希望で終わった)</b>" in told
    assert f"/desk/households/{story.case}/" in told
    assert "佐藤" in told
    assert "社協 参加支援係" in told, "by whom"
    tower = line("mori", "受け取られたあとで、おわりました")
    assert "(本人の希望で終わった)" in tower
    assert "佐藤" not in tower
    assert f"/desk/balls/{story.ball}/" in tower
    assert SAID not in text(signed_in("yamashita").get("/")), "who did it himself"


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        (Outcome.OWN_WISH, "(本人の希望で終わった)"),
        (Outcome.ACHIEVED, "(めざすことを達成)"),
        (Outcome.DIED, ""),
        (Outcome.MOVED_AWAY, ""),
    ],
)
def test_a_former_holder_who_may_not_open_it_reads_no_name(
    town: Town, story: Story, outcome: Outcome, why: str
) -> None:
    """What became of the person is not told where the record is not open; whom to ask is."""
    taken_on(town, story)
    way = {"to": town.team("aged-support"), "reason": OfferReason.OWN_FIELD}
    made = offer(by=town("yamashita"), at=town.later(), ball=story.ball, **way)
    catch(by=town.of("aged-support"), at=town.later(), offer=made.pk)
    settle(by=town.of("aged-support"), at=town.later(), ball=story.ball, outcome=outcome)
    told = line("yamashita", SAID)
    assert f"<b>{SAID}{why}</b>" in told
    assert "佐藤" not in told
    assert "誠さん" not in told
    assert "href" not in told.partition("reading")[0]
    with unwalled():
        number = Need.objects.everywhere("whose number is said").select_related("ball").get(pk=story.need).ball.number
    assert f"ボール {number}" in told
    assert "高齢" in told, "whom to ask"


def test_the_day_asks_no_more_for_many_ends_than_for_one(town: Town, story: Story) -> None:
    taken_on(town, story)
    costs = []
    for turn in range(3):
        if turn:
            reopen_need(by=town("tanaka"), at=town.later(), need=story.need)
        end(town, story, "yamashita", Outcome.ACHIEVED)
        client = signed_in("tanaka")
        client.get("/tidings/")
        with counted() as asked:
            assert text(client.get("/tidings/")).count(SAID) == turn + 1
        costs.append(len(asked))
    assert costs[0] == costs[1] == costs[2], "\n".join(asked)
