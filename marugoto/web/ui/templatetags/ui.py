"""The tags pages are made of; README.md beside the design system lists them. They take words and draw; they decide nothing."""

from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID, uuid5

from django import template
from django.conf import settings
from django.forms import BaseForm, BoundField
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from marugoto.web.ui import field_row, figure, paging, parts, ruby
from marugoto.web.ui.act import drawn_act, drawn_button
from marugoto.web.ui.address import url
from marugoto.web.ui.chip import SEALS, ball_seal, drawn_chip, drawn_clock
from marugoto.web.ui.own_word import word

register = template.Library()

HELD_SAID: dict[str, str] = {
    "held": gettext_noop("が持っています。"),
    "offered": gettext_noop("が持ち、返事を待っています。"),
    "declined": gettext_noop("が持っています。断られて戻りました。"),
    "stuck": gettext_noop("が持っています。困ったと言っています。"),
    "kept": gettext_noop("がしばらく預かっています。"),
}
REASONS = {
    "fits_well": ("◎", gettext_lazy("よく合う")),
    "fits": ("○", gettext_lazy("合う")),
    "know": ("△", gettext_lazy("先に知っておくこと")),
}

register.tag(url)
register.simple_tag(ball_seal)
register.simple_tag(word, takes_context=True)


# ---------------------------------------------------------------- panels and frames around content


@register.simple_block_tag(takes_context=True)
def panel(
    context: Context,
    content: str,
    title: str,
    count: str = "",
    url: str = "",
    url_label: str = "",
    name: str = "",
    plain: bool = False,
) -> SafeString:
    """A white panel named by its h2. `name` is the anchor under which other pages reach it."""
    name = name or f"part-{_count(context, 'ui_panels')}"
    return _draw(
        "panel", content=content, title=title, count=count, url=url, url_label=url_label, name=name, plain=plain
    )


@register.simple_block_tag
def basis_banner(content: str, title: str = "", who_url: str = "", stop: bool = False) -> SafeString:
    """Why you may see this, in one sentence; or, with `stop`, what not to do."""
    return _draw("basis_banner", content=content, title=title or _("見てよい理由"), who_url=who_url, stop=stop)


@register.simple_block_tag
def table_frame(content: str, title: str, **shapes: bool) -> SafeString:
    """A table in a region that scrolls by itself. Shapes: `cards` on a phone; `mid`; `words` in every column; `numbers`, side by side."""
    return _draw("table_frame", content=content, title=title, **shapes)


# ---------------------------------------------------------------- balls, clocks, small signs


@register.simple_tag
def ball_chip(chip: parts.BallChip) -> SafeString:
    face = chip.clock or _clock_of(chip)
    return drawn_chip(chip, seal=ball_seal(chip.state), clock=face, sentence=_ball_sentence(chip, face))


@register.simple_tag
def clock(face: parts.ClockFace | str | None, level: parts.ClockLevel = "plain", title: str = "") -> SafeString:
    shown = parts.ClockFace(str(face), level, title) if face and not isinstance(face, parts.ClockFace) else face
    return drawn_clock(shown or None)


@register.simple_tag
def tag(words: str, tone: parts.Tone = "") -> SafeString:
    return format_html('<span class="tag{}">{}</span>', f" tag--{tone}" if tone else "", words)


