"""The rows of the list of households, drawn in one go: a page of the busiest list is a hundred cells."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.case import CaseLine
from marugoto.kernel.era import say_day
from marugoto.web.shell.balls import chip_of
from marugoto.web.shell.homes import say_living
from marugoto.web.ui.address import address
from marugoto.web.ui.templatetags.ui import ball_chip

ROW = (
    '<tr><th scope="row" class="who"><a href="{{}}">{{}}</a>{{}}</th><td class="num" data-label="{}">{{}}</td>'
    '<td class="r" data-label="{}">{{}}</td><td data-label="{}">{{}}</td><td data-label="{}">{{}}</td></tr>'
)


def drawn_rows(viewer: Viewer, lines: Sequence[CaseLine], living: Mapping[UUID, list[str]]) -> SafeString:
    """Each with its household, who lives there, its number, its needs, the day of the last contact and who leads."""
    row = format_html(ROW, *heads()[1:])
    return format_html_join("", row, (_cells(viewer, line, living.get(line.home, [])) for line in lines))


def heads() -> list[str]:
    """What stands above the columns; on a telephone beside each cell."""
    return [_("世帯"), _("番号"), _("必要"), _("最後の連絡"), _("まとめ役")]


def _cells(viewer: Viewer, line: CaseLine, living: list[str]) -> tuple[object, ...]:
    said = say_living(living)
    return (
        address("desk:household", line.case),
        line.household or _("世帯 %(number)s") % {"number": line.number},
        format_html('<br><span class="note">{}</span>', said) if said else "",
        line.number,
        line.needs,
        say_day(line.last_contact) if line.last_contact else _("まだ記録がありません"),
        ball_chip(chip_of(line.ball, own=viewer.team)),
    )
