"""Addresses of the office."""

from django.urls import path

from marugoto.web.office.pages import behind, indicator, looks, standard

app_name = "office"
urlpatterns = [
    path("standard/", standard.standard, name="standard"),
    path("standard/<str:kind>/<str:code>/rows/", behind.rows_behind, name="behind"),
    path("indicators/<str:indicator>/", indicator.show, name="indicator"),
    path("looks/", looks.looks, name="looks"),
]
