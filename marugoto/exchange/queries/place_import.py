"""What an import would do, what was prepared, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from marugoto.agencies.models import Body
from marugoto.agencies.viewer import Viewer
from marugoto.exchange.models import Import, ImportRow, ImportWork, Receipt, Undo, UndoneRow
from marugoto.exchange.queries.import_work import last_work, works_of
from marugoto.exchange.queries.origin import known_by, known_places
from marugoto.exchange.rules.permission import may_import
from marugoto.exchange.rules.place_row import PlaceRow
from marugoto.exchange.rules.plan import KnownPlace, Preview, RowPlan, Verdict, plan, preview
from marugoto.exchange.rules.reading import Reading
from marugoto.ground.transaction import looking
from marugoto.kernel.decision import Refused
from marugoto.kernel.jst import local_day

FileImport = Import
FileRow = ImportRow  # as they are read; doors take the words from here
Paper = Receipt


@dataclass(frozen=True)
class Brought:
    """One import with what became of it: prepared only, confirmed (`receipt`), taken back (`undo`).

    `work`: of a long one, what is being done with it, or was done last.
    """

    file: Import
    counts: Mapping[str, int]  # by verdict, all four always there
    receipt: Receipt | None = None
    undo: Undo | None = None
    work: ImportWork | None = None

    @property
    def running(self) -> ImportWork | None:
        return self.work if self.work is not None and self.work.ended_at is None else None

    @property
    def unread(self) -> bool:
        """It could not be read, or somebody stopped that: there is no preview."""
        return not self.file.layout and self.running is None


@looking
def look_ahead(viewer: Viewer, reading: Reading) -> tuple[dict[str, KnownPlace], Preview]:
    """The places this list may meet again, and the preview; nothing is kept. Refused for a body that is not there."""
    if not Body.objects.filter(code=viewer.body).exists():
        raise Refused(f"団体コード{viewer.body}の自治体は、ここにありません。", "コードを確かめてください。")
    known = known_places(viewer, reading.layout.code, (key for one in reading.places for key in one.keys))
    return known, preview(known, reading, municipality=viewer.body, today=local_day(viewer.at))


@looking
def look_again(viewer: Viewer, layout: str, rows: Sequence[PlaceRow]) -> tuple[RowPlan, ...]:
    """The plan for the rows of a preview as the town stands now, without reading the file again."""
    return plan(known_by(viewer, layout, {key for one in rows for key in one.keys}), rows).rows


@looking
def imports(viewer: Viewer, most: int = 50) -> list[Brought]:
    """The newest first; empty for whoever may not import."""
    if not may_import(viewer.roles):
        return []
    files = list(Import.objects.within(viewer.body).order_by("-made_at")[:most])
    ids = [file.pk for file in files]
    receipts = {one.of_id: one for one in Receipt.objects.within(viewer.body).filter(of__in=ids)}
    undos = {one.receipt_id: one for one in Undo.objects.within(viewer.body).filter(receipt__of__in=ids)}
    counts, works = _counts(viewer, ids), works_of(viewer, ids)
    told = []
    for file in files:
        receipt = receipts.get(file.pk)
        undo = undos.get(receipt.pk) if receipt else None
        told.append(Brought(file, counts[file.pk], receipt, undo, works.get(file.pk)))
    return told


@looking
def get(viewer: Viewer, prepared: UUID) -> Brought | None:
    """One import of the viewer's body; None for whoever may not import."""
    if not may_import(viewer.roles):
        return None
    file = Import.objects.within(viewer.body).filter(pk=prepared).first()
    if file is None:
        return None
    receipt = Receipt.objects.within(viewer.body).filter(of=file).first()
    undo = Undo.objects.within(viewer.body).filter(receipt=receipt).first() if receipt else None
    return Brought(file, _counts(viewer, [file.pk])[file.pk], receipt, undo, last_work(viewer, prepared))


@looking
def rows(
    viewer: Viewer, prepared: UUID, verdict: Verdict | None = None, start: int = 0, most: int = 200
) -> list[ImportRow]:
    """Rows in the order of the file."""
    if not may_import(viewer.roles):
        return []
    chosen = ImportRow.objects.within(viewer.body).filter(of=prepared)
    if verdict is not None:
        chosen = chosen.filter(verdict=verdict.value)
    return list(chosen.order_by("number")[start : start + most])


@looking
def left_standing(viewer: Viewer, prepared: UUID, most: int = 200) -> tuple[list[UndoneRow], int]:
    """Rows an undo could not take back, or not all of, each with its sentence; and how many there are."""
    if not may_import(viewer.roles):
        return [], 0
    chosen = UndoneRow.objects.within(viewer.body).filter(row__of=prepared, done=False)
    shown = list(chosen.select_related("row").order_by("row__number")[:most])
    return shown, len(shown) if len(shown) < most else chosen.count()


@looking
def left_out(viewer: Viewer, prepared: UUID, most: int = 50) -> list[ImportRow]:
    """Rows of a long list that were not done after all, though somebody said yes to it."""
    if not may_import(viewer.roles):
        return []
    return list(ImportRow.objects.within(viewer.body).filter(of=prepared).exclude(left="").order_by("number")[:most])


def _counts(viewer: Viewer, imports: list[UUID]) -> dict[UUID, dict[str, int]]:
    counts = {key: {verdict.value: 0 for verdict in Verdict} for key in imports}
    grouped = ImportRow.objects.within(viewer.body).filter(of__in=imports).values("of", "verdict")
    for one in grouped.annotate(times=Count("pk")).order_by():
        counts[one["of"]][one["verdict"]] = one["times"]
    return counts
