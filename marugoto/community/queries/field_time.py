"""How much time was spent in the community: rows of the diary, of the dialogues and of the trainings, as they were written."""

from datetime import date

from django.db.models import F, Value

from marugoto.agencies.viewer import Viewer
from marugoto.community.models import Dialogue, FieldNote, Training
from marugoto.community.rules.field_time import DIALOGUE, TRAINING, Spell
from marugoto.ground.transaction import looking


@looking
def spells(viewer: Viewer, since: date, until: date) -> list[Spell]:
    """One question, of the days from `since` up to and without `until`. Whoever goes out to a place of which few are told is outside all
    the same: time is counted whole, for every reader."""
    days = {"day__gte": since, "day__lt": until}
    notes = FieldNote.objects.within(viewer.body).filter(**days).annotate(what=F("kind"))
    dialogues = Dialogue.objects.within(viewer.body).filter(**days).annotate(what=Value(DIALOGUE))
    trainings = Training.objects.within(viewer.body).filter(**days).annotate(what=Value(TRAINING))
    first, *others = (rows.values_list("by", "day", "what", "minutes") for rows in (notes, dialogues, trainings))
    return [Spell(*row) for row in first.union(*others, all=True)]
