"""Many balls at once: each whole or not at all, with its note; a page says which, and the way back."""

from uuid import UUID, uuid4

import pytest

from marugoto.casework.actions.bundle import Receiver, Wanted, hand_many
from marugoto.casework.actions.need import add_need
from marugoto.custody.actions.bundle import take_back_bundle
from marugoto.custody.actions.offer import catch
from marugoto.custody.codes import EndingKind, OfferReason
from marugoto.custody.queries import bundle as bundles
from marugoto.custody.queries import offer as offers
from marugoto.custody.queries.ball import face
from marugoto.custody.queries.check import faults
from marugoto.custody.queries.succession import notes
from marugoto.intake.rules.troubles import TroubleCode
from marugoto.kernel.decision import Refused
from tests.begun import heard
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
DESK = "north-care-desk"


def needs(town: Town, story: Story, many: int = 2) -> list[UUID]:
    found = []
    for number in range(many):
        add = {"case": story.case, "theme": TroubleCode.HOUSING, "title": f"住むところ {number}"}
        found.append(add_need(by=town("tanaka"), at=town.later(), **add).ball_id)
    return found


def hand(town: Town, balls: list[Wanted], to: Receiver) -> bundles.BundlePage:
    made = hand_many(
        by=town("tanaka"),
        at=town.later(),
        wanted=balls,
        to=to,
        reason=OfferReason.CAPACITY,
        words="異動のためお願いします。",
    )
    found = bundles.get(town("tanaka"), made.pk)
    assert found
    return found


def test_each_is_offered_with_its_own_words_and_reason(story: Story, town: Town) -> None:
    one, two = needs(town, story)
    wanted = [Wanted(one, "午前がよい。", OfferReason.NEARER), Wanted(two)]
    found = hand(town, wanted, Receiver(town.team(DESK)))
    told = [offers.get(town("ogawa"), line.offer) for line in found.lines if line.offer]
    assert [(page.words, page.reason) for page in told if page] == [
        ("午前がよい。", OfferReason.NEARER),
        ("異動のためお願いします。", OfferReason.CAPACITY),
    ]
    assert all(line.face.holder.id == town("tanaka").team for line in found.lines)


def test_what_cannot_be_done_says_why_and_leaves_the_others_alone(story: Story, town: Town) -> None:
    good = needs(town, story, 1)[0]
    gone, elsewhere = heard(town).ball_id, face(town("tanaka"), story.ball)
    assert elsewhere
    with_record = Wanted(
        gone
    )  # a consultation goes with its words, and another house may not read them without being asked
    found = hand(town, [with_record, Wanted(good)], Receiver(town.team(DESK)))
    refused, done = found.lines
    assert "別の機関" in refused.refused
    assert refused.offer is None
    assert done.offer is not None
    assert face(town("tanaka"), gone) is not None
    now = face(town("tanaka"), gone)
    assert now
    assert (now.offered_to, now.holder.id) == (None, town("tanaka").team)
    assert not faults(town("mori"))


def test_a_leaving_worker_gives_them_to_the_next_with_a_note_for_each(story: Story, town: Town) -> None:
    one, two = needs(town, story)
    hoshi = town("hoshi")
    found = hand(town, [Wanted(one, "鍵は管理人さん。"), Wanted(two)], Receiver(hoshi.team, hoshi.duty))
    assert [line.face.in_charge for line in found.lines] == [hoshi.duty, hoshi.duty]
    told = notes(town("hoshi"), [one, two])
    assert [told[one][0].words, told[two][0].words] == ["鍵は管理人さん。", "異動のためお願いします。"]


def test_all_is_taken_back_but_what_somebody_caught(story: Story, town: Town) -> None:
    one, two = needs(town, story)
    found = hand(town, [Wanted(one), Wanted(two)], Receiver(town.team(DESK)))
    assert found.lines[0].offer
    catch(by=town("ogawa"), at=town.later(), offer=found.lines[0].offer)
    assert take_back_bundle(by=town("tanaka"), at=town.later(), bundle=found.bundle) == 1
    now = bundles.get(town("tanaka"), found.bundle)
    assert now
    caught, back = now.lines
    assert (caught.ended, caught.back) == (EndingKind.CAUGHT, False)
    assert "先に" in caught.stays
    assert (back.ended, back.back, back.face.holder.id) == (EndingKind.WITHDRAWN, True, town("tanaka").team)
    assert not faults(town("mori"))


