"""A form of one button, drawn without a template: a list shows fifty of them, and each was two templates."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

NOTHING = SafeString()


def drawn_act(pressed: SafeString, *, url: str, token: str, key: str | None) -> SafeString:
    """As `act_form` with `one`, around a button."""
    return format_html(
        '<form method="post" class="one"{} novalidate data-once>{}{}{}</form>\n',
        format_html(' action="{}"', url) if url else NOTHING,
        format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', token) if token else NOTHING,
        format_html('<input type="hidden" name="key" value="{}">', key) if key else NOTHING,
        pressed,
    )


def drawn_button(words: str, *, kind: str, small: bool, name: str, value: str, label: str) -> SafeString:
    """As `button`."""
    return format_html(
        '<button class="btn{}{}" type="submit"{}{}>{}</button>\n',
        format_html(" btn--{}", kind) if kind else NOTHING,
        " btn--small" if small else "",
        format_html(' name="{}" value="{}"', name, value) if name else NOTHING,
        format_html(' aria-label="{}"', label) if label else NOTHING,
        words,
    )
