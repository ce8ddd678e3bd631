"""Parents and children, by birth, adoption, foster care or marriage."""

from django.db import models
from django.db.models import F, Q

from marugoto.disclosure.models import Filed
from marugoto.people.codes import DescentKind


class Descent(Filed):
    """Lies in the folder of the child; shown only where both are visible. `number`: 2 where it was recorded again after a mistake."""

    parent = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    child = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in DescentKind])
    number = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "child", "kind", "number"], name="each_descent_once"),
            models.CheckConstraint(condition=~Q(parent=F("child")), name="nobody_descends_from_himself"),
        ]
