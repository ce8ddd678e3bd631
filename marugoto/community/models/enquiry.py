"""What a municipality asks its prefecture about its own work, who advises, and what came of it: offices only, no resident stands in it."""

from django.db import models

from marugoto.community.rules.enquiry import EnquiryAbout, EnquiryFruit, EnquiryTrigger
from marugoto.ground.models import Kept, Wall


class Enquiry(Kept):
    """`body` is the municipality, `prefecture` the code of the body it asks. `tried`: what was done so far."""

    wall = Wall.DIRECTORY

    prefecture = models.CharField(max_length=6, db_index=True)
    about = models.CharField(max_length=20, choices=[(one.value, one.value) for one in EnquiryAbout])
    trigger = models.CharField(max_length=20, choices=[(one.value, one.value) for one in EnquiryTrigger])
    question = models.TextField()
    tried = models.CharField(max_length=400, blank=True)
    day = models.DateField()
    by = models.UUIDField()


class EnquiryAnswer(Kept):
    """`body` is the prefecture. `adviser`: which post or body advises, and its telephone; `visit`: when it comes."""

    wall = Wall.DIRECTORY

    enquiry = models.OneToOneField("community.Enquiry", on_delete=models.PROTECT, related_name="answer")
    words = models.TextField()
    adviser = models.CharField(max_length=200)
    visit = models.DateField(null=True)
    day = models.DateField()
    by = models.UUIDField()


class EnquiryOutcome(Kept):
    """`body` is the municipality. Said once, when it is known."""

    wall = Wall.DIRECTORY

    enquiry = models.OneToOneField("community.Enquiry", on_delete=models.PROTECT, related_name="outcome")
    fruit = models.CharField(max_length=20, choices=[(one.value, one.value) for one in EnquiryFruit])
    words = models.CharField(max_length=400)
    day = models.DateField()
    by = models.UUIDField()
