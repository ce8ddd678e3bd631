"""Keep the shapes of districts as a preview, put them on the map, and take them off again."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from marugoto.agencies.models import District
from marugoto.agencies.viewer import Viewer
from marugoto.community.models import BoundaryFile, BoundaryUse, BoundaryUseEnding, DistrictShape
from marugoto.community.rules.boundary import Given, Matched, draw, match, may_draw, may_use, name_field
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import no
from marugoto.kernel.fold import clean


@acting
def keep_shapes(
    *,
    by: Viewer,
    at: datetime,
    rows: Sequence[Given],
    kind: str,
    file_name: str,
    credit: str = "",
    notes: Collection[str] = (),
) -> BoundaryFile:
    """Nothing of the map changes: this is what the preview shows."""
    may_draw(by.roles).require()
    districts = list(District.objects.within(by.body).order_by("code"))
    if not districts:
        no("この町には、まだ圏域が入っていません。", "先に、庶務に圏域を入れてもらってください。").require()
    names = {one.code: one.name for one in districts}
    field = name_field(rows, names)
    matched = match(rows, names, field)
    drawing = draw(rows, matched)
    made = BoundaryFile.objects.create(
        body=by.body,
        made_at=at,
        by=by.duty,
        file_name=clean(file_name, limit=200),
        kind=kind,
        name_field=clean(field, limit=100),
        credit=clean(credit.strip(), limit=200),
        notes=list(notes),
        rows=[[one.number, one.name, one.district, one.fault] for one in matched],
        width=drawing.width,
        height=drawing.height,
    )
    by_code = {one.code: one for one in districts}
    DistrictShape.objects.bulk_create(
        DistrictShape(
            body=by.body, made_at=at, of=made, district=by_code[one.district], path=one.path, x=one.x, y=one.y
        )
        for one in drawing.shapes
    )
    return made


@acting
def use_shapes(*, by: Viewer, at: datetime, boundary: UUID) -> BoundaryUse:
    """From now on the map is drawn with them. Raises BoundaryFile.DoesNotExist."""
    may_draw(by.roles).require()
    row = BoundaryFile.objects.within(by.body).get(pk=boundary)
    known = District.objects.within(by.body).values_list("code", flat=True)
    running = _running(by)
    matched = [Matched(*one) for one in row.rows]
    may_use(matched, used=running is not None and running.of_id == row.pk, known=known).require()
    _end(by, at, running)
    return BoundaryUse.objects.create(body=by.body, made_at=at, of=row, by=by.duty)


@acting
def leave_shapes(*, by: Viewer, at: datetime) -> None:
    """The map is drawn with six-cornered districts again; the file stays to be used once more."""
    may_draw(by.roles).require()
    running = _running(by)
    if running is None:
        no("いまは、どの形も使っていません。").require()
    _end(by, at, running)


def _running(by: Viewer) -> BoundaryUse | None:
    return BoundaryUse.objects.within(by.body).filter(ended=None).first()


def _end(by: Viewer, at: datetime, running: BoundaryUse | None) -> None:
    if running:
        running.ended = BoundaryUseEnding.objects.create(body=by.body, made_at=at, by=by.duty)
        running.save(update_fields=["ended"])
