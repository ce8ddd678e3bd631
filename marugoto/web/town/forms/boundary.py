"""The form that takes the boundaries of districts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from marugoto.web.shell.upload import FileForm, file_field


class BoundaryForm(FileForm):
    file = file_field(
        label=_("圏域の形のファイル"),
        help_text=_("20MBまで。GeoJSONか、シェープファイル一式を入れたzip。緯度経度(JGD2011など)で。"),
        accept=".geojson,.json,.zip,application/geo+json",
    )
    credit = forms.CharField(
        label=_("出典"),
        required=False,
        max_length=200,
        help_text=_("地図の下に出ます。例: 「国土数値情報（行政区域データ）」（国土交通省）を加工して作成"),
    )
