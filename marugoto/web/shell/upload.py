"""The form that takes one file: every room that reads lists uses it."""

from typing import Any, Self

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from marugoto.exchange.rules.upload import too_large
from marugoto.ground import upload


def file_field(*, label: Any, help_text: Any, accept: str) -> forms.FileField:
    """Label and help are words or translations. An empty file is accepted here, so that whoever reads it says what is wrong with it."""
    return forms.FileField(
        label=label,
        allow_empty_file=True,
        help_text=help_text,
        error_messages={"required": _("ファイルを選んでください。")},
        widget=forms.ClearableFileInput(attrs={"accept": accept}),
    )


class FileForm(forms.Form):
    """Base of forms with a `file`; one that is too large never came, and the form says so."""

    @classmethod
    def sent(cls, request: HttpRequest) -> Self:
        form = cls(request.POST, request.FILES)
        size = upload.too_large(request)
        if size:
            refused = too_large(size)
            form.errors.clear()
            form.add_error("file", f"{refused.sentence}{refused.way_on}")
        return form
