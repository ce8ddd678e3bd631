"""想定問答: a question as the assembly asks it, an answer from figures, the figure with n, time and definition, and what it does not say."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from marugoto.evaluation.rules.heads import AGAIN, END, HOMES, INTAKES, NEW, PERSONS, RUNNING, UNNAMED, name_of
from marugoto.evaluation.standards.criterion import LEVELS
from marugoto.exchange.rules.paper import Block, Grid, Lead, Note, Paper
from marugoto.kernel.era import say_era, say_whole_moment
from marugoto.web.office.papers.looked_back import LookedBack
from marugoto.web.office.papers.material import Material
from marugoto.web.office.papers.mayor import GOES
from marugoto.web.office.papers.words import (
    half_year_of,
    hours_words,
    label_of,
    number,
    said_shown,
    staff_words,
    stamp_of,
)


@dataclass(frozen=True)
class Answer:
    """`figure`: n and k as they are; `source`: definition with its version, and the months."""

    question: str
    says: str
    figure: str
    source: str
    does_not_say: str


def answers_paper(material: Material, begun: LookedBack | None = None) -> Paper:
    found = answers(material, begun)
    blocks: list[Block] = [
        Lead(_("%(half)sの数で答えられる問いは、%(n)d問です。") % {"half": half_year_of(material), "n": len(found)})
    ]
    for place, one in enumerate(found, 1):
        rows = (
            (_("問%(n)d") % {"n": place}, one.question),
            (_("答え"), one.says),
            (_("数字"), one.figure),
            (
                _("時点と定義"),
                when_and_what(material, one),
            ),
            (_("言わないこと"), one.does_not_say),
        )
        blocks.append(Grid(rows, (2, 11)))
    blocks.append(
        Note(
            _(
                "どの答えも、この自治体の記録から数えたものです。国の基準や、ほかのまちとの順位ではありません。答える前に、時点を確かめてください。"
            )
        )
    )
    title = _("%(town)s 議会答弁のための紙(想定問答) %(half)s") % {
        "town": material.town,
        "half": half_year_of(material),
    }
    return Paper(title, stamp_of(material), blocks, label=label_of(material))


def when_and_what(material: Material, one: Answer) -> str:
    return _("%(moment)sの時点・%(source)s") % {"moment": say_whole_moment(material.counted_at), "source": one.source}


def answers(material: Material, begun: LookedBack | None = None) -> list[Answer]:
    """As they stand on paper and on the screen."""
    return [
        _more_or_less(material),
        _who(material),
        _of_indicator(
            material,
            "I01",
            _("相談した人を待たせていないか。"),
            _("受け付けて3開庁日のうちに、動ける係が受け取ったか手をつけたのは、%(said)sです。"),
        ),
        _of_indicator(
            material,
            "I07",
            _("たらい回しは起きていないか。"),
            _("3回以上、係から係へ渡そうとしたままのボールは、%(said)sです。"),
        ),
        _going_on(material),
        _of_indicator(
            material,
            "I33",
            _("相談した人の暮らしは、よくなったのか。"),
            _("本人が点をつけた「めざすこと」のうち、いちばん新しい点が「よくなった」以上なのは、%(said)sです。"),
        ),
        _of_indicator(
            material,
            "I34",
            _("支援は効いているのか。終えてもまた困るのではないか。"),
            _("話し合って支援を終え1年たった世帯のうち、また支援が始まったのは、%(said)sです。"),
        ),
        _established(material),
        _hands(material),
        *([_of_begun(begun)] if begun else []),
    ]


def _more_or_less(material: Material) -> Answer:
    heads, before = material.heads, material.before
    then = number(before.of(INTAKES), _("件")) if before else _("残していません")
    return Answer(
        _("相談は増えているのか、減っているのか。"),
        _("この半期に受けた相談は%(now)s、前の半期は%(then)sです。増減だけでは、よしあしは申し上げられません。")
        % {"now": number(heads.of(INTAKES), _("件")), "then": then},
        _("延べ %(intakes)s(うち名前のわからないもの %(unnamed)s)。人手は%(staff)s")
        % {
            "intakes": number(heads.of(INTAKES), _("件")),
            "unnamed": number(heads.of(UNNAMED), _("件")),
            "staff": staff_words(material),
        },
        _("相談の受付の記録、%(half)s(終わりの日 %(day)s)")
        % {"half": half_year_of(material), "day": say_era(material.last)},
        _("困っている人が増えたか減ったか。人手が減れば、受けられる件数も減ります。"),
    )


def _who(material: Material) -> Answer:
    heads = material.heads
    return Answer(
        _("何人が相談し、何世帯を支えたのか。"),
        _("名前のわかった方は%(persons)s、支援の記録に出てくる世帯は%(homes)sです。")
        % {"persons": number(heads.of(PERSONS), _("人")), "homes": number(heads.of(HOMES), _("世帯"))},
        _("実人数 新規%(pn)s・前から%(pa)s、実世帯 新規%(hn)s・前から%(ha)s")
        % {
            "pn": number(heads.of(name_of(PERSONS, NEW))),
            "pa": number(heads.of(name_of(PERSONS, AGAIN))),
            "hn": number(heads.of(name_of(HOMES, NEW))),
            "ha": number(heads.of(name_of(HOMES, AGAIN))),
        },
        _("同じ方・同じ世帯は1に数えます。%(half)s") % {"half": half_year_of(material)},
        _("名前を言わずに相談された方の人数。二つの記録に分かれている方は、二人に数えられます。"),
    )


def _of_indicator(material: Material, code: str, question: str, says: str) -> Answer:
    shown, then = material.shown.get(code), material.earlier.get(code)
    if shown is None:
        none = _("まだ数えていません")
        return Answer(question, none, none, code, _("数えていないことのよしあし。"))
    if shown.n == 0:
        says = _("まだ数えられるものが1件もなく、数ではお答えできません。")
    figure = _("いま %(now)s、半年前 %(then)s") % {
        "now": said_shown(shown),
        "then": said_shown(then) if then else _("なし"),
    }
    source = _("定義 %(code)s 第%(version)s版、%(day)sまでの12か月。%(cohort)s") % {
        "code": code,
        "version": shown.version,
        "day": say_era(material.last),
        "cohort": shown.indicator.cohort,
    }
    return Answer(question, says % {"said": said_shown(shown)}, figure, source, shown.indicator.does_not_say)


def _going_on(material: Material) -> Answer:
    heads = material.heads
    running = number(heads.of(name_of(END, RUNNING)), _("件"))
    return Answer(
        _("受けた相談は、終わっているのか。"),
        _(
            "この半期に受けた相談のうち、半期の終わりにまだ続いていたのは%(running)sです。続いていることは、悪いことではありません。"
        )
        % {"running": running},
        _("受けた相談%(all)sのうち、続いているもの%(running)s")
        % {"all": number(heads.of(INTAKES), _("件")), "running": running},
        _("相談の終わりの記録、%(half)s") % {"half": half_year_of(material)},
        _("終わったことのよしあし。その場で答えて終わった相談も、終わりに入ります。"),
    )


def _established(material: Material) -> Answer:
    levels = [one.level for one in material.levels]
    going = sum(level is not None and level >= GOES for level in levels)
    unknown = sum(level is None for level in levels)
    core = [one for one in material.levels if one.criterion.core]
    stands = {
        level: "、".join(one.criterion.name for one in core if one.level == level) for level in (4, 3, 2, 1, 0, None)
    }
    names = " ・ ".join(
        _("%(word)s: %(names)s")
        % {"word": _("判定不能") if level is None else f"{level} {LEVELS[level]}", "names": said}
        for level, said in stands.items()
        if said
    )
    return Answer(
        _("包括的な支援体制は、整ったと言えるのか。"),
        _(
            "国に公式の基準はありません。私たちの案では%(all)dの基準のうち%(going)dが「回っている」以上で、%(unknown)dはまだ判定できません。合計点はつけません。"
        )
        % {"all": len(levels), "going": going, "unknown": unknown},
        names or _("判定した基準はありません"),
        _("整備の基準 v0(社会福祉法106条の3第2項の指針をもとにした私たちの案)"),
        _("ほかのまちより進んでいるか。判定できないものは、できていないという意味ではありません。"),
    )


def _hands(material: Material) -> Answer:
    people = {"people": material.staffing.people, "hours": hours_words(material)}
    return Answer(
        _("人手は足りているのか。調整役はいつまで要るのか。"),
        _("終わりの日に支援に当たっていたのは%(people)d人です。調整の時間は、まだ書かれていません。") % people
        if material.hours is None
        else _("終わりの日に支援に当たっていたのは%(people)d人、調整の時間は%(hours)sです。") % people,
        staff_words(material),
        _("名簿と、調整役が書いた時間。%(day)s") % {"day": say_era(material.last)},
        _("一人ひとりの働き。足りているかどうかは、件数と人手のどちらか一つだけでは言えません。"),
    )


def _of_begun(begun: LookedBack) -> Answer:
    figure = begun.said or _("前と後をくらべられる数は、まだありません")
    return Answer(
        _("「%(name)s」を始めて、何が変わったのか。") % {"name": begun.name},
        _(
            "%(since)sに始めました。同じ長さの前と後(%(days)d日ずつ)で、いちばん動いた数は「%(said)s」です。始めたせいだとは言えません。"
        )
        % {"since": say_era(begun.since), "days": begun.days, "said": figure}
        if begun.said
        else _("%(since)sに始めました。前と後をくらべられる数は、まだありません。") % {"since": say_era(begun.since)},
        figure,
        _("「取り組みの前と後」。記録の始まりより前の日がふくまれています")
        if begun.blind
        else _("「取り組みの前と後」"),
        _("季節、同じころに始まったほかのこと、書く人がふえたことでも、数は変わります。"),
    )
