"""Persons as they are called and written; nothing is needed to begin a record, not even a name."""

from django.db import models
from django.db.models import Q

from marugoto.disclosure.models import Filed
from marugoto.ground.models import Kept
from marugoto.people.codes import GramKind, NameKind, PersonField, Sex
from marugoto.people.labels import called


class Person(Filed):
    """Lies in ("person", id) BASIC. `name` and `kana` are kept exactly as written; empty: not yet heard.

    `birth` or only `birth_year` or neither. The folded columns are for comparing, never for showing.
    """

    lies_in = ("person",)

    name = models.CharField(max_length=300, blank=True)
    kana = models.CharField(max_length=300, blank=True)
    name_folded = models.TextField(blank=True)
    kana_folded = models.TextField(blank=True)
    birth = models.DateField(null=True)
    birth_year = models.PositiveSmallIntegerField(null=True)
    sex = models.CharField(max_length=20, default=Sex.UNKNOWN.value, choices=[(sex.value, sex.value) for sex in Sex])

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(birth=None) | Q(birth_year=None), name="birth_by_day_or_by_year_never_both"
            )
        ]
        indexes = [models.Index(fields=["body", "kana_folded"]), models.Index(fields=["birth"])]

    @property
    def called(self) -> str:
        return called(self.name, self.kana)


class PersonName(Filed):
    """A name beside the present one: former, known as, or as it was spelt here before."""

    lies_in = ("person",)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in NameKind])
    name = models.CharField(max_length=300, blank=True)
    kana = models.CharField(max_length=300, blank=True)
    name_folded = models.TextField(blank=True)
    kana_folded = models.TextField(blank=True)
    by = models.UUIDField()


class PersonGram(Filed):
    """One or two neighbouring characters of a folded name: how names are found on every database alike."""

    lies_in = ("person",)

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in GramKind])
    gram = models.CharField(max_length=2)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gram", "person", "kind"], name="each_gram_once_for_a_person")]
        # PostgreSQL: the index alone answers who has a gram and may be seen; the rows are not fetched. SQLite has no such index.
        indexes = [models.Index(fields=["gram", "person"], include=["folder", "body"], name="grams_with_their_folders")]


class PersonChange(Filed):
    """What was written of a person before it was corrected or completed."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=20, choices=[(field.value, field.value) for field in PersonField])
    old = models.CharField(max_length=300, blank=True)
    new = models.CharField(max_length=300, blank=True)
    by = models.UUIDField()


class Death(Filed):
    """A person died; the day may be unknown."""

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="death")
    day = models.DateField(null=True)
    by = models.UUIDField()


class Pseudonym(Kept):
    """Under which number the ledger speaks of a person. Destroyed at disposal: the facts then belong to nobody."""

    person = models.UUIDField(unique=True)
    number = models.UUIDField(unique=True)
