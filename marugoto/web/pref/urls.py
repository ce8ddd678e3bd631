"""Addresses of the prefecture's room."""

from django.urls import path

from marugoto.web.pref.pages import enquiry, municipality, provision

app_name = "pref"
urlpatterns = [
    path("municipalities/", municipality.index, name="municipalities"),
    path("enquiries/", enquiry.index, name="enquiries"),
    path("enquiries/<uuid:enquiry>/", enquiry.show, name="enquiry"),
    path("enquiries/<uuid:enquiry>/answers/", enquiry.answer, name="enquiry_answer"),
    path("provisions/", provision.index, name="provisions"),
    path("provisions/offered/", provision.offer, name="provision_offer"),
    path("provisions/<uuid:provision>/", provision.show, name="provision"),
    path("provisions/<uuid:provision>/changes/", provision.change, name="provision_change"),
    path("provisions/<uuid:provision>/endings/", provision.end, name="provision_end"),
]
