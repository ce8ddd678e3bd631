"""The writing boxes of the field diary."""

from typing import Any, Self

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from marugoto.community.codes import HostedBy, InPicture, NoteKind, NoteTheme, ReplyKind, WordsGone
from marugoto.community.labels import HOSTED_BY, IN_PICTURE, NOTE_KINDS, NOTE_THEMES, REPLY_KINDS, WORDS_GONE
from marugoto.community.rules.field_photo import MOST_OF_A_NOTE
from marugoto.disclosure.actions.attachment import Paper
from marugoto.disclosure.codes import PaperKind
from marugoto.disclosure.rules.attachment import ENDINGS, LIMIT_BYTES, MEDIA, MOST, too_large
from marugoto.ground import upload
from marugoto.web.town.forms.offering import offer
from marugoto.web.ui.fields import DateWords, Files, FilesInput

LONGEST_DAY_MINUTES = 24 * 60
PICTURES = (PaperKind.JPEG, PaperKind.PNG)
ACCEPTED = ",".join([*(MEDIA[one] for one in PICTURES), *(end for one in PICTURES for end in ENDINGS[one])])


def sure_field() -> forms.BooleanField:
    """Shown with every box of words: the one way past a sentence that looks like somebody's name."""
    return forms.BooleanField(label=_("書いた名前は、住民ではなく世話人・職員・団体のものです"), required=False)


class FieldNoteForm(forms.Form):
    """`place` comes from the page of a place, `plan` from a plan that is now done; both are shown by their names."""

    place = forms.UUIDField(required=False, widget=forms.HiddenInput)
    plan = forms.UUIDField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("見たこと・聞いたこと"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "data-write": True}),
        help_text=_("場所や地域のことを書きます。住民の名前は書きません。"),
    )
    kind = forms.ChoiceField(
        label=_("何をしましたか"), choices=list(NOTE_KINDS.items()), widget=forms.RadioSelect, initial=NoteKind.VISIT
    )
    hosted = forms.ChoiceField(
        label=_("集まりを開いたのは"), required=False, choices=[("", _("聞いていない")), *HOSTED_BY.items()]
    )
    day = DateWords(label=_("いつ"))
    minutes = forms.IntegerField(
        label=_("かかった時間(分)"), required=False, min_value=1, max_value=LONGEST_DAY_MINUTES
    )
    district = forms.ChoiceField(label=_("圏域"), required=False, choices=[])
    theme = forms.ChoiceField(
        label=_("気づきのテーマ"), required=False, choices=[("", _("気づきは書かない")), *NOTE_THEMES.items()]
    )
    finding = forms.CharField(
        label=_("気づいたこと"), required=False, max_length=1_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    asks = forms.BooleanField(label=_("上司の返事がほしい"), required=False)
    sure = sure_field()

    def __init__(self, *args: Any, districts: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "district", [("", _("決めない")), *districts])

    def clean(self) -> dict[str, Any]:
        """A theme and its words come together."""
        said = super().clean() or {}
        if said.get("theme") and not said.get("finding"):
            self.add_error("finding", _("選んだテーマについて、気づいたことを書いてください。"))
        if said.get("finding") and not said.get("theme"):
            self.add_error("theme", _("気づいたことのテーマを選んでください。"))
        return said

    def code(self) -> NoteKind:
        return NoteKind(self.cleaned_data["kind"])

    def host(self) -> HostedBy | None:
        return HostedBy(self.cleaned_data["hosted"]) if self.cleaned_data["hosted"] else None

    def finding_theme(self) -> NoteTheme | None:
        return NoteTheme(self.cleaned_data["theme"]) if self.cleaned_data["theme"] else None


class FindingForm(forms.Form):
    theme = forms.ChoiceField(label=_("テーマ"), choices=list(NOTE_THEMES.items()))
    words = forms.CharField(label=_("気づいたこと"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 2}))
    sure = sure_field()

    def code(self) -> NoteTheme:
        return NoteTheme(self.cleaned_data["theme"])


class PhotosForm(forms.Form):
    shows = forms.ChoiceField(label=_("人は写っていますか"), choices=list(IN_PICTURE.items()), widget=forms.RadioSelect)
    photos = Files(
        label=_("写真"),
        help_text=_(
            "JPEG・PNG、一つ%(size)dMBまで、一度に%(most)d枚、一つの日誌に%(all)d枚まで。撮った場所と時刻、ファイルの名前は残しません。"
        )
        % {"size": LIMIT_BYTES // 1_000_000, "most": MOST, "all": MOST_OF_A_NOTE},
        widget=FilesInput({"accept": ACCEPTED}),
    )

    @classmethod
    def sent(cls, request: HttpRequest, **known: Any) -> Self:
        form = cls(request.POST, request.FILES, **known)
        size = upload.too_large(request)
        if size:
            refused = too_large(size)
            form.add_error("photos", f"{refused.sentence}{refused.way_on}")
        return form

    def code(self) -> InPicture:
        return InPicture(self.cleaned_data["shows"])

    def files_sent(self) -> list[Paper]:
        return [Paper(one.name or "", one.read()) for one in self.cleaned_data["photos"]]


class ReplyForm(forms.Form):
    kind = forms.ChoiceField(label=_("どう受けますか"), choices=list(REPLY_KINDS.items()), widget=forms.RadioSelect)
    words = forms.CharField(label=_("返事"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}))
    sure = sure_field()

    def code(self) -> ReplyKind:
        return ReplyKind(self.cleaned_data["kind"])


class BlankForm(forms.Form):
    reason = forms.ChoiceField(label=_("わけ"), choices=list(WORDS_GONE.items()), widget=forms.RadioSelect)

    def code(self) -> WordsGone:
        return WordsGone(self.cleaned_data["reason"])
