// Single keys: an element with data-key is pressed by that key; ? lists them. Off for people who switched them off.

const off = document.body.dataset.singleKeys === "off";

const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

/** What an element is called in the list of keys. */
function called(element) {
  const label = element.cloneNode(true);
  label.querySelectorAll?.("kbd").forEach((kbd) => kbd.remove());
  const said = element.dataset.keyName ?? element.placeholder ?? label.textContent;
  return said.trim().replace(/\s+/g, " ").slice(0, 90);
}

const entries = () => [...document.querySelectorAll("main :is(.cell-main, .row-title) a, main a.row-title")];

/** From one entry of a list to the next; Enter opens the one in hand. */
function walk(step) {
  const all = entries();
  const at = all.indexOf(document.activeElement);
  all[Math.min(Math.max(at + step, 0), all.length - 1)]?.focus();
}

function list() {
  const dialog = document.querySelector("[data-keys]");
  const rows = new Map();
  for (const element of document.querySelectorAll("[data-key], [data-row-key]")) {
    const key = element.dataset.key ?? element.dataset.rowKey;
    if (key !== "Escape" && !rows.has(key)) rows.set(key, called(element));
  }
  const lines = [...rows].flatMap(([key, said]) => {
    const name = document.createElement("dt");
    const kbd = document.createElement("kbd");
    const what = document.createElement("dd");
    kbd.textContent = key;
    name.append(kbd);
    what.textContent = said;
    return [name, what];
  });
  const walks = entries().length > 0 || document.querySelector("[data-triage]") !== null;
  for (const line of dialog.querySelectorAll("[data-walks]")) line.hidden = !walks;
  dialog.querySelector("[data-keys-list]").replaceChildren(...lines);
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) event.target.blur(); // a second press leaves the page
  if (off || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "?") {
    event.preventDefault();
    list();
    return;
  }
  // what a closed box hides is pressed by no key: it was not read yet
  const named = [...document.querySelectorAll(`[data-key="${CSS.escape(event.key)}"]`)];
  const element = named.find((one) => one.checkVisibility?.() ?? true);
  if (!element && (event.key === "j" || event.key === "k") && !document.querySelector("[data-triage]")) {
    event.preventDefault();
    walk(event.key === "j" ? 1 : -1);
    return;
  }
  if (!element) return;
  event.preventDefault();
  if (typing(element)) element.focus();
  else element.click();
  if (element.matches("summary")) element.scrollIntoView({ block: "center" });
});

/** The form that Ctrl and Enter send: the one with the focus, or the only one of the page while nothing has it. */
function sent(target) {
  const posting = document.querySelectorAll("main form[method=post]");
  const only = posting.length > 0 ? posting : document.querySelectorAll("main form");
  return target.closest("form") ?? (target === document.body && only.length === 1 ? only[0] : null);
}

// from any box of a form, Ctrl and Enter press its first button
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  const form = sent(event.target);
  const button = form?.querySelector("[data-primary]") ?? form?.querySelector("button[type=submit]");
  if (!button) return;
  event.preventDefault();
  button.click();
});
