"""Consultations: anything may be blank except day, channel and receiver."""

from django.db import models
from django.db.models import Q

from marugoto.disclosure.models import Filed
from marugoto.intake.codes import Channel, UrgentAnswer, UrgentCheck


class Consultation(Filed):
    """`person` stays empty while the name is unknown; the visitor need not be the person, who may not know of it."""

    lies_in = ("consultation",)

    ball = models.OneToOneField("custody.Ball", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()  # on which it was heard
    heard_time = models.TimeField(null=True)
    channel = models.CharField(max_length=20, choices=[(channel.value, channel.value) for channel in Channel])
    receiver = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    notice = models.OneToOneField("intake.Notice", null=True, on_delete=models.PROTECT, related_name="+")
    caller = models.CharField(max_length=120, blank=True)  # how the person is called where no record of him exists yet
    phone = models.CharField(max_length=60, blank=True)  # as told; who called, or where to reach the visitor
    phone_digits = models.CharField(max_length=40, blank=True)
    visitor = models.CharField(max_length=120, blank=True)
    visitor_relation = models.CharField(max_length=60, blank=True)
    person_knows = models.BooleanField(null=True)
    words = models.TextField(blank=True)
    wish = models.TextField(blank=True)
    language = models.CharField(max_length=40, blank=True)
    trouble_version = models.PositiveSmallIntegerField()


class ConsultationLine(Filed):
    """What was heard or done later, before a case was opened: added, never changed."""

    consultation = models.ForeignKey("intake.Consultation", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    by = models.ForeignKey("agencies.Duty", on_delete=models.PROTECT, related_name="+")


class ConsultationTrouble(Filed):
    """A marked box."""

    consultation = models.ForeignKey("intake.Consultation", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    pressing = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consultation", "code"], name="each_trouble_marked_once"),
            models.UniqueConstraint(
                fields=["consultation"], condition=Q(pressing=True), name="one_pressing_trouble_at_most"
            ),
        ]


class ConsultationUrgent(Filed):
    """The answer to one of the four urgent questions, "not asked" included."""

    consultation = models.ForeignKey("intake.Consultation", on_delete=models.PROTECT, related_name="+")
    check_code = models.CharField(max_length=20, choices=[(check.value, check.value) for check in UrgentCheck])
    answer = models.CharField(max_length=20, choices=[(answer.value, answer.value) for answer in UrgentAnswer])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consultation", "check_code"], name="each_urgent_question_once")]
