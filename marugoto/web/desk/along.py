"""What goes with its record or not at all when it is handed on, and why; and which tables there are instead of handing it on."""

from django.utils.translation import gettext_lazy

from marugoto.agencies.queries.directory import profile
from marugoto.agencies.viewer import Viewer
from marugoto.custody.codes import MatterKind
from marugoto.disclosure.rules.basis import called, usable
from marugoto.kernel.jst import local_day

WHOLE = {
    MatterKind.NOTICE: gettext_lazy("気づきは、書かれたことと一緒に渡します。受け取った係が読んで、答えます。"),
    MatterKind.CONSULTATION: gettext_lazy("相談は、話されたことと一緒に渡します。受け取った係が、続きを受け持ちます。"),
    MatterKind.APPROACH: gettext_lazy("訪ねる記録は、これまでの足どりと一緒に渡します。約束した断りも引きつがれます。"),
    MatterKind.WATCH: gettext_lazy("見守りは、書かれたことと一緒に渡します。"),
    MatterKind.CASE: gettext_lazy("まとめ役は、世帯の記録と一緒に渡します。読めない係は、まとめられないからです。"),
}


def tables(viewer: Viewer) -> str:
    """The conferences of this body at which somebody may be spoken of without his consent."""
    day = local_day(viewer.at)
    own = profile(viewer.body, day)
    return "・".join(called(one.code, profile=own) for one in usable(profile=own, day=day) if one.by_conference)
