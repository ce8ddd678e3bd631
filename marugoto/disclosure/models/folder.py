"""The folder (綴り): subject × part × origin; every row with content about somebody lies in one."""

from typing import Self, TypeVar

from django.db import models
from django.db.models import OuterRef, Q

from marugoto.agencies.viewer import Viewer
from marugoto.disclosure.codes import BasisCode, Part
from marugoto.ground.models import Kept, ScopedQuerySet, Wall


class Folder(Kept):
    """`subject` is opaque here (a person, a household, a notice); the origin is the body and basis under which it came in."""

    subject_kind = models.CharField(max_length=20)
    subject = models.UUIDField()
    part = models.CharField(max_length=20, choices=[(part.value, part.value) for part in Part])
    basis = models.CharField(max_length=30, choices=[(code.value, code.value) for code in BasisCode])
    origin = models.UUIDField(null=True)  # the conference's agenda item whose material this is, for ring-fenced bases

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "subject", "part", "basis"],
                condition=Q(origin=None),
                name="one_folder_for_subject_part_basis",
            ),
            models.UniqueConstraint(
                fields=["body", "subject", "part", "basis", "origin"], name="one_folder_for_subject_part_origin"
            ),
        ]
        indexes = [models.Index(fields=["subject"])]


M_co = TypeVar("M_co", bound=models.Model, covariant=True)


class FiledQuerySet(ScopedQuerySet[M_co]):
    """Rows that lie in folders."""

    def open_to(self, viewer: Viewer, *, first: bool = False) -> Self:
        """Only rows of the viewer's body whose folder is open to the viewer; what is hidden is not there.

        `first`: nothing else narrows the rows to few, so a list begins with what is open.
        """
        from marugoto.disclosure.queries.folder import Open  # noqa: PLC0415 — the filter reads this module's tables

        kinds = self.model.lies_in  # type: ignore[attr-defined]
        return self.within(viewer.body).filter(Open(viewer, kinds=kinds, first=first))

    def open_beside(self, viewer: Viewer, folder: OuterRef) -> Self:
        """As `open_to`, for a question within a question about a row that is open: what lies in that row's own `folder` is open with
        it, and is not asked after again."""
        from marugoto.disclosure.queries.folder import Open  # noqa: PLC0415 — the filter reads this module's tables

        kinds = self.model.lies_in  # type: ignore[attr-defined]
        return self.within(viewer.body).filter(Q(folder=folder) | Q(Open(viewer, kinds=kinds)))


class Filed(Kept):
    """Base of every table with content about somebody.

    `lies_in`: of which kinds the subjects of its folders are, where a list looks through all that is open to somebody: it then
    begins with those alone. A row in a folder of another kind is seen by nobody. Empty: of any kind.
    """

    wall = Wall.FOLDER
    lies_in: tuple[str, ...] = ()

    folder = models.ForeignKey("disclosure.Folder", on_delete=models.PROTECT, related_name="+")

    objects = FiledQuerySet.as_manager()  # type: ignore[misc]  # a narrower manager than that of Kept

    class Meta:
        abstract = True
        base_manager_name = "passage"

    passage = models.Manager()  # type: ignore[misc]  # as in Kept
