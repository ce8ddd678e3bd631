"""What will open when the other side does its part: catches the ball, confirms the pledge."""

from django.db import models

from marugoto.disclosure.codes import BasisCode
from marugoto.ground.models import Kept


class Prepared(Kept):
    """Checked against the rules when it was prepared, by somebody who could see the folder; opened by `via`, at most once. What
    was closed before it opened stays, so that both sides can be told."""

    folder = models.ForeignKey("disclosure.Folder", on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey("agencies.Team", null=True, on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", null=True, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=30, choices=[(code.value, code.value) for code in BasisCode])
    until = models.DateTimeField(null=True)
    via = models.CharField(max_length=80, db_index=True)
    reason = models.CharField(max_length=400, blank=True)
    by = models.UUIDField()
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
