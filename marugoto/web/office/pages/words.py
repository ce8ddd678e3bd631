"""How figures are said in this room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import Role
from marugoto.agencies.labels import FIELDS
from marugoto.evaluation.indicators import Indicator, Reading, Surveyed
from marugoto.evaluation.queries.latest import Latest
from marugoto.evaluation.queries.measure import Held
from marugoto.evaluation.rules.figures import Share, pairs_of, percent, said_of, two_places
from marugoto.evaluation.rules.half_year import say_half_year
from marugoto.evaluation.rules.level import LEVELS, MEANS
from marugoto.evaluation.rules.stage import STAGES
from marugoto.kernel.era import say_moment
from marugoto.web.office.pages.survey_words import said_of_survey, survey_card_of
from marugoto.web.ui.parts import IndicatorCard

THINKERS = (Role.PLANNER, Role.CHIEF, Role.MAYOR, Role.COORDINATOR)
DIRECTIONS = {
    "up": gettext_lazy("高いほどよい"),
    "down": gettext_lazy("低いほどよい"),
    "none": gettext_lazy("高い低いでよしあしを言わない"),
}


@dataclass(frozen=True)
class CountedWords:
    """When it was counted: `said` 「7月14日10時31分までの記録」, empty before the first time; whether somebody waits for it; `back`: to which
    page whoever asks comes back."""

    said: str
    waiting: bool
    back: str


def counted_of(kept: Latest, back: str = "", *, known: bool = True) -> CountedWords:
    """`known`: whether what the page shows was counted, too; after a change of what is shown it is not, until the next round."""
    moment = _("%(moment)sまでの記録") % {"moment": say_moment(kept.as_of)} if kept.as_of and known else ""
    return CountedWords(moment, kept.waiting, back)


def level_words() -> list[dict[str, Any]]:
    """What 0 to 4 mean, of a criterion and of a function."""
    return [
        {"level": level, "word": word, "stage": STAGES[level], "means": MEANS[level]} for level, word in LEVELS.items()
    ]


def card_of(name: str, share: Share, *, url: str = "", computed: str = "") -> IndicatorCard:
    """A percentage where there are enough cases; otherwise what is known, never a dash and never a zero."""
    ratio = share.ratio
    shown = ratio is not None and share.enough
    return IndicatorCard(
        name=name,
        value=str(percent(ratio)) if ratio is not None and shown else "",
        unit="%" if shown else "",
        of_words=_of(share),
        open_words=_("まだ期限の前 %(count)d件") % {"count": share.running} if share.running else "",
        computed=computed,
        instead="" if shown else _("少ないので割合は出しません") if share.n else _("判定不能"),
        url=url,
    )


def _of(share: Share) -> str:
    return _("%(n)d件中%(k)d件") % {"n": share.n, "k": share.k} if share.n else _("まだ1件もありません")


def indicator_card_of(indicator: Indicator, name: str, share: Share, *, url: str = "") -> IndicatorCard:
    """As this indicator is read: a share, a count of what is open, or so much for each."""
    if isinstance(indicator, Surveyed):
        return survey_card_of(indicator, name, share, url=url)
    if indicator.reading is Reading.SHARE or not share.n:
        return card_of(name, share, url=url)
    if indicator.reading is Reading.PAIRS:
        shown = _in_pairs(share)
        of_words = _("%(ends)d%(unit)sの%(pairs)d組のうち%(ties)d組") % (shown | {"unit": indicator.whole_unit})
        return IndicatorCard(name=name, value=shown["ratio"], unit="", of_words=of_words, url=url)
    if indicator.reading is Reading.GAP:
        return IndicatorCard(
            name=name, value="", unit="", of_words=said_of(share), instead=_("差は中で見ます"), url=url
        )
    if indicator.reading is Reading.COUNT:
        of_words = _("%(whole)s %(n)d%(unit)sのうち") % {
            "whole": indicator.denominator,
            "n": share.n,
            "unit": indicator.unit,
        }
        return IndicatorCard(name=name, value=str(share.k), unit=indicator.unit, of_words=of_words, url=url)
    counted = {"k": share.k, "unit": indicator.unit, "n": share.n, "whole": indicator.whole_unit}
    of_words = _("%(k)d%(unit)s ÷ %(n)d%(whole)s") % counted
    return IndicatorCard(
        name=name,
        value=str(round(share.k / share.n)) if share.enough else "",
        unit=indicator.unit if share.enough else "",
        of_words=of_words,
        instead="" if share.enough else _("少ないので割り算は出しません"),
        url=url,
    )


def said_as(indicator: Indicator, share: Share) -> str:
    """In a sentence or a cell: 「41件中17件(41%)」, 「96件のうち4件」, 「12世帯で340時間」."""
    if isinstance(indicator, Surveyed):
        return said_of_survey(indicator, share)
    if indicator.reading is Reading.SHARE or not share.n:
        return said_of(share)
    if indicator.reading is Reading.PAIRS:
        return _("%(ends)d%(unit)sの%(pairs)d組のうち%(ties)d組(%(ratio)s)") % (
            _in_pairs(share) | {"unit": indicator.whole_unit}
        )
    if indicator.reading is Reading.COUNT:
        return _("%(n)d%(unit)sのうち%(k)d%(unit)s") % {"n": share.n, "k": share.k, "unit": indicator.unit}
    counted = {"n": share.n, "k": share.k, "unit": indicator.unit, "whole": indicator.whole_unit}
    return _("%(n)d%(whole)sで%(k)d%(unit)s") % counted


def _in_pairs(share: Share) -> dict[str, Any]:
    """Two ends at least have a tie where there are any."""
    pairs = pairs_of(share.n)
    ratio = two_places(Fraction(share.k, pairs)) if pairs else ""
    return {"ends": share.n, "pairs": pairs, "ties": share.k, "ratio": ratio}


def course_of(held: Sequence[Held], indicator: Indicator | None = None) -> list[dict[str, Any]]:
    """The half-years held fast, oldest first, as rows of a table."""
    return [
        {
            "half_year": say_half_year(value.anchor),
            "said": said_as(indicator, value.share) if indicator else said_of(value.share),
            "level": value.level,
            "word": _("判定不能") if value.level is None else LEVELS[value.level],
        }
        for value in held
    ]


def field_names() -> dict[str, str]:
    return {field.value: str(name) for field, name in FIELDS.items()}


def where_of(key: tuple[str, ...], names: Mapping[str, str]) -> str:
    """A district or a field, or the way from one field to another."""
    return " → ".join(names.get(part, part) or _("圏域のわからないもの") for part in key)
