"""The form that takes a list of places."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from marugoto.exchange.rules.upload import too_large
from marugoto.ground import upload


class UploadForm(forms.Form):
    """An empty file is accepted here, so that the porter says what is wrong with it; one that is too large never came."""

    file = forms.FileField(
        label=_("CSVのファイル"),
        allow_empty_file=True,
        help_text=_("20MBまで。シフトJIS(CP932)でもUTF-8でも読めます。"),
        error_messages={"required": _("ファイルを選んでください。")},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )

    @classmethod
    def sent(cls, request: HttpRequest) -> "UploadForm":
        form = cls(request.POST, request.FILES)
        size = upload.too_large(request)
        if size:
            refused = too_large(size)
            form.errors.clear()
            form.add_error("file", f"{refused.sentence}{refused.way_on}")
        return form
