// What is typed into a review is kept on the desk a moment later. Where it was not, the page says so, tries again by itself and
// asks before it is left; who was signed out meanwhile, or has signed in anew, loses nothing.

const FIRST = 2_000; // milliseconds until another try; each further one waits twice as long
const LONGEST = 60_000;

const states = new WeakMap();

/** Of a form: how often somebody typed, how much of that was sent and kept, and the next try. */
function of(form) {
  if (!states.has(form)) states.set(form, { typed: 0, sent: 0, kept: 0, wait: FIRST, timer: 0 });
  return states.get(form);
}

const current = () => document.querySelector("[data-review]");
const unkept = (form) => form !== null && of(form).typed > of(form).kept;

/** Says in the form's own line what became of the draft. */
function say(name) {
  document.getElementById("kept")?.replaceChildren(document.querySelector(`[data-said="${name}"]`).content.cloneNode(true));
}

/** Says it at the top of the page, where whoever pressed a button looks. */
function tell(name) {
  const notices = document.getElementById("notices");
  notices.replaceChildren(document.querySelector(`[data-told="${name}"]`).content.cloneNode(true));
  notices.scrollIntoView({ block: "center" });
}

function keep(form) {
  if (form.isConnected && unkept(form)) htmx.trigger(form, "keep");
}

function keepLater(form) {
  const state = of(form);
  clearTimeout(state.timer);
  state.timer = setTimeout(keep, state.wait, form);
  state.wait = Math.min(2 * state.wait, LONGEST);
}

function notKept(form, why = "not-kept") {
  if (!form.isConnected) return;
  say(why);
  keepLater(form);
}

/** Nothing leaves the page: signing in happens in another tab, and the next try goes through. */
function signedOut(form, button) {
  notKept(form, "signed-out");
  if (button) tell("signed-out");
}

/** Signing in anew has changed the proof that a form is ours; any page has the new one, a page for nobody has none. */
async function renewToken() {
  const answer = await fetch(location.pathname);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const headers = page.body.getAttribute("hx-headers");
  if (!headers) return false;
  document.body.setAttribute("hx-headers", headers);
  const token = JSON.parse(headers)["X-CSRFToken"];
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  return true;
}

let renewing = null; // one question for a new token, however many requests wait for it
const anew = new WeakSet(); // what was sent with a new token and not answered yet

async function sendAnew(form, button) {
  const asks = button ?? form;
  if (anew.has(asks)) {
    anew.delete(asks); // the new token did no better
    notKept(form);
    if (button) tell("unanswered");
    return;
  }
  try {
    renewing ??= renewToken();
    if (!(await renewing)) return signedOut(form, button);
    anew.add(asks);
    button ? button.click() : keep(form);
  } catch {
    notKept(form); // the desk did not answer
    if (button) tell("unanswered");
  } finally {
    renewing = null;
  }
}

for (const typed of ["input", "change"]) {
  document.addEventListener(typed, ({ target }) => {
    const form = target.closest?.("[data-review]");
    if (form) of(form).typed += 1;
  });
}

/** The review's form that a request is about, and the button if one was pressed: without one it is a draft's. */
function about(event) {
  const asks = event.detail.requestConfig?.elt;
  const form = asks?.closest("[data-review]") ?? null;
  return { form, button: asks === form ? null : asks };
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const { form } = about(event);
  if (!form) return;
  clearTimeout(of(form).timer);
  of(form).sent = of(form).typed;
});

document.addEventListener("htmx:beforeOnLoad", (event) => {
  const { form, button } = about(event);
  if (!form) return;
  const { xhr, requestConfig } = event.detail;
  const state = of(form);
  const stale = xhr.status === 403 && xhr.responseText.includes("data-stale-token");
  if (!stale) anew.delete(button ?? form);
  if (new URL(xhr.responseURL).pathname !== requestConfig.path) {
    event.preventDefault(); // the page for signing in
    signedOut(form, button);
  } else if (stale) {
    event.preventDefault();
    sendAnew(form, button);
  } else if (xhr.status < 300 || xhr.getResponseHeader("Draft-Kept")) {
    state.kept = state.sent;
    state.wait = FIRST;
    if (xhr.status >= 300) say("kept-without-hold");
    if (!button && unkept(form)) keepLater(form);
  } else if (!button) {
    say("not-kept");
    if (xhr.status >= 500) keepLater(form);
  } else if (unkept(form)) keepLater(form);
});

for (const went of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(went, (event) => {
    const { form } = about(event);
    if (form) notKept(form);
  });
}

for (const back of ["online", "focus"]) {
  window.addEventListener(back, () => current() && keep(current()));
}
document.addEventListener("visibilitychange", () => document.hidden && current() && keep(current()));

window.addEventListener("beforeunload", (event) => {
  if (unkept(current())) event.preventDefault();
});

/** A form that came back because something is missing holds what no draft has yet. */
function begin() {
  const form = current();
  if (!form?.hasAttribute("data-unkept")) return;
  of(form).typed += 1;
  keepLater(form);
}

begin();
document.addEventListener("htmx:load", ({ target }) => target.id === "main" && begin());
