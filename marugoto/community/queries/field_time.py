"""How much time was spent in the community: rows of the diary, of the dialogues and of the trainings, as they were written."""

from datetime import date

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import Dialogue, FieldNote, Training
from marugoto.community.rules.field_time import DIALOGUE, TRAINING, Spell
from marugoto.ground.transaction import looking


@looking
def spells(viewer: Viewer, since: date, until: date) -> list[Spell]:
    """Three questions, of the days from `since` up to and without `until`."""
    days = {"day__gte": since, "day__lt": until}
    notes = FieldNote.objects.within(viewer.body).filter(**days).values_list("by", "day", "kind", "minutes")
    dialogues = Dialogue.objects.within(viewer.body).filter(**days).values_list("by", "day", "minutes")
    trainings = Training.objects.within(viewer.body).filter(**days).values_list("by", "day", "minutes")
    return [
        *(Spell(by, day, kind, minutes) for by, day, kind, minutes in notes),
        *(Spell(by, day, DIALOGUE, minutes) for by, day, minutes in dialogues),
        *(Spell(by, day, TRAINING, minutes) for by, day, minutes in trainings),
    ]
