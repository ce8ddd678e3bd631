"""What is marked in the picture of a family beside blood and law: how two people stand to each other, whom one turns to, and who
cares."""

from django.db import models
from django.db.models import F, Q

from marugoto.disclosure.models import Filed
from marugoto.people.codes import CARERS, FAMILY_ROLES, MarkKind

_CARERS, _ROLES = [kind.value for kind in CARERS], [kind.value for kind in FAMILY_ROLES]
OF_TWO = Q(other__isnull=False, household__isnull=True) & ~Q(kind__in=_ROLES)
OF_A_HOUSEHOLD = Q(other__isnull=True, household__isnull=False, kind__in=_ROLES)


class FamilyMark(Filed):
    """Between two people, or of one for a household; from a day until another (exclusive). Lies in the folder of `one`, and is shown
    only where both are visible. Who said how two stand to each other writes them in one order: the smaller id is `one`."""

    lies_in = ("person",)

    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in MarkKind])
    one = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    household = models.ForeignKey("people.Household", null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=OF_TWO | OF_A_HOUSEHOLD, name="a_mark_is_of_two_or_of_a_household"),
            models.CheckConstraint(condition=Q(other=None) | ~Q(one=F("other")), name="nobody_stands_to_himself"),
            models.UniqueConstraint(
                fields=["one", "other"], condition=Q(until=None, household=None), name="two_stand_in_one_way"
            ),
            models.UniqueConstraint(
                fields=["one", "household"],
                condition=Q(until=None, kind=MarkKind.KEY_PERSON.value),
                name="key_person_once_for_a_household",
            ),
            models.UniqueConstraint(
                fields=["one", "household"],
                condition=Q(until=None, kind__in=_CARERS),
                name="main_or_second_carer_of_a_household",
            ),
        ]
