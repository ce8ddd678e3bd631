"""Help: what each page is for, the words of the work, the keys."""

from django.http import HttpRequest

from marugoto.agencies.viewer import Viewer
from marugoto.web.shell.doors import Page, see


@see()
def help_page(request: HttpRequest, viewer: Viewer) -> Page:
    return Page("shell/help.html")
