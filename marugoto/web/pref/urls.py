"""Addresses of the prefecture's room."""

from django.urls import path

from marugoto.web.pref.pages import municipality, provision

app_name = "pref"
urlpatterns = [
    path("municipalities/", municipality.index, name="municipalities"),
    path("provisions/", provision.index, name="provisions"),
    path("provisions/offered/", provision.offer, name="provision_offer"),
    path("provisions/<uuid:provision>/", provision.show, name="provision"),
    path("provisions/<uuid:provision>/changes/", provision.change, name="provision_change"),
    path("provisions/<uuid:provision>/endings/", provision.end, name="provision_end"),
]