@register.simple_tag
def number_key(number: int) -> SafeString:
    """The square number that ties a need to its person."""
    return format_html('<span class="key">{}</span>', number)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A drawn sign of `ui/icons`, read once; not read aloud, so words stand beside it."""
    return mark_safe(render_to_string(f"ui/icons/{name}.svg"))  # noqa: S308 — our own files, no value goes in


@register.simple_tag
def furigana(words: str) -> SafeString:
    """話[はな]したい → ruby; where reading is not wished, the page hides it."""
    return ruby.drawn(str(words))


# ---------------------------------------------------------------- what may not be seen


@register.inclusion_tag("ui/parts/masked.html")
def masked(label: str = "", reason: str = "", url: str = "") -> dict[str, Any]:
    """A hatch of one width, whatever it hides; the value is never given to the page."""
    return {"label": label, "reason": reason, "url": url}


@register.inclusion_tag("ui/parts/minimal_card.html")
def minimal_card(words: str, url: str = "") -> dict[str, Any]:
    return {"words": words, "url": url}


# ---------------------------------------------------------------- buttons and the forms around them


@register.inclusion_tag("ui/parts/button.html")
def button(
    words: str, kind: str = "", small: bool = False, name: str = "", value: str = "", label: str = ""
) -> dict[str, Any]:
    """A submit button. `label` is what is read aloud where the words alone would not say whom they concern."""
    return {"words": words, "kind": kind, "small": small, "name": name, "value": value, "label": label}


@register.inclusion_tag("ui/parts/link_button.html")
def link_button(
    words: str, url: str, kind: str = "", small: bool = False, label: str = "", key: str = ""
) -> dict[str, Any]:
    """`key="n"` lets the letter n press it."""
    return {"words": words, "url": url, "kind": kind, "small": small, "label": label, "key": key}


@register.inclusion_tag("ui/parts/refused_button.html", takes_context=True)
def refused_button(
    context: Context, words: str, why: Any, way_url: str = "", way_label: str = "", small: bool = False
) -> dict[str, Any]:
    """The button that cannot be pressed now, with its sentence. `why` is a sentence, or a decision with `reason` and `way_on`."""
    reason = getattr(why, "reason", None) or (why if isinstance(why, str) else str(why))
    way_on = getattr(why, "way_on", "")
    name = f"why-{_count(context, 'ui_refusals')}"
    return {
        "words": words, "reason": reason, "way_on": way_on, "way_url": way_url, "way_label": way_label, "name": name, "small": small,
    }  # fmt: skip


@register.simple_block_tag(takes_context=True)
def act_form(
    context: Context, content: str, url: str = "", one: bool = False, keep: bool = False, **said: Any
) -> SafeString:
    """A POST form with the token against forgery and a key of its own, so that pressing twice is one deed. `upload`, `label`.
    `keep`: what is typed is kept on the server every few seconds, and without a script by a button."""
    values = {"csrf_token": context.get("csrf_token"), "key": _own_key(context), **said}
    values["leave_url"] = "" if one else getattr(context.get("frame"), "leave_url", "")
    values["keep_url"] = getattr(context.get("frame"), "keep_url", "") if keep else ""
    values["draft"] = context["request"].POST.get("draft", "") if keep and "request" in context else ""
    return _draw("act_form", content=content, url=url, one=one, **values)


@register.simple_tag(takes_context=True)
def act_button(
    context: Context,
    words: str,
    url: str,
    kind: str = "",
    small: bool = False,
    name: str = "",
    value: str = "",
    label: str = "",
) -> SafeString:
    """A whole form of one button."""
    pressed = drawn_button(words, kind=kind, small=small, name=name, value=value, label=label)
    return drawn_act(pressed, url=url, token=str(context.get("csrf_token") or ""), key=_own_key(context))


@register.inclusion_tag("ui/parts/error_list.html")
def error_list(*forms: BaseForm) -> dict[str, Any]:
    rows = [row for form in forms if form is not None and form.is_bound for row in field_row.errors_of(form)]
    return {"rows": rows}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, label: str = "") -> dict[str, Any]:
    return {"row": field_row.row_of(bound, label=label)}


@register.inclusion_tag("ui/parts/form_fields.html")
def form_fields(form: BaseForm, readings: bool = False) -> dict[str, Any]:
    """`readings`: labels, hints and errors are written with theirs, 書[か]く, as residents read them."""
    read = ruby.drawn_of_a_field if readings else str
    hidden = [bound for bound in form if bound.is_hidden]
    shown = [field_row.row_of(bound, read=read) for bound in form if not bound.is_hidden]
    errors = field_row.errors_of(form, read=read) if form.is_bound else []
    return {"errors": errors, "hidden": hidden, "rows": shown, "readings": readings}


# ---------------------------------------------------------------- lists and figures


@register.inclusion_tag("ui/parts/empty_state.html")
def empty_state(words: str, note: str = "", url: str = "", url_label: str = "") -> dict[str, Any]:
    return {"words": words, "note": note, "url": url, "url_label": url_label}


@register.inclusion_tag("ui/parts/stepper.html")
def stepper(steps: Sequence[parts.Step], label: str = "") -> dict[str, Any]:
    return {"steps": steps, "label": label or _("進みぐあい")}


@register.inclusion_tag("ui/parts/level_meter.html")
def level_meter(level: int | None, words: str = "", median: float | None = None) -> dict[str, Any]:
    """Four cells, a number and a word; None is U, which is not 0. `median` (0–4) is the ▼ of the self-ratings."""
    cells = [{"x": x, "on": level is not None and level > place} for place, x in enumerate((0, 16, 32, 48))]
    mark = None if median is None else min(58.0, max(4.0, median * 16 - 1))
    return {
        "level": level,
        "words": words or (_("判定不能") if level is None else ""),
        "cells": cells,
        "mark": mark,
        "median": median,
    }


@register.inclusion_tag("ui/parts/timeline.html")
def timeline(entries: Sequence[parts.TimelineEntry]) -> dict[str, Any]:
    return {"entries": entries}


@register.inclusion_tag("ui/parts/filter_bar.html")
def filter_bar(filters: Sequence[parts.Filter], **said: str | None) -> dict[str, Any]:
    """`count`, `url`; `text`: also a box of words, with what was asked for in it."""
    return {"filters": filters, "text": None, **said}


@register.inclusion_tag("ui/parts/pagination.html", takes_context=True)
def pagination(context: Context, page: int, pages: int, count: int, size: int = 50, unit: str = "件") -> dict[str, Any]:
    """`page` counts from 1. The other words of the address are kept."""
    request = context.get("request")
    words = request.GET.copy() if request is not None else None
    return paging.links(page, pages, count, size, words) | {"unit": unit}


@register.inclusion_tag("ui/parts/household_card.html")
def household_card(card: parts.HouseholdCard) -> dict[str, Any]:
    return {"card": card}


@register.inclusion_tag("ui/parts/indicator_card.html")
def indicator_card(card: parts.IndicatorCard) -> dict[str, Any]:
    return {"card": card}


@register.inclusion_tag("ui/parts/facts.html")
def facts(known: Sequence[parts.Fact], row: bool = False) -> dict[str, Any]:
    return {"known": known, "row": row}


@register.inclusion_tag("ui/parts/progress.html")
def progress(words: str, done: int, total: int, unit: str = "件", rest: str = "", note: str = "") -> dict[str, Any]:
    """Real units, not a spinner."""
    share = 0 if total <= 0 else min(1000, done * 1000 // total)
    return {
        "words": words,
        "done": done,
        "total": total,
        "unit": unit,
        "rest": rest,
        "note": note,
        "share": share,
        "percent": share // 10,
    }


@register.inclusion_tag("ui/parts/dot_strip.html")
def dot_strip(rows: Sequence[parts.DotRow], title: str, axis: str = "", table_url: str = "") -> dict[str, Any]:
    """Where the balls lie: a row per holder, a dot per ball, opening days since the last touch to the right."""
    named = axis or _("最後の一手から何開庁日か")
    return figure.strip(rows) | {"title": title, "axis": named, "table_url": table_url}


@register.inclusion_tag("ui/parts/spark.html")
def spark(levels: Sequence[int | None]) -> dict[str, Any]:
    """The last half-years of a level, oldest first; None leaves a gap."""
    said = "→".join("U" if level is None else str(level) for level in levels)
    return figure.spark(levels) | {"said": said}


@register.inclusion_tag("ui/parts/share_bar.html")
def share_bar(done: int, total: int, marks: Sequence[parts.Mark] = (), unit: str = "件") -> dict[str, Any]:
    return figure.share(done, total, marks) | {"unit": unit}


@register.simple_tag
def seal_of(state: str) -> str:
    """The character of a state, for figures."""
    return SEALS[state]


@register.simple_tag
def reason(kind: str, words: str) -> SafeString:
    """One sentence why a place fits (◎ ○) or what to know before (△)."""
    sign, read = REASONS[kind]
    return format_html(
        '<span class="reason reason--{}"><b><span aria-hidden="true">{}</span><span class="sr">{}: </span></b><span>{}</span></span>',
        kind, sign, read, words,
    )  # fmt: skip


@register.inclusion_tag("ui/parts/toast.html", takes_context=True)
def toast_box(context: Context, toast: parts.Toast) -> dict[str, Any]:
    return {"toast": toast, "csrf_token": context.get("csrf_token"), "key": _own_key(context)}


# ---------------------------------------------------------------- what base.html asks


@register.simple_tag(takes_context=True)
def training_here(context: Context) -> bool:
    """The reader's body is for training; without a reader, the whole installation is."""
    frame = context.get("frame") or context.get("porch")
    return bool(frame.training if frame else getattr(settings, "MARUGOTO_DEMO", False))


