// The reading view: cards stand beside their lines, and a card and its words point at each other.
const text = document.querySelector("[data-reading]");
const GAP = 10;
const wide = window.matchMedia("(min-width: 76rem)");
let active = null;
let waiting = false;
let follow = false; // the card in hand keeps its place in the window, and the text comes to it

const cards = () => [...text.querySelectorAll(".claim-card")];
const marksOf = (claim) => text.querySelectorAll(`[data-claims~="${claim}"]`);
const cardOf = (claim) => text.querySelector(`.claim-card[data-claim="${claim}"]`);

/** Where each card would like to stand, and how high it is; all reading before any writing. */
function measure() {
  const origin = text.getBoundingClientRect().top;
  return cards().map((card) => {
    const line = marksOf(card.dataset.claim)[0] ?? card.closest(".row-of-text");
    return { card, wish: line.getBoundingClientRect().top - origin, height: card.offsetHeight };
  });
}

/** Tops in the order of the text, each pushed down by the one before it. */
function flow(places, from = 0, tops = []) {
  for (let i = from; i < places.length; i += 1) {
    const free = i === 0 ? 0 : tops[i - 1] + places[i - 1].height + GAP;
    tops[i] = Math.max(places[i].wish, free);
  }
  return tops;
}

/** The card in hand stands exactly at its line; those before it give way upwards, or are fanned where there is no room. */
function settle(places, hand) {
  const tops = flow(places);
  if (hand < 0 || tops[hand] === places[hand].wish) return tops;
  const first = places[0].wish;
  const share = (places[hand].wish - first) / (tops[hand] - first);
  const fanned = tops.slice(0, hand).map((top) => first + (top - first) * share);
  tops[hand] = places[hand].wish;
  for (let i = hand - 1; i >= 0; i -= 1) tops[i] = Math.min(tops[i], tops[i + 1] - GAP - places[i].height);
  if (hand > 0 && tops[0] < 0) tops.splice(0, hand, ...fanned);
  return flow(places, hand + 1, tops);
}

function lay() {
  waiting = false;
  text.classList.toggle("laid", wide.matches);
  if (!wide.matches) {
    text.style.minHeight = "";
    return;
  }
  const places = measure();
  const hand = places.findIndex(({ card }) => card.dataset.claim === active);
  const tops = settle(places, hand);
  if (follow && hand >= 0) {
    const before = parseFloat(places[hand].card.style.top || tops[hand]);
    window.scrollBy({ top: tops[hand] - before, behavior: "instant" });
  }
  follow = false;
  places.forEach(({ card }, i) => { card.style.top = `${tops[i]}px`; });
  const last = places.length - 1;
  text.style.minHeight = last < 0 ? "" : `${tops[last] + places[last].height}px`;
}

function layLater() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(lay);
}

function light(claims) {
  for (const lit of text.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  for (const claim of claims) {
    for (const mark of marksOf(claim)) mark.classList.add("is-lit");
    cardOf(claim)?.classList.add("is-lit");
    for (const ref of text.querySelectorAll(`.ref[href="#claim-${claim}"]`)) ref.classList.add("is-lit");
  }
}

function claimsAt(target) {
  const card = target.closest(".claim-card");
  if (card) return [card.dataset.claim];
  const ref = target.closest(".ref");
  if (ref) return [ref.hash.slice("#claim-".length)];
  return target.closest("[data-claims]")?.dataset.claims.split(" ") ?? [];
}

function take(claim, { keep = false } = {}) {
  if (active === claim) return;
  follow = keep;
  cardOf(active)?.classList.remove("is-active");
  cardOf(claim)?.classList.add("is-active");
  active = claim;
  layLater();
}

text.addEventListener("mouseover", (event) => {
  const claims = claimsAt(event.target);
  light(claims.length ? claims : active ? [active] : []);
});
text.addEventListener("mouseleave", () => light(active ? [active] : []));

text.addEventListener("focusin", (event) => {
  const [claim] = claimsAt(event.target);
  if (!claim) return;
  light([claim]);
  if (event.target.closest(".claim-card")) take(claim, { keep: true });
});

text.addEventListener("click", (event) => {
  const card = event.target.closest(".claim-card");
  if (card) {
    take(card.dataset.claim, { keep: true });
    return;
  }
  const mark = event.target.closest("[data-claims]");
  if (!mark || event.target.closest("a") || String(window.getSelection())) return;
  const claims = mark.dataset.claims.split(" ");
  const next = claims[(claims.indexOf(active) + 1) % claims.length];
  light([next]);
  take(next);
  if (!wide.matches) cardOf(next)?.scrollIntoView({ block: "center", behavior: "smooth" });
});

text.addEventListener("toggle", layLater, true);
document.body.addEventListener("htmx:afterSettle", layLater);
wide.addEventListener("change", layLater);
document.fonts.ready.then(layLater);

const resized = new ResizeObserver(layLater);
resized.observe(text);
for (const card of cards()) resized.observe(card);

lay();
if (location.hash.startsWith("#claim-")) {
  const claim = location.hash.slice("#claim-".length);
  light([claim]);
  take(claim);
}
