"""What was said at a table stays there until those of whom it speaks agree, and somebody who answers for it takes it out."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from marugoto.agencies.codes import Role
from marugoto.conferences.actions.rebasing import rebase
from marugoto.conferences.events import WordsRebased
from marugoto.conferences.queries import conference as conferences
from marugoto.conferences.queries import rebasing
from marugoto.conferences.rules.rebasing import Asked, may_rebase
from marugoto.custody.actions.consent import hear_answer
from marugoto.disclosure.codes import BasisCode, ConsentForm, ConsentState, Part
from marugoto.disclosure.queries.consent import gone_out
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from marugoto.people.actions.folder import open_part
from tests.database import unwalled
from tests.story import Story, one_household
from tests.town import Town, settle_town
from tests.web.deeds_bodies import people_of_story

pytestmark = pytest.mark.django_db
WORDS = "将棋の会に、名前を出さずに聞くことにした。"
GOOD = Asked(
    frozenset({Role.CHIEF}),
    hosts=True,
    contracted=False,
    begun=True,
    basis=BasisCode.SUPPORT_CONFERENCE,
    words="話",
    reason="要る",
)


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def story(town: Town) -> Story:
    return one_household(town)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"roles": frozenset({Role.COUNSELLOR})}, "課長か司令塔"),
        ({"hosts": False}, "課長か司令塔"),
        ({"contracted": True}, "課長か司令塔"),
        ({"begun": False}, "まだ始まっていない"),
        ({"basis": BasisCode.CONSENT}, "もう本人の同意で"),
        ({"to_itself": True}, "もうこの議題を読めます"),
        ({"words": " "}, "伝える文が空"),
        ({"reason": ""}, "わけ"),
    ],
)
def test_who_may_take_it_out_and_when(wrong: dict[str, object], says: str) -> None:
    assert may_rebase(GOOD)
    assert says in may_rebase(replace(GOOD, **wrong)).reason  # type: ignore[arg-type]


def answers(town: Town, persons: list[UUID], state: ConsentState, until: date | None = None) -> None:
    for person in persons:
        by, at = town("tanaka"), town.later()
        hear_answer(
            by=by,
            at=at,
            folder=open_part(by=by, at=at, person=person, part=Part.BASIC),
            person=person,
            receiver=town.team("north-care-desk"),
            state=state,
            parts=(Part.BASIC, Part.SUPPORT) if state is ConsentState.GIVEN else (),
            form=ConsentForm.SPOKEN,
            answered_on=local_day(at),
            until=until,
        )


def moves(town: Town, story: Story, who: str = "yamazaki") -> None:
    item = conferences.item(town(who), story.item)
    assert item
    to = town.team("north-care-desk")
    rebase(by=town(who), at=town.later(), item=item, to=to, words=WORDS, reason="訪問の前に知る必要がある")


def read_by(town: Town, who: str, story: Story) -> list[str]:
    town.later()
    return [one.words for one in rebasing.of_item(town(who), story.item)]


def test_nothing_leaves_before_everybody_has_agreed(town: Town, story: Story) -> None:
    people = people_of_story(town, story)
    assert len(people) == 2
    with pytest.raises(Refused, match="同意"):
        moves(town, story)
    answers(town, people[:1], ConsentState.GIVEN)
    with pytest.raises(Refused, match="同意"):
        moves(town, story)
    assert read_by(town, "ogawa", story) == read_by(town, "tanaka", story) == []


def test_after_consent_the_other_agency_reads_the_words_and_nothing_else_of_the_table(town: Town, story: Story) -> None:
    answers(town, people_of_story(town, story), ConsentState.GIVEN)
    with pytest.raises(Refused, match="課長か司令塔"):
        moves(town, story, "tanaka")
    moves(town, story)
    assert read_by(town, "ogawa", story) == [WORDS]
    assert [one.receiver for one in rebasing.told_us(town("ogawa"))] == [town.team("north-care-desk")]
    table = conferences.get(town("ogawa"), story.conference)
    assert table is None or not any(item.minutes or item.open for item in table.items)
    assert read_by(town, "nishimura", story) == []
    with unwalled():
        assert Fact.objects.within(town.body).filter(kind=WordsRebased.kind).count() == 1


def test_when_one_of_them_takes_it_back_it_closes_and_what_went_out_is_listed(town: Town, story: Story) -> None:
    people = people_of_story(town, story)
    answers(town, people, ConsentState.GIVEN)
    moves(town, story)
    answers(town, people[:1], ConsentState.WITHDRAWN)
    assert read_by(town, "ogawa", story) == []
    assert read_by(town, "yamazaki", story) == [WORDS], "who kept it keeps it"
    town.later()
    told = [one for one in gone_out(town("yamazaki"), people) if not one.own and one.part is Part.SUPPORT]
    assert [one.team for one in told if one.until is not None].count(town.team("north-care-desk")) >= 1
