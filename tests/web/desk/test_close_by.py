"""People close by on the page of who is around: written there, drawn as they are told, taken out and back; and what they do not cost."""

from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from marugoto.casework.actions.acquaintance import note_acquaintance
from marugoto.casework.codes import AcquaintanceKind
from marugoto.casework.queries import journal as journals
from marugoto.disclosure.actions.restriction import restrict
from marugoto.disclosure.models import Folder
from marugoto.participation.actions.watch import begin_watch, look
from marugoto.participation.codes import Looker, LookResult
from marugoto.people.actions.mark import give_role, say_how_they_stand
from marugoto.people.codes import MarkKind
from marugoto.people.queries.home import home_of
from tests.story import Story
from tests.town import Town
from tests.web.client import signed_in, text
from tests.web.counting import counted

pytestmark = pytest.mark.django_db
LIMIT = 14


def address(story: Story, door: str = "") -> str:
    return f"/desk/households/{story.case}/around/{door}"


def page(story: Story, worker: str = "tanaka") -> str:
    return text(signed_in(worker).get(address(story)))


def sentences(said: str) -> str:
    """Without the description inside the picture, which says the same."""
    return said.split("文字で読む")[1]


def sent(client: Client, story: Story, door: str, **fields: object) -> HttpResponse:
    return client.post(address(story, door), {"key": str(uuid4()), **fields}, follow=True)


def test_who_is_told_of_is_written_there_and_drawn_as_it_is_told(story: Story) -> None:
    tanaka = signed_in("tanaka")
    made = sent(
        tanaka, story, "people/", called="大野さん", kind="friend", closeness="tense", what="金の貸し借りがある。"
    )
    said = text(made)
    assert "つながりの図に描きました。" in said
    assert "大野さん: 困っている・つらい。友人・知人。金の貸し借りがある。" in said
    assert "隣の鈴木さん: つながりが強い。近所の人。朝のごみ出しを手伝ってくれる。" in said
    figure = made.content.decode().split("のまわり</title>")[1].split("</svg>")[0]
    for words in ("身近な人", "大野さん", "eco-tie--tense", "eco-tie--strong", "本人や家族の言うとおり"):
        assert words in figure, words
    unsaid = sent(tanaka, story, "people/", called="山口さん", kind="commissioner", whose=str(story.person))
    assert (
        "山口さん: つながりが弱い。民生委員・児童委員(佐藤 キヨさんの知り合い)。この90日に会った・話した0回。"
        in text(unsaid)
    )


def test_what_is_wrong_comes_back_with_a_sentence_and_nothing_is_written(story: Story) -> None:
    tanaka = signed_in("tanaka")
    nameless = sent(tanaka, story, "people/", called="", kind="friend")
    assert nameless.status_code == 422
    assert "書いてください。" in text(nameless)
    same = {
        f"{story.acquaintance.hex}-closeness": "strong",
        f"{story.acquaintance.hex}-what": "朝のごみ出しを手伝ってくれる。",
    }
    again = sent(tanaka, story, f"people/{story.acquaintance}/now/", **same)
    assert again.status_code == 422
    assert "もうそのように書かれています。" in text(again)
    assert sentences(page(story)).count("隣の鈴木さん: ") == 1


def test_it_is_changed_taken_out_and_back(story: Story) -> None:
    tanaka = signed_in("tanaka")
    gone = sent(tanaka, story, f"people/{story.acquaintance}/ending/")
    assert "図から外しました。" in text(gone)
    assert "隣の鈴木さん: " not in page(story)
    undo = f"people/{story.acquaintance}/again/"
    assert address(story, undo) in gone.content.decode()
    assert "隣の鈴木さん: つながりが強い。" in text(sent(tanaka, story, undo))
    told = {f"{story.acquaintance.hex}-closeness": "weak"}
    assert "隣の鈴木さん: つながりが弱い。近所の人。" in text(
        sent(tanaka, story, f"people/{story.acquaintance}/now/", **told)
    )


def test_what_is_sent_of_somebody_who_left_the_picture_comes_back_with_the_reason(story: Story) -> None:
    tanaka = signed_in("tanaka")
    sent(tanaka, story, f"people/{story.acquaintance}/ending/")
    told = {f"{story.acquaintance.hex}-closeness": "weak"}
    answer = sent(tanaka, story, f"people/{story.acquaintance}/now/", **told)
    assert answer.status_code == 422
    assert "もう図から外れています" in text(answer)


