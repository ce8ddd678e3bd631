"""The house's own words, for whoever meets them for the first time: one press says what is meant, where one stands.

The words are those of GLOSSARY.md. Each is said once on a page, at its foot (`ui/parts/terms.html`); `term` leads to it from elsewhere.
"""

from dataclasses import dataclass

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()


@dataclass(frozen=True)
class Term:
    code: str
    word: str | Promise
    says: str | Promise


TERMS = (
    Term("ball", _("ボール"), _("「次に動く番」のしるし。持っているチームが次に動きます。")),
    Term(
        "hat",
        _("帽子"),
        _("職員としての役割。いくつか持っていても、かぶるのは一度に一つで、見えるものもできることも帽子で決まります。"),
    ),
    Term(
        "folder",
        _("綴り"),
        _("記録をはさむもの。だれの、どの部分かで分かれていて、見てよいかは綴りごとに決まります。"),
    ),
    Term(
        "attestation",
        _("言明"),
        _("記録からは分からないことを、この町が自分のことばで言うこと。だれが、いつ言い、いつまで使えるかが残ります。"),
    ),
    Term(
        "unknown",
        _("U"),
        _("「まだ言えない」(判定不能)のしるし。記録が足りないということで、0でも「わるい」でもありません。"),
    ),
)
BY_CODE = {one.code: one for one in TERMS}


@register.simple_tag
def known_terms() -> tuple[Term, ...]:
    return TERMS


@register.inclusion_tag("ui/parts/term.html")
def term(code: str) -> dict[str, Term]:
    """The word as a button that says what it means; only on a page with a frame, whose foot has the words."""
    return {"one": BY_CODE[code]}
