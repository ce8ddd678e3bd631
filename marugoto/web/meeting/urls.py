"""Addresses of the meeting room."""

from django.urls import path

from marugoto.web.meeting.pages import agenda, conference, decision

app_name = "meeting"
urlpatterns = [
    path("conferences/", conference.index, name="conferences"),
    path("conferences/new/", conference.new, name="conference_new"),
    path("conferences/called/", conference.convene, name="conference_convene"),
    path("conferences/<uuid:conference>/", conference.show, name="conference"),
    path("conferences/<uuid:conference>/beginning/", conference.begin, name="begin"),
    path("conferences/<uuid:conference>/closing/", conference.close, name="close"),
    path("conferences/<uuid:conference>/calling-off/", conference.call_off, name="call_off"),
    path("conferences/<uuid:conference>/items/", agenda.put_on, name="put_on"),
    path("conferences/<uuid:conference>/attendance/", decision.attendance, name="attendance"),
    path("items/<uuid:item>/seats/", agenda.seat, name="seat_new"),
    path("items/<uuid:item>/minutes/", decision.minutes, name="minutes"),
    path("items/<uuid:item>/decisions/", decision.decide, name="decide"),
    path("seats/<uuid:seat>/pledge/", agenda.pledge, name="pledge"),
    path("seats/<uuid:seat>/view/", agenda.view, name="view"),
]
