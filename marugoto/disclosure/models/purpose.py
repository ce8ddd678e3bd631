"""目的外の提供: somebody asks, somebody else of the own staff decides. Rows that are added and never changed; no name stands in them."""

from django.db import models

from marugoto.disclosure.codes import Part, PurposeItem
from marugoto.ground.models import Kept, Wall


class PurposeRequest(Kept):
    """A team wants to tell another team these parts. `draft` is what stood in the form, so that nobody types it twice."""

    wall = Wall.LEDGER

    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey("agencies.Team", on_delete=models.PROTECT, related_name="+")
    item = models.CharField(max_length=20, choices=[(code.value, code.value) for code in PurposeItem])
    parts = models.CharField(max_length=200)  # codes joined by commas
    reason = models.CharField(max_length=400)
    until = models.DateField()  # the last day on which it is needed
    draft = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["body", "made_at"])]

    def part_set(self) -> frozenset[Part]:
        return frozenset(Part(code) for code in self.parts.split(",") if code)


class PurposeSubject(Kept):
    """Whom it is about: persons, and what is nobody's yet (a notice)."""

    wall = Wall.LEDGER

    request = models.ForeignKey("disclosure.PurposeRequest", on_delete=models.PROTECT, related_name="subjects")
    kind = models.CharField(max_length=20)
    subject = models.UUIDField(db_index=True)


class PurposeDecision(Kept):
    """A yes until a day, or a no with its why."""

    wall = Wall.LEDGER

    request = models.OneToOneField("disclosure.PurposeRequest", on_delete=models.PROTECT, related_name="decision")
    worker = models.ForeignKey("agencies.Worker", on_delete=models.PROTECT, related_name="+")
    duty = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    agreed = models.BooleanField()
    words = models.CharField(max_length=400, blank=True)
    until = models.DateField(null=True)  # the last day of a yes

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed=False) | models.Q(until__isnull=False), name="a_yes_has_its_last_day"
            )
        ]


class PurposeEnding(Kept):
    """The request was taken back before anybody decided, or the yes after it."""

    wall = Wall.LEDGER

    request = models.OneToOneField("disclosure.PurposeRequest", on_delete=models.PROTECT, related_name="ending")
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=400, blank=True)
