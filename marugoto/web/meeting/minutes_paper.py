"""The minutes as a paper: page one is the shared sheet that was written before the day, then what was said and decided."""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries import case as cases
from marugoto.conferences.codes import Attendance, Stage
from marugoto.conferences.labels import ATTENDANCES
from marugoto.conferences.queries import outside as outsiders
from marugoto.conferences.queries.conference import ConferencePage, ItemPage
from marugoto.conferences.queries.outside import OutsideLine
from marugoto.exchange.rules.paper import Block, Grid, Heading, NewPage, Paper, Paragraph
from marugoto.kernel.era import say_day, say_era
from marugoto.kernel.jst import JST, local_day
from marugoto.people.queries import household as households
from marugoto.web.meeting.item import COLUMNS

NOTHING = "—"


def minutes_paper(viewer: Viewer, found: ConferencePage) -> Paper:
    """Of the items that are open to the viewer; of the others only that there is one."""
    pages = cases.get_all(viewer, {item.case for item in found.items})
    homes = households.by_ids(viewer, {page.household for page in pages.values()})
    names = {case: homes[page.household].name for case, page in pages.items() if page.household in homes}
    outside = outsiders.of_items(viewer, [item.item for item in found.items])
    blocks: list[Block] = [Paragraph(_when(found)), Heading(_("会議の前に各機関が書いたこと"), 2)]
    for item in found.items:
        blocks += _sheet(item, _title(item, names), outside.get(item.item, []))
    blocks.append(NewPage())
    for item in found.items:
        blocks += _talk(item, _title(item, names), outside.get(item.item, []))
    title = _("%(name)s 会議録") % {"name": found.conference.name}
    return Paper(title + ("" if Stage.CLOSED in found.stages else _("(案)")), _stamp(viewer, found), blocks)


def _when(found: ConferencePage) -> str:
    begins, ends = (at.astimezone(JST) for at in (found.conference.begins_at, found.conference.ends_at))
    when = f"{say_era(begins.date())} {begins:%H:%M}〜{ends:%H:%M}"
    return "\n".join(part for part in (f"{found.kind.name} {found.kind.article}", when, found.conference.where) if part)


def _stamp(viewer: Viewer, found: ConferencePage) -> str:
    return _("取扱注意・%(article)s・%(name)s %(day)s出力") % {
        "article": found.kind.article or found.kind.name,
        "name": viewer.name,
        "day": say_day(local_day(viewer.at)),
    }


def _title(item: ItemPage, names: Mapping[UUID, str]) -> str:
    name = names.get(item.case, "") if item.open else _("(閉じています)")
    return _("議題%(n)d %(name)s") % {"n": item.number, "name": name}


def _sheet(item: ItemPage, title: str, outside: list[OutsideLine]) -> list[Block]:
    """Who wrote nothing stands there too."""
    basis = item.ground
    if not item.open:
        return [Heading(title, 3)]
    seats = [(f"{one.name}\n{one.team}", one.view) for one in item.seats]
    comes = [(f"{one.name}\n{one.from_where or _('外から')}", one.view) for one in outside]
    rows = [
        (who, *(str(getattr(view, name)) or NOTHING if view else NOTHING for name in COLUMNS))
        for who, view in (*seats, *comes)
    ]
    head = (_("だれが"), *(str(label) for label in COLUMNS.values()))
    return [
        Heading(title, 3),
        Paragraph(_("根拠: %(name)s(%(article)s)") % {"name": basis.name, "article": basis.article}),
        Grid((head, *rows), (3, 4, 4, 4, 4)),
    ]


def _talk(item: ItemPage, title: str, outside: list[OutsideLine]) -> list[Block]:
    if not item.open:
        return [Heading(title, 2)]
    came = [_came(f"{one.name}({one.team})", one.attendance) for one in item.seats]
    came += [_came(f"{one.name}({one.from_where or _('外から')})", one.attendance) for one in outside]
    decided = tuple(
        (str(one.number), one.words, f"{one.taker}({one.team})", say_era(one.due)) for one in item.decisions
    )
    said: list[Block] = [
        Heading(title, 2),
        Paragraph(_("出欠: %(who)s") % {"who": "、".join(came) or NOTHING}),
        Heading(_("話し合ったこと"), 3),
        Paragraph(item.minutes or _("まだ書かれていません。")),
        Heading(_("決まったこと"), 3),
    ]
    head = (_("番号"), _("何を"), _("だれが"), _("いつまで"))
    return [*said, Grid((head, *decided), (1, 8, 5, 4)) if decided else Paragraph(_("決まったことはありません。"))]


def _came(who: str, attendance: str) -> str:
    said = ATTENDANCES[Attendance(attendance)] if attendance else _("まだ")
    return f"{who} {said}"
