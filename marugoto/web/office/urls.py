"""Addresses of the office."""

from django.urls import path

from marugoto.web.office.pages import (
    behind,
    calendar,
    coordination,
    escalation,
    guest,
    indicator,
    limit,
    looks,
    mail,
    patterns,
    staff,
    standard,
)

app_name = "office"
urlpatterns = [
    path("standard/", standard.standard, name="standard"),
    path("standard/<str:kind>/<str:code>/rows/", behind.rows_behind, name="behind"),
    path("indicators/<str:indicator>/", indicator.show, name="indicator"),
    path("coordination/", coordination.show, name="coordination"),
    path("coordination/hours/", coordination.declare, name="hours_declare"),
    path("patterns/", patterns.show, name="patterns"),
    path("staff/", staff.index, name="staff"),
    path("staff/rehearsal/", staff.rehearsal, name="rehearsal"),
    path("staff/endings/", staff.end, name="duties_end"),
    path("teams/<uuid:team>/", staff.team, name="team"),
    path("teams/<uuid:team>/ending/", staff.close, name="team_end"),
    path("limits/", limit.index, name="limits"),
    path("limits/changes/", limit.change, name="limit_set"),
    path("escalations/", escalation.index, name="escalations"),
    path("escalations/steps/", escalation.change, name="steps_set"),
    path("escalations/mutes/", escalation.mute, name="route_mute"),
    path("calendar/", calendar.index, name="calendar"),
    path("calendar/days/", calendar.close, name="day_close"),
    path("calendar/removals/", calendar.take_back, name="day_take_back"),
    path("mail/", mail.index, name="mail"),
    path("guests/", guest.index, name="guests"),
    path("guests/outside/", guest.invite, name="guest_invite"),
    path("guests/reach/", guest.reach, name="reach"),
    path("guests/members/", guest.admit, name="member_admit"),
    path("guests/endings/", guest.end, name="guest_end"),
    path("looks/", looks.looks, name="looks"),
]
