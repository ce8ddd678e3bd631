"""Addresses of the office."""

from django.urls import path

from marugoto.web.office.pages import behind, indicator, looks, staff, standard

app_name = "office"
urlpatterns = [
    path("standard/", standard.standard, name="standard"),
    path("standard/<str:kind>/<str:code>/rows/", behind.rows_behind, name="behind"),
    path("indicators/<str:indicator>/", indicator.show, name="indicator"),
    path("staff/", staff.index, name="staff"),
    path("staff/rehearsal/", staff.rehearsal, name="rehearsal"),
    path("staff/endings/", staff.end, name="duties_end"),
    path("teams/<uuid:team>/", staff.team, name="team"),
    path("teams/<uuid:team>/ending/", staff.close, name="team_end"),
    path("looks/", looks.looks, name="looks"),
]
