"""An import in words: what the file was, what each row would do, how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from marugoto.agencies.queries.viewer import Hat
from marugoto.exchange.formats import LAYOUTS
from marugoto.exchange.labels import STAGES, VERDICTS, said
from marugoto.exchange.queries.place_import import Brought, FileRow
from marugoto.exchange.rules.place_row import LABELS
from marugoto.exchange.rules.plan import Verdict
from marugoto.exchange.rules.work import Stage
from marugoto.kernel.era import say_whole_day
from marugoto.kernel.jst import JST
from marugoto.web.ui.parts import Step, Tone

TONES: dict[Verdict, Tone] = {
    Verdict.NEW: "done",
    Verdict.CHANGED: "act",
    Verdict.SAME: "",
    Verdict.REFUSED: "late",
}
SUMMED_UP = ("kind", "address", "days", "hours", "hours_note", "phone")
SHOWN_WHOLE = (Verdict.NEW, Verdict.REFUSED)  # of the others the changes are enough
LONGEST = 60


@dataclass(frozen=True)
class BroughtLine:
    """One import in the list; `url` leads to where it stands now."""

    url: str
    file_name: str
    layout: str
    when: str
    who: str
    counts: list[str]
    state: str
    tone: Tone


@dataclass(frozen=True)
class RowLine:
    """One row of a preview. `changes`: label, what stands there now, what would; `words`: what a new place says."""

    lines: str
    verdict: str
    tone: Tone
    name: str
    place: UUID | None
    words: str
    reason: str
    changes: list[tuple[str, str, str]]
    notes: list[str]


def layout_name(code: str) -> str:
    return next((layout.name for layout in LAYOUTS if layout.code == code), code)


def moment_words(at: datetime) -> str:
    local = at.astimezone(JST)
    return f"{say_whole_day(local.date())} {local:%H:%M}"


def counts_of(brought: Brought) -> list[str]:
    return [f"{VERDICTS[one]}{brought.counts[one]}" for one in Verdict]


def count_words(brought: Brought) -> str:
    """The four counts in one sentence, and whether anything has happened yet."""
    counts = {one.value: brought.counts[one] for one in Verdict}
    told = (
        _(
            "新しい場所は%(new)dか所、変わる場所は%(changed)dか所、同じ場所は%(same)dか所、取り込めない行は%(refused)d行です。"
        )
        % counts
    )
    if brought.undo:
        return told + _("取り込んで、元に戻しました。")
    if brought.running:
        return told + _("いま取り込んでいます。")
    return told + (_("もう取り込みました。") if brought.receipt else _("まだ何も変えていません。"))


def brought_line(brought: Brought, names: Mapping[UUID, Hat]) -> BroughtLine:
    route, state, tone = _standing(brought)
    duty = names.get(brought.file.by)
    return BroughtLine(
        url=reverse(route, args=[brought.file.pk]),
        file_name=brought.file.file_name,
        layout=layout_name(brought.file.layout),
        when=moment_words(brought.file.made_at),
        who=duty.worker.name if duty else _("管理者の命令"),
        counts=counts_of(brought) if brought.file.layout else [],
        state=state,
        tone=tone,
    )


def stands_at(brought: Brought) -> str:
    """Where one sees what became of it."""
    return reverse(_standing(brought)[0], args=[brought.file.pk])


def _standing(brought: Brought) -> tuple[str, str, Tone]:
    if brought.running:
        return "town:import_work", str(STAGES[Stage(brought.running.stage)].sentence).rstrip("。"), "act"
    if brought.unread:
        return "town:import_work", _("取り込まなかった"), ""
    if brought.undo:
        return "town:import_undone", _("元に戻した"), ""
    if brought.receipt:
        return "town:import_receipt", _("取り込んだ"), "done"
    return "town:import_preview", _("下見だけ"), "soon"


def row_line(row: FileRow) -> RowLine:
    verdict = Verdict(row.verdict)
    return RowLine(
        lines=lines_words(row.lines),
        verdict=str(VERDICTS[verdict]),
        tone=TONES[verdict],
        name=row.name or _("(名称なし)"),
        place=row.place,
        words=_summed_up(row.values) if verdict in SHOWN_WHOLE else "",
        reason=row.reason,
        changes=[(LABELS.get(field, field), said(field, was), said(field, new)) for field, was, new in row.changes],
        notes=[sentence for _field, sentence in row.notes],
    )


def lines_words(lines: list[int]) -> str:
    """「15行目」「3、9行目」: as an editor counts them."""
    return _("%(lines)s行目") % {"lines": "、".join(str(line) for line in lines)}


def _summed_up(values: Mapping[str, str]) -> str:
    parts = [" ".join(said(field, values[field]).split()) for field in SUMMED_UP if values.get(field)]
    return "・".join(part if len(part) <= LONGEST else part[: LONGEST - 1] + "…" for part in parts)


def steps_of(brought: Brought) -> list[Step]:
    """Choose, look, say yes, receipt."""
    own = [brought.file.pk]
    look = reverse("town:import_preview", args=own)
    receipt = reverse("town:import_receipt", args=own) if brought.receipt else ""
    chosen = Step(_("ファイルを選ぶ"), "done", brought.file.file_name, reverse("town:import"))
    if not brought.file.layout:
        return [chosen, Step(_("下見"), "now", _("読んでいます")), Step(_("取り込む")), Step(_("受付票"))]
    if brought.running and not brought.receipt:
        read = Step(_("下見"), "done", "・".join(counts_of(brought)), look)
        return [chosen, read, Step(_("取り込む"), "now", _("取り込んでいます")), Step(_("受付票"))]
    if not brought.receipt:
        return [chosen, Step(_("下見"), "now", "・".join(counts_of(brought))), Step(_("取り込む")), Step(_("受付票"))]
    taken = Step(_("取り込む"), "done", moment_words(brought.receipt.made_at))
    paper = Step(_("元に戻した") if brought.undo else _("受付票"), "now", url=receipt)
    return [chosen, Step(_("下見"), "done", "・".join(counts_of(brought)), look), taken, paper]
