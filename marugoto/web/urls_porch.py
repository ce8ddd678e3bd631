"""Addresses of the porch: the residents' room and nothing else."""

from django.urls import include, path

handler400 = "marugoto.web.front.pages.trouble.bad_request"
handler403 = "marugoto.web.front.pages.trouble.not_found"  # forbidden and missing look alike
handler404 = "marugoto.web.front.pages.trouble.not_found"
handler500 = "marugoto.web.front.pages.trouble.broken"

urlpatterns = [path("", include("marugoto.web.front.urls"))]
