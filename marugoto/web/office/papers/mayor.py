"""首長のための1枚: read in two minutes, at arm's length; what residents met with, and what is asked of him."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.evaluation.queries.necessity import Needed
from marugoto.evaluation.rules.heads import AGAIN, HOMES, INTAKES, NEW, PERSONS, name_of
from marugoto.evaluation.rules.report import NOTHING
from marugoto.exchange.rules.paper import Block, Card, Cards, Grid, Heading, Lead, Note, Paper, Paragraph, Points, Size
from marugoto.kernel.era import say_moment
from marugoto.web.office.papers.material import Level, Material
from marugoto.web.office.papers.words import (
    change,
    decided_words,
    half_year_of,
    label_of,
    number,
    said_shown,
    staff_words,
    stamp_of,
)

# What a resident would ask, and by which indicator it is answered.
QUESTIONS = {
    "I01": gettext_lazy("声を上げたら、3開庁日のうちに動いたか"),
    "I06": gettext_lazy("頼まれた課は期限に返事したか"),
    "I07": gettext_lazy("3回以上たらい回しのボール"),
    "I28": gettext_lazy("気づいた人に返事をしたか"),
    "I34": gettext_lazy("終えた世帯が1年で戻ったか"),
}
GOES, MOST = 3, 3


def mayor_paper(material: Material, needed: Needed | None = None) -> Paper:
    """`needed`: whether the project is needed, as the last round weighed it."""
    blocks: list[Block] = [
        Lead(_sentence(material)),
        _cards(material),
        Heading(_("住民にとって、どうだったか"), 2),
        _questions(material),
        Heading(_("決めていただきたいこと"), 2),
        *_decisions(material),
        *([] if material.outside else [Paragraph(_needed_words(needed))]),
        Paragraph(_("この半期の見直し: %(words)s") % {"words": decided_words(material)}),
        Heading(_("人手"), 2),
        Paragraph(staff_words(material)),
        Note(
            _(
                "言えないこと: 件数が減ったのがよいことか、困って声を上げられなくなったのかは、この紙の数だけではわかりません。"
                "会議やプランの数は、成果として数えていません。ほかのまちとの順位もつけません。"
            )
        ),
    ]
    title = _("%(town)s 首長のための1枚 %(half)s") % {"town": material.town, "half": half_year_of(material)}
    return Paper(title, stamp_of(material), blocks, label=label_of(material), size=Size.LARGE)


def _sentence(material: Material) -> str:
    levels = [one.level for one in material.levels]
    if all(level is None for level in levels):
        return _("体制が整ったかどうかは、まだどの基準でも判定できません。")
    going = sum(level is not None and level >= GOES for level in levels)
    unknown = sum(level is None for level in levels)
    words = _("整備の基準%(all)dのうち、「回っている」以上は%(going)d、判定できないものは%(unknown)dです。")
    return words % {"all": len(levels), "going": going, "unknown": unknown}


def _cards(material: Material) -> Cards:
    heads, before = material.heads, material.before
    named = ((_("相談された方(実人数)"), PERSONS, _("人")), (_("支援した世帯(実世帯)"), HOMES, _("世帯")))
    cards = [
        Card(_("相談を受けた(延べ)"), number(heads.of(INTAKES), _("件")), change(heads.of(INTAKES), before, INTAKES))
    ]
    for title, name, unit in named:
        parts = {"new": number(heads.of(name_of(name, NEW))), "again": number(heads.of(name_of(name, AGAIN)))}
        note = _("新規 %(new)s・前から %(again)s") % parts
        cards.append(Card(title, number(heads.of(name), unit), f"{note}\n{change(heads.of(name), before, name)}"))
    return Cards(tuple(cards))


def _questions(material: Material) -> Grid:
    rows = [
        (
            str(words),
            said_shown(material.shown[code]) if code in material.shown else NOTHING,
            said_shown(material.earlier[code]) if code in material.earlier else NOTHING,
        )
        for code, words in QUESTIONS.items()
    ]
    return Grid(((_("12か月の記録から"), _("いま"), _("半年前")), *rows), (5, 4, 4))


def _decisions(material: Material) -> list[Block]:
    """The lowest levels first; the core of the standard before the rest."""
    known = [one for one in material.levels if one.level is not None and one.level < GOES]
    chosen = sorted(known, key=_pressing)[:MOST]
    if not chosen:
        return [Paragraph(_("いま数から言えるものはありません。判定できない基準は、記録がたまると判定が始まります。"))]
    return [
        Points(tuple(_("「%(name)s」 %(step)s") % {"name": one.criterion.name, "step": _step(one)} for one in chosen))
    ]


def _needed_words(needed: Needed | None) -> str:
    """The answer stands on the twelve months up to the round, whichever half-year the paper is of."""
    if needed is None:
        return _("重層が要るか: まだ一度も数えていないので、言えません。")
    head = needed.head
    said = {
        "moment": say_moment(needed.as_of),
        "called": head.called,
        "next": _("次の一歩: %(first)s") % {"first": head.first} if head.first else head.next,
        "sure": head.sure,
        "waiting": _("このあとに書かれたことは、まだ入っていません。") if needed.waiting else "",
    }
    return (
        _("重層が要るか(%(moment)sの時点、12か月の記録から): %(called)s。%(next)s確かさ: %(sure)s。%(waiting)s") % said
    )


def _pressing(one: Level) -> tuple[int, bool, str]:
    return (one.level or 0, not one.criterion.core, one.criterion.code)


def _step(one: Level) -> str:
    return one.criterion.steps.get((one.level or 0) + 1) or one.criterion.decision
