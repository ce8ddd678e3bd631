"""The diary as its actions keep it: what follows has one holder, photos tell no place, words leave, trainings are asked after."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ObjectDoesNotExist
from PIL import Image

from marugoto.community.actions.dialogue import Beside, hold_dialogue
from marugoto.community.actions.field_note import add_finding, blank_note, write_note
from marugoto.community.actions.field_photo import add_photos, remove_photo
from marugoto.community.actions.field_plan import end_plan, plan_day
from marugoto.community.actions.field_reply import reply
from marugoto.community.actions.field_task import Source, end_task, set_task, take_task
from marugoto.community.actions.training import follow_training, hold_training
from marugoto.community.codes import (
    Attendee,
    FieldPlanEnd,
    FieldTaskEnd,
    HostedBy,
    InPicture,
    NoteKind,
    NoteTheme,
    Partner,
    ReplyKind,
    TrainingFruit,
    TrainingKind,
    WordsGone,
)
from marugoto.community.models import FieldNote, FieldPhotoContent, FieldTask
from marugoto.community.queries import field_note as notes
from marugoto.community.queries import field_plan as plans
from marugoto.community.queries import field_task as tasks
from marugoto.community.queries import training as trainings
from marugoto.community.queries.field_note import Sieve
from marugoto.custody.actions.offer import catch
from marugoto.custody.actions.settlement import settle
from marugoto.custody.codes import MatterKind, Outcome
from marugoto.custody.queries import tower
from marugoto.custody.queries.ball import history, on_our_table
from marugoto.disclosure.actions.attachment import Paper
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day
from marugoto.ledger.models import Fact
from tests.database import unwalled
from tests.town import Town, settle_town

pytestmark = pytest.mark.django_db
PERSON = "佐藤さんの家に寄った。"


@pytest.fixture
def town(db: None) -> Town:
    return settle_town()


@pytest.fixture
def note(town: Town) -> FieldNote:
    return written(town)


def written(town: Town, **told: object) -> FieldNote:
    said = {"day": local_day(town.now), "kind": NoteKind.VISIT, "words": "縁側に7人。"} | told
    return write_note(by=town("hayashi"), at=town.later(), **said)  # type: ignore[arg-type]


def facts(kind: str) -> list[Fact]:
    with unwalled():
        return list(Fact.objects.everywhere("what the ledger says").filter(kind=kind).order_by("seq"))


def from_a_telephone() -> bytes:
    """A photo that knows where and with what it was taken."""
    picture, told = Image.new("RGB", (40, 30), "green"), Image.Exif()
    told[0x010F] = "TELEPHONE-MAKER"
    told.get_ifd(0x8825)[2] = (35.0, 40.0, 12.0)
    file = BytesIO()
    picture.save(file, "JPEG", exif=told)
    return file.getvalue()


def test_what_looks_like_a_resident_is_written_nowhere_unless_somebody_is_sure(town: Town, note: FieldNote) -> None:
    by, at, day = town("hayashi"), town.later(), local_day(town.now)
    holds = {"by": by, "at": at}
    with pytest.raises(Refused, match="人の名前や電話に見えます"):
        written(town, words=PERSON)
    with pytest.raises(Refused, match="人の名前や電話に見えます"):
        plan_day(**holds, day=day, words=PERSON)
    with pytest.raises(Refused, match="人の名前や電話に見えます"):
        add_finding(**holds, note=note.pk, theme=NoteTheme.WATCHING, words=PERSON)
    with pytest.raises(Refused, match="人の名前や電話に見えます"):
        set_task(**holds, source=Source(note=note.pk), words=PERSON, due=day)
    with pytest.raises(Refused, match="人の名前や電話に見えます"):
        reply(by=town("yamazaki"), at=at, note=note.pk, kind=ReplyKind.HEARD, words=PERSON)
    said = {"day": day, "partner": Partner.BRANCH, "theme": NoteTheme.OTHER, "partner_name": "北支所"}
    with pytest.raises(Refused, match="人の名前や電話に見えます"):
        hold_dialogue(**holds, **said, said=PERSON)
    assert written(town, words=PERSON, sure=True).words == PERSON


def test_a_plan_becomes_its_note_and_nobody_ends_anothers(town: Town) -> None:
    by, day = town("hayashi"), local_day(town.now)
    meant = plan_day(by=by, at=town.later(), day=day, words="縁側に行く")
    with pytest.raises(ObjectDoesNotExist):
        end_plan(by=town("yamashita"), at=town.later(), plan=meant.pk, end=FieldPlanEnd.DROPPED)
    made = written(town, plan=meant.pk)
    with unwalled():
        meant.refresh_from_db()
        assert (meant.ending.end, meant.ending.note_id) == ("done", made.pk)
    with pytest.raises(Refused, match="もう終わっています"):
        written(town, plan=meant.pk)
    counted = plans.counted(by, by.duty, day, day + timedelta(days=1))
    assert (counted.made, counted.done, counted.dropped) == (1, 1, 0)


def test_a_photo_tells_neither_where_nor_with_what(town: Town, note: FieldNote) -> None:
    sent = from_a_telephone()
    assert b"TELEPHONE-MAKER" in sent
    add_photos(
        by=town("hayashi"), at=town.later(), note=note.pk, photos=[Paper("縁側.jpg", sent)], shows=InPicture.NOBODY
    )
    (kept,) = notes.photos(town("tanaka"), note.pk)
    found = notes.photo(town("tanaka"), kept.pk)
    assert found
    assert b"TELEPHONE-MAKER" not in found[1]
    with Image.open(BytesIO(found[1])) as picture:
        assert (picture.size, dict(picture.getexif())) == ((40, 30), {})
    with pytest.raises(Refused, match="書いた人だけです"):
        add_photos(by=town("yamashita"), at=town.later(), note=note.pk, photos=[], shows=InPicture.NOBODY)
    letter = [Paper("手紙.pdf", b"%PDF-1.7\n%%EOF")]
    with pytest.raises(Refused, match="写真ではありません"):
        add_photos(by=town("hayashi"), at=town.later(), note=note.pk, photos=letter, shows=InPicture.NOBODY)


def sent(*names: str) -> list[Paper]:
    return [Paper(name, from_a_telephone()) for name in names]


def test_no_photo_keeps_the_name_under_which_it_was_sent(town: Town, note: FieldNote) -> None:
    asked = {"by": town("hayashi"), "note": note.pk, "shows": InPicture.NOBODY}
    add_photos(**asked, at=town.later(), photos=sent("佐藤さん宅.jpg", "佐藤 実.JPG"))  # type: ignore[arg-type]
    first, _second = notes.photos(town("hayashi"), note.pk)
    remove_photo(by=town("hayashi"), at=town.later(), photo=first.pk)
    add_photos(**asked, at=town.later(), photos=sent("佐藤さん.jpg"))  # type: ignore[arg-type]
    assert [one.name for one in notes.photos(town("hayashi"), note.pk)] == ["写真2.jpg", "写真3.jpg"]


def test_photos_sent_together_stand_as_they_are_numbered(town: Town, note: FieldNote) -> None:
    add_photos(by=town("hayashi"), at=town.later(), note=note.pk, photos=sent(*["a.jpg"] * 5), shows=InPicture.NOBODY)
    assert [one.name for one in notes.photos(town("hayashi"), note.pk)] == [f"写真{n}.jpg" for n in range(1, 6)]


def test_photos_have_a_bound_and_nothing_is_kept_beyond_it(
    town: Town, note: FieldNote, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"by": town("hayashi"), "shows": InPicture.NOBODY}
    for _turn in range(2):
        add_photos(**asked, at=town.later(), note=note.pk, photos=sent(*["a.jpg"] * 4))  # type: ignore[arg-type]
    with pytest.raises(Refused, match="いま8枚あり、あと2枚付けられます"):
        add_photos(**asked, at=town.later(), note=note.pk, photos=sent(*["a.jpg"] * 3))  # type: ignore[arg-type]
    assert len(notes.photos(town("hayashi"), note.pk)) == 8
    size = notes.photos(town("hayashi"), note.pk)[0].size
    monkeypatch.setattr("marugoto.community.rules.field_photo.MOST_BYTES_OF_A_TEAM", 10 * size)
    other = written(town)
    with pytest.raises(Refused, match="今年度の写真が、上限"):
        add_photos(**asked, at=town.later(), note=other.pk, photos=sent(*["a.jpg"] * 3))  # type: ignore[arg-type]
    assert notes.photos(town("hayashi"), other.pk) == []


def test_words_leave_and_that_somebody_was_outside_stays(town: Town) -> None:
    note = written(town, minutes=40)
    by = town("hayashi")
    add_finding(by=by, at=town.later(), note=note.pk, theme=NoteTheme.TRANSPORT, words="帰りの足がない。")
    add_photos(
        by=by, at=town.later(), note=note.pk, photos=[Paper("a.jpg", from_a_telephone())], shows=InPicture.AGREED
    )
    with pytest.raises(Refused, match="書いた人と、課長・司令塔です"):
        blank_note(by=town("yamashita"), at=town.later(), note=note.pk, reason=WordsGone.MISTAKE)
    blank_note(by=town("yamazaki"), at=town.later(), note=note.pk, reason=WordsGone.ABOUT_SOMEBODY)
    row = notes.get(by, note.pk)
    assert row
    assert (row.words, row.minutes, row.photo_count, list(row.findings.all())) == ("", 40, None, [])
    with unwalled():
        assert FieldPhotoContent.objects.within(town.body).count() == 0
    with pytest.raises(Refused, match="取り下げられた日誌"):
        reply(by=town("yamazaki"), at=town.later(), note=note.pk, kind=ReplyKind.HEARD, words="読んだ。")


def test_what_said_the_same_again_leaves_with_the_words(town: Town) -> None:
    note, said = written(town, words=PERSON, sure=True, asks=True), {"words": PERSON, "sure": True}
    due = local_day(town.now) + timedelta(days=7)
    reply(by=town("yamazaki"), at=town.later(), note=note.pk, kind=ReplyKind.HEARD, **said)  # type: ignore[arg-type]
    made = set_task(by=town("hayashi"), at=town.later(), source=Source(note=note.pk), due=due, **said)  # type: ignore[arg-type]
    blank_note(by=town("hayashi"), at=town.later(), note=note.pk, reason=WordsGone.ABOUT_SOMEBODY)
    by = town("mori")
    assert notes.replies(by, note.pk) == []
    assert [one.words for one in tasks.of_source(by, note=note.pk)] == ["ことばを取り下げた日誌の宿題"]
    assert [one.pk for one in tasks.open_for(town("hayashi"))] == [made.pk]  # whoever holds it still does
    assert notes.diary(by, Sieve(asks=True)).count == 0


@pytest.mark.voice("2B-9", "2B-10")
def test_a_task_has_one_holder_at_every_instant(town: Town, note: FieldNote) -> None:
    due = local_day(town.now) + timedelta(days=7)
    made = set_task(
        by=town("yamazaki"),
        at=town.later(),
        source=Source(note=note.pk),
        words="支所に聞く",
        due=due,
        holder=town("hayashi").duty,
    )
    assert [row.pk for row in tasks.open_for(town("hayashi"))] == [made.pk]
    with pytest.raises(Refused, match="終わりにできるのは"):
        end_task(by=town("yamashita"), at=town.later(), task=made.pk, end=FieldTaskEnd.DONE)
    assert not take_task(by=town("hayashi"), at=town.later(), task=made.pk, holder=town("yamashita").duty)
    town.later()
    assert [row.pk for row in tasks.open_for(town("hayashi"))] == [made.pk]  # until the other team has caught it
    with pytest.raises(Refused, match="返事を待っている"):
        end_task(by=town("hayashi"), at=town.later(), task=made.pk, end=FieldTaskEnd.DONE)
    (waiting,) = on_our_table(town("yamashita")).asked
    assert waiting.offer
    catch(by=town("yamashita"), at=town.later(), offer=waiting.offer)
    town.later()
    assert tasks.open_for(town("hayashi")) == []
    assert [row.pk for row in tasks.open_for(town("yamashita"))] == [made.pk]
    end_task(by=town("yamashita"), at=town.later(), task=made.pk, end=FieldTaskEnd.DONE, words="支所が車を出す。")
    assert tasks.open_for(town("yamashita")) == []
    with pytest.raises(Refused, match="もう終わっています"):
        take_task(by=town("yamashita"), at=town.later(), task=made.pk, holder=town("hayashi").duty)
    assert [fact.matter for fact in facts("field_task.ended")] == [note.pk]
    assert [(one.how, one.team.id) for one in history(town("mori"), made.ball_id)] == [
        ("placed", town("hayashi").team),
        ("caught", town("yamashita").team),
    ]


def test_what_follows_is_seen_by_the_control_tower_and_by_whoever_stands_in(town: Town, note: FieldNote) -> None:
    due = local_day(town.now) + timedelta(days=7)
    made = set_task(by=town("hayashi"), at=town.later(), source=Source(note=note.pk), words="支所に聞く", due=due)
    town.later()
    found = {one.matter: one for one in tower.all_open(town("mori"), kind=MatterKind.FOLLOW_UP).faces}
    assert (found[made.pk].due, found[made.pk].in_charge) == (due, town("hayashi").duty)
    assert tasks.tasks_named(town("tanaka"), [made.pk]) == {made.pk: "支所に聞く"}
    with pytest.raises(Refused, match="どうなったかを残さないまま"):
        settle(by=town("hayashi"), at=town.later(), ball=made.ball_id, outcome=Outcome.ACHIEVED)


def test_several_titles_are_sieved_by_team_theme_and_words(town: Town) -> None:
    first = written(town, asks=True)
    add_finding(by=town("hayashi"), at=town.later(), note=first.pk, theme=NoteTheme.TRANSPORT, words="帰りの足がない。")
    second = write_note(
        by=town("yamashita"), at=town.later(), day=local_day(town.now), kind=NoteKind.TALK, words="朝市で立ち話。"
    )
    reader = town("mori")

    def found(sieve: Sieve) -> set[object]:
        return {row.pk for row in notes.diary(reader, sieve).rows}

    assert found(Sieve()) == {first.pk, second.pk}
    assert found(Sieve(team=town("yamashita").team)) == {second.pk}
    assert found(Sieve(theme="transport")) == {first.pk}
    assert found(Sieve(text="帰りの足")) == {first.pk}
    assert found(Sieve(text="朝市")) == {second.pk}
    assert found(Sieve(asks=True)) == {first.pk}
    reply(by=town("yamazaki"), at=town.later(), note=first.pk, kind=ReplyKind.GO_ON, words="進めて。")
    assert found(Sieve(asks=True)) == set()
    assert [row.words for row in notes.answers_to(town("hayashi"), local_day(town.now))] == ["進めて。"]
    assert [(fact.code_1, fact.num_1) for fact in facts("field.answered")] == [("go_on", 1)]


def test_a_gathering_says_who_held_it_and_other_notes_do_not(town: Town) -> None:
    written(town, kind=NoteKind.GATHERING, hosted=HostedBy.RESIDENTS)
    written(town, kind=NoteKind.VISIT, hosted=HostedBy.RESIDENTS)
    assert [(fact.code_1, fact.code_2) for fact in facts("field.visit")] == [("gathering", "residents"), ("visit", "")]


@pytest.mark.voice("F-1")
def test_a_training_is_asked_after_until_there_is_an_answer(town: Town) -> None:
    by, held_on = town("hayashi"), local_day(town.now)
    heads = {Attendee.RESIDENTS: 12, Attendee.STAFF: 1}
    made = hold_training(
        by=by,
        at=town.later(),
        day=held_on,
        kind=TrainingKind.HELPERS,
        name="見守りサポーター養成講座",
        heads=heads,
        workers=[town("tanaka").duty],
    )
    (asked,) = tasks.of_trainings(by, {made.pk})[made.pk]
    assert (asked.due, asked.ball.in_charge_id) == (held_on + timedelta(days=90), by.duty)
    with pytest.raises(Refused, match="「そのあと」が、まだ書かれていません"):
        end_task(by=by, at=town.later(), task=asked.pk, end=FieldTaskEnd.DONE)
    town.later(days=90)
    follow_training(by=by, at=town.now, training=made.pk, fruit=TrainingFruit.NOTHING_YET, again=True)
    assert [task.due for task in tasks.of_trainings(by, {made.pk})[made.pk] if not hasattr(task, "ending")] == [
        held_on + timedelta(days=180)
    ]
    town.later(days=90)
    follow_training(by=by, at=town.now, training=made.pk, fruit=TrainingFruit.HELPERS, number=3)
    assert tasks.open_for(by) == []
    row = trainings.get(by, made.pk)
    assert row
    assert [one.fruit for one in row.results.all()] == ["nothing_yet", "helpers"]
    assert [(fact.num_1, fact.num_2) for fact in facts("training.held")] == [(12, 2)]


def test_a_dialogue_is_told_without_its_words(town: Town) -> None:
    made = hold_dialogue(
        by=town("hayashi"),
        at=town.later(),
        day=local_day(town.now),
        partner=Partner.BRANCH,
        partner_name="北支所",
        theme=NoteTheme.TRANSPORT,
        said="バスが減って困っている。",
        people=4,
        beside=Beside(),
    )
    set_task(by=town("hayashi"), at=town.later(), source=Source(dialogue=made.pk), words="交通の課に聞く", due=made.day)
    (fact,) = facts("dialogue.held")
    assert (fact.code_1, fact.code_2, fact.num_1, fact.matter) == ("branch", "transport", 4, made.pk)
    with unwalled():
        assert FieldTask.objects.within(town.body).get().dialogue_id == made.pk
