"""Addresses of the room pref."""

from django.urls import URLPattern

app_name = "pref"
urlpatterns: list[URLPattern] = []
