"""What is told to coordinators only stays with them on every page of the room: the place, and what was said and done there."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from marugoto.community.actions.dialogue import Beside, hold_dialogue
from marugoto.community.actions.field_note import write_note
from marugoto.community.actions.field_plan import plan_day
from marugoto.community.actions.field_task import Source, set_task
from marugoto.community.actions.place import change_place, create_place
from marugoto.community.actions.training import follow_training, hold_training
from marugoto.community.actions.unmet_need import answer_unmet_need, file_unmet_need
from marugoto.community.codes import (
    Attendee,
    NoteKind,
    NoteTheme,
    Partner,
    Sort,
    Tier,
    TrainingFruit,
    TrainingKind,
    UnmetEnd,
)
from marugoto.community.models import Place
from marugoto.community.queries import field_task as tasks
from marugoto.community.rules.field_time import month_of
from marugoto.kernel.jst import local_day
from tests.database import unwalled
from tests.lately import an_hour_ago
from tests.town import Town
from tests.web.town.asking import see, send, words
from tests.web.town.conftest import Enter

pytestmark = pytest.mark.django_db
CANARY = "ひみつ"
CONFIDED, OTHERS = ("hayashi", "mori"), ("tanaka", "yamazaki", "hirata", "honma")


@pytest.fixture
def story(town: Town) -> dict[str, UUID]:
    """林 writes down all there is to write about a house of which only coordinators know."""
    town.now = an_hour_ago()
    hayashi, today = town("hayashi"), local_day(town.now)
    told = {"name": f"{CANARY}の家", "tier": Tier.COORDINATOR, "sort": Sort.ORGANISATION}
    hidden = create_place(by=hayashi, at=town.later(), values=told).pk
    cafe = create_place(by=hayashi, at=town.later(), values={"name": "縁側", "run_by": hidden}).pk
    change_place(by=hayashi, at=town.later(), place=cafe, values={"held_at": hidden})
    note = write_note(
        by=hayashi, at=town.later(), day=today, kind=NoteKind.VISIT, words=f"{CANARY}で聞いた。", place=hidden
    ).pk
    ahead = month_of(today)[1] + timedelta(days=3)
    plan_day(by=hayashi, at=town.later(), day=ahead, words=f"{CANARY}に行く", place=hidden)
    dialogue = hold_dialogue(
        by=hayashi,
        at=town.later(),
        day=today,
        partner=Partner.RESIDENTS,
        partner_name=f"{CANARY}の会",
        theme=NoteTheme.OTHER,
        said=f"{CANARY}の話。",
        beside=Beside(place=hidden),
    ).pk
    due = ahead - timedelta(days=2)
    of_note = set_task(by=hayashi, at=town.later(), source=Source(note=note), words=f"{CANARY}に電話", due=due).pk
    of_talk = set_task(
        by=hayashi, at=town.later(), source=Source(dialogue=dialogue), words=f"{CANARY}に返事", due=due
    ).pk
    return {
        "of_note": of_note,
        "of_talk": of_talk,
        "hidden": hidden,
        "cafe": cafe,
        "note": note,
        "dialogue": dialogue,
        **_what_followed(town, hidden),
    }


def _what_followed(town: Town, hidden: UUID) -> dict[str, UUID]:
    hayashi, today = town("hayashi"), local_day(town.now)
    heads = {Attendee.RESIDENTS: 3}
    course = hold_training(
        by=hayashi, at=town.later(), day=today, kind=TrainingKind.RESIDENTS, name="講座", heads=heads, place=hidden
    ).pk
    follow_training(by=hayashi, at=town.later(), training=course, fruit=TrainingFruit.PLACE_STARTED, place=hidden)
    unmet = file_unmet_need(by=hayashi, at=town.later(), theme="withdrawal", team=hayashi.team).pk
    answer_unmet_need(by=hayashi, at=town.later(), unmet=unmet, end=UnmetEnd.PLACE_FOUND, place=hidden)
    return {"course": course, "unmet": unmet}


def month_told(town: Town) -> str:
    """The month of the story: around midnight of a month's end it is not this one."""
    return f"{local_day(town.now):%Y-%m}"


