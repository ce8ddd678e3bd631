"""A hand at the browser: the same words for the mouse, for the keyboard alone, and for a browser without scripts."""

import os
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 400
# How many times Tab is to be pressed at least: what can surely be reached lies between. 0 where one is there.
AHEAD = """node => {
    const here = document.activeElement;
    if (node === here) return 0;
    if (here === document.body || location.hash || document.querySelector('dialog[open]')) return 1;
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
    const between = stops.filter((one) => one.tabIndex >= 0 && !one.matches(':disabled, [type=hidden], [type=radio], [inert] *')
        && one.checkVisibility({visibilityProperty: true})
        && here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING
        && node.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING);
    return between.length + 1;
}"""


@dataclass
class Hand:
    """With the mouse. `home` is the address of the house."""

    page: Page
    home: str

    def sign_in(self, name: str) -> None:
        """One click on a member of the cast."""
        self.page.goto(f"{self.home}/sign-in/")
        self.press(name)

    def sign_in_with(self, login: str, password: str) -> None:
        """As somebody who is none of the cast does."""
        self.page.goto(f"{self.home}/sign-in/")
        self.press("サインインする")
        self._fill(self.page.locator("[name=login]"), login)
        self._fill(self.page.locator("[name=password]"), password)
        self._go(self.page.locator("form:has([name=password]) button[type=submit]").first)

    def follow(self, words: str, *, exact: bool = True) -> None:
        self._go(self.page.get_by_role("link", name=words, exact=exact).first)

    def press(self, words: str, *, inside: Locator | None = None) -> None:
        self._go((inside or self.page).get_by_role("button", name=words, exact=True).first)

    def follow_in(self, part: Locator, words: str) -> None:
        self._go(part.get_by_role("link", name=words, exact=True).first)

    def open(self, words: str) -> None:
        """A folded part of the page."""
        self._go(self.page.locator("summary", has_text=words).first)

    def open_in(self, part: Locator, words: str) -> None:
        self._go(part.locator("summary", has_text=words).first)

    def need(self, title: str) -> Locator:
        """A need on the household's page."""
        return self.page.locator("section.need", has_text=title).first

    def write(self, label: str, words: str, *, inside: Locator | None = None) -> None:
        self._fill(self._field(label, inside), words)

    def choose(self, label: str, option: str, *, inside: Locator | None = None) -> None:
        """An option of a list, by the words shown."""
        self._choose(self._field(label, inside), option)

    def tick(self, words: str, *, inside: Locator | None = None) -> None:
        """A box, by its own words."""
        self._tick((inside or self.page).get_by_role("checkbox", name=words, exact=True).first)

    def mark(self, group: str, words: str, *, inside: Locator | None = None) -> None:
        """One of several, by the words of the group and its own."""
        among = (inside or self.page).get_by_role("group", name=group)
        self._mark(among.get_by_role("radio", name=words, exact=True).first)

    def sees(self, words: str) -> None:
        expect(self.page.locator("body")).to_contain_text(words)
        self._picture(words)

    def does_not_see(self, words: str) -> None:
        expect(self.page.locator("body")).not_to_contain_text(words)

    def heading(self, words: str) -> None:
        expect(self.page.locator("h1")).to_contain_text(words)
        self._picture(words)

    def panel(self, title: str) -> Locator:
        """A part of the page, by its heading."""
        return self.page.locator("section", has=self.page.get_by_role("heading", name=title)).first

    def _picture(self, words: str) -> None:
        """What was on the screen when these words were seen, where MARUGOTO_PICTURES names a folder."""
        folder = os.environ.get("MARUGOTO_PICTURES")
        if folder:
            number = len(list(Path(folder).glob("*.png"))) + 1 if Path(folder).exists() else 1
            self.page.screenshot(path=f"{folder}/{number:03d}-{words[:24].replace('/', '_')}.png", full_page=True)

    def _field(self, label: str, inside: Locator | None) -> Locator:
        fields = self.page.locator("input, select, textarea")
        return (inside or self.page).get_by_label(label, exact=False).and_(fields).first

    def _go(self, target: Locator) -> None:
        target.click()

    def _fill(self, target: Locator, words: str) -> None:
        target.fill(words)

    def _choose(self, target: Locator, option: str) -> None:
        target.select_option(label=option)

    def _tick(self, target: Locator) -> None:
        target.check()

    def _mark(self, target: Locator) -> None:
        target.check()


@dataclass
class KeyboardHand(Hand):
    """Without a mouse: everything is reached with Tab and done with keys. `keys` counts them; a text that is typed counts once."""

    keys: int = 0

    def _key(self, name: str) -> None:
        self.keys += 1
        self.page.keyboard.press(name)

    def _reach(self, target: Locator) -> None:
        expect(target).to_be_visible()
        pressed = 0
        while pressed < MOST_TABS:
            ahead = target.evaluate(AHEAD)
            if ahead == 0:
                return
            for _ in range(ahead):
                self._key("Tab")
            pressed += ahead
        raise AssertionError(f"Tab never reaches {target}")

    def _go(self, target: Locator) -> None:
        self._reach(target)
        self._key("Enter")
        self.page.wait_for_load_state()

    def _fill(self, target: Locator, words: str) -> None:
        self._reach(target)
        self._key("ControlOrMeta+a")
        self.keys += 1
        self.page.keyboard.insert_text(words)

    def _choose(self, target: Locator, option: str) -> None:
        self._reach(target)
        labels = target.evaluate("node => [...node.options].map(one => one.label.trim())")
        self._key("Home")
        for _ in range(labels.index(option)):
            self._key("ArrowDown")
        assert target.evaluate("node => node.selectedOptions[0].label.trim()") == option

    def _tick(self, target: Locator) -> None:
        self._reach(target)
        self._key("Space")
        expect(target).to_be_checked()

    def _mark(self, target: Locator) -> None:
        """Tab comes to the one that is marked (or the first); arrows walk inside the group."""
        group = target.evaluate("node => [...document.getElementsByName(node.name)].indexOf(node)")
        name = target.get_attribute("name")
        for _ in range(MOST_TABS):
            if self.page.evaluate("name => document.activeElement.name === name", name):
                break
            self._key("Tab")
        for _ in range(20):
            at = self.page.evaluate(
                "name => [...document.getElementsByName(name)].indexOf(document.activeElement)", name
            )
            if at == group:
                break
            self._key("ArrowDown" if at < group else "ArrowUp")
        if not target.is_checked():
            self._key("Space")
        expect(target).to_be_checked()
