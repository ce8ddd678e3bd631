// What makes the way shorter. Every page works without this file: it adds keys, a warning before unsent words are lost,
// a guard against pressing twice, and the announcement of what has just happened.

const IN_A_FIELD = "input, textarea, select, [contenteditable], dialog";
const ROWS = ".tbl tbody tr, .todo > li, .rows > li, .needs > li, .offer";
const GO_WITHIN_MS = 1200;

// ---------------------------------------------------------------- keys

let waitingForSecond = 0;

function keysAreOn() {
  return readSetting("keys") !== "off";
}

function onKey(event) {
  if (event.key === "Escape") return closeFolds();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  if (event.target.closest(IN_A_FIELD)) return undefined;
  if (event.key === "?") return act(event, toggleHelp);
  if (!keysAreOn()) return undefined;
  if (Date.now() - waitingForSecond < GO_WITHIN_MS) {
    waitingForSecond = 0;
    return follow(event, event.key);
  }
  const keys = { "/": focusSearch, j: () => step(1), k: () => step(-1), n: writeNew, g: waitForSecond };
  return Object.hasOwn(keys, event.key) ? act(event, keys[event.key]) : undefined;
}

function act(event, deed) {
  event.preventDefault();
  deed();
}

function waitForSecond() {
  waitingForSecond = Date.now();
}

function follow(event, letter) {
  const link = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === `g ${letter}`);
  if (link) act(event, () => link.click());
}

function focusSearch() {
  document.querySelector("[data-find]")?.focus();
}

function writeNew() {
  const place = document.querySelector("[data-key='n'], textarea[data-write]");
  if (!place) return;
  if (place.matches("a, button")) place.click();
  else place.focus();
}

function step(by) {
  const rows = [...document.querySelectorAll(ROWS)].filter((row) => row.offsetParent && row.querySelector("a, button"));
  if (!rows.length) return;
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + by));
  rows[next].querySelector("a, button").focus();
}

// ---------------------------------------------------------------- help

function toggleHelp() {
  const help = document.querySelector("[data-help]");
  if (!help) return;
  if (help.open) help.close();
  else help.showModal();
}

function readyHelp() {
  document.querySelector("[data-keys-hint]")?.removeAttribute("hidden");
  const box = document.querySelector("[data-keys-on]");
  if (!box) return;
  box.checked = keysAreOn();
  box.addEventListener("change", () => writeSetting("keys", box.checked ? "on" : "off"));
}

function readSetting(name) {
  try {
    return localStorage.getItem(`marugoto.${name}`);
  } catch {
    return null; // a browser that keeps nothing still works, with the keys on
  }
}

function writeSetting(name, value) {
  try {
    localStorage.setItem(`marugoto.${name}`, value);
  } catch {
    // nothing is kept; the choice holds until the next page
  }
}

// ---------------------------------------------------------------- forms

const changed = new WeakSet();

function onInput(event) {
  const form = event.target.closest("form[data-draft]");
  if (form) changed.add(form);
}

function onSubmit(event) {
  const form = event.target;
  if (event.defaultPrevented) return;
  changed.delete(form);
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  event.submitter?.setAttribute("aria-busy", "true");
}

function onLeaving(event) {
  const unsent = [...document.querySelectorAll("form[data-draft]")].some((form) => changed.has(form));
  if (unsent) event.preventDefault();
}

function onShown() {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
}

function onRefusedPress(event) {
  const refused = event.target.closest("[aria-disabled='true']");
  if (refused) event.preventDefault();
}

// ---------------------------------------------------------------- folds, toasts

function closeFolds(event) {
  for (const fold of document.querySelectorAll("details[data-fold][open]")) {
    if (event && fold.contains(event.target)) continue;
    const inside = fold.contains(document.activeElement);
    fold.open = false;
    if (inside) fold.querySelector("summary").focus();
  }
}

function readyToast() {
  const region = document.querySelector("[data-toasts]");
  const toast = region?.firstElementChild;
  if (!toast) return;
  const close = toast.querySelector("[data-close]");
  close?.removeAttribute("hidden");
  close?.addEventListener("click", () => toast.remove());
  region.replaceChildren(); // a status region speaks of what arrives in it, so the words arrive
  setTimeout(() => region.replaceChildren(toast), 100);
}

function ready() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("input", onInput);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("click", closeFolds);
  document.addEventListener("click", onRefusedPress);
  window.addEventListener("beforeunload", onLeaving);
  window.addEventListener("pageshow", onShown);
  readyHelp();
  readyToast();
}

ready();
