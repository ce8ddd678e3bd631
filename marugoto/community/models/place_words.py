"""By which words a place is found."""

from django.db import models

from marugoto.ground.worded import Worded


class PlaceWords(Worded):
    """Beside the place and narrow, so that a hundred thousand of them are looked through in one go. Written by what writes the place."""

    place = models.OneToOneField("community.Place", on_delete=models.PROTECT, related_name="+")
