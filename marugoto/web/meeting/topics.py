"""Topics of a conference that speaks of nobody: what was settled, where it went on, and what waits for such a table."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from marugoto.agencies.codes import Field
from marugoto.agencies.labels import FIELDS
from marugoto.agencies.viewer import Viewer
from marugoto.conferences.codes import Followed
from marugoto.conferences.kinds import of_topics
from marugoto.conferences.labels import FOLLOWED
from marugoto.conferences.queries import topic as topics
from marugoto.conferences.queries.conference import ConferencePage
from marugoto.conferences.queries.topic import ResolutionLine, TopicLine
from marugoto.kernel.era import say_day
from marugoto.web.meeting.forms.topic import RaiseForm, ResolveForm, ResultForm, TopicForm


def shown_topics(
    viewer: Viewer, found: ConferencePage, forms: Mapping[str, Any], *, ours: bool, duties: list[Any]
) -> dict[str, Any]:
    """Nothing for a conference on households."""
    if not found.kind.of_topics:
        return {}
    lines = topics.of_conference(viewer, found.conference.pk)
    takers = [(str(duty.pk), f"{duty.team.agency.short} {duty.worker.name}({duty.name})") for duty in duties]
    settling = ours and found.opened and not found.ended
    return {
        "topics": [_topic(one, found, forms, takers if settling else None, ours=ours) for one in lines],
        "waiting": [_waits(one) for one in topics.waiting(viewer, found.kind.code)] if ours and not found.ended else [],
        "topic_form": (forms.get("topic") or TopicForm(auto_id="topic-%s")) if ours and not found.ended else None,
    }


def sentence_of(found: ConferencePage, lines: list[Any]) -> str:
    """How a table without names stands."""
    settled = sum(len(one["line"].resolutions) for one in lines)
    if not lines:
        return _("まず、議題を入れてください。名前は書きません。")
    if found.ended:
        return _("会議は終わりました。決まったことが%(n)dあり、どれにも担当と期限があります。") % {"n": settled}
    if found.opened:
        return _("会議の途中です。いままでに%(n)d決まりました。") % {"n": settled}
    return _("議題が%(n)dあります。") % {"n": len(lines)}


def _topic(
    line: TopicLine,
    found: ConferencePage,
    forms: Mapping[str, Any],
    takers: list[tuple[str, str]] | None,
    *,
    ours: bool,
) -> dict[str, Any]:
    key = f"resolve-{line.topic}"
    return {
        "line": line,
        "pattern": _pattern(line),
        "form": (forms.get(key) or ResolveForm(takers=takers, auto_id=f"{key}-%s")) if takers is not None else None,
        "resolutions": [_resolution(one, found, forms, ours=ours) for one in line.resolutions],
    }


def _resolution(line: ResolutionLine, found: ConferencePage, forms: Mapping[str, Any], *, ours: bool) -> dict[str, Any]:
    ups = [(kind.code.value, kind.name) for kind in of_topics() if kind.code is not found.kind.code]
    raised = {one.kind for one in line.elsewhere}
    free = [(code, name) for code, name in ups if name not in raised]
    raising, result = f"raise-{line.resolution}", f"result-{line.resolution}"
    done = line.result in {Followed.DONE, Followed.NOT_POSSIBLE}
    return {
        "line": line,
        "due": say_day(line.due),
        "result": FOLLOWED[line.result] if line.result else "",
        "raise_form": (forms.get(raising) or RaiseForm(kinds=free, auto_id=f"{raising}-%s")) if ours and free else None,
        "result_form": (forms.get(result) or ResultForm(auto_id=f"{result}-%s")) if ours and not done else None,
    }


def _waits(line: TopicLine) -> dict[str, Any]:
    return {"line": line, "pattern": _pattern(line)}


def _pattern(line: TopicLine) -> str:
    if not line.sender or not line.receiver:
        return ""
    return f"{FIELDS[Field(line.sender)]} → {FIELDS[Field(line.receiver)]}"
