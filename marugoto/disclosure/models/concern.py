"""Of whom a folder speaks that is nobody's own: the journal of a case, a need, a consultation."""

from django.db import models

from marugoto.ground.models import Kept


class Concern(Kept):
    """`subject` is a person, or a household and with it whoever lives there; what shuts one of them shuts the folder too."""

    folder = models.ForeignKey("disclosure.Folder", on_delete=models.PROTECT, related_name="+")
    subject = models.UUIDField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["folder", "subject"], name="a_folder_speaks_of_each_once")]
