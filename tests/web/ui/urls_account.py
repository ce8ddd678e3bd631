"""The design system and the pages of the account, without any room."""

from django.urls import include, path

urlpatterns = [
    path("ui/", include("marugoto.web.ui.urls")),
    path("account/", include("marugoto.web.shell.account_urls")),
]
