// Says how long a pasted text is, and sends nothing that is more than can be taken in: nothing is ever cut.
const field = document.querySelector("textarea[data-most]");
const told = document.querySelector("[data-count]");
const most = Number(field.dataset.most);
const number = new Intl.NumberFormat(document.documentElement.lang);

function characters() {
  return field.value.replace(/[\ud800-\udbff][\udc00-\udfff]/g, " ").length;
}

function tell() {
  const length = characters();
  told.hidden = length === 0;
  told.textContent = `${number.format(length)} / ${number.format(most)}`;
  field.setCustomValidity(length > most ? field.dataset.tooLong : "");
  field.classList.toggle("is-invalid", length > most);
}

field.addEventListener("input", tell);
field.form.addEventListener("submit", (event) => {
  tell();
  if (field.checkValidity()) return;
  event.preventDefault();
  event.stopPropagation();
  told.hidden = false;
  told.textContent = `${told.textContent}: ${field.dataset.tooLong}`;
  field.focus();
});
tell();
