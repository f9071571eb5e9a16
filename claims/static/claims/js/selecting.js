// Selecting words in the article offers to make a claim of them. Places are counted in the text alone, in UTF-16 units.
const text = document.querySelector("[data-reading]");
const offer = document.querySelector("[data-selected]");

/** How many units of the line's own text lie before a place in it; numbers of claims are no part of the text. */
function unitsBefore(line, node, offset) {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const wanted = node.nodeType === Node.TEXT_NODE ? node : node.childNodes[offset] ?? null;
  let units = 0;
  for (let each = walker.nextNode(); each; each = walker.nextNode()) {
    if (each === wanted) return node.nodeType === Node.TEXT_NODE ? units + offset : units;
    if (wanted && wanted.contains?.(each)) return units;
    if (!each.parentElement.closest(".ref, .unseen")) units += each.length;
    else if (each.parentElement.closest(".unseen")) units += 1;
  }
  return units;
}

function place(node, offset) {
  const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-units]");
  return line ? Number(line.dataset.units) + unitsBefore(line, node, offset) : null;
}

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const inside = range && text.contains(range.startContainer) && text.contains(range.endContainer);
  const begins = inside ? place(range.startContainer, range.startOffset) : null;
  const ends = inside ? place(range.endContainer, range.endOffset) : null;
  offer.hidden = begins === null || ends === null || ends <= begins;
  if (offer.hidden) return;
  const link = offer.querySelector("a");
  link.search = new URLSearchParams({ begins, ends, text: link.dataset.text }).toString();
});
