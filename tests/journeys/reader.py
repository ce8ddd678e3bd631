"""Somebody who opens pages, sees that they are the pages meant, and asks axe what it thinks of them."""

from collections import Counter, defaultdict
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import resolve
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
FAULTS_ONLY = {"reporter": "no-passes", "resultTypes": ["violations"]}  # what is in order need not be told
JUDGE = Path(__file__).with_name("judge.js").read_text(encoding="utf-8")
# Sends a form that nobody could press: the page's own token, a fresh key if there is one, and not one field filled in.
SEND_NOTHING = """([address, keyed]) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = address;
    const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
    const values = [['csrfmiddlewaretoken', token], ...(keyed ? [['key', crypto.randomUUID()]] : [])];
    for (const [name, value] of values) {
        const field = document.createElement('input');
        Object.assign(field, {type: 'hidden', name, value});
        form.append(field);
    }
    document.body.append(form);
    form.submit();
}"""


class Reader:
    """Every look says which status it expects: the page of what is not there never counts as the page that was meant."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self.looked: Counter[str] = Counter()
        self.names: dict[str, set[str]] = defaultdict(set)  # state → names of the addresses that were read in it
        self.faults: list[str] = []
        self.judged: set[str] = set()  # looks whose contrast was seen

    def sign_in(self, worker: str) -> None:
        client = Client()
        client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
        self.take_over(client)

    def take_over(self, client: Client) -> None:
        """Go on in the session of somebody who came in without a browser."""
        session = client.cookies["sessionid"].value
        self.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.home}])

    def look(self, address: str, state: str, status: int = 200) -> None:
        answer = self.page.goto(f"{self.home}{address}")
        self._came(address, state, answer.status if answer else 0, status)

    def send_nothing(self, address: str, state: str, status: int, *, keyed: bool = True) -> None:
        """Send a form with nothing in it from the present page, and read what comes back; from the page of help, where there is no form."""
        if not self.page.locator("[name=csrfmiddlewaretoken]").count():
            self.page.goto(f"{self.home}/help/")
        with self.page.expect_navigation() as moved:
            self.page.evaluate(SEND_NOTHING, [address, keyed])
        answer = moved.value
        self._came(address, state, answer.status if answer else 0, status)

    def _came(self, address: str, state: str, got: int, meant: int) -> None:
        arrived = urlsplit(self.page.url).path
        if got != meant or arrived != urlsplit(address).path:
            self.faults.append(f"{state} {address}: {got}, not {meant}; at {arrived}")
        elif got != 404:
            self.names[state].add(resolve(arrived).view_name)
        self.judge(state, address)

    def judge(self, state: str, where: str) -> None:
        self.looked[state] += 1
        self.page.evaluate(AXE_SCRIPT)
        found = self.page.evaluate(JUDGE, [list(self.judged), FAULTS_ONLY])
        self.judged.update(found["looks"])
        for fault in found["violations"]:
            if fault["impact"] in GRAVE:
                nodes = "; ".join(node["html"][:160] for node in fault["nodes"][:3])
                self.faults.append(f"{state} {where}: {fault['id']} ({fault['impact']}): {nodes}")

    def seen(self) -> set[str]:
        """Names of the addresses that were read in any state."""
        return {name for names in self.names.values() for name in names}

    def said(self) -> str:
        counted = ", ".join(f"{count} {state}" for state, count in self.looked.items())
        return f"axe: {self.looked.total()} pages and states ({counted}), {len(self.faults)} faults"
