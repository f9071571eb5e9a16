// Selecting words in the article offers to make a claim of them. Places are counted in the text alone, in UTF-16 units.
const text = document.querySelector("[data-reading]");
const offer = document.querySelector("[data-selected]");

/** How many units of the line lie before a place in it: all that is text in a line is text of the article. */
function unitsBefore(line, node, offset) {
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function place(node, offset) {
  const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("[data-units]");
  return line ? Number(line.dataset.units) + unitsBefore(line, node, offset) : null;
}

/** Where the selection ends in the text; of a whole paragraph it ends in what stands behind it: a card, the next paragraph, or the end of the page. */
function end(range) {
  const lines = [...text.querySelectorAll("[data-units]")].filter((line) => range.intersectsNode(line));
  const at = place(range.endContainer, range.endOffset);
  if (at !== null && at > Number(lines.at(-1)?.dataset.units)) return at;
  const last = lines.at(at === null ? -1 : -2);
  return last ? Number(last.dataset.units) + unitsBefore(last, last, last.childNodes.length) : at;
}

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const inside = range && text.contains(range.startContainer);
  const begins = inside ? place(range.startContainer, range.startOffset) : null;
  const ends = inside ? end(range) : null;
  offer.hidden = begins === null || ends === null || ends <= begins;
  if (offer.hidden) return;
  const link = offer.querySelector("a");
  link.search = new URLSearchParams({ begins, ends, text: link.dataset.text }).toString();
});
