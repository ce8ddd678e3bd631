"""Addresses of the room meeting."""

from django.urls import URLPattern

app_name = "meeting"
urlpatterns: list[URLPattern] = []