def pages(town: Town, story: dict[str, UUID]) -> list[str]:
    """Every page of the room that a place, or what was done there, can stand on."""
    plain = (
        "places",
        "places_print",
        "places_table",
        "checks",
        "field_notes",
        "field_notes_file",
        "field_week",
        "field_time",
        "dialogues",
        "dialogues_became",
        "dialogue_new",
        "trainings",
        "training_new",
        "unmet",
        "coverage",
        "light",
    )
    named = (
        ("place", "hidden"),
        ("place_host", "hidden"),
        ("place", "cafe"),
        ("place_host", "cafe"),
        ("field_note", "note"),
        ("field_task", "of_note"),
        ("field_task", "of_talk"),
        ("dialogue", "dialogue"),
        ("training", "course"),
        ("unmet_need", "unmet"),
    )
    addresses = [reverse(f"town:{page}") for page in plain]
    addresses += [reverse(f"town:{page}", args=[story[noun]]) for page, noun in named]
    return [*addresses, f"{reverse('town:field_month', args=[town('hayashi').duty])}?month={month_told(town)}"]


@pytest.mark.parametrize("worker", OTHERS)
def test_nobody_else_reads_of_it_anywhere(town: Town, enter: Enter, story: dict[str, UUID], worker: str) -> None:
    browser = enter(worker)
    told = {address for address in pages(town, story) if CANARY in browser.get(address).content.decode()}
    assert told == set()
    assert browser.get(reverse("town:training", args=[story["course"]])).status_code == 200
    assert "合う場所が見つかった" in words(see(browser, "unmet_need", story["unmet"]))


@pytest.mark.parametrize("worker", CONFIDED)
def test_whoever_is_told_reads_it_where_it_stands(
    town: Town, enter: Enter, story: dict[str, UUID], worker: str
) -> None:
    browser = enter(worker)
    for address in ("place", "hidden"), ("place", "cafe"), ("training", "course"), ("unmet_need", "unmet"):
        assert CANARY in words(see(browser, address[0], story[address[1]])), address
    month = see(browser, "field_month", town("hayashi").duty, month=month_told(town))
    assert f"{CANARY}に行く" in words(month)


def test_nobody_else_answers_ends_or_gives_on_what_he_may_not_read(
    town: Town, enter: Enter, story: dict[str, UUID]
) -> None:
    """山﨑 leads, and may do all of this where he is told of the place."""
    browser, holder = enter("yamazaki"), str(town("yamazaki").duty)
    for page, noun, said in (
        ("field_reply", "note", {"kind": "heard", "words": "読んだ。"}),
        ("field_note_task", "note", {"words": "聞く", "due": "2027-01-10", "holder": holder}),
        ("dialogue_task", "dialogue", {"words": "聞く", "due": "2027-01-10", "holder": holder}),
        ("field_blank", "note", {"reason": "mistake"}),
        ("field_task_end", "of_note", {"end": "done", "words": ""}),
        ("field_task_give", "of_talk", {"holder": holder}),
    ):
        assert send(browser, page, story[noun], **said).status_code == 404, page
    open_now = {row.pk for row in tasks.open_of_all(town("mori"))}
    assert {story["of_note"], story["of_talk"]} <= open_now


def test_who_was_given_a_task_reads_it_and_no_more(town: Town, enter: Enter, story: dict[str, UUID]) -> None:
    by, due = town("hayashi"), local_day(town.now) + timedelta(days=5)
    said = {"words": "車の手配を相談する", "due": due, "holder": town("yamazaki").duty}
    given = set_task(by=by, at=town.later(), source=Source(dialogue=story["dialogue"]), **said).pk  # type: ignore[arg-type]
    page = see(enter("yamazaki"), "field_task", given).content.decode()
    assert "車の手配を相談する" in page
    assert CANARY not in page
    assert str(story["dialogue"]) not in page


def test_the_month_and_the_page_of_all_count_the_same_time(town: Town, enter: Enter, story: dict[str, UUID]) -> None:
    for worker in ("mori", "yamazaki"):
        month = see(enter(worker), "field_month", town("hayashi").duty, month=month_told(town))
        assert "3回、" in words(month), worker


def test_a_link_that_a_form_cannot_offer_stays_when_the_form_is_saved(
    town: Town, enter: Enter, story: dict[str, UUID]
) -> None:
    """本間 keeps official lists, and knows nothing of that house."""
    browser = enter("honma")
    page = see(browser, "place_edit_part", story["cafe"], "where").content.decode()
    assert CANARY not in page
    sent = {"version": standing(town, story).version, "address": "本町2-3", "precision": "exact", "sure": "1"}
    assert send(browser, "place_change", story["cafe"], "where", **sent).status_code == 302
    place = standing(town, story)
    assert (place.address, place.held_at_id) == ("本町2-3", story["hidden"])


def standing(town: Town, story: dict[str, UUID]) -> Place:
    with unwalled():
        return Place.objects.within(town.body).get(pk=story["cafe"])
