"""A form to which files can be added: a letter, a photo, a scan."""

from typing import Any, Self

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from marugoto.disclosure.actions.attachment import Paper
from marugoto.disclosure.rules.attachment import ENDINGS, LIMIT_BYTES, MEDIA, MOST, too_large
from marugoto.ground import upload
from marugoto.web.ui.fields import Files, FilesInput

ACCEPTED = ",".join([*MEDIA.values(), *(ending for endings in ENDINGS.values() for ending in endings)])
HINT = _("PDF・JPEG・PNG、一つ%(size)dMBまで、一度に%(most)dつまで。写真は、撮った場所などの情報を外して残します。") % {
    "size": LIMIT_BYTES // 1_000_000,
    "most": MOST,
}


class PapersForm(forms.Form):
    """The files come last in the form, so that what was typed has arrived when one of them is too large."""

    papers = Files(
        label=_("手紙や写真を付ける"), required=False, help_text=HINT, widget=FilesInput({"accept": ACCEPTED})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != "papers"])

    @classmethod
    def sent(cls, request: HttpRequest, **known: Any) -> Self:
        form = cls(request.POST, request.FILES, **known)
        size = upload.too_large(request)
        if size:
            refused = too_large(size)
            form.add_error("papers", f"{refused.sentence}{refused.way_on}")
        return form

    def files_sent(self) -> list[Paper]:
        return [Paper(one.name or "", one.read()) for one in self.cleaned_data["papers"]]
