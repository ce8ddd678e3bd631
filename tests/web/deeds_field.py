"""What those do who go out: the diary, what follows from it, dialogues and trainings."""

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile

from marugoto.community.actions.field_note import write_note
from marugoto.community.actions.field_plan import plan_day
from marugoto.community.actions.field_task import Source, set_task
from marugoto.community.codes import NoteKind
from marugoto.kernel.jst import local_day
from tests.noted import picture
from tests.story import Story
from tests.town import Town
from tests.web.filled import Fields, plain, soon, today


def fresh_note(town: Town) -> UUID:
    day = local_day(town.now)
    return write_note(by=town("hayashi"), at=town.later(), day=day, kind=NoteKind.TALK, words="朝市で立ち話。").pk


def fresh_task(town: Town) -> UUID:
    source, day = Source(note=fresh_note(town)), local_day(town.now)
    return set_task(by=town("hayashi"), at=town.later(), source=source, words="聞いておく", due=day).pk


def fresh_plan(town: Town) -> UUID:
    return plan_day(by=town("hayashi"), at=town.later(), day=local_day(town.now), words="朝市に行く").pk


def photos(town: Town, story: Story) -> dict[str, Any]:
    sent = SimpleUploadedFile("縁側.jpg", picture(), "image/jpeg")
    return {"@note": fresh_note(town), "shows": "nobody", "photos": [sent]}


def task(town: Town, story: Story) -> dict[str, Any]:
    return {"words": "支所に届ける", "due": soon(), "holder": str(town("hayashi").duty)}


FIELD: tuple[tuple[str, str, Fields], ...] = (
    ("town:field_plan", "hayashi", lambda *_: {"words": "縁側に行く", "day": soon()}),
    ("town:field_plan_drop", "hayashi", lambda town, story: {"@field_plan": fresh_plan(town)}),
    ("town:field_finding", "hayashi", plain(theme="transport", words="夕方のバスがない。")),
    ("town:field_photos", "hayashi", photos),
    ("town:field_reply", "yamazaki", plain(kind="heard", words="読みました。")),
    ("town:field_note_task", "hayashi", task),
    ("town:dialogue_task", "hayashi", task),
    (
        "town:field_task_give",
        "hayashi",
        lambda town, story: {"@task": fresh_task(town), "holder": str(town("yamashita").duty)},
    ),
    ("town:field_task_end", "hayashi", lambda town, story: {"@task": fresh_task(town), "end": "done"}),
    ("town:field_photo_remove", "hayashi", plain()),
    ("town:field_blank", "hayashi", lambda town, story: {"@note": fresh_note(town), "reason": "mistake"}),
    (
        "town:dialogue_write",
        "hayashi",
        lambda *_: {
            "partner": "branch",
            "partner_name": "北支所",
            "day": today(),
            "theme": "transport",
            "said": "バスが減った。",
        },
    ),
    (
        "town:training_write",
        "hayashi",
        lambda *_: {"kind": "helpers", "name": "養成講座", "day": today(), "n_residents": "5"},
    ),
    ("town:training_result", "hayashi", plain(fruit="helpers", number="2")),
)
