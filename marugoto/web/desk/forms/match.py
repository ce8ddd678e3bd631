"""Forms on the way to a place: the wish, the question to the host, the visit, whether it lasts."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import Interest, Welcome
from marugoto.community.labels import INTERESTS, WELCOMES
from marugoto.participation.actions.wish import Said
from marugoto.participation.codes import (
    Company,
    Doing,
    Fear,
    GoodEnd,
    HostSays,
    MatchState,
    Sex,
    StillThere,
    Support,
    Tongue,
    Trait,
    Travel,
    VisitFeeling,
    VisitKind,
    WhyNot,
)
from marugoto.participation.labels import (
    COMPANIES,
    DOINGS,
    FEARS,
    GOOD_ENDS,
    HOST_SAYS,
    MATCH_STATES,
    PARTS,
    SEXES,
    STILL_THERE,
    SUPPORTS,
    TONGUES,
    TRAITS,
    TRAVELS,
    VISIT_FEELINGS,
    VISIT_KINDS,
    WHY_NOT,
)
from marugoto.participation.rules import slot
from marugoto.web.ui.fields import DateWords, offer

WEEKDAYS = [_("%(day)s曜") % {"day": day} for day in slot.WEEKDAYS]
SLOTS = [(f"{day}{part}", f"{WEEKDAYS[day]}の{PARTS[part]}") for day in range(7) for part in slot.PARTS]
LIKED = "quiet lively small no_talking no_questions trial come_and_go met beginners outsiders neighbours mixed_ages women_only men_only "
LIKED += "children animals eating paid outdoors visits online"
NEEDED = (
    "women_only men_only quiet small no_talking no_questions trial come_and_go met eating paid outdoors visits online"
)
REFUSED = "waits papers records patients online outdoors smoke alcohol food lively large men women children animals duties religion "
REFUSED += "every_time"
CODES = (
    "ways",
    "company",
    "fears",
    "tongues",
    "support",
    "as_whom",
    "doings",
    "likes",
    "must",
    "never",
    "weeks",
    "not_areas",
)
LINES = ("topics", "not_topics", "must_words")
NUMBERS = ("minutes", "fee_limit", "fee_month", "fee_year", "stay", "steps", "age")
# The wish in the order in which one talks about it; the first part is open.
PARTS_OF_WISH = (
    (_("本人のことばと、したいこと"), ("words", "topics", "only_topics", "interests", "doings")),
    (_("これだけは外せないこと・断ったこと"), ("must", "must_words", "never", "not_topics", "not_areas")),
    (
        _("行ける時と、行き方"),
        ("times", "weeks", "after", "until", "stay", "area", "ways", "minutes", "fee_limit", "fee_month", "fee_year"),
    ),
    (_("だれと・苦手なこと・あるとうれしいこと"), ("company", "fears", "likes", "went_wrong")),
    (_("どんな人か・要る助け"), ("as_whom", "age", "sex", "tongues", "support", "steps")),
)


def many(label: Any, words: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, widget=forms.CheckboxSelectMultiple, choices=list(words.items())
    )


def traits(label: Any, codes: str) -> forms.MultipleChoiceField:
    return many(label, {code: TRAITS[Trait(code)] for code in codes.split()})


def lines(label: Any, hint: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(label=label, required=False, max_length=1_000, widget=area, help_text=hint)


def number(label: Any, most: int, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=most, help_text=hint)


def clock(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class WishForm(forms.Form):
    """What is left empty is unknown and shuts nothing off."""

    words = forms.CharField(
        label=_("本人のことばで"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    topics = lines(_("具体的にしたいこと・会いたい仲間"), _("囲碁、編み物、介護している人どうし、など。一行に一つ"))
    only_topics = forms.BooleanField(label=_("ほかのことでは代わりにならない"), required=False)
    interests = many(_("好きなこと"), INTERESTS)
    doings = many(_("どうかかわりたいか"), DOINGS)
    must = traits(_("これがなければ行かない"), NEEDED)
    must_words = lines(
        _("ほかに、これが確かでなければ行けないこと"),
        _("全員が無香料、など。一行に一つ。書いてある場所だけが候補になります"),
    )
    never = traits(_("これがあれば行かない"), REFUSED)
    not_topics = lines(_("したくないと話したこと"), _("一行に一つ"))
    not_areas = forms.MultipleChoiceField(
        label=_("行けない圏域"), required=False, widget=forms.CheckboxSelectMultiple, choices=[]
    )
    times = forms.MultipleChoiceField(
        label=_("行ける曜日と時間"), required=False, widget=forms.CheckboxSelectMultiple, choices=SLOTS
    )
    weeks = many(
        _("月のうち、行ける週が決まっているとき"), {f"{week}": _("第%(week)s") % {"week": week} for week in range(1, 6)}
    )
    after = clock(_("何時から"))
    until = clock(_("何時まで"))
    stay = number(_("一度にいられる長さ（分）"), 600)
    area = forms.ChoiceField(label=_("出かけるところ（圏域）"), required=False, choices=[])
    ways = many(_("行き方"), TRAVELS)
    minutes = number(_("片道で何分まで"), 600)
    fee_limit = number(_("1回に出せるお金（円）"), 100_000, _("無料のところだけなら 0"))
    fee_month = number(_("月に出せるお金（円）"), 100_000)
    fee_year = number(_("年に出せるお金（円）"), 1_000_000)
    company = many(_("だれと"), COMPANIES)
    fears = many(_("苦手なこと・心配なこと"), FEARS)
    likes = traits(_("あるとうれしいこと"), LIKED)
    went_wrong = forms.CharField(label=_("前にうまくいかなかったこと"), required=False, max_length=5_000)
    as_whom = many(_("どんな人として"), {code: word for code, word in WELCOMES.items() if code is not Welcome.ANYBODY})
    age = number(_("年齢"), 120, _("年齢のきまりがある場所のため"))
    sex = forms.ChoiceField(
        label=_("性別"),
        required=False,
        choices=[("", _("言わない")), *SEXES.items()],
        help_text=_("女性だけ・男性だけの場所のため"),
    )
    tongues = many(_("ことば"), {code: word for code, word in TONGUES.items() if code is not Tongue.ANY})
    support = many(_("ないと行けないもの"), SUPPORTS)
    steps = number(_("上がれる段の数"), 100, _("段がまったく上がれないなら 0"))

    def __init__(self, *args: Any, areas: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "area", [("", _("聞いていません")), *areas])
        offer(self, "not_areas", areas)

    def clean(self) -> dict[str, Any]:
        """One thing at least was heard; 0 yen is something, a box that nobody ticked is not."""
        data = super().clean() or {}
        if not self.errors and not any(value or value == 0 for value in data.values() if value is not False):
            raise forms.ValidationError(_("何も書かれていません。聞いたことを一つは書いてください。"))
        return data

    def parts(self) -> list[dict[str, Any]]:
        """For the page: title, fields, whether something stands in it."""
        return [
            {
                "title": title,
                "fields": [self[name] for name in names if name != "times"],
                "times": self.times_rows() if "times" in names else [],
                "open": not place or any(self[name].errors for name in names),
                "filled": sum(bool(self[name].value()) for name in names),
            }
            for place, (title, names) in enumerate(PARTS_OF_WISH)
        ]

    def times_rows(self) -> list[dict[str, Any]]:
        """One row for each part of the day, with a box for each weekday."""
        chosen = set(self["times"].value() or ())
        return [
            {
                "part": PARTS[part],
                "boxes": [
                    {
                        "value": f"{day}{part}",
                        "label": f"{WEEKDAYS[day]}の{PARTS[part]}",
                        "on": f"{day}{part}" in chosen,
                    }
                    for day in range(7)
                ],
            }
            for part in slot.PARTS
        ]

    def told(self) -> dict[str, Any]:
        """As the action takes it."""
        data = self.cleaned_data
        said = Said(
            times=slot.read(",".join(data["times"])),
            ways=map(Travel, data["ways"]),
            company=map(Company, data["company"]),
            fears=map(Fear, data["fears"]),
            tongues=map(Tongue, data["tongues"]),
            support=map(Support, data["support"]),
            as_whom=map(Welcome, data["as_whom"]),
            sex=Sex(data["sex"]) if data["sex"] else None,
            after=_minutes(data["after"]),
            until=_minutes(data["until"]),
            doings=map(Doing, data["doings"]),
            likes=map(Trait, data["likes"]),
            must=map(Trait, data["must"]),
            never=map(Trait, data["never"]),
            weeks=map(int, data["weeks"]),
            not_areas=data["not_areas"],
            only_topics=data["only_topics"],
            topics=_lines(data["topics"]),
            not_topics=_lines(data["not_topics"]),
            must_words=_lines(data["must_words"]),
            **{name: data[name] for name in NUMBERS},
        )
        return {
            "words": data["words"],
            "interests": [Interest(one) for one in data["interests"]],
            "area": data["area"],
            "went_wrong": data["went_wrong"],
            "said": said,
        }


def initial_of(wish: Any, interests: frozenset[str]) -> dict[str, Any]:
    """The form as the wish was heard."""
    names = ("words", "area", "went_wrong", "sex", "only_topics", *LINES, *NUMBERS)
    shown = {name: getattr(wish, name) for name in names}
    shown |= {name: getattr(wish, name).split(",") if getattr(wish, name) else [] for name in CODES}
    slots = slot.read(wish.times)
    shown["times"] = [f"{one // 3}{slot.PARTS[one % 3]}" for one in sorted(slots)]
    shown |= {name: _clock(getattr(wish, name)) for name in ("after", "until")}
    return shown | {"interests": sorted(interests)}


class MatchMoveForm(forms.Form):
    to = forms.ChoiceField(
        label=_("どうなりましたか"),
        choices=[(code, label) for code, label in MATCH_STATES.items() if code is not MatchState.ASKED],
    )
    why = forms.ChoiceField(
        label=_("うまくいかなかったわけ"), required=False, choices=[("", _("書かない")), *WHY_NOT.items()]
    )
    good = forms.ChoiceField(label=_("よいおわり"), required=False, choices=[("", _("書かない")), *GOOD_ENDS.items()])
    words = forms.CharField(label=_("ひとこと"), required=False, max_length=400)

    def told(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "to": MatchState(data["to"]),
            "why": WhyNot(data["why"]) if data["why"] else None,
            "good": GoodEnd(data["good"]) if data["good"] else None,
            "words": data["words"],
        }


class VisitForm(forms.Form):
    day = DateWords(label=_("行った日"))
    kind = forms.ChoiceField(label=_("どんな訪問"), choices=list(VISIT_KINDS.items()), initial=VisitKind.FIRST)
    feeling = forms.ChoiceField(
        label=_("本人のようす"), choices=list(VISIT_FEELINGS.items()), initial=VisitFeeling.GOOD
    )
    with_worker = forms.BooleanField(label=_("いっしょに行った"), required=False)
    words = forms.CharField(
        label=_("見たこと・聞いたこと"), required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    host_words = forms.CharField(label=_("開いている人の声"), required=False, max_length=5_000)


class StayForm(forms.Form):
    result = forms.ChoiceField(label=_("本人は"), choices=list(STILL_THERE.items()), initial=StillThere.GOES)
    host = forms.ChoiceField(label=_("開いている人は"), choices=list(HOST_SAYS.items()), initial=HostSays.NOT_ASKED)
    words = forms.CharField(label=_("本人の声"), required=False, max_length=5_000)
    host_words = forms.CharField(label=_("開いている人の声"), required=False, max_length=5_000)

    def told(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        return data | {"result": StillThere(data["result"]), "host": HostSays(data["host"])}


def _lines(text: str) -> list[str]:
    """One thing on each line; 、 divides too."""
    return [one.strip() for one in text.replace("、", "\n").splitlines() if one.strip()]


def _minutes(value: time | None) -> int | None:
    return None if value is None else value.hour * 60 + value.minute


def _clock(minutes: int | None) -> time | None:
    return None if minutes is None else time(*divmod(minutes, 60))
