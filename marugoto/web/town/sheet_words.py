"""How a sheet of what is lacking is said that was brought to a division: its lines as they stood, and the answer."""

from typing import Any

from django.utils.translation import gettext as _

from marugoto.agencies.queries.calendar import standing
from marugoto.agencies.viewer import Viewer
from marugoto.community.codes import CooperationSaid, Lack
from marugoto.community.labels import COOPERATION_SAID, LACKS
from marugoto.community.queries.lack_sheet import Line, Sheet
from marugoto.kernel.era import say_era
from marugoto.kernel.jst import local_day


def sheet_words(viewer: Viewer, sheet: Sheet) -> dict[str, Any]:
    asked = sheet.cooperation
    answer = getattr(asked, "answer", None)
    return {
        "asked": asked,
        "member": asked.member,
        "number": sheet.number,
        "day": say_era(local_day(sheet.made_at)),
        "lines": line_words(viewer, sheet),
        "said": COOPERATION_SAID[CooperationSaid(answer.said)] if answer else "",
        "words": answer.words if answer else "",
        "answered": say_era(local_day(answer.made_at)) if answer else "",
        "due": say_era(asked.answer_by),
        "late": answer is None and asked.answer_by < local_day(viewer.at),
    }


def line_words(viewer: Viewer, sheet: Sheet) -> list[tuple[str, str]]:
    """By what is lacking: 「北部12・市のどこでも3」, and 少数 where no number may be told."""
    districts = standing(viewer.body).districts
    found: dict[str, list[Line]] = {}
    for line in sheet.lines.all():
        found.setdefault(line.lack, []).append(line)
    said = []
    for lack, lines in found.items():
        parts = [
            _("%(area)s%(count)s")
            % {
                "area": districts.get(line.area, _("市のどこでも")),
                "count": _("少数") if line.count is None else line.count,
            }
            for line in lines
            if line.count != 0
        ]
        hidden = all(line.count is None for line in lines)
        said.append((str(LACKS[Lack(lack)]), _("少数") if hidden else "・".join(parts)))
    return said
