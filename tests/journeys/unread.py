"""Addresses that answer with no page of their own, each with its reason."""

NOT_READ = {
    "shell:feed": "a file for a calendar program",
    "shell:hat": "answers with the first page",
    "shell:sign_out": "answers with the door",
    "shell:leave": "answers with the page that says that the screen was left",
    "shell:here": "answers nothing, to the script",
    "shell:keep": "answers with the page on which somebody writes, or with an id, to the script",
    "shell:unsent_go_on": "answers with the page on which it was written",
    "shell:unsent_throw": "answers with what else is kept",
    "shell:as_cast": "answers with the page that was asked for",
    "ui:theme": "answers with the page it was pressed on",
    "ui:parts": "read in light and dark beside the design system",
    "ui:parts_porch": "read in light and dark beside the design system",
}
