"""The pages around the diary: the week, the time, the month, dialogues, trainings, and a draft that is kept while it is written."""

from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from marugoto.agencies.models import Unsent
from marugoto.community.actions.field_note import write_note
from marugoto.community.actions.field_task import Source, set_task
from marugoto.community.codes import NoteKind
from marugoto.kernel.jst import local_day
from tests.begun import new_place
from tests.database import unwalled
from tests.lately import an_hour_ago
from tests.noted import noted
from tests.town import Town
from tests.web.counting import counted
from tests.web.town.asking import see, send, sentence, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db
WRITE = "/town/field-notes/written/"


def today() -> str:
    return timezone.localdate().isoformat()


def unsent(town: Town) -> list[Unsent]:
    with unwalled():
        return list(Unsent.objects.within(town.body))


@pytest.fixture
def story(town: Town) -> dict[str, UUID]:
    town.now = an_hour_ago()
    return noted(town, new_place(town))


def test_every_page_is_asked_with_few_questions(town: Town, enter: Enter, story: dict[str, UUID]) -> None:
    hayashi, yamazaki = enter("hayashi"), enter("yamazaki")
    asked = {}
    for client, page, *ids in (
        (hayashi, "field_notes"),
        (hayashi, "field_note", story["note"]),
        (hayashi, "field_task", story["task"]),
        (hayashi, "field_week"),
        (yamazaki, "field_week"),
        (hayashi, "field_time"),
        (hayashi, "field_month", story["walker"]),
        (hayashi, "dialogues"),
        (hayashi, "dialogues_became"),
        (hayashi, "dialogue_new"),
        (hayashi, "dialogue", story["dialogue"]),
        (hayashi, "trainings"),
        (hayashi, "training_new"),
        (hayashi, "training", story["training"]),
    ):
        with counted() as queries:
            answer = see(client, page, *ids)
        assert answer.status_code == 200, page
        asked[page, client is hayashi] = len(queries)
    lists = {("field_notes", True), ("dialogues", True), ("trainings", True)}
    assert {page: n for page, n in asked.items() if n > (8 if page in lists else 14)} == {}


def test_the_week_says_what_is_meant_held_and_answered(town: Town, enter: Enter, story: dict[str, UUID]) -> None:
    read = words(see(enter("hayashi"), "field_week"))
    for said in ("縁側にもう一度行く", "交通の課に聞く", "時刻表を支所に届ける", "交通の課に聞きましょう。"):
        assert said in read
    chief = words(see(enter("yamazaki"), "field_week"))
    assert "みんなの宿題" in chief
    assert "返事を待っている日誌はありません。" in chief


def test_the_time_is_summed_for_each_and_what_was_not_written_is_said(
    town: Town, enter: Enter, story: dict[str, UUID]
) -> None:
    day = local_day(town.now)  # around midnight of a month's end it is not of this month
    page = see(enter("mori"), "field_time", week=day.isoformat())
    assert "3回、あわせて1時間45分" in sentence(page)
    assert "時間の書かれていないものが1件あります。" in words(page)
    month = words(see(enter("mori"), "field_month", story["walker"], month=f"{day:%Y-%m}"))
    assert "林 千春さんは" in month
    assert "夕方のバスがない。" in month
    assert "見守りサポーター養成講座" in month


def test_the_diary_is_saved_as_a_table_that_runs_nothing(town: Town, enter: Enter, story: dict[str, UUID]) -> None:
    day = local_day(town.now)
    write_note(by=town("hayashi"), at=town.later(), day=day, kind=NoteKind.TALK, words="=HYPERLINK(1)")
    table = see(enter("hayashi"), "field_notes_file").content.decode("utf-8-sig")
    assert "移動・買い物の足: 夕方のバスがない。" in table
    assert "'=HYPERLINK(1)" in table
    sieved = see(enter("hayashi"), "field_notes_file", text="縁側").content.decode("utf-8-sig")
    assert "HYPERLINK" not in sieved


def test_what_was_said_stands_beside_what_became_of_it(town: Town, enter: Enter, story: dict[str, UUID]) -> None:
    hayashi = enter("hayashi")
    before = see(hayashi, "dialogues_became")
    assert sentence(before) == "対話1件。すんだ宿題0件、続いている宿題1件、何も続いていない対話0件。"
    late = set_task(
        by=town("hayashi"),
        at=town.later(),
        source=Source(dialogue=story["dialogue"]),
        words="市の会議に出す",
        due=local_day(town.now),
    )
    send(hayashi, "field_task_end", late.pk, end="done", words="12月の会議で話すことになった。")
    after = words(see(hayashi, "dialogues_became"))
    assert "12月の会議で話すことになった。" in after
    assert "すんだ宿題1件、続いている宿題1件" in after


def test_whoever_does_not_go_out_reads_and_writes_nothing(town: Town, enter: Enter, story: dict[str, UUID]) -> None:
    tanaka = enter("tanaka")
    read = words(see(tanaka, "field_note", story["note"]))
    assert "縁側に7人。" in read
    assert "返事を書く" not in read
    assert see(tanaka, "field_week").status_code == 404
    assert send(tanaka, "field_reply", story["note"], kind="heard", words="x").status_code == 404
    assert see(enter("okamoto"), "field_note", story["note"]).status_code == 404


def test_a_draft_is_kept_once_while_it_is_written_and_gone_when_it_is_sent(town: Town, enter: Enter) -> None:
    hayashi, here = enter("hayashi"), reverse("town:field_notes")
    hayashi.get(here)

    def keep(text: str, draft: str = "") -> str:
        written = f"{WRITE}\n{urlencode({'words': text, 'kind': 'visit'})}"
        said = {"written": written, "reader": str(town("hayashi").duty), "draft": draft}
        answer = hayashi.post("/keep/", said, headers={"referer": f"http://testserver{here}"})
        assert answer.status_code == 200
        return str(answer.content.decode())

    first = keep("縁側に")
    second = keep("縁側に7人。", first)
    assert [str(row.pk) for row in unsent(town)] == [second]
    assert "書きかけがあります" in words(see(hayashi, "field_notes"))
    went = hayashi.post(f"/unsent/{second}/")
    assert went["Location"] == here
    assert "縁側に7人。</textarea>" in hayashi.get(here).content.decode()
    wrong = send(hayashi, "field_note_write", words="佐藤さんの家。", kind="visit", day=today(), draft=second)
    assert f'name="draft" value="{second}"' in wrong.content.decode()
    send(hayashi, "field_note_write", words="縁側に7人。", kind="visit", day=today(), draft=second)
    assert unsent(town) == []


def test_without_a_script_a_button_keeps_the_draft_and_brings_it_back(town: Town, enter: Enter) -> None:
    hayashi, here = enter("hayashi"), reverse("town:field_notes")
    page = hayashi.get(here).content.decode()
    assert 'formaction="/keep/"' in page
    said = {"of": WRITE, "words": "朝市で立ち話。", "kind": "talk", "day": today()}
    answer = hayashi.post("/keep/", said, headers={"referer": f"http://testserver{here}"})
    assert answer["Location"] == here
    back = hayashi.get(here).content.decode()
    assert "朝市で立ち話。</textarea>" in back
    assert "書きかけを預かりました。続きを書けます。" in back
    again = hayashi.post("/keep/", said | {"words": "朝市で長話。"}, headers={"referer": f"http://testserver{here}"})
    assert again.status_code == 302
    assert len(unsent(town)) == 1
