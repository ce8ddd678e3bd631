"""いま計算しなおす: whoever reads figures asks for newer ones; the courier counts, and the page waits for nobody."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.evaluation.actions.recount import ask_again
from marugoto.evaluation.indicators import BY_CODE as INDICATORS
from marugoto.evaluation.standards import BY_CODE as CRITERIA
from marugoto.web.office.pages.words import THINKERS
from marugoto.web.shell.doors import act

LISTS = {"indicators", "coordination", "outcomes", "patterns", "strength"}


@act(*THINKERS)
def ask(request: HttpRequest, viewer: Viewer, at: datetime) -> HttpResponse:
    """Back to the page on which it was pressed."""
    ask_again(by=viewer, at=at)
    messages.success(
        request, _("計算しなおしを頼みました。ふつうは1分ほどで終わります。画面を開き直すと新しい数になります。")
    )
    back = request.POST.get("back", "")
    if back in INDICATORS:
        return redirect("office:indicator", indicator=back)
    if back in CRITERIA:
        return redirect("office:criterion", code=back)
    return redirect(f"office:{back if back in LISTS else 'standard'}")
