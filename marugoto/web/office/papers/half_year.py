"""半期のまとめ: one A4 page of a half-year, counts and who could do the work side by side."""

from django.utils.translation import gettext as _

from marugoto.evaluation.rules.heads import (
    AGAIN,
    CHANNEL,
    CLOSE,
    END,
    HOMES,
    INTAKES,
    NEW,
    PERSONS,
    RECORDS,
    TROUBLE,
    UNNAMED,
    name_of,
)
from marugoto.evaluation.rules.report import NOTHING
from marugoto.evaluation.standards.criterion import LEVELS
from marugoto.exchange.rules.paper import Beside, Block, Grid, Heading, Lead, Note, Paper, Paragraph, Size
from marugoto.web.office.papers.material import Material
from marugoto.web.office.papers.words import (
    decided_words,
    differences_words,
    half_year_of,
    label_of,
    number,
    report_of,
    said_shown,
    staff_words,
    stamp_of,
)

INDICATORS = (
    "I01",
    "I06",
    "I07",
    "I12",
    "I28",
    "I30",
    "I33",
    "I34",
)  # what a half-year is read by; the others stand on the page


def half_year_paper(material: Material) -> Paper:
    blocks: list[Block] = [
        Lead(_sentence(material)),
        _heads(material),
        Note(
            _(
                "延べは来られた回数、実人数は名前のわかった方(同じ方は1人)、実世帯は支援の記録に出てくる世帯です。新規は、この仕組みの記録にはじめて出た方・世帯です。"
                "件数の増減だけでは、よしあしは言えません。"
            )
        ),
        Paragraph(_("人手: %(words)s") % {"words": staff_words(material)}, bold=True),
        Paragraph(_("見直し: %(words)s") % {"words": decided_words(material)}),
        Beside(
            (
                Heading(_("相談の困りごと(二つ以上のことがあります)"), 3),
                _table(material, TROUBLE),
                *_levels(material),
            ),
            (
                Heading(_("どこで受けたか"), 3),
                _table(material, CHANNEL),
                Heading(_("この半期に受けた相談のいま"), 3),
                _table(material, END),
                Heading(_("支援を終えた世帯"), 3),
                _table(material, CLOSE),
            ),
        ),
        *([Note(differences_words(material))] if material.levels else []),
        Heading(_("終わりの日までの12か月の指標"), 3),
        _figures(material),
    ]
    title = _("%(town)s 包括的な支援体制 %(half)sのまとめ") % {"town": material.town, "half": half_year_of(material)}
    return Paper(title, stamp_of(material), blocks, label=label_of(material), size=Size.CLOSE)


def _sentence(material: Material) -> str:
    heads = material.heads
    return _("相談%(intakes)s、名前のわかった方%(persons)s、支援した世帯%(homes)s。") % {
        "intakes": number(heads.of(INTAKES), _("件")),
        "persons": number(heads.of(PERSONS), _("人")),
        "homes": number(heads.of(HOMES), _("世帯")),
    }


def _heads(material: Material) -> Grid:
    rows = [
        (_("相談を受けた(延べ)"), INTAKES, NOTHING, NOTHING, _("件")),
        (_("うち、名前のわからない相談(不明)"), UNNAMED, NOTHING, NOTHING, _("件")),
        (_("相談された方(実人数)"), PERSONS, name_of(PERSONS, NEW), name_of(PERSONS, AGAIN), _("人")),
        (_("支援した世帯(実世帯)"), HOMES, name_of(HOMES, NEW), name_of(HOMES, AGAIN), _("世帯")),
        (_("支援の記録(延べ)"), RECORDS, NOTHING, NOTHING, _("件")),
    ]
    head = ("", _("新規"), _("前から(継続)"), _("合計"), _("前の半期の合計"))
    return Grid((head, *(_head_row(material, *row) for row in rows)), (5, 2, 2, 2, 2), numbers=(1, 2, 3, 4))


def _head_row(material: Material, said: str, name: str, new: str, again: str, unit: str) -> tuple[str, ...]:
    heads, before = material.heads, material.before
    parts = [NOTHING if part == NOTHING else number(heads.of(part), unit) for part in (new, again)]
    then = number(before.of(name), unit) if before else _("残していません")
    return (said, *parts, number(heads.of(name), unit), then)


def _table(material: Material, family: str) -> Grid:
    found = report_of(material.heads, family, material)
    whole = (_("合計"), number(found.base), "")
    rows = [(row.name, row.said, row.percent) for row in found.rows]
    return Grid(
        (("", _("件") if family != CLOSE else _("世帯"), "%"), *rows, whole), (6, 2, 2), numbers=(1, 2), total=True
    )


def _figures(material: Material) -> Grid:
    rows = [
        (
            shown.indicator.name,
            said_shown(shown),
            _("%(code)s 第%(version)s版") % {"code": code, "version": shown.version},
        )
        for code in INDICATORS
        if (shown := material.shown.get(code))
    ]
    return Grid(((_("指標"), _("いまの数"), _("定義")), *rows), (4, 6, 2))


def _levels(material: Material) -> list[Block]:
    """Which criteria stand at which level; no sum of them is made."""
    if not material.levels:
        return []
    said = []
    for level in (4, 3, 2, 1, 0, None):
        names = [one.criterion.name for one in material.levels if one.level == level]
        word = _("判定不能(U)") if level is None else f"{level} {LEVELS[level]}"
        if names:
            said.append(f"{word}({len(names)}): {'、'.join(names)}")
    return [
        Heading(_("整備の基準(段階ごと。合計点は出しません)"), 3),
        Note("\n".join(said)),
    ]
