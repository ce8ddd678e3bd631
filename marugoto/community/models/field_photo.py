"""Photos of a note: drawn anew from their pixels, so that the place and hour of the camera are gone."""

from django.db import models

from marugoto.community.codes import InPicture
from marugoto.disclosure.codes import PaperKind
from marugoto.ground.models import Kept


class FieldPhoto(Kept):
    note = models.ForeignKey("community.FieldNote", on_delete=models.PROTECT, related_name="photos")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in PaperKind])
    shows = models.CharField(max_length=20, choices=[(one.value, one.value) for one in InPicture])
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    by = models.UUIDField()


class FieldPhotoContent(Kept):
    """The bytes, in a table of their own: a list of photos never reads them."""

    photo = models.OneToOneField("community.FieldPhoto", on_delete=models.PROTECT, related_name="content")
    content = models.BinaryField()
