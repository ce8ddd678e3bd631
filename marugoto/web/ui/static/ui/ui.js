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
  if (event.key === "F8" && !event.isComposing) return act(event, () => leave());
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

// What is being written is kept on the server every few seconds, in place of how it stood before; sending it throws it away.
const KEEP_EVERY_MS = 5_000;
const unkept = new WeakSet();

function onTyped(event) {
  const form = event.target.closest("form[data-keep]");
  if (form) unkept.add(form);
}

async function keepWhatIsWritten() {
  for (const form of document.querySelectorAll("form[data-keep]")) {
    if (!unkept.has(form) || form.dataset.sent || gone) continue;
    unkept.delete(form);
    await keepOne(form).catch(() => unkept.add(form));
  }
}

async function keepOne(form) {
  const said = new FormData();
  const draft = form.querySelector("input[name='draft']");
  said.append("csrfmiddlewaretoken", form.querySelector("[name='csrfmiddlewaretoken']").value);
  said.append("written", `${form.getAttribute("action") ?? ""}\n${written(form)}`);
  said.append("reader", document.querySelector("[data-leave] [name='reader']")?.value ?? "");
  if (draft) said.append("draft", draft.value);
  const answer = await fetch(form.dataset.keep, { method: "POST", body: said });
  if (!answer.ok) throw new Error(String(answer.status));
  const kept = await answer.text();
  if (!unkept.has(form)) changed.delete(form);
  if (draft) draft.value = kept;
  else addHidden(form, "draft", kept);
  const note = form.querySelector("[data-kept]");
  const now = new Date().toLocaleTimeString("ja-JP", { hour: "2-digit", minute: "2-digit" });
  if (note) note.textContent = `書きかけを預かりました(${now})。`;
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

// ---------------------------------------------------------------- leaving the screen

const LOOK_EVERY_MS = 15_000;
const SAY_EVERY_MS = 240_000;
const WAIT_FOR_THE_FIRST_MS = 5_000;
const LEFT = "left";
const SHUT = "shut";
const windows = "BroadcastChannel" in window ? new BroadcastChannel("marugoto.leave") : null;
let touchedAt = Date.now();
let saidAt = Date.now();
let told = false;
let gone = false;

// Nothing is to be read any more, at once; what was changed goes along, and is kept before the sign-in ends.
function leave({ idle = false } = {}) {
  const form = document.querySelector("[data-leave]");
  if (!form || gone) return;
  if (!idle && !told && tooLongToKeep(form)) return alert(form.dataset.tooLong);
  gone = true;
  document.documentElement.hidden = true;
  if (!told) windows?.postMessage(LEFT);
  for (const one of document.querySelectorAll("form[data-draft]")) {
    if (changed.has(one)) addHidden(form, "written", `${one.getAttribute("action") ?? ""}\n${written(one)}`);
    changed.delete(one);
  }
  if (idle) addHidden(form, "idle", "1");
  form.submit();
}

// What is too long to be kept would be lost when the screen is shut: whoever is there hears it, and the screen stays as it is.
function tooLongToKeep(leaveForm) {
  let bytes = 0;
  for (const one of document.querySelectorAll("form[data-draft]")) {
    if (!changed.has(one)) continue;
    let letters = 0;
    for (const [, value] of new FormData(one)) letters += typeof value === "string" ? value.length : 0;
    if (letters > Number(leaveForm.dataset.most)) return true;
    bytes += String(written(one)).length;
  }
  return bytes > Number(leaveForm.dataset.mostBytes);
}

// Another window was left. Nothing is to be read here either, but this one goes only when the page of the first says that the sign-in
// is shut: before, the two would meet at the server, and whoever comes second with an old sign-in is nobody there.
function onWindow({ data }) {
  if (told && data === LEFT) return undefined;
  told = true;
  document.documentElement.hidden = true;
  return data === SHUT ? leave() : setTimeout(leave, WAIT_FOR_THE_FIRST_MS);
}

function written(form) {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") said.append(name, value);
    else if (value.name) said.append("with_file", "1");
  }
  return said;
}

// What was chosen, in our own words; a form that is emptied, or comes back out of the browser's memory, says it anew.
function sayFiles() {
  for (const said of document.querySelectorAll(".file__said")) {
    const names = [...said.parentElement.querySelector("input").files].map((file) => file.name);
    said.textContent = names.join("、") || said.dataset.none;
  }
}

function addHidden(form, name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  form.append(field);
}

function onLeaveNow(event) {
  if (event.target.closest("[data-leave-now]")) act(event, () => leave());
}

// Whoever types on is there: the server hears it now and then, and the other windows of this browser know it too.
function onTouch() {
  touchedAt = Date.now();
  if (touchedAt - saidAt < SAY_EVERY_MS) return;
  saidAt = touchedAt;
  writeSetting("touched", String(touchedAt));
  const form = document.querySelector("[data-leave]");
  if (form) fetch(form.dataset.here).then((answer) => answer.status === 423 && leave());
}

function lookWhetherAnybodyIsThere() {
  const form = document.querySelector("[data-leave]");
  const last = Math.max(touchedAt, Number(readSetting("touched")) || 0);
  if (form && !told && Date.now() - last > Number(form.dataset.idle) * 60_000) leave({ idle: true });
}

// A page that comes back out of the browser's memory is asked for again: somebody may have left since.
function onShownAgain(event) {
  if (!event.persisted) return;
  document.documentElement.hidden = true;
  location.reload();
}

function readyLeaving() {
  for (const form of document.querySelectorAll("form[data-written]")) changed.add(form);
  if (document.querySelector("[data-shut]")) windows?.postMessage(SHUT);
  if (!document.querySelector("[data-leave]")) return;
  windows?.addEventListener("message", onWindow);
  for (const touch of ["keydown", "pointerdown", "input", "scroll"]) {
    document.addEventListener(touch, onTouch, { passive: true, capture: true });
  }
  setInterval(lookWhetherAnybodyIsThere, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", lookWhetherAnybodyIsThere);
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
  const panel = document.getElementById(location.hash.slice(1))?.closest(".stack > .panel");
  panel?.before(region); // whoever was sent to a part of the page reads it there
  region.style.minBlockSize = `${region.offsetHeight}px`; // nothing below moves while it is away
  region.replaceChildren(); // a status region speaks of what arrives in it, so the words arrive
  setTimeout(() => {
    region.replaceChildren(toast);
    region.style.minBlockSize = "";
    if (panel) region.scrollIntoView({ block: "nearest" });
  }, 100);
}

function ready() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("input", onInput);
  document.addEventListener("input", onTyped);
  setInterval(keepWhatIsWritten, KEEP_EVERY_MS);
  document.addEventListener("change", sayFiles);
  document.addEventListener("reset", () => setTimeout(sayFiles));
  window.addEventListener("pageshow", sayFiles);
  document.addEventListener("submit", onSubmit);
  document.addEventListener("click", closeFolds);
  document.addEventListener("click", onRefusedPress);
  window.addEventListener("beforeunload", onLeaving);
  document.addEventListener("click", onLeaveNow);
  window.addEventListener("pageshow", onShown);
  window.addEventListener("pageshow", onShownAgain);
  readyLeaving();
  readyHelp();
  readyToast();
}

ready();
