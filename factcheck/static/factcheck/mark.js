/* A claim by hand: what is selected in the text can be marked as a figure, a quote or an attribution. */
(() => {
  const bar = document.getElementById('selbar');
  const reader = document.getElementById('text');
  if (!bar) return;

  const show = () => {
    const words = document.getElementById('words');
    const found = factcheckSelection.read(words);
    bar.hidden = !found;
    if (!found) return;
    for (const link of bar.querySelectorAll('a')) {
      const query = new URLSearchParams({ kind: link.dataset.kind, part: found.part, start: found.start, end: found.end });
      link.href = `${bar.dataset.mark}&${query}`;
    }
    const box = found.range.getBoundingClientRect();
    const frame = reader.getBoundingClientRect();
    const left = Math.min(box.left - frame.left, reader.clientWidth - bar.offsetWidth - 8);
    bar.style.setProperty('--at-y', `${box.bottom - frame.top + reader.scrollTop + 6}px`);
    bar.style.setProperty('--at-x', `${Math.max(8, left)}px`);
  };

  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120);
  });
})();
