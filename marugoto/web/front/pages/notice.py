"""A resident calls the agencies in: a notice, its number, and how far it has come."""

from uuid import UUID

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from marugoto.exchange.porch.actions.knock import knock
from marugoto.exchange.porch.actions.notice import Written, leave_notice
from marugoto.exchange.porch.codes import Door, NoticeState
from marugoto.exchange.porch.queries import notice as notices
from marugoto.exchange.porch.rules.number import read_number, say_number
from marugoto.ground.actions.submission import new_key, read_key
from marugoto.kernel.decision import Refused
from marugoto.kernel.fold import clean
from marugoto.web.front.frame import porch_of

LONGEST = 4_000
TOO_OFTEN = gettext_lazy(
    "いまは、これ以上[いじょう] 送[おく]れません。1時間[じかん]ほど 待[ま]つか、電話[でんわ]を ください。"
)
STALE = gettext_lazy(
    "画面[がめん]が 古[ふる]くなっていました。書[か]いたものは 残[のこ]っています。"
    "もう一度[いちど]「知[し]らせる」を 押[お]してください。"
)
STATES = (
    (NoticeState.ARRIVED, gettext_lazy("役所[やくしょ]に 届[とど]きました")),
    (NoticeState.TAKEN, gettext_lazy("受[う]け取[と]った 人[ひと]が いま 動[うご]いています")),
    (NoticeState.ANSWERED, gettext_lazy("答[こた]えが ありました")),
    (
        NoticeState.REFUSED,
        gettext_lazy("うまく 届[とど]きませんでした。電話[でんわ]を いただくか、もう一度[いちど] 送[おく]ってください"),
    ),
)


class NoticeForm(forms.Form):
    """Only the words are needed."""

    words = forms.CharField(
        label=gettext_lazy("気[き]づいたこと"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("見[み]たこと・聞[き]いたことを、そのまま 書[か]いてください。"),
    )
    where = forms.CharField(label=gettext_lazy("どこで"), required=False, max_length=200)
    who_words = forms.CharField(
        label=gettext_lazy("だれのことですか"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("名前[なまえ]が 分[わ]からなくても だいじょうぶです。"),
    )
    informant = forms.CharField(label=gettext_lazy("あなたの お名前[なまえ]"), required=False, max_length=120)
    reach = forms.CharField(label=gettext_lazy("あなたの 連絡先[れんらくさき]"), required=False, max_length=200)
    wants_reply = forms.BooleanField(label=gettext_lazy("どうなったか 知[し]りたい"), required=False)

    def clean(self) -> dict[str, object]:
        """What no table can keep is refused in a sentence."""
        said = super().clean() or {}
        for name, words in list(said.items()):  # an error takes its field away
            try:
                clean(words, limit=LONGEST) if isinstance(words, str) else None
            except Refused as refused:
                self.add_error(name, f"{refused.sentence}{refused.way_on}")
        return said


def new(request: HttpRequest, code: str) -> HttpResponse:
    """`again`: a notice that the house refused, to be put right and sent anew."""
    again = read_key(request.GET.get("again", ""))
    return _form_page(request, code, NoticeForm(initial=notices.refused_words(code, again) if again else {}))


@require_POST
def send(request: HttpRequest, code: str) -> HttpResponse:
    """Sent twice from the same form, it is one notice with one number."""
    porch_of(request, code)
    form, key, at = NoticeForm(request.POST), read_key(request.POST.get("key", "")), timezone.now()
    if form.is_valid():
        if key is None:
            form.add_error(None, STALE)
        elif knock(at=at, body=code, door=Door.NOTICE, address=_address(request)):
            made = leave_notice(at=at, body=code, key=key, written=Written(**form.cleaned_data))
            return redirect("front:notice", code=code, notice=made.pk)
        else:
            form.add_error(None, TOO_OFTEN)
    return _form_page(request, code, form, status=422)


def show(request: HttpRequest, code: str, notice: UUID) -> HttpResponse:
    """The receipt: the number to ask by; and what was written, where the house could not take it."""
    way = notices.by_id(code, notice, timezone.now())
    if way is None:
        raise Http404
    values = {
        "porch": porch_of(request, code),
        "code": code,
        "number": say_number(way.number),
        "way": way,
        "steps": _steps(way),
        "notice": notice,
        "refused": notices.refused_words(code, notice),
    }
    return render(request, "front/notice.html", values)


def ask(request: HttpRequest, code: str) -> HttpResponse:
    """How far it has come, by its number: states and what the house released, never what was written."""
    values = {"porch": porch_of(request, code), "code": code, "asked": "", "trouble": "", "way": None, "steps": []}
    asked = request.GET.get("number", "")[:40]
    if asked:
        values |= {"asked": asked, **_found(request, code, asked)}
    return render(request, "front/ask.html", values)


def _found(request: HttpRequest, code: str, asked: str) -> dict[str, object]:
    at = timezone.now()
    if not knock(at=at, body=code, door=Door.ASK, address=_address(request)):
        return {"trouble": TOO_OFTEN}
    try:
        way = notices.by_number(code, read_number(asked), at)
    except Refused as refused:
        return {"trouble": f"{refused.sentence}{refused.way_on}"}
    if way is None:
        return {"trouble": _("この 番号[ばんごう]は 見[み]つかりません。番号[ばんごう]を たしかめてください。")}
    return {"way": way, "steps": _steps(way), "number": say_number(way.number)}


def _steps(way: notices.NoticeWay) -> list[object]:
    reached = {state for state, _at in way.steps}
    return [words for state, words in STATES if state in reached]


def _form_page(request: HttpRequest, code: str, form: NoticeForm, status: int = 200) -> HttpResponse:
    values = {"porch": porch_of(request, code), "code": code, "form": form, "key": new_key()}
    return render(request, "front/notice_new.html", values, status=status)


def _address(request: HttpRequest) -> str:
    """Who knocks: the address that the outermost of our own proxies saw; what stands before it anybody can have written."""
    behind = settings.MARUGOTO_PROXIES
    seen = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if 0 < behind <= len(seen) and seen[-behind]:
        return seen[-behind]
    return request.META.get("REMOTE_ADDR", "")
