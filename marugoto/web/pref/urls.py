"""Addresses of the prefecture's room."""

from django.urls import path

from marugoto.web.pref.pages import municipality

app_name = "pref"
urlpatterns = [path("municipalities/", municipality.index, name="municipalities")]
