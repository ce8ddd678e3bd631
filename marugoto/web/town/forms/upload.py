"""The form that takes a list of places."""

from django.utils.translation import gettext_lazy as _

from marugoto.web.shell.upload import FileForm, file_field


class UploadForm(FileForm):
    file = file_field(
        label=_("CSVのファイル"),
        help_text=_("20MBまで。シフトJIS(CP932)でもUTF-8でも、Excel(.xlsx)のままでも読めます。"),
        accept=".csv,.txt,.xlsx,text/csv",
    )
