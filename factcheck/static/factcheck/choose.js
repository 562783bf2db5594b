/* Choosing a passage: what is selected in the text stands in the form. */
(() => {
  const words = document.getElementById('words');
  const form = document.getElementById('passage');

  const fill = () => {
    const found = factcheckSelection.read(words);
    if (!found) return;
    form.elements.part.value = found.part;
    form.elements.start.value = found.start;
    form.elements.end.value = found.end;
    form.elements.words.value = found.words;
    document.getElementById('said').textContent = `Chosen: ${found.words}`;
  };

  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = setTimeout(fill, 80);
  });

  /* Who types words means these, wherever they stand. */
  form.elements.words.addEventListener('input', () => {
    for (const name of ['part', 'start', 'end']) form.elements[name].value = '';
  });
})();
