"""No door shows a guarded word to whom it is not for: every address, every pair of eyes, every kind of household, each answer read.

1,000 protected people among 20,000; pages, forms, exports, prints, files, headers, cookies, redirects, log lines, mail, calendars, and the
porch. Before that a word is let out at each kind of door, and must be found. Then two worlds are compared and times are taken; asked
for all three parts, they run side by side, each on a database of its own.
"""

import argparse
import sys
import time
from collections import Counter
from typing import Any

from proofs.entry import Outcome

DATABASE = "postgres"
SETTINGS = "marugoto.settings.testing"  # the house and the porch in one process
PERSONS, PROTECTED, FURTHER, PAIRS = 20_000, 1_000, 8, 2_000
BESIDE = ["w1-0", "w1-1", "w2-1"]  # of the crowd's own teams: one who is listed, two who are not
PARTS = ("walk", "worlds", "timing")
LEAST, MILLISECOND = 0.01, 0.001
FIRST = "timing: taken ahead of everything else that the machine did (priority of real time)"
KEYS = "cast-tanaka"
FEELS = "cast-yamazaki"  # at the same desk, and not listed


def options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--persons", type=int, default=PERSONS)
    parser.add_argument("--protected", type=int, default=PROTECTED, help="how many of them are hidden")
    parser.add_argument("--further", type=int, default=FURTHER, help="links followed from page to page, of each door")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="of each door whose time is taken")
    parser.add_argument("--only", choices=PARTS, help="one part of the three")
    parser.add_argument("--keep", action="store_true", help="keep the figures in proofs/results/")


def run(args: argparse.Namespace) -> Outcome:
    from django.core.management import call_command

    from proofs import _beside, _kept, _prepared

    began = time.monotonic()
    if args.only is None:
        return _all_parts(args)
    call_command("migrate", database="porch", verbosity=0)
    with _prepared.kept_prepared():
        outcome = _one_part(args)
    if args.only == "timing" and _beside.goes_first():
        outcome["notes"].append(FIRST)
    outcome["figures"]["minutes"] = round((time.monotonic() - began) / 60, 1)
    if args.keep:
        _kept.keep(f"doors-{args.only}", outcome)
    return outcome


def _one_part(args: argparse.Namespace) -> Outcome:
    from proofs import _crawl, _guarded

    began = time.monotonic()
    here = _guarded.told()
    hidden = _guarded.crowd(here, args.persons, args.protected, args.seed) if args.persons else 0
    _say(f"told: {here.persons} persons, {hidden} hidden, after {time.monotonic() - began:.0f} s")
    everybody = _crawl.eyes_of(here, [*cast(), *BESIDE])
    outcome: Outcome = {"ok": True, "rows": [], "figures": {}, "notes": []}
    outcome["figures"] = {
        "persons": here.persons,
        "persons hidden": hidden + sum(len(home.hidden) for home in here.homes),
        "kinds of household": len(here.homes),
        "pairs of eyes": len(everybody),
    }
    {"walk": _walk, "worlds": _worlds, "timing": _times}[args.only](args, here, everybody, outcome)
    return outcome


def _all_parts(args: argparse.Namespace) -> Outcome:
    """Side by side, on as many processors as there are; kept as one page."""
    from proofs import _beside, _kept

    began = time.monotonic()
    outcome: Outcome = {"ok": True, "rows": [], "figures": {}, "notes": []}
    with _beside.beside("doors", list(PARTS), _same(args), first="timing") as parts:
        for one in parts:
            found = one.outcome()
            _say(f"{one.part}: {'ok' if found['ok'] else 'FAILED'} after {time.monotonic() - began:.0f} s")
            minutes = {f"minutes of the {one.part}": found["figures"].pop("minutes", None)}
            outcome["ok"] &= found["ok"]
            outcome["rows"] += found["rows"]
            outcome["figures"] |= found["figures"] | minutes
            outcome["notes"] += found["notes"]
    outcome["figures"].pop("seconds", None)  # of the part that was read last
    outcome["figures"]["minutes"] = round((time.monotonic() - began) / 60, 1)
    if args.keep:
        _kept.keep("doors", outcome)
    return outcome


