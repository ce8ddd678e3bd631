"""The word of the reader's division where it has one of its own, and the house's where it has none."""

from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def word(context: Context, concept: str, house: str) -> SafeString | str:
    """The house's word stands beside the reader's on first sight, under the pointer after that, and alone on paper.

    `concept`: a code of `ConceptCode`. A page without a frame, as papers and the porch are, says the house's."""
    own = getattr(context.get("frame"), "words", {}).get(concept)
    if not own:
        return house
    if _first(context, concept):
        shown = format_html('<span class="word__own">{}<small>（{}）</small></span>', own, house)
    else:
        said = _("まちのことばでは「%(house)s」") % {"house": house}
        shown = format_html('<span class="word__own" title="{}">{}</span>', said, own)
    return format_html('{}<span class="word__house">{}</span>', shown, house)


def _first(context: Context, concept: str) -> bool:
    """Whether the page says it for the first time."""
    seen: set[str] = context.dicts[0].setdefault("ui_words", set())
    first = concept not in seen
    seen.add(concept)
    return first
