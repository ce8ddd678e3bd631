"""One coordinator's month on one page, from the rows written on the way: nobody types a report."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from marugoto.agencies.queries.directory import names_of_duties
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import NoteTheme, Partner, TrainingFruit
from marugoto.community.labels import NOTE_THEMES, PARTNERS, TRAINING_FRUITS
from marugoto.community.queries import dialogue as dialogues
from marugoto.community.queries import field_note as notes
from marugoto.community.queries import field_plan as plans
from marugoto.community.queries import field_task as tasks
from marugoto.community.queries import field_time
from marugoto.community.queries import training as trainings
from marugoto.community.queries.dialogue import Heard
from marugoto.community.queries.field_note import Sieve
from marugoto.community.rules.field_time import Spent, month_of, spent
from marugoto.kernel.era import say_day, say_month
from marugoto.kernel.jst import local_day
from marugoto.web.shell.doors import Page, see
from marugoto.web.town.audience import READERS, room_of
from marugoto.web.town.pages.field_note import note_line
from marugoto.web.town.pages.field_task import task_line
from marugoto.web.town.pages.field_time import KINDS
from marugoto.web.town.words import months_back, read_month, time_words
from marugoto.web.ui.parts import Filter

MONTHS = 13


@see(*READERS)
def show(request: HttpRequest, viewer: Viewer, walker: UUID) -> Page:
    """Time is counted whole, as on the page of all; words only where the reader is told of the place."""
    hat = names_of_duties([walker]).get(walker)
    if hat is None or hat.body != viewer.body:
        raise Http404
    today = local_day(viewer.at)
    first, until = month_of(read_month(request.GET.get("month", "")) or today)
    seen = notes.whole_diary(viewer, Sieve(by=walker, since=first, until=until))
    held = dialogues.all_heard(viewer, Heard(by=walker, since=first, until=until))
    taught = trainings.of_writer(viewer, walker, first, until)
    time = spent(field_time.spells(viewer, first, until), first, until).get(walker, Spent())
    values = {
        "hat": hat,
        "month": say_month(first),
        "sentence": _sentence(hat.worker.name, say_month(first), time),
        "kinds": [(KINDS[kind], time_words(minutes)) for kind, minutes in time.kinds.items() if minutes],
        "unsaid": time.unsaid,
        "notes": [note_line(row) | {"short": say_day(row.day)} for row in reversed(seen)],
        "themes": _themes(seen),
        "dialogues": [_dialogue(row) for row in reversed(held)],
        "trainings": [_training(row) for row in reversed(taught)],
        "tasks": [task_line(viewer, one) for one in tasks.of_holder(viewer, walker, first, until)],
        "plans": plans.counted(viewer, walker, first, until),
        "next": [(say_day(one.day), one.words) for one in plans.of_walker(viewer, walker, until, month_of(until)[1])],
        "filters": [Filter("month", _("月"), months_back(today, MONTHS), f"{first:%Y-%m}")],
        **room_of(viewer, "notes"),
    }
    return Page("town/field_month.html", values)


def _sentence(name: str, month: str, time: Spent) -> str:
    if not time.times:
        return _("%(name)sさんの%(month)sの記録は、まだありません。") % {"name": name, "month": month}
    said = {"name": name, "month": month, "times": time.times, "time": time_words(time.minutes)}
    return _("%(name)sさんは%(month)sに%(times)d回、あわせて%(time)s、地域に出ました。") % said


def _themes(seen: Sequence[Any]) -> list[tuple[str, int]]:
    counted = Counter(one.theme for row in seen for one in row.findings.all())
    return [(str(NOTE_THEMES[NoteTheme(theme)]), number) for theme, number in counted.most_common()]


def _dialogue(row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "day": say_day(row.day),
        "partner": PARTNERS[Partner(row.partner)],
        "theme": NOTE_THEMES[NoteTheme(row.theme)],
    }


def _training(row: Any) -> dict[str, Any]:
    fruits = [str(TRAINING_FRUITS[TrainingFruit(one.fruit)]) for one in row.results.all()]
    people = sum(one.number for one in row.attendances.all()) + len(row.workers.all())
    return {"row": row, "day": say_day(row.day), "people": people, "fruits": fruits}
