"""A prefecture takes in what a municipality told of itself."""

from datetime import datetime

from marugoto.agencies.queries import directory
from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.models import PublishedMeasure
from marugoto.evaluation.queries.measure import MeasureLine, MeasureTable
from marugoto.ground.transaction import acting
from marugoto.kernel.decision import Refused


@acting
def take_in(*, by: Viewer, at: datetime, table: MeasureTable) -> int:
    """How many figures were new; the same table again changes nothing."""
    if table.prefecture != by.body:
        raise Refused("ほかの都道府県の市町村の数字です。", "送り先を確かめてください。")
    if table.training and not directory.body(by.body).training:
        raise Refused("練習用の市町村の数字です。", "本物の数字とはまぜません。")
    known = set(
        PublishedMeasure.objects.within(by.body)
        .filter(municipality=table.municipality, anchor=table.anchor)
        .values_list("code", "version", "edition")
    )
    new = [line for line in table.lines if (line.code, line.version, line.edition) not in known]
    PublishedMeasure.objects.bulk_create(_row(by, at, table, line) for line in new)
    return len(new)


def _row(by: Viewer, at: datetime, table: MeasureTable, line: MeasureLine) -> PublishedMeasure:
    return PublishedMeasure(
        body=by.body,
        made_at=at,
        municipality=table.municipality,
        code=line.code,
        version=line.version,
        anchor=table.anchor,
        edition=line.edition,
        n=line.told.n,
        k=line.told.k,
        running=line.told.running,
        level=line.told.level,
        hidden=line.told.hidden,
        computed_at=line.computed_at,
    )
