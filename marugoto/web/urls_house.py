"""Addresses of the house: each room under its own name."""

from django.urls import include, path

handler400 = "marugoto.web.shell.errors.bad_request"
handler403 = "marugoto.web.shell.errors.not_found"  # forbidden and missing look alike
handler404 = "marugoto.web.shell.errors.not_found"
handler500 = "marugoto.web.shell.errors.broken"

urlpatterns = [
    path("", include("marugoto.web.shell.urls")),
    path("desk/", include("marugoto.web.desk.urls")),
    path("meeting/", include("marugoto.web.meeting.urls")),
    path("town/", include("marugoto.web.town.urls")),
    path("office/", include("marugoto.web.office.urls")),
    path("pref/", include("marugoto.web.pref.urls")),
    path("ui/", include("marugoto.web.ui.urls")),
    path("account/", include("marugoto.web.shell.account_urls")),
]
