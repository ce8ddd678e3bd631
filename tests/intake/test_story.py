"""What comes in leaves codes in the ledger, a holder for every matter, and an answer for whoever noticed."""

from uuid import UUID, uuid4

import pytest

from marugoto.agencies.queries.directory import control_tower, duties_of_team, last_resort
from marugoto.custody.actions.people import end_duty
from marugoto.custody.models import Ball
from marugoto.custody.queries.ball import faces
from marugoto.intake.actions.consultation import Told, end, receive
from marugoto.intake.actions.notice import answer_notice, raise_notice
from marugoto.intake.codes import Channel, ConsultationEnd, NoticeAnswer, NoticeSource
from marugoto.intake.models import Notice, ReleasedAnswer
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from marugoto.ledger.queries.fact import of_matter
from tests.database import unwalled
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
WORDS = "三丁目の石井さんが食べていない。"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


def facts(town: Town, matter: UUID, package: str) -> list[Fact]:
    return [fact for fact in of_matter(town("hirata"), matter=matter) if fact.kind.startswith(package)]


def noticed(town: Town, **more: object) -> Notice:
    said = {"words": WORDS, "source": NoticeSource.CLERK, "who_words": "石井さん", "where": "三丁目"}
    return raise_notice(by=town("okamoto"), at=town.later(), notice=uuid4(), **(said | more))


def test_a_notice_for_nobody_in_particular_lies_with_the_control_tower(town: Town) -> None:
    row = noticed(town)
    ball = faces(town("mori"), [row.pk])[row.pk]
    assert ball.holder.id == control_tower(town.body, local_day(town.now)).pk
    assert ball.settled_at is None


def test_its_answer_settles_it_and_the_noticer_hears_what_was_meant_for_him(town: Town) -> None:
    row = noticed(town, team=town.team("soudan-desk"))
    at = town.later(days=2)
    answer_notice(
        by=town("tanaka"), at=at, notice=row.pk, answer=NoticeAnswer.VISITED, words=WORDS, told_back="訪ねました。"
    )
    assert faces(town("tanaka"), [row.pk])[row.pk].settled_at == at
    with unwalled():
        (released,) = ReleasedAnswer.objects.everywhere("what the noticer hears").filter(notice_ref=row.pk)
    assert released.told_back == "訪ねました。"
    assert WORDS not in str(vars(released))
    told = facts(town, row.pk, "notice.")
    assert [(fact.kind, fact.code_1) for fact in told[1:]] == [
        ("notice.answered", "visited"),
        ("notice.fed_back", "clerk"),
    ]
    assert told[1].num_1 == told[2].num_1 == town("tanaka").calendar.between(local_day(row.made_at), local_day(at)) == 2


def test_a_consultation_is_told_in_codes(town: Town) -> None:
    at = town.later()
    told = Told(
        caller="石井さん", words=WORDS, troubles=[TroubleCode.FOOD, TroubleCode.DEBT], pressing=[TroubleCode.DEBT]
    )
    row = receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.VISIT, told=told)
    end(by=town("tanaka"), at=town.later(), consultation=row.pk, end=ConsultationEnd.ANSWERED)
    lines = facts(town, row.pk, "intake.")
    marked = [(fact.code_1, fact.num_1) for fact in lines if fact.kind == "intake.trouble"]
    assert sorted(marked) == [("debt", 1), ("food", 0)]  # one fact for each box
    assert (lines[0].kind, lines[0].code_1, lines[0].num_1) == ("intake.opened", "visit", 2)
    assert (lines[-1].kind, lines[-1].code_1) == ("intake.ended", "answered")
    for word in (WORDS, "石井"):
        assert word not in str([vars(fact) for fact in lines])


def test_each_of_the_sixteen_can_be_the_most_pressing(town: Town) -> None:
    for trouble in TroubleCode:
        at = town.later()
        told = Told(troubles=list(TroubleCode), pressing=[trouble])
        row = receive(by=town("tanaka"), at=at, day=local_day(at), channel=Channel.PHONE, told=told)
        assert faces(town("tanaka"), [row.pk])[row.pk].theme == trouble


def test_a_notice_finds_a_holder_when_the_control_tower_is_no_more(town: Town) -> None:
    """Its people leave one after the other: from then on the team of last resort takes what nobody is named for."""
    tower = control_tower(town.body, local_day(town.now)).pk
    for duty in duties_of_team(tower, local_day(town.now)):
        end_duty(by=town("honma"), at=town.later(), duty=duty.pk, day=local_day(town.now), reason="異動")
    made = raise_notice(
        by=town("okamoto"), at=town.later(), notice=uuid4(), source=NoticeSource.CLERK, words="食べるものがない。"
    )
    with unwalled():
        assert Ball.objects.within(town.body).get(pk=made.ball_id).holder_id == last_resort(town.body).pk
