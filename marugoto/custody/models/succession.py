"""What is written when a ball goes to another person of the same team."""

from django.db import models

from marugoto.disclosure.models import Filed


class HandOverWords(Filed):
    """A note for the next person in charge, one for each ball; for the team that held it then, and nobody else."""

    ball = models.ForeignKey("custody.Ball", on_delete=models.PROTECT, related_name="+")
    left = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    by = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["ball", "made_at"], name="notes_of_a_ball_by_time")]
