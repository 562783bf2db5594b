/* Where a selection stands in the stored text: the part, and offsets in code points, as the server counts. */
window.factcheckSelection = (() => {
  const points = text => [...text].length;

  /* The line (an element with data-start) that a point of the page is in, and how many characters stand before it. */
  const place = (node, offset) => {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-start]');
    if (!line) return null;
    const before = document.createRange();
    before.selectNodeContents(line);
    before.setEnd(node, offset);
    return { part: line.dataset.part, at: Number(line.dataset.start) + points(before.toString()) };
  };

  /* What is selected within an element, without white space at its ends; null where it is nothing of the text. */
  const read = within => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!within.contains(range.commonAncestorContainer)) return null;
    const words = range.toString();
    const bare = words.trim();
    const from = place(range.startContainer, range.startOffset);
    const to = place(range.endContainer, range.endOffset) ?? end(range);
    if (!bare || !from || !to || from.part !== to.part) return null;
    const start = from.at + points(words.slice(0, words.indexOf(bare)));
    const stop = to.at - points(words.slice(words.indexOf(bare) + bare.length));
    return start < stop ? { part: from.part, start, end: stop, words: bare, range } : null;
  };

  /* A selection that ends between two lines, as by a triple click, ends with the last line that it holds. */
  const end = range => {
    const lines = [...document.querySelectorAll('[data-start]')].filter(line => range.intersectsNode(line));
    const last = lines.findLast(line => range.comparePoint(line, line.childNodes.length) <= 0);
    return last ? { part: last.dataset.part, at: Number(last.dataset.start) + points(last.textContent) } : null;
  };

  return { read };
})();
