// The reader's choice of light or dark, set before the page is painted; without one, the system's own.
const KEY = "desk-theme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");

function chosen() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is closed to us: follow the system
  }
}

function show() {
  document.documentElement.dataset.bsTheme = chosen() ?? (dark.matches ? "dark" : "light");
}

show();
dark.addEventListener("change", show);

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-theme-toggle]")) return;
  const next = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // not kept, but still shown on this page
  }
  document.documentElement.dataset.bsTheme = next;
});
