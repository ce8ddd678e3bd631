"""The shapes of districts as a body brought them in, and which of them stand on its map."""

from django.db import models
from django.db.models import Q

from marugoto.ground.models import Kept


class BoundaryFile(Kept):
    """Prepared when it exists, on the map while a `BoundaryUse` of it runs. `rows`: [number, name, district, fault] of each row.

    `credit`: whose data they are, shown under every map drawn from them."""

    by = models.UUIDField()
    file_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    name_field = models.CharField(max_length=100, blank=True)
    credit = models.CharField(max_length=200, blank=True)
    notes = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()


class DistrictShape(Kept):
    """One district as an SVG path within its file's width and height; `x`, `y`: where its name stands."""

    of = models.ForeignKey("community.BoundaryFile", on_delete=models.PROTECT, related_name="shapes")
    district = models.ForeignKey("agencies.District", on_delete=models.PROTECT, related_name="+")
    path = models.TextField()
    x = models.SmallIntegerField()
    y = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "district"], name="one_shape_of_a_district_in_a_file")]


class BoundaryUse(Kept):
    """These shapes stand on the map, from now until it ends; one file of a body at a time."""

    of = models.ForeignKey("community.BoundaryFile", on_delete=models.PROTECT, related_name="uses")
    by = models.UUIDField()
    ended = models.OneToOneField("community.BoundaryUseEnding", null=True, on_delete=models.PROTECT, related_name="use")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body"], condition=Q(ended=None), name="one_set_of_shapes_on_the_map")
        ]


class BoundaryUseEnding(Kept):
    """Other shapes took their place, or the map is drawn without any again."""

    by = models.UUIDField()
