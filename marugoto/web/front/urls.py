"""Addresses of the porch."""

from django.urls import path, register_converter

from marugoto.web.front.pages import host, notice, open_list, place, table, take_along


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
    path("<body:code>/places/calendar.ics", take_along.calendar_of_all, name="places_calendar"),
    path("<body:code>/places/<uuid:place>/", place.show, name="place"),
    path("<body:code>/places/<uuid:place>/calendar.ics", take_along.calendar, name="place_calendar"),
    path("<body:code>/places/<uuid:place>/poster.pdf", take_along.poster, name="place_poster"),
    path("<body:code>/open/", open_list.about, name="open_list"),
    path("<body:code>/hsds/", open_list.root, name="hsds"),
    path("<body:code>/hsds/openapi.json", open_list.openapi, name="hsds_openapi"),
    path("<body:code>/hsds/services", open_list.services, name="hsds_services"),
    path("<body:code>/hsds/services/<uuid:place>", open_list.service, name="hsds_service"),
    path("<body:code>/notice/", notice.new, name="notice_new"),
    path("<body:code>/notices/", notice.send, name="notice_send"),
    path("<body:code>/notices/<uuid:notice>/", notice.show, name="notice"),
    path("<body:code>/asking/", notice.ask, name="ask"),
    path("<body:code>/host/<str:secret>/", host.show, name="host"),
    path("<body:code>/host/<str:secret>/same/", host.same, name="host_same"),
    path("<body:code>/host/<str:secret>/changes/", host.put_right, name="host_put_right"),
    path("<body:code>/host/<str:secret>/thanks/", host.thanks, name="host_thanks"),
    path("<body:code>/table/", table.show, name="table"),
    path("<body:code>/table/opened/", table.enter, name="table_enter"),
    path("<body:code>/table/pledge/", table.pledge, name="table_pledge"),
    path("<body:code>/table/view/", table.write, name="table_write"),
    path("<body:code>/table/days/", table.days, name="table_days"),
    path("<body:code>/table/left/", table.leave, name="table_leave"),
    path("<body:code>/table/invitation.ics", table.invitation, name="table_invitation"),
]
