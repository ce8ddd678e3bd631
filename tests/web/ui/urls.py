"""Only the design system, so that its pages are tested without any room."""

from django.urls import include, path

urlpatterns = [path("ui/", include("marugoto.web.ui.urls"))]
