"""Attachments: a letter, a photo, a scan beside what was written. In the folder of what they belong to, their bytes apart."""

from django.db import models

from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.models.folder import Filed
from marugoto.ground.models import Kept


class Attachment(Filed):
    """`matter` is opaque here: the entry of a journal or the consultation to which it was added."""

    matter = models.UUIDField(db_index=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in PaperKind])
    size = models.PositiveIntegerField()  # in bytes, as kept
    sha256 = models.CharField(max_length=64)  # of the bytes as kept
    by = models.UUIDField()


class AttachmentContent(Filed):
    """The bytes, in a table of their own: a list of attachments never reads them, a backup of the database has them."""

    attachment = models.OneToOneField("disclosure.Attachment", on_delete=models.PROTECT, related_name="content")
    content = models.BinaryField()


class AttachmentRemoval(Kept):
    """A tombstone: an attachment was here and has left, by itself or with the entry to which it belonged. No name, no bytes."""

    matter = models.UUIDField(db_index=True)
    attachment_ref = models.UUIDField(unique=True)
    added_at = models.DateTimeField()
    by = models.UUIDField()
