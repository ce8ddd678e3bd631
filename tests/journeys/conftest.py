"""The town of the journeys, and its cast at their browsers."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.hand import Hand, KeyboardHand
from tests.town import Town, settle_town

HANDS: dict[str, type[Hand]] = {"mouse": Hand, "keyboard": KeyboardHand, "noscript": Hand}


@pytest.fixture
def town(transactional_db: None) -> Town:
    return settle_town()


@pytest.fixture
def hand_of(browser: Browser, live_server: object, town: Town) -> Iterator[Callable[..., Hand]]:
    """`hand_of("田中 美咲", way)`: a signed-in member of the cast at a browser of his own; with a password, whoever has that login."""
    contexts = []

    def sit_down(name: str, way: str = "mouse", *, password: str = "") -> Hand:
        context = browser.new_context(
            locale="ja-JP",
            timezone_id="Asia/Tokyo",
            viewport={"width": 1366, "height": 768},
            java_script_enabled=way != "noscript",
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        hand = HANDS[way](page, live_server.url)  # type: ignore[attr-defined]
        hand.sign_in_with(name, password) if password else hand.sign_in(name)
        return hand

    yield sit_down
    for context in contexts:
        context.close()