def _same(args: argparse.Namespace) -> list[str]:
    """The words with which a part is asked for what was asked of the whole."""
    asked = {name: getattr(args, name) for name in ("persons", "protected", "further", "pairs", "seed")}
    return [*(f"--{name}={value}" for name, value in asked.items()), f"--database={args.database}"]


# ---------------------------------------------------------------- every door


def _walk(args: argparse.Namespace, here: Any, everybody: list[Any], outcome: Outcome) -> None:
    from django.contrib.auth import get_user_model

    from proofs import _crawl, _keys, _planted

    with _crawl.overheard() as log:
        controls = _planted.caught(here, log, everybody, here.homes[0], here.homes[1].hidden[0].number)
        caught = sum(row["caught"] for row in controls)
        _say(f"controls: {caught} of {len(controls)} caught")
        walk = _crawl.Walk(here, log, further=args.further)
        walk.others["pk"] = _keys.give_keys(get_user_model().objects.get(username=KEYS))
        elsewhere = _walk_all(walk, everybody, here.homes)
    walked, everywhere = walk.walked, addresses()
    outcome["figures"] |= {
        "addresses in the house and on the porch": len(everywhere),
        "addresses reached": len(everywhere & walked.reached),
        "requests": walked.asked.total(),
        "bytes read": walked.bytes,
        **elsewhere,
        "leaks": len(walked.leaks),
        "doors at which somebody who may know met a guarded word": len(walked.where_known),
        "hidden people whose own helper met a word": len(walked.known),
        "answers that broke": len(walked.broken),
        "answers of a screen that had been shut": walked.shut.total(),
        "controls caught": f"{caught} of {len(controls)}",
    }
    missed = sorted(everywhere - walked.reached)
    unmet = [home.kind for home in here.homes for one in home.hidden if not walked.known[one.number]]
    unread = [f"read not once: {what}" for what, times in elsewhere.items() if not times]
    sound = not (walked.leaks or missed or walked.broken or walked.shut or unmet or unread)
    outcome["ok"] &= sound and caught == len(controls)
    outcome["rows"] += controls
    outcome["notes"] += _notes(walked, missed) + unread
    outcome["notes"] += [f"not even whoever may know met a word of a household of this kind: {kind}" for kind in unmet]


def _worlds(args: argparse.Namespace, here: Any, everybody: list[Any], outcome: Outcome) -> None:
    from proofs import _crawl, _two_worlds

    doors = [door for door in _crawl.doors_of(_crawl.HOUSE) if door.kind == "see"]
    blind = _two_worlds.compared(
        here, doors[:6], everybody[:2], _two_worlds.RECORDS[:1], _two_worlds.planted_count(here)
    )
    found = _two_worlds.compared(here, doors, everybody)
    outcome["figures"] |= {
        "two worlds: hidden records": len(found.rows),
        "two worlds: answers compared": found.requests,
        "two worlds: answers otherwise": len(found.otherwise),
        "two worlds: control, a count of all people: answers otherwise": len(blind.otherwise),
    }
    outcome["ok"] &= not found.otherwise and bool(blind.otherwise)
    outcome["notes"] += [f"two worlds: {row}" for row in found.rows]
    outcome["notes"] += [f"OTHERWISE: {line}" for line in found.otherwise[:30]] + found.shown