def test_for_whom_the_member_is_hidden_whom_he_knows_is_not_there(story: Story, town: Town) -> None:
    tanaka = signed_in("tanaka")
    sent(tanaka, story, "people/", called="山口さん", kind="commissioner", whose=str(story.person))
    assert "山口さん" in page(story, "yamazaki")
    assert "山口さん" in page(story, "yamazaki")
    now = timezone.now()
    folders = Folder.objects.within(town.body).filter(subject=story.person)
    by = {"by": town("tanaka").at_moment(now), "at": now}
    restrict(folders=folders, listed=[town("tanaka").worker], reason="支援措置", **by)
    shown = page(story, "yamazaki")
    assert "隣の鈴木さん: つながりが強い。" in shown, "the case is open: what is not there is hidden, not the page away"
    for trace in ("山口さん", "佐藤 キヨ"):
        assert trace not in shown, trace
    assert sent(signed_in("ogawa"), story, "people/", called="x", kind="friend").status_code == 404


def test_whom_one_met_is_read_in_the_journal_counted_and_corrected(story: Story, town: Town) -> None:
    tanaka = signed_in("tanaka")
    sent(tanaka, story, "people/", called="大野さん", kind="friend")
    entry = {"key": str(uuid4()), "words": "庭で話した。", "method": "visit", "with_whom": "大野さんと誠さん"}
    home = tanaka.post(f"/desk/households/{story.case}/journal/", entry, follow=True)
    assert "大野さんと誠さん" in text(home)
    assert "この90日に会った・話した1回" in sentences(page(story))
    written = next(
        one for one in journals.of_case(town("tanaka").at_moment(timezone.now()), story.case) if one.counterpart
    )
    assert "庭で話した。" in text(tanaka.get(f"/desk/households/{story.case}/journal/all/", {"words": "大野"}))
    form = tanaka.get(f"/desk/journal/{written.entry}/").content.decode()
    assert 'value="大野さんと誠さん"' in form
    put_right = {"key": str(uuid4()), "words": "庭で話した。", "counterpart": "小野さんと誠さん"}
    again = tanaka.post(f"/desk/journal/{written.entry}/correction/", put_right, follow=True)
    assert "小野さんと誠さん" in text(again)
    assert "この90日に会った・話した0回" in sentences(page(story))


def test_who_looks_in_is_drawn_and_counted_and_stands_there_once(story: Story, town: Town) -> None:
    now = timezone.now()
    tanaka = town("tanaka").at_moment(now)
    by: dict[str, object] = {"by": tanaka, "at": now, "why": "一人のことが多い。", "case": story.case}
    begin_watch(looker=Looker.COMMISSIONER, looker_words="山口さん", every=7, **by)
    named = begin_watch(looker=Looker.NEIGHBOUR, looker_words="隣の鈴木さん", every=14, **by)
    begin_watch(looker=Looker.TEAM, looker_words="", every=14, **by)
    look(by=tanaka, at=now, watch=named.pk, day=now.date(), result=LookResult.AS_USUAL)
    said = page(story)
    assert "山口さん: つながりが弱い。民生委員・児童委員。7日ごとに見ている。この90日に見た0回。" in said
    assert "ごみ出しを手伝ってくれる。14日ごとに見ている。この90日に見た1回。" in said
    assert sentences(said).count("隣の鈴木さん: ") == 1
    assert "わたしたちの係" not in said


def test_family_elsewhere_is_drawn_where_it_is_marked_how_they_stand(story: Story, town: Town) -> None:
    shigeru = relative(story, town)
    assert "小林 茂: " not in page(story)
    now = timezone.now()
    by: dict[str, object] = {"by": town("tanaka").at_moment(now), "at": now}
    for role in (MarkKind.SECOND_CARER, MarkKind.KEY_PERSON):
        give_role(household=story.household, person=shigeru, role=role, family=frozenset({shigeru}), **by)
    assert "小林 茂: つながりがある。別に暮らす家族。キーパーソン。介護を手伝う人。" in page(story)
    say_how_they_stand(one=shigeru, other=story.person, kind=MarkKind.BROKEN, **by)
    assert "小林 茂: つながりが弱い。別に暮らす家族。縁が切れている。" in page(story)


def relative(story: Story, town: Town) -> UUID:
    home = home_of(town("tanaka").at_moment(timezone.now()), story.household)
    assert home
    return next(one.person for one in home.figures.persons if one.called == "小林 茂")


def test_ten_people_cost_no_more_than_one(story: Story, town: Town) -> None:
    tanaka, costs = signed_in("tanaka"), []
    for several in (0, 9):
        for number in range(several):
            at = town.later()
            kind = AcquaintanceKind.NEIGHBOUR
            note_acquaintance(by=town("tanaka"), at=at, case=story.case, kind=kind, name=f"{number}軒先の人")
        tanaka.get(address(story))
        with counted() as asked:
            tanaka.get(address(story))
        costs.append(len(asked))
        assert len(asked) <= LIMIT, "\n".join(one[:150] for one in asked)
    assert costs[0] == costs[1]
