"""Addresses of the design system: the choice of light or dark, and the gallery of all parts."""

from django.urls import path

from marugoto.web.ui import gallery, theme

app_name = "ui"
urlpatterns = [
    path("theme/", theme.choose, name="theme"),
    path("parts/", gallery.show, name="parts"),
    path("parts/porch/", gallery.show_porch, name="parts_porch"),
]
