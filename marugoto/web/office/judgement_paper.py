"""The decision on 要否 as a paper for an assembly or a prefecture: what was asked, what is answered and why, on what it rests."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from marugoto.evaluation.rules.necessity import Answer
from marugoto.evaluation.rules.necessity_words import CALLED, OURS
from marugoto.exchange.rules.paper import Block, Grid, Heading, Paper, Paragraph, Points
from marugoto.kernel.era import say_era, say_whole_moment
from marugoto.kernel.jst import local_day


def judgement_paper(row: Any, *, town: str, waves: Sequence[tuple[str, ...]] = (), files: Sequence[str] = ()) -> Paper:
    """From what was kept; nothing is counted again. `waves`: each survey in words, what became of it last; `files`: the names of files."""
    title = _("重層的支援体制整備事業の要否について(%(town)s)") % {"town": town}
    stamp = _("%(town)s 第%(n)d号 %(day)s ・ %(ours)s") % {
        "town": town,
        "n": row.number,
        "day": say_era(row.day),
        "ours": OURS,
    }
    return Paper(title, stamp, [*_decided(row), *_stood(row), *_rests(row, waves, files)])


def _decided(row: Any) -> list[Block]:
    follows = (
        _("手順の答えのとおりにします。")
        if row.follows
        else _("手順の答えとはちがうことにします。わけは下のとおりです。")
    )
    blocks: list[Block] = [
        Paragraph(_("問い: 社会福祉法106条の4の重層的支援体制整備事業(市町村が選ぶ事業)は、この町に要るか。")),
        Paragraph(_("手順の答え: %(called)s") % {"called": CALLED[Answer(row.answer)]}, bold=True),
        Heading(_("決めたこと"), 2),
        Paragraph(f"{follows}\n{row.decided}"),
        Paragraph(
            _("%(day)s %(decider)s ・ 次に判断し直す日 %(again)s")
            % {"day": say_era(row.day), "decider": row.decider, "again": say_era(row.again_on)}
        ),
    ]
    promised = ((_("使うすき間"), row.gap), (_("見込む動き"), row.expects), (_("小さくする約束"), row.shrinks))
    said = tuple((name, words) for name, words in promised if words)
    if said:
        blocks.append(Grid(((_("約束"), _("中身")), *said), (1, 3)))
    return blocks


def _stood(row: Any) -> list[Block]:
    """As it stood that day."""
    blocks: list[Block] = []
    for title, lines in row.stood:
        blocks += [Heading(title, 3), Points(tuple(lines))]
    return blocks


def _rests(row: Any, waves: Sequence[tuple[str, ...]], files: Sequence[str]) -> list[Block]:
    blocks: list[Block] = [Heading(_("よりどころ"), 2)]
    for name, of_whom, words, source, since in waves:
        parts = [_("調査: %(name)s") % {"name": name}, of_whom, words, _("よりどころ: %(source)s") % {"source": source}]
        blocks.append(Paragraph("\n".join([*parts, since] if since else parts)))
    if row.survey:
        blocks.append(Paragraph(_("調べたもの: %(words)s") % {"words": row.survey}))
    if files:
        blocks.append(Paragraph(_("付けた紙: %(names)s") % {"names": "、".join(files)}))
    if row.evidence:
        blocks.append(Paragraph(_("添えるもの: %(words)s") % {"words": row.evidence}))
    if row.talks:
        heads = (_("日"), _("話し合った相手"), _("テーマ"))
        blocks.append(Grid((heads, *(tuple(one) for one in row.talks)), (2, 4, 2)))
    else:
        blocks.append(Paragraph(_("話し合いの記録は、ありません。")))
    until = say_era(row.counted_until or local_day(row.as_of))
    said = {"until": until, "as_of": say_whole_moment(row.as_of), "version": row.version, "ours": OURS}
    words = _("数は%(until)sまでの記録を%(as_of)sに数え、そのまま残したものです。めやすは%(version)s。%(ours)s")
    blocks.append(Paragraph(words % said))
    return blocks
