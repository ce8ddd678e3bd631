"""Of whom a folder speaks that is nobody's own: the journal of a case, a need, a consultation."""

from django.db import models

from marugoto.ground.models import Kept


class Concern(Kept):
    """`subject` is a person, or a household and with it whoever lives there; what shuts one of them shuts the folder too.

    A household's own folder speaks of each who lives there, until the day on which he left it. Kept beside the walls, so that a
    restriction reaches also what its writer does not see; never shown.
    """

    folder = models.ForeignKey("disclosure.Folder", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField(db_index=True)
    until = models.DateField(null=True)  # exclusive; what was written from then on does not speak of the subject

    class Meta:
        constraints = [models.UniqueConstraint(fields=["folder", "subject"], name="a_folder_speaks_of_each_once")]