@register.simple_tag(takes_context=True)
def toast_to_show(context: Context) -> parts.Toast | None:
    """One at a time: the page's own, the frame's, or the last message that was left; its extra tag may be the way back."""
    own = context.get("toast") or getattr(context.get("frame"), "toast", None)
    if own:
        return parts.Toast(own) if isinstance(own, str) else own
    left = list(context.get("messages") or [])
    if not left:
        return None
    extra = left[-1].extra_tags or ""
    return parts.Toast(str(left[-1]), undo_url=extra if extra.startswith("/") else "")


@register.simple_tag(takes_context=True)
def chosen_theme(context: Context) -> str:
    """light or dark where somebody has chosen by hand; empty follows the system."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme", "") if request is not None else ""
    return chosen if chosen in {"light", "dark"} else ""


@register.filter
def tabs_of(frame: parts.Frame) -> Sequence[parts.NavItem]:
    """The first four; the fifth, ほか, leads to all the rest."""
    return (frame.tabs or tuple(item for item in frame.nav))[:4]


# ---------------------------------------------------------------- within


def _draw(part: str, /, **values: Any) -> SafeString:
    return mark_safe(render_to_string(f"ui/parts/{part}.html", values))  # noqa: S308 — the template has escaped it


def _count(context: Context, name: str) -> int:
    """How many of these the page has had; names within one page must differ."""
    bottom = context.dicts[0]
    bottom[name] = bottom.get(name, 0) + 1
    return int(bottom[name])


def _own_key(context: Context) -> str | None:
    """Each form of a page has its own key, derived from the page's: two buttons are two deeds of the same reader."""
    drawn, dot, reader = str(context.get("key") or "").partition(".")
    return f"{uuid5(UUID(drawn), str(_count(context, 'ui_forms')))}{dot}{reader}" if drawn else None


def _clock_of(chip: parts.BallChip) -> parts.ClockFace | None:
    if not chip.clock_words:
        return None
    levels: dict[str, parts.ClockLevel] = {"due_soon": "soon", "late": "late"}
    return parts.ClockFace(chip.clock_words, levels.get(chip.state, "plain"))


def _ball_sentence(chip: parts.BallChip, face: parts.ClockFace | None) -> str:
    """What a screen reader says instead of the seal."""
    if chip.state == "settled":
        return ""
    said = _(HELD_SAID.get(chip.state, HELD_SAID["held"]))
    late = _("期限を過ぎています。") if chip.state == "late" else ""
    return said + late + (face.title + "。" if face and face.title else "")
