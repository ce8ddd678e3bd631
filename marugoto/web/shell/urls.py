"""Addresses of the shell."""

from django.urls import path

from marugoto.web.shell import kept_form
from marugoto.web.shell.pages import (
    asked,
    calendar,
    counterpart,
    digest,
    hat,
    help_page,
    leaving,
    phones,
    search,
    sign_in,
    tidings,
    today,
    town_desks,
)

app_name = "shell"
urlpatterns = [
    path("", today.today, name="today"),
    path("tidings/", tidings.index, name="tidings"),
    path("tidings/readings/", tidings.read_all, name="tidings_read"),
    path("tidings/<uuid:tiding>/reading/", tidings.read, name="tiding_read"),
    path("calendar/", calendar.index, name="calendar"),
    path("calendar/marugoto.ics", calendar.download, name="calendar_file"),
    path("calendar/keys/", calendar.make, name="feed_make"),
    path("calendar/keys/ending/", calendar.end, name="feed_end"),
    path("calendar/<str:secret>/marugoto.ics", calendar.feed, name="feed"),
    path("digests/", digest.index, name="digests"),
    path("digests/mail/", digest.wish, name="mail_wish"),
    path("search/", search.search, name="search"),
    path("phones/", phones.phones, name="phones"),
    path("towns/", town_desks.show, name="town_desks"),
    path("counterparts/", counterpart.index, name="counterparts"),
    path("counterparts/new/", counterpart.enter, name="counterpart_new"),
    path("counterparts/endings/", counterpart.end, name="counterpart_end"),
    path("help/", help_page.help_page, name="help"),
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/again/", sign_in.kept_sign_in, name="kept_sign_in"),
    path("sign-in/cast/", sign_in.as_cast, name="as_cast"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("hat/", hat.hat, name="hat"),
    path("asked/", asked.index, name="asked"),
    path("asked/answers/", asked.answer, name="asked_answer"),
    path("leave/", leaving.leave, name="leave"),
    path("left/", leaving.left, name="left"),
    path("here/", leaving.here, name="here"),
    path("keep/", leaving.keep, name="keep"),
    path("unsent/", leaving.unsent, name="unsent"),
    path("unsent/<uuid:unsent>/", leaving.go_on, name="unsent_go_on"),
    path("unsent/<uuid:unsent>/away/", leaving.throw, name="unsent_throw"),
    path("kept-form/", kept_form.show, name="kept_form"),
]