def test_what_went_to_a_colleague_comes_back_to_who_had_it(story: Story, town: Town) -> None:
    balls, hoshi = needs(town, story), town("hoshi")
    found = hand(town, [Wanted(one) for one in balls], Receiver(hoshi.team, hoshi.duty))
    assert take_back_bundle(by=town("tanaka"), at=town.later(), bundle=found.bundle) == 2
    with pytest.raises(Refused, match="もうありません"):
        take_back_bundle(by=town("tanaka"), at=town.later(), bundle=found.bundle)
    now = bundles.get(town("tanaka"), found.bundle)
    assert now
    assert {line.face.in_charge for line in now.lines} == {town("tanaka").duty}


@pytest.mark.parametrize(("many", "why"), [(0, "選ばれていません"), (1, "あなたの係です")])
def test_nothing_and_oneself_are_refused(story: Story, town: Town, many: int, why: str) -> None:
    to = town.team(DESK) if not many else town("tanaka").team
    with pytest.raises(Refused, match=why):
        hand(town, [Wanted(one) for one in needs(town, story, many)], Receiver(to))


def test_others_find_no_bundle(story: Story, town: Town) -> None:
    assert signed_in("ogawa").get(f"/desk/bundles/{story.bundle}/").status_code == 404
    with pytest.raises(Refused, match="渡した係だけ"):
        take_back_bundle(by=town("ogawa"), at=town.later(), bundle=story.bundle)


def test_the_pages_from_the_table_to_the_way_back(story: Story, town: Town) -> None:
    one, two = needs(town, story)
    tanaka = signed_in("tanaka")
    assert "住むところ 1" in text(tanaka.get("/desk/succession/offers/new/"))
    sent = {
        "to": f"team:{town.team(DESK)}",
        "reason": "capacity",
        "key": str(uuid4()),
        "words": "いちど話を聞いてください。",
        f"note_{one.hex}": "午前がよい。",
    }
    back = tanaka.post("/desk/succession/offers/", sent)
    assert back.status_code == 422
    assert "渡すボールが選ばれていません。" in text(back)
    assert 'value="午前がよい。"' in back.content.decode()
    sent |= {f"take_{one.hex}": "on", f"take_{two.hex}": "on", "key": str(uuid4())}
    shown = text(answer := tanaka.post("/desk/succession/offers/", sent, follow=True))
    assert "に2つを頼み、返事を待っています。" in shown
    assert "渡しました" not in shown, "nobody has caught one of them"
    assert shown.count("返事待ち") >= 2
    address = answer.request["PATH_INFO"]  # type: ignore[attr-defined]
    done = text(tanaka.post(f"{address}withdrawal/", {"key": str(uuid4())}, follow=True))
    assert "2つを取り下げました。" in done
    assert "への2つは、取り下げました。" in done


def test_the_heading_says_what_became_of_each(story: Story, town: Town) -> None:
    one, two = needs(town, story)
    found = hand(town, [Wanted(one), Wanted(two)], Receiver(town.team(DESK)))
    assert found.lines[0].offer
    catch(by=town("ogawa"), at=town.later(), offer=found.lines[0].offer)
    address = f"/desk/bundles/{found.bundle}/"
    assert "へのボール: 渡した1つ、返事待ち1つ。" in text(signed_in("tanaka").get(address))
    take_back_bundle(by=town("tanaka"), at=town.later(), bundle=found.bundle)
    assert "へのボール: 渡した1つ、取り下げた1つ。" in text(signed_in("tanaka").get(address))
    hoshi = town("hoshi")
    given = hand(town, [Wanted(two)], Receiver(hoshi.team, hoshi.duty))
    assert "へ、1つすべてを渡しました。" in text(signed_in("tanaka").get(f"/desk/bundles/{given.bundle}/"))


def test_ten_lines_cost_no_more_than_one(story: Story, town: Town) -> None:
    tanaka = signed_in("tanaka")
    few = hand(town, [Wanted(one) for one in needs(town, story, 1)], Receiver(town.team(DESK)))
    many = hand(town, [Wanted(one) for one in needs(town, story, 10)], Receiver(town.team(DESK)))
    counts = []
    for found in (few, few, many):
        with counted() as asked:
            tanaka.get(f"/desk/bundles/{found.bundle}/")
        counts.append(len(asked))
    assert counts[1] == counts[2]
    assert counts[2] <= 14
