"""Writers killed in the middle of their verbs: what was acknowledged is there, and nothing is half there."""

import os
import signal
import time
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from uuid import UUID

from django.db import connections

from marugoto.custody.models import Ball
from marugoto.custody.queries.check import faults
from marugoto.ground.transaction import looking
from marugoto.kernel.decision import Refused
from proofs._verbs import BODY, START, VERBS, Place, Scene, set_scene

BALLS = 6
TURN = ("offer", "catch", "assign", "touch", "call", "answer", "offer", "withdraw", "settle", "reopen")


@dataclass
class Killed:
    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    broken: list[str] = field(default_factory=list)


def kill_writers(here: Place, kills: int, *, seed: int) -> Killed:
    """Each writer is a process of its own, killed without warning after 0.1 to 0.9 s."""
    found, dice = Killed(), Random(seed)
    for _ in range(kills):
        scenes = [set_scene(here, ("touch", "touch"), START) for _ in range(BALLS)]
        told = _write_until_killed(scenes, dice.uniform(0.1, 0.9))
        found.kills += 1
        found.acknowledged += len(told)
        _check(found, here, scenes, told)
    return found


def _write_until_killed(scenes: list[Scene], seconds: float) -> list[tuple[UUID, int]]:
    """What the writer acknowledged: (ball, version it left) of every verb that came back."""
    connections.close_all()  # two processes must not speak on one connection
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _write(scenes, writer)
        os._exit(0)
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader) as lines:
        whole = [line.split() for line in lines.read().splitlines(keepends=True) if line.endswith("\n")]
    return [(UUID(ball), int(version)) for ball, version in whole]


def _write(scenes: list[Scene], told: int) -> None:
    for turn in range(1_000):
        scene = scenes[turn % len(scenes)]
        scene.at += timedelta(minutes=5)
        verb = TURN[(turn // len(scenes)) % len(TURN)]
        try:
            made = VERBS[verb].press(scene)
        except Refused:
            continue
        if verb == "offer":
            scene.offer = made.pk
        if verb == "call":
            scene.stuck = made.pk
        if verb == "catch":
            scene.holder, scene.receiver = scene.receiver, scene.holder
        version = _version(scene.place.viewer("tower", scene.at), scene.ball)
        os.write(told, f"{scene.ball} {version}\n".encode())


@looking
def _version(viewer: object, ball: UUID) -> int:
    return Ball.objects.within(BODY).get(pk=ball).version


def _check(found: Killed, here: Place, scenes: list[Scene], told: list[tuple[UUID, int]]) -> None:
    viewer = here.viewer("tower", START)
    found.broken += faults(viewer, [scene.ball for scene in scenes])
    for scene in scenes:
        least = max([version for ball, version in told if ball == scene.ball], default=1)
        found.lost += max(0, least - _version(viewer, scene.ball))
