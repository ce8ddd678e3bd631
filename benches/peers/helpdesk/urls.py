"""Addresses of the peer: it stands at the top, with the admin that its own templates lead to."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [path("admin/", admin.site.urls), path("", include("helpdesk.urls"))]
