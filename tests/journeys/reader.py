"""Somebody who opens pages, sees that they are the pages meant, and asks axe what it thinks of them."""

from collections import Counter

from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Page

GRAVE = {"serious", "critical"}
# Sends a form that nobody could press: the page's own token and a fresh key, and not one field filled in.
SEND_NOTHING = """address => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = address;
    const token = document.querySelector('[name=csrfmiddlewaretoken]').value;
    for (const [name, value] of [['csrfmiddlewaretoken', token], ['key', crypto.randomUUID()]]) {
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
        self.faults: list[str] = []

    def sign_in(self, worker: str) -> None:
        client = Client()
        client.force_login(get_user_model().objects.get(username=f"cast-{worker}"))
        session = client.cookies["sessionid"].value
        self.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.home}])

    def look(self, address: str, state: str, status: int = 200) -> None:
        answer = self.page.goto(f"{self.home}{address}")
        got = answer.status if answer else 0
        if got != status:
            self.faults.append(f"{state} {address}: {got}, not {status}")
        self.judge(state, address)

    def send_nothing(self, address: str) -> int:
        """Send a form with nothing in it from the present page; the status of what comes back, after redirects."""
        with self.page.expect_navigation() as moved:
            self.page.evaluate(SEND_NOTHING, address)
        answer = moved.value
        return answer.status if answer else 0

    def judge(self, state: str, where: str) -> None:
        self.looked[state] += 1
        for found in Axe().run(self.page).response["violations"]:
            if found["impact"] in GRAVE:
                nodes = "; ".join(node["html"][:160] for node in found["nodes"][:3])
                self.faults.append(f"{state} {where}: {found['id']} ({found['impact']}): {nodes}")

    def said(self) -> str:
        counted = ", ".join(f"{count} {state}" for state, count in self.looked.items())
        return f"axe: {self.looked.total()} pages and states ({counted}), {len(self.faults)} faults"
