// The review form: more rows of evidence, and sending it from any box.
const form = document.querySelector("[data-review]");
const total = form.querySelector("[name=evidence-TOTAL_FORMS]");
const most = Number(form.querySelector("[name=evidence-MAX_NUM_FORMS]").value);

document.querySelector("[data-add-evidence]").addEventListener("click", () => {
  const number = Number(total.value);
  if (number >= most) return;
  const blank = document.querySelector("[data-evidence-blank]").innerHTML.replaceAll("__prefix__", number);
  document.querySelector("[data-evidence-rows]").insertAdjacentHTML("beforeend", blank);
  total.value = number + 1;
  document.querySelector(`[name=evidence-${number}-address]`).focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  event.preventDefault();
  form.querySelector("[data-primary]").click();
});

// a draft that was not kept under a hold any more does not go on saying until when it is held
form.addEventListener("htmx:responseError", () => document.getElementById("kept").replaceChildren());

// the claim's own line stands in view, and the form stays where it is
const here = document.getElementById("here");
const article = here?.closest(".bench-text");
if (article) article.scrollTop += here.getBoundingClientRect().top - article.getBoundingClientRect().top - article.clientHeight / 3;
