"""How papers say what they are, of when their figures are, and what stands where a number is hidden."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marugoto.agencies.codes import Role
from marugoto.agencies.labels import ROLES
from marugoto.casework.codes import CaseEnd
from marugoto.casework.labels import CASE_ENDS
from marugoto.evaluation.codes import ReviewSaid
from marugoto.evaluation.indicators import Reading
from marugoto.evaluation.labels import PARTS, SAID
from marugoto.evaluation.rules.figures import Share, said_of
from marugoto.evaluation.rules.half_year import say_half_year
from marugoto.evaluation.rules.heads import CHANNEL, CLOSE, END, NONE, RUNNING, TROUBLE, Heads, name_of
from marugoto.evaluation.rules.report import HIDDEN, Report, listed
from marugoto.intake.codes import Channel, ConsultationEnd
from marugoto.intake.labels import CHANNELS, CONSULTATION_ENDS
from marugoto.intake.rules.troubles import TroubleCode, trouble_set_on
from marugoto.kernel.era import say_era, say_whole_moment
from marugoto.kernel.jst import local_day
from marugoto.web.office.papers.material import Material, Shown

OURS = gettext_lazy("私たちの提案 v0・公式の基準ではありません・お金の配分に使うものではありません。")
UNKNOWN = gettext_lazy("不明")
SHORT, NAMED = 60, 2  # signs, and names of criteria, so that a half-year stays on its page


def label_of(material: Material) -> str:
    """What kind of paper it is, and whose idea its figures are."""
    if not material.outside:
        kind = _("中で使う紙: 少ない数もそのまま出ています。役所の外には「外に出す紙」を使ってください。")
    elif material.tiny:
        kind = _("外に出す紙: 人口2,000人未満のまちでは、人がわかるので、人の数は出しません(すべて※)。")
    else:
        kind = _(
            "外に出す紙: %(few)d件(人・世帯)より少ない数と、引き算でそれがわかってしまう数は「※」で伏せています。0は伏せません。"
        ) % {"few": material.few}
    return f"{kind}\n{OURS}"


def stamp_of(material: Material) -> str:
    where = _("外に出す紙") if material.outside else _("中で使う紙")
    return _("%(town)s・%(where)s・%(moment)sの時点の数・%(day)s %(by)s 出力") % {
        "town": material.town,
        "where": where,
        "moment": say_whole_moment(material.counted_at),
        "day": say_era(local_day(material.printed_at)),
        "by": material.by,
    }


def half_year_of(material: Material) -> str:
    return say_half_year(material.last)


def decided_words(material: Material) -> str:
    """What the reviews of the half-year came to; only a changed target is no change."""
    found = material.decided
    if not found.closed and not found.changed and not found.said:
        return _("この半期に、見直しの決定はありません。")
    parts = [
        f"{SAID[one]}{found.said.get(one, 0)}"
        for one in (ReviewSaid.MEANS, ReviewSaid.STOP, ReviewSaid.TARGET, ReviewSaid.KEEP)
    ]
    return _("閉じた見直し%(closed)d回。決めたこと: %(parts)s。じっさいに変わった手段%(changed)d。") % {
        "closed": found.closed,
        "parts": "・".join(parts),
        "changed": found.changed,
    }


def differences_words(material: Material) -> str:
    """Where the body reads the standard in its own words: which criteria and which parts of them; that there is none is said, too. So
    many that they would not stay on the page are counted."""
    if not material.differences:
        return _("私たちの案とのちがい: ありません。")
    parts: dict[str, list[str]] = {}
    for one in material.differences:
        parts.setdefault(one.criterion.name, []).append(str(PARTS[one.part]))
    said = "、".join(f"「{name}」の{'・'.join(own)}" for name, own in parts.items())
    if len(said) > SHORT:
        names = "".join(f"「{name}」" for name in [*parts][:NAMED])
        counts = {"names": names, "criteria": len(parts), "all": len(material.differences)}
        said = _("%(names)sなど%(criteria)dの基準の%(all)dか所。一覧は「言明」の画面に") % counts
    return _("私たちの案とのちがい(町のことば。境い目は同じ): %(said)s。") % {"said": said}


def number(count: int | None, unit: str = "") -> str:
    return HIDDEN if count is None else f"{count:,}{unit}"


def change(now: int | None, before: Heads | None, name: str) -> str:
    """「前の半期 38」; never a percentage, and never a judgement."""
    if before is None:
        return _("前の半期は残していません")
    return _("前の半期 %(count)s") % {"count": number(before.of(name))}


def report_of(heads: Heads, family: str, material: Material | None = None) -> Report:
    """The rows of one family of counts with the unknown among them."""
    names, base = NAMES[family](), BASES[family]
    if family == TROUBLE and material is not None:
        names = _troubles(material)
    counts = {code: heads.of(name_of(family, code)) for code in names}
    return listed(counts, names, base=heads.of(base), many=family == TROUBLE)


def said_shown(shown: Shown) -> str:
    """「41件中17件(41%)」; what is hidden is said to be."""
    one = shown.indicator
    if shown.n is None:
        return HIDDEN
    if shown.k is None:
        return _("%(n)d件中%(hidden)s件") % {"n": shown.n, "hidden": HIDDEN}
    share = Share(shown.n, shown.k)
    if not shown.n:
        return _("判定不能(まだ1件もありません)")
    if one.reading is Reading.SHARE:
        return said_of(share)
    if one.reading is Reading.COUNT:
        return _("%(n)d%(unit)sのうち%(k)d%(unit)s") % {"n": shown.n, "k": shown.k, "unit": one.unit}
    return _("%(n)d%(whole)sで%(k)d%(unit)s") % {
        "n": shown.n,
        "k": shown.k,
        "unit": one.unit,
        "whole": one.whole_unit,
    }


def staff_words(material: Material) -> str:
    """Heads of those who support, and the hours of the coordination, where somebody said them."""
    by_role = material.staffing.by_role
    people = "、".join(
        _("%(role)s%(count)d人") % {"role": ROLES[role], "count": by_role[role]}
        for role in (Role.COUNSELLOR, Role.COORDINATOR, Role.COMMUNITY)
    )
    return _("%(people)s(兼ねる人は両方に数え、ぜんぶで%(all)d人)。調整の時間 %(hours)s") % {
        "people": people,
        "all": material.staffing.people,
        "hours": hours_words(material),
    }


def hours_words(material: Material) -> str:
    if material.hours is None:
        return _("書かれていません")
    people = material.people
    whole = _("%(hours)s時間") % {"hours": f"{material.hours:,}"}
    return whole if people is None else _("%(whole)s(%(people)s人分)") % {"whole": whole, "people": tenths(people)}


def tenths(value: Fraction) -> str:
    whole = int(value * 10 + Fraction(1, 2))
    return f"{whole // 10}.{whole % 10}"


def _channels() -> dict[str, str]:
    return {code.value: str(CHANNELS[code]) for code in Channel} | {NONE: str(UNKNOWN)}


def _ends() -> dict[str, str]:
    said = {code.value: str(CONSULTATION_ENDS[code]) for code in ConsultationEnd}
    return said | {RUNNING: _("続いている(継続中)"), NONE: str(UNKNOWN)}


def _closes() -> dict[str, str]:
    return {code.value: str(CASE_ENDS[code]) for code in CaseEnd} | {NONE: str(UNKNOWN)}


def _troubles(material: Material | None = None) -> dict[str, str]:
    """In the words of the sheet as it was at the end of the half-year."""
    boxes = trouble_set_on(material.last) if material else None
    said = {code.value: boxes.label(code) if boxes else code.value for code in TroubleCode}
    return said | {NONE: _("不明(印なし)")}


NAMES = {CHANNEL: _channels, END: _ends, CLOSE: _closes, TROUBLE: _troubles}
BASES = {CHANNEL: "intakes", END: "intakes", TROUBLE: "intakes", CLOSE: name_of(CLOSE, "all")}
