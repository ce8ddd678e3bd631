"""What stands in the story of the town outside: a note with a photo, a plan, a task, a dialogue, a training."""

from datetime import timedelta
from io import BytesIO
from uuid import UUID

from PIL import Image

from marugoto.community.actions.dialogue import hold_dialogue
from marugoto.community.actions.field_note import add_finding, write_note
from marugoto.community.actions.field_photo import add_photos
from marugoto.community.actions.field_plan import plan_day
from marugoto.community.actions.field_reply import reply
from marugoto.community.actions.field_task import Source, set_task
from marugoto.community.actions.training import hold_training
from marugoto.community.codes import Attendee, InPicture, NoteKind, NoteTheme, Partner, ReplyKind, TrainingKind
from marugoto.disclosure.actions.attachment import Paper
from marugoto.kernel.jst import local_day
from tests.town import Town


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (320, 200), "#7fae7f").save(file, "JPEG")
    return file.getvalue()


def noted(town: Town, place: UUID) -> dict[str, UUID]:
    """Hayashi was at the place and asks; Yamazaki answered; a task follows, and so does one from a dialogue."""
    by, day = town("hayashi"), local_day(town.now)
    words = "縁側に7人。帰りの足の話が出た。"
    note = write_note(
        by=by, at=town.later(), day=day, kind=NoteKind.VISIT, words=words, place=place, minutes=60, asks=True
    ).pk
    add_finding(by=by, at=town.later(), note=note, theme=NoteTheme.TRANSPORT, words="夕方のバスがない。")
    photos = add_photos(
        by=by, at=town.later(), note=note, photos=[Paper("縁側.jpg", picture())], shows=InPicture.NOBODY
    )
    reply(by=town("yamazaki"), at=town.later(), note=note, kind=ReplyKind.GO_ON, words="交通の課に聞きましょう。")
    due = day + timedelta(days=10)
    task = set_task(by=by, at=town.later(), source=Source(note=note), words="交通の課に聞く", due=due).pk
    meant = plan_day(by=by, at=town.later(), day=due, words="縁側にもう一度行く").pk
    return {
        "note": note,
        "photo": photos[0].pk,
        "task": task,
        "field_plan": meant,
        "walker": by.duty,
        "dialogue": heard(town),
        "training": taught(town),
    }


def heard(town: Town) -> UUID:
    """What a branch said, and what follows from it."""
    by, day = town("hayashi"), local_day(town.now)
    held = hold_dialogue(
        by=by,
        at=town.later(),
        day=day,
        partner=Partner.BRANCH,
        partner_name="北支所",
        theme=NoteTheme.TRANSPORT,
        said="バスが減って、集まりに来られない人が増えた。",
        minutes=45,
    ).pk
    set_task(
        by=by, at=town.later(), source=Source(dialogue=held), words="時刻表を支所に届ける", due=day + timedelta(days=10)
    )
    return held


def taught(town: Town) -> UUID:
    by, day = town("hayashi"), local_day(town.now)
    return hold_training(
        by=by,
        at=town.later(),
        day=day,
        kind=TrainingKind.HELPERS,
        name="見守りサポーター養成講座",
        heads={Attendee.RESIDENTS: 12},
    ).pk
