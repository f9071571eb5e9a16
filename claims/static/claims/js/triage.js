// Triage by keys: j and k move, any other key presses the button of the row in hand that names it.
const off = document.body.dataset.singleKeys === "off";
const rows = () => [...document.querySelectorAll("[data-row]")];
const inHand = () => document.activeElement?.closest("[data-row]");

function move(step) {
  const all = rows();
  const at = all.indexOf(inHand());
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", (event) => {
  if (off || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("textarea, select, input:not([type=checkbox])")) return;
  if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    move(event.key === "j" ? 1 : -1);
    return;
  }
  const undo = event.key === "u" ? [...document.querySelectorAll("[data-undo]")].pop() : null;
  if (undo) {
    event.preventDefault();
    undo.click(); // the last that was decided here, wherever the hand is
    return;
  }
  const row = inHand() ?? rows()[0];
  const button = row?.querySelector(`[data-row-key="${CSS.escape(event.key)}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

// what is decided steps back, and the next row comes to hand; what is undone comes forward again
document.body.addEventListener("htmx:afterSwap", (event) => {
  const row = event.target.closest("[data-row]");
  if (!row) return;
  const done = row.querySelector(".done") !== null;
  row.classList.toggle("is-done", done);
  const box = row.querySelector("input[type=checkbox]");
  if (box) {
    box.checked = false;
    box.disabled = done;
  }
  const following = rows().find((other) => !other.classList.contains("is-done") && row.compareDocumentPosition(other) & 4);
  (done ? following ?? row : row).focus();
});

// whoever comes back from the page of a verb goes on where they were
if (location.hash.startsWith("#row-")) (document.getElementById(location.hash.slice(1)) ?? rows()[0])?.focus();
