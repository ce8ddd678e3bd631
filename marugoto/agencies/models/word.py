"""One concept, each division's word for it: kept as data of the body, so that nobody has to give up the word of his work."""

from django.db import models
from django.db.models import Q

from marugoto.agencies.codes import ConceptCode
from marugoto.ground.models import Kept, Wall


class Concept(Kept):
    """What is meant. `code`: one that our screens use, whose word and meaning are the house's; else `name` and `meaning` are the body's."""

    wall = Wall.DIRECTORY

    code = models.CharField(max_length=20, blank=True, choices=[(one.value, one.value) for one in ConceptCode])
    name = models.CharField(max_length=40, blank=True)
    meaning = models.CharField(max_length=300, blank=True)
    by = models.UUIDField()
    ended = models.OneToOneField("agencies.ConceptEnding", null=True, on_delete=models.PROTECT, related_name="concept")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["body", "code"], condition=~Q(code=""), name="each_of_our_concepts_once"),
            models.UniqueConstraint(
                fields=["body", "name"], condition=Q(code="", ended=None), name="one_concept_of_a_name_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(code="") | (~Q(name="") & ~Q(meaning="")), name="a_concept_of_the_body_says_what_it_means"
            ),
        ]


class ConceptChange(Kept):
    """What it was called and how it was explained before, and who wrote it anew."""

    wall = Wall.DIRECTORY

    concept = models.ForeignKey("agencies.Concept", on_delete=models.PROTECT, related_name="changes")
    name = models.CharField(max_length=40)
    meaning = models.CharField(max_length=300)
    by = models.UUIDField()


class ConceptEnding(Kept):
    """It stands in the list no more; its words stay to be read."""

    wall = Wall.DIRECTORY

    reason = models.CharField(max_length=200)
    by = models.UUIDField()


class DivisionWord(Kept):
    """How one division or agency says it; another word ends the one before."""

    wall = Wall.DIRECTORY

    concept = models.ForeignKey("agencies.Concept", on_delete=models.PROTECT, related_name="words")
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")
    word = models.CharField(max_length=40)
    note = models.CharField(max_length=200, blank=True)  # where it means a little more, or less
    by = models.UUIDField()
    ended = models.OneToOneField(
        "agencies.DivisionWordEnding", null=True, on_delete=models.PROTECT, related_name="word"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "agency"], condition=Q(ended=None), name="one_word_of_a_division_at_a_time"
            )
        ]


class DivisionWordEnding(Kept):
    """It is said so no more: by whom that was written."""

    wall = Wall.DIRECTORY

    by = models.UUIDField()
