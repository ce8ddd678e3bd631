"""Addresses of the porch."""

from django.urls import path, register_converter

from marugoto.web.front.pages import notice, place


class BodyCode:
    """A six-digit 団体コード."""

    regex = "[0-9]{6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(BodyCode, "body")
app_name = "front"
urlpatterns = [
    path("", place.towns, name="towns"),
    path("furigana/", place.furigana, name="furigana"),
    path("<body:code>/places/", place.index, name="places"),
    path("<body:code>/places/<uuid:place>/", place.show, name="place"),
    path("<body:code>/notice/", notice.new, name="notice_new"),
    path("<body:code>/notices/", notice.send, name="notice_send"),
    path("<body:code>/notices/<uuid:notice>/", notice.show, name="notice"),
    path("<body:code>/asking/", notice.ask, name="ask"),
]
