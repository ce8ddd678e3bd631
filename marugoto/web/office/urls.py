"""Addresses of the office."""

from django.urls import path

from marugoto.web.office.pages import looks, standard

app_name = "office"
urlpatterns = [
    path("standard/", standard.standard, name="standard"),
    path("standard/<str:kind>/<str:code>/rows/", standard.rows_behind, name="behind"),
    path("looks/", looks.looks, name="looks"),
]
