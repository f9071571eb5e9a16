// The review form: more rows of evidence, sending it from any box, and the answer in the place of the form.

const form = () => document.querySelector("[data-review]");

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-add-evidence]")) return;
  const total = form().querySelector("[name=evidence-TOTAL_FORMS]");
  const number = Number(total.value);
  if (number >= Number(form().querySelector("[name=evidence-MAX_NUM_FORMS]").value)) return;
  const blank = document.querySelector("[data-evidence-blank]").innerHTML.replaceAll("__prefix__", number);
  document.querySelector("[data-evidence-rows]").insertAdjacentHTML("beforeend", blank);
  total.value = number + 1;
  document.querySelector(`[name=evidence-${number}-address]`).focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || !form()) return;
  event.preventDefault();
  form().querySelector("[data-primary]").click();
});

// --- the next claim, or what is missing, comes in the answer itself ------------------------------------------------

const READ = [200, 409, 422]; // the next claim, what it was overtaken by, what is missing

const goesOn = (event) => event.detail.requestConfig?.elt.matches("[data-onwards]");

/** Says at the top what went wrong; the form stays as it is. */
function tell(said) {
  const notice = document.querySelector('[data-told="unanswered"]').content.cloneNode(true);
  if (said) notice.querySelector("p").textContent = said;
  document.getElementById("notices").replaceChildren(notice);
  document.getElementById("notices").scrollIntoView({ block: "center" });
}

// a day that is written by half would be sent as none
document.addEventListener("htmx:configRequest", (event) => {
  if (!event.detail.elt.matches("[data-onwards]")) return;
  const halved = [...form().elements].find((field) => field.validity?.badInput);
  if (!halved) return;
  event.preventDefault();
  halved.reportValidity();
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (!goesOn(event) || xhr.getResponseHeader("HX-Retarget") || READ.includes(xhr.status)) return;
  event.detail.shouldSwap = false;
  tell(xhr.status < 500 && new DOMParser().parseFromString(xhr.responseText, "text/html").querySelector(".lead")?.textContent);
});

document.addEventListener("htmx:sendError", (event) => goesOn(event) && tell());

/** The claim's own line stands in view, and the form stays where it is. */
function lookAtClaim() {
  const here = document.getElementById("here");
  const article = here?.closest(".bench-text");
  if (article) article.scrollTop += here.getBoundingClientRect().top - article.getBoundingClientRect().top - article.clientHeight / 3;
}

lookAtClaim();
document.addEventListener("htmx:load", ({ target }) => {
  if (target.id !== "main") return;
  target.focus({ preventScroll: true }); // as on a page that has just been opened, reading begins at its top
  lookAtClaim();
});
