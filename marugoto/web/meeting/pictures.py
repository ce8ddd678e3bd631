"""The two pictures of a household as a table sees them: the family, and who stands around it."""

from django.utils.translation import gettext as _

from marugoto.agencies.viewer import Viewer
from marugoto.casework.queries.case import CasePage
from marugoto.people.queries.home import home_of
from marugoto.web.shell.around import around
from marugoto.web.shell.figure import Drawing, drawn


def pictures_of(viewer: Viewer, case: CasePage) -> tuple[str, Drawing | None, Drawing]:
    """With the name under which the household is spoken of."""
    home = home_of(viewer, case.household, phones=False)
    name = home.page.name if home else _("世帯 %(number)s") % {"number": case.number}
    return name, drawn(home, case) if home else None, around(viewer, case, name, home=home)


def kept_pictures(viewer: Viewer, case: CasePage) -> dict[str, str]:
    """As they are put with the papers of a day."""
    _name, family, circle = pictures_of(viewer, case)
    return {"family": str(family.svg) if family else "", "around": str(circle.svg)}
