"""Addresses of the meeting room."""

from django.urls import path

from marugoto.web.meeting.pages import agenda, conference, date, decision, follow_up, minutes, outside, papers, topic

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
    path("conferences/<uuid:conference>/next/", follow_up.convene_next, name="next"),
    path("conferences/<uuid:conference>/topics/", topic.put, name="topic_put"),
    path("conferences/<uuid:conference>/topics/<uuid:topic>/", topic.take, name="topic_take"),
    path("topics/patterns/", topic.pattern, name="topic_pattern"),
    path("topics/<uuid:topic>/resolutions/", topic.resolve, name="resolve"),
    path("resolutions/<uuid:resolution>/raising/", topic.raise_on, name="raise_on"),
    path("resolutions/<uuid:resolution>/result/", topic.result, name="resolution_result"),
    path("decisions/", follow_up.index, name="decisions"),
    path("decisions/<uuid:decision>/", follow_up.show, name="decision"),
    path("decisions/<uuid:decision>/following/", follow_up.follow, name="follow"),
    path("items/<uuid:item>/papers/", papers.show, name="papers"),
    path("items/<uuid:item>/papers/made/", papers.put_together, name="papers_made"),
    path("copies/<uuid:copy>/return/", papers.take_back, name="copy_back"),
    path("items/<uuid:item>/gaps/", follow_up.gap, name="gap"),
    path("conferences/<uuid:conference>/days/", date.put, name="day_put"),
    path("conferences/<uuid:conference>/days/answers/", date.answer, name="days_answer"),
    path("conferences/<uuid:conference>/invitation.ics", date.invitation, name="invitation"),
    path("conferences/<uuid:conference>/minutes.docx", minutes.to_edit, name="minutes_docx"),
    path("conferences/<uuid:conference>/minutes.pdf", minutes.to_send, name="minutes_pdf"),
    path("days/<uuid:option>/fixing/", date.fix, name="day_fix"),
    path("items/<uuid:item>/outside/", outside.ask, name="outside_ask"),
    path("outside/<uuid:outside>/", outside.show, name="outside"),
    path("outside/<uuid:outside>/ending/", outside.end, name="outside_end"),
    path("items/<uuid:item>/seats/", agenda.seat, name="seat_new"),
    path("items/<uuid:item>/proposed/", agenda.seats, name="seats_take"),
    path("items/<uuid:item>/minutes/", decision.minutes, name="minutes"),
    path("items/<uuid:item>/decisions/", decision.decide, name="decide"),
    path("seats/<uuid:seat>/pledge/", agenda.pledge, name="pledge"),
    path("seats/<uuid:seat>/view/", agenda.view, name="view"),
]