def _times(args: argparse.Namespace, here: Any, everybody: list[Any], outcome: Outcome) -> None:
    """A chance below the bar is asked again once with fresh pairs, and both are told: of eight doors one comes below it by chance in
    thirteen runs."""
    from proofs import _timing

    eyes = next(one for one in everybody if one.name == FEELS)
    asked = _timing.questions(here)
    planted = _timing.measured(eyes, asked[0], args.pairs, args.seed, planted=MILLISECOND)
    rows = [_timing.told({**planted, "door": f"control, {MILLISECOND * 1000:g} ms more: {planted['door']}"})]
    for question in asked:
        first = _timing.measured(eyes, question, args.pairs, args.seed)
        second = _timing.measured(eyes, question, args.pairs, args.seed + 1) if first["p"] <= LEAST else None
        rows.append(_timing.told(first, second))
        _say(f"timing: {rows[-1]}")
    outcome["ok"] &= planted["p"] <= LEAST and all(_timing.counts(row) > LEAST for row in rows[1:])
    outcome["figures"] |= {
        "timing: doors": len(asked),
        "timing: doors asked a second time": sum("second p" in row for row in rows),
        "timing: smallest p that counts": min(_timing.counts(row) for row in rows[1:]),
    }
    outcome["notes"] += [f"timing: {_timing.CHOSEN}", *(f"timing: {one.door}: {one.why}" for one in asked)]
    outcome["notes"] += [f"timing: {row}" for row in rows]


def _walk_all(walk: Any, everybody: list[Any], homes: list[Any]) -> dict[str, int]:
    from proofs import _crawl, _deeds, _elsewhere

    doors = _crawl.doors_of(_crawl.HOUSE)
    for eyes in everybody:
        _crawl.touch(everybody)
        walk.look([door for door in doors if door.kind != "act"], eyes, homes)
        _say(
            f"looked with the eyes of {eyes.name}: {walk.walked.asked.total()} requests, {len(walk.walked.leaks)} leaks"
        )
    _send_all(walk, doors, everybody, homes)
    _crawl.touch(everybody)
    _deeds.done_in_order(walk, doors, everybody, homes[0])
    return {
        "letters of the morning": _elsewhere.letters(walk, everybody),
        "calendars subscribed to": _elsewhere.feeds(walk, everybody),
        "letters to the porch": _elsewhere.post(walk),
        "doors of the porch": _elsewhere.on_the_porch(walk, homes[0]),
    }


def _send_all(walk: Any, doors: list[Any], everybody: list[Any], homes: list[Any]) -> None:
    """Every form of every household, filled in as the tests of what is sent twice fill it in, and once empty. Whoever has no such
    door at all is turned away before anything is looked up: he presses it for one household."""
    from proofs import _crawl
    from tests.web.test_replay import DEEDS

    fields = {name: said for name, _, said in DEEDS}
    for door in doors:
        if door.kind == "see":
            continue
        _crawl.touch(everybody)
        said = fields.get(door.name, lambda town, story: {})
        inside = [eyes for eyes in everybody if not door.audience or door.audience & eyes.roles]
        walk.send(door, everybody, homes[0], dict)
        for home in homes if door.places else homes[:1]:
            walk.send(door, inside, home, lambda said=said, home=home: said(walk.here.town, home.story))
    _say(f"sent: {walk.walked.asked.total()} requests, {len(walk.walked.leaks)} leaks")


def addresses() -> set[str]:
    from proofs import _crawl

    return {door.where for urlconf in (_crawl.HOUSE, _crawl.PORCH) for door in _crawl.doors_of(urlconf)}


def cast() -> list[str]:
    from django.contrib.auth import get_user_model

    return list(get_user_model().objects.filter(username__startswith="cast-").values_list("username", flat=True))


def _notes(walked: Any, missed: list[str]) -> list[str]:
    told = Counter((leak.door, leak.who, leak.where) for leak in walked.leaks)
    example = {(leak.door, leak.who, leak.where): leak.word for leak in walked.leaks}
    lines = [
        f"LEAK: {door} to {who} in {where}: {times}, as {example[door, who, where]}"
        for (door, who, where), times in told.most_common(40)
    ]
    lines += [f"not reached: {name}, {sorted(walked.missed[name])}" for name in missed]
    lines += [f"shut before {name}: {times} answers" for name, times in walked.shut.items()]
    return [*lines, *(f"broke: {one}" for one in walked.broken[:20])]


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
